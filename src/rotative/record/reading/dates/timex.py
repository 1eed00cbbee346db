"""From when to when a TIMEX3 value reaches."""
from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta, tzinfo

from rotative.record.reading.findings import Interval

OPEN = Interval(None, None)
# The quarter of the year in which a season falls for most of its length, north of the equator.
SEASONS = {"SP": ((3, 20), (6, 20)), "SU": ((6, 21), (9, 22)), "FA": ((9, 23), (12, 20)), "WI": ((12, 21), (3, 19))}
PARTS = {
    "MO": (time(6), time(11, 59)),
    "MI": (time(12), time(12, 59)),
    "AF": (time(12), time(17, 59)),
    "EV": (time(18), time(23, 59)),
    "NI": (time(21), time(5, 59)),
    "DT": (time(6), time(20, 59)),
}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?|(?P<season>SP|SU|FA|WI)|Q(?P<quarter>\d)|H(?P<half>\d)))?"
    r"|(?P<decade>\d{3})X|(?P<century>\d\d)XX"
)


def interval(value: str, zone: tzinfo | None) -> Interval:
    """The interval of a value that stands for a time of the calendar; open at both ends for any other."""
    day, hour, clock = value.partition("T")
    if hour:
        return _within(day, clock, zone)
    days = reach(day)
    return Interval(days[0].isoformat(), days[1].isoformat()) if days else OPEN


def reach(value: str) -> tuple[date, date] | None:
    """The first and the last day of a value of days or more."""
    found = _VALUE.fullmatch(value)
    try:
        return _days({name: text for name, text in found.groupdict().items() if text}) if found else None
    except ValueError:
        return None


def _days(part: dict[str, str]) -> tuple[date, date]:
    if "decade" in part:
        return date(int(part["decade"] + "0"), 1, 1), date(int(part["decade"] + "9"), 12, 31)
    if "century" in part:
        return date(max(int(part["century"] + "00"), 1), 1, 1), date(int(part["century"] + "99"), 12, 31)
    year = int(part["year"])
    if "day" in part:
        return (day := date(year, int(part["month"]), int(part["day"]))), day
    if "week" in part:
        return _week(year, int(part["week"]), "weekend" in part)
    if "season" in part:
        start, end = SEASONS[part["season"]]
        return date(year, *start), date(year + (end < start), *end)
    return _months(year, part)


def _months(year: int, part: dict[str, str]) -> tuple[date, date]:
    first, last = 1, 12
    if "month" in part:
        first = last = int(part["month"])
    elif "quarter" in part:
        first, last = int(part["quarter"]) * 3 - 2, int(part["quarter"]) * 3
    elif "half" in part:
        first, last = int(part["half"]) * 6 - 5, int(part["half"]) * 6
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _week(year: int, number: int, weekend: bool) -> tuple[date, date]:
    return date.fromisocalendar(year, number, 6 if weekend else 1), date.fromisocalendar(year, number, 7)


def _within(day: str, clock: str, zone: tzinfo | None) -> Interval:
    days = reach(day)
    if not days:
        return OPEN
    if clock == "24:00" and days[1] < date.max:
        return _within((days[1] + timedelta(1)).isoformat(), "00:00", zone)
    start, end = PARTS.get(clock) or (_clock(clock), _clock(clock))
    last = days[1] + timedelta(end < start) if days[1] < date.max else days[1]
    return Interval(minute(datetime.combine(days[0], start, zone)), minute(datetime.combine(last, end, zone)))


def minute(moment: datetime) -> str:
    """A moment to the minute, with its offset where it has a zone."""
    return moment.isoformat(timespec="minutes")


def _clock(clock: str) -> time:
    try:
        return time.fromisoformat(clock)
    except ValueError:
        return time(0)
