"""Days of the calendar: weeks, months, feasts."""
from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def shifted(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month. Raises ValueError outside years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week(day: date) -> str:
    """The week of a day, as 2026-W48."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (1) to Sunday (7) of a month; the last for -1. Raises ValueError where there is none."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(sign: str, year: int) -> date:
    """The day of a feast in a year. sign: ``MM-DD``, ``easter+N`` days, or ``MM/weekday/nth``."""
    if sign.startswith("easter"):
        return easter(year) + timedelta(int(sign[6:]))
    if "/" in sign:
        month, weekday, nth = sign.split("/")
        return nth_weekday(year, int(month), int(weekday), int(nth))
    month, day = sign.split("-")
    return date(year, int(month), int(day))
