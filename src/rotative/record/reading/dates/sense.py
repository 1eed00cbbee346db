"""The meaning of an expression, and what the forms that give it share."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rotative.record.reading.dates.setting import Setting
from rotative.record.reading.findings import Interval, TimexType


@dataclass(frozen=True)
class Sense:
    """A type and a value. edge: start, mid or end of the period, or its part behind or ahead; interval: where the value is not all of it."""

    type: TimexType
    value: str
    edge: str = ""
    interval: Interval | None = None


def month_number(word: str, setting: Setting) -> int:
    return int(word) if word.isdigit() else setting.language.months[word]


def day_number(word: str) -> int:
    digits = "".join(letter for letter in word if letter.isdigit())
    return int(digits) if digits else 1


def full_year(word: str) -> int:
    year = int(word)
    return year if len(word) > 2 else year + (1900 if year >= 40 else 2000)


def at_part(day: date, part: str) -> str:
    return f"{day.isoformat()}T{part}"
