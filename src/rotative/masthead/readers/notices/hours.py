"""When a notice goes by letter. Pure."""
from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

HOUR = time(7)  # of the paper's zone: the day's letter lies there with the paper
TOGETHER = timedelta(minutes=3)  # what comes so soon after the first goes with it
PAUSE = timedelta(minutes=15)  # between two letters to the same person


def at_once(first: datetime, last_letter: datetime | None) -> datetime:
    """When a letter goes of what began to wait at an instant."""
    ready = first + TOGETHER
    return max(ready, last_letter + PAUSE) if last_letter else ready


def digest_after(instant: datetime, zone: ZoneInfo) -> datetime:
    """The next hour of the day's letter after an instant: one each day of the calendar, be it of 23, 24 or 25 hours."""
    day = instant.astimezone(zone).date()
    today = datetime.combine(day, HOUR, zone)
    return today if today > instant else datetime.combine(day + timedelta(days=1), HOUR, zone)
