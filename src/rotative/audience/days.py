"""Days as the paper counts them, in its own zone."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from rotative.masthead.queries import zone


def today(now: datetime | None = None) -> date:
    """The day of an instant, the clock's unless one is told."""
    return timezone.localtime(now or timezone.now(), zone()).date()


def tomorrow_begins() -> datetime:
    return datetime.combine(today() + timedelta(days=1), time(), tzinfo=zone())
