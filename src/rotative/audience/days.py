"""Days as the paper counts them, in its own zone."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.press.rendering import NotRendering, current


def now() -> datetime:
    """The instant of the page that is being printed, else the clock's."""
    try:
        return current().now
    except NotRendering:
        return timezone.now()


def today() -> date:
    return timezone.localtime(now(), zone()).date()


def tomorrow_begins() -> datetime:
    return datetime.combine(today() + timedelta(days=1), time(), tzinfo=zone())
