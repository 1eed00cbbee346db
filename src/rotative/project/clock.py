"""What has its hour: stories scheduled or expiring at their due instant, letters of notices each minute, counting each quarter of an hour, cleaning once a day.

The clock knows what is next and sleeps until then. On SQLite it sees within a blink that
something was written, and asks again; on another database it asks each second. What is
costly to ask is asked less often, so that a large archive does not keep a processor busy.
"""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from rotative.audience import tasks as audience
from rotative.discussion import ranking
from rotative.discussion import tasks as discussion
from rotative.library import tasks as library
from rotative.masthead import posting, tallies
from rotative.masthead.readers import tasks as readers
from rotative.masthead.readers.notices import mailing
from rotative.press import changes
from rotative.project import hands

LONGEST_NAP = 1.0  # seconds: how late a story scheduled for this very minute may be seen without SQLite
SHORTEST_NAP = 0.005
BLINK = 0.05  # how often to see whether something was written
SHARE = 20  # what is asked took at most one part in so many of the time
AFTER_A_FAILURE = 5.0
ROUND = 60.0  # between two looks after tasks that were left half done
DAILY = ("clearsessions", "prune_db_task_results")
DAILY_TASKS = (audience.forget, library.sweep, readers.forget, discussion.forget, discussion.learn)
QUARTER = 900  # seconds: full quarters, so that a day in any zone begins with one
QUARTERLY_TASKS = (audience.count, posting.sweep, tallies.sweep)

log = logging.getLogger(__name__)


def run() -> None:
    """Tick for ever. A tick that fails is told and tried again."""
    clock = Clock()
    while True:
        try:
            clock.tick()
            clock.sleep()
        except Exception:
            log.exception("What is scheduled could not be done; trying again.")
            connection.close()
            clock = Clock()
            time.sleep(AFTER_A_FAILURE)


class Agenda:
    """Rows with an instant at which something is done to them, and when the next is due.

    The next is remembered, and asked again as seldom as it is costly. A row that fails keeps
    no other from its hour: it is passed over until ``retry``.
    """

    def __init__(self, rows: Callable[[], Any], instant: str, do: Callable[[Any], None]) -> None:
        self.rows, self.instant, self.do = rows, instant, do
        self.next: datetime | None = None
        self.passed: datetime | None = None
        self.not_before = 0.0
        self.forget()

    def forget(self) -> None:
        """Something was written: ask again as soon as it may be asked."""
        self.is_fresh = False

    def retry(self) -> None:
        self.passed, self.not_before = None, 0.0
        self.forget()

    def ask(self) -> datetime | None:
        began = time.monotonic()
        if not self.is_fresh and began >= self.not_before:
            self.next = self._waiting().values_list(self.instant, flat=True).first()
            self.is_fresh = True
            ended = time.monotonic()
            self.not_before = ended + SHARE * (ended - began)
        return self.next

    def tick(self, now: datetime) -> None:
        """Do what is due, in its order."""
        due = self.ask()
        if due and due <= now:
            well = [self._tried(row) for row in self._waiting().filter(**{f"{self.instant}__lte": now})]
            self.passed = self.passed if all(well) else now
            self.next, self.not_before = None, 0.0
            self.forget()

    def wait(self) -> float:
        """Seconds until there is something to ask or to do."""
        if not self.is_fresh:
            return self.not_before - time.monotonic()
        return (self.next - timezone.now()).total_seconds() if self.next else LONGEST_NAP

    def _waiting(self) -> Any:
        after = {f"{self.instant}__gt": self.passed} if self.passed else {f"{self.instant}__isnull": False}
        return self.rows().filter(**after).order_by(self.instant, "pk")

    def _tried(self, row: Any) -> bool:
        try:
            self.do(row)
        except Exception:
            log.exception("%s could not be published or taken off at its hour; it is tried again each minute.", row)
            return False
        return True


class Clock:
    """Does what is due, and sleeps until something is."""

    def __init__(self) -> None:
        going_live = Agenda(Revision.objects.all, "approved_go_live_at", _go_live)
        expiring = Agenda(lambda: Page.objects.filter(live=True), "expire_at", _take_off)
        self.agendas = (going_live, expiring)
        self.round, self.quarter, self.ranking = 0.0, 0, 0.0
        self.mark = written()

    def tick(self) -> None:
        """Do what is due now."""
        if time.monotonic() >= self.round:
            self.round = time.monotonic() + ROUND
            hands.take_up()
            if mailing.is_due(timezone.now()):
                readers.post_notices.enqueue()
            for agenda in self.agendas:
                agenda.retry()
        for agenda in self.agendas:
            agenda.tick(timezone.now())
        if time.monotonic() >= self.ranking:
            self.ranking = time.monotonic() + ranking.SECONDS
            ranking.renew(timezone.now())
        if self.quarter != (quarter := int(timezone.now().timestamp()) // QUARTER):
            self.quarter = quarter
            for task in QUARTERLY_TASKS:
                task.enqueue()
        if last_cleaning() < timezone.localdate():
            clean()

    def sleep(self) -> None:
        """Until something is due, or may be asked again, or was written."""
        until = time.monotonic() + self.nap()
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, BLINK))
            if self.mark != (mark := written()):
                self.mark, until = mark, 0.0
                self._forget()
        if self.mark is None:
            self._forget()

    def nap(self) -> float:
        """How long to sleep while nothing is written."""
        return max(min(LONGEST_NAP, *(agenda.wait() for agenda in self.agendas)), SHORTEST_NAP)

    def _forget(self) -> None:
        for agenda in self.agendas:
            agenda.forget()


def written() -> int | None:
    """A number that changes with each write of somebody else; None where the database has none."""
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])


def _go_live(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


@transaction.atomic
def _take_off(page: Page) -> None:
    """With all that goes with it."""
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def last_cleaning() -> date:
    try:
        return date.fromisoformat(_file().read_text())
    except (OSError, ValueError):
        return date.min


def clean() -> None:
    """Prune the log of changes, queue the rooms' daily tasks, run the daily commands; one that fails stops no other."""
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_text(timezone.localdate().isoformat())
    changes.prune()
    for task in DAILY_TASKS:
        task.enqueue()
    for name in DAILY:
        try:
            call_command(name, verbosity=0)
        except Exception:
            log.exception("The daily %s failed.", name)


def _file() -> Path:
    return Path(settings.HOME.derived) / "cleaned"
