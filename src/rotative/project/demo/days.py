"""Dates of the demonstration, counted from the day it is made.

``{{d -5}}`` in a text becomes "19 novembre" or "19 November"; a story's days and hour
become an instant, never one to come. Knows no framework.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
KINDS = ("d", "wd", "w", "dy", "m", "y")
SPACING = timedelta(minutes=1)
MONTHS = {
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
}
WEEKDAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


class BadPlaceholder(ValueError):
    """A placeholder that says nothing; ``line`` counts from 1."""

    def __init__(self, line: int, found: str) -> None:
        super().__init__(f"“{{{{{found}}}}}” is not a date: write {{{{d -5}}}}, with one of {', '.join(KINDS)}.")
        self.line = line


@dataclass(frozen=True)
class Calendar:
    """Dates as they stand on the day of making, in the paper's own zone."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def at(self, days: int, hour: str) -> datetime:
        """So many days before the day of making, at an hour of the paper's clock."""
        return datetime.combine(self.day(-days), datetime.strptime(hour, "%H:%M").time(), tzinfo=self.zone)  # noqa: DTZ007 (an hour has no zone)

    def expand(self, text: str, language: str) -> str:
        """The text with its dates written out. Raises BadPlaceholder."""
        return PLACEHOLDER.sub(lambda found: self._written(found, text, language), text)

    def _written(self, found: re.Match[str], text: str, language: str) -> str:
        said = re.fullmatch(r"\s*([a-z]+)\s+([+-]?\d+)\s*", found[1])
        if not said or said[1] not in KINDS:
            raise BadPlaceholder(text.count("\n", 0, found.start()) + 1, found[1])
        return write(said[1], self.day(int(said[2])), language)


def write(kind: str, day: date, language: str) -> str:
    """A date in words: ``d`` 19 novembre, ``wd`` jeudi 19 novembre, ``w`` jeudi, ``dy``, ``m``, ``y``."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    month, weekday = MONTHS[language][day.month - 1], WEEKDAYS[language][day.weekday()]
    forms = {"d": f"{number} {month}", "w": weekday, "m": month, "y": str(day.year), "dy": f"{number} {month} {day.year}"}
    return f"{weekday} {forms['d']}" if kind == "wd" else forms[kind]


def past(instants: Iterable[datetime], now: datetime) -> dict[datetime, datetime]:
    """Each instant as it is or, when it is still to come, moved to shortly before ``now``.

    Their order is kept, a minute apart at least where something had to move.
    """
    moved: dict[datetime, datetime] = {}
    latest = now - SPACING
    for instant in sorted(set(instants), reverse=True):
        moved[instant] = min(instant, latest)
        latest = moved[instant] - SPACING if moved[instant] != instant else instant
    return moved
