"""What has its hour: stories scheduled or expiring at their due instant, cleaning once a day."""
from __future__ import annotations

import logging
import time
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone
from wagtail.models import Page, Revision

from rotative.audience import tasks as audience
from rotative.library import tasks as library

LONGEST_NAP = 2.0  # seconds: how late a story scheduled for this very minute may be seen
DAILY = ("clearsessions", "prune_db_task_results")
DAILY_TASKS = (audience.forget, library.sweep)

log = logging.getLogger(__name__)


def run() -> None:
    """Tick for ever. A tick that fails is told and tried again."""
    while True:
        try:
            tick()
            nap = nap_before(next_due(), timezone.now())
        except Exception:
            log.exception("What is scheduled could not be done; trying again.")
            nap = LONGEST_NAP
        close_old_connections()
        time.sleep(nap)


def tick() -> None:
    """Do what is due now."""
    due = next_due()
    if due and due <= timezone.now():
        call_command("publish_scheduled")
    if last_cleaning() < timezone.localdate():
        clean()


def next_due() -> datetime | None:
    """When the next story goes live or expires."""
    live = Revision.objects.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at")
    gone = Page.objects.filter(live=True, expire_at__isnull=False).order_by("expire_at")
    found = [live.values_list("approved_go_live_at", flat=True).first(), gone.values_list("expire_at", flat=True).first()]
    return min((instant for instant in found if instant), default=None)


def nap_before(due: datetime | None, now: datetime) -> float:
    """How long to sleep: never past what is due, never so long that a new plan is missed."""
    left = (due - now).total_seconds() if due else LONGEST_NAP
    return min(max(left, 0.02), LONGEST_NAP)


def last_cleaning() -> date:
    try:
        return date.fromisoformat(_file().read_text())
    except (OSError, ValueError):
        return date.min


def clean() -> None:
    """Queue the rooms' daily tasks and run the daily commands; one that fails stops no other."""
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_text(timezone.localdate().isoformat())
    for task in DAILY_TASKS:
        task.enqueue()
    for name in DAILY:
        try:
            call_command(name, verbosity=0)
        except Exception:
            log.exception("The daily %s failed.", name)


def _file() -> Path:
    return Path(settings.HOME.path) / "derived" / "cleaned"
