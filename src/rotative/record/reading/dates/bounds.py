"""The interval of an expression, with what the words before it make of it: since, until, from … to …."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from rotative.record.reading.dates import timex
from rotative.record.reading.dates.calendar import shifted
from rotative.record.reading.dates.language import Language
from rotative.record.reading.dates.matching import Found
from rotative.record.reading.dates.sense import Sense
from rotative.record.reading.findings import Interval

_LENGTH = re.compile(r"P(?P<time>T?)(?P<count>[\d.]+)(?P<unit>[YMWDHMS])")
_THIRDS = {"start": (0, 1), "mid": (1, 2), "end": (2, 3)}


def bounded(found: list[tuple[Found, Sense]], published: datetime, language: Language) -> list[Interval]:
    """The intervals of a block's expressions, in their order."""
    limits = _Limits(published, language)
    intervals = [limits.interval(each, its) for each, its in found]
    for place in range(len(found) - 1):
        if limits.is_range(found[place][0], found[place + 1][0]) and found[place][1].type == found[place + 1][1].type != "SET":
            both = _joined(limits.own(found[place][1]), limits.own(found[place + 1][1]))
            intervals[place : place + 2] = [both, both] if both else intervals[place : place + 2]
    return intervals


def _joined(first: Interval, second: Interval) -> Interval | None:
    if first.start and second.end and first.start <= second.end:
        return Interval(first.start, second.end)
    return None


@dataclass(frozen=True)
class _Limits:
    published: datetime
    language: Language

    def interval(self, found: Found, its: Sense) -> Interval:
        """What the expression and the words before it say."""
        if its.type == "DURATION":
            return self._anchored(found, its.value)
        if its.type == "SET":
            return timex.OPEN
        return its.interval or self._opened(found, self.own(its))

    def own(self, its: Sense) -> Interval:
        """What the expression says by itself."""
        today = self.published.date().isoformat()
        if its.value.endswith("_REF"):
            return {"PAST_REF": Interval(None, today), "FUTURE_REF": Interval(today, None)}.get(its.value, timex.OPEN)
        if its.interval:
            return its.interval
        days = timex.reach(its.value)
        if its.edge and days:
            return self._cut(*days, its.edge)
        return timex.interval(its.value, self.published.tzinfo)

    def _cut(self, first: date, last: date, edge: str) -> Interval:
        """A third of a period; or what is behind of it ("plus tôt cette semaine"), or ahead."""
        today = self.published.date()
        if edge in _THIRDS:
            return _third(first, last, edge)
        cut = (first, min(today, last)) if edge == "past" else (max(today, first), last)
        return Interval(cut[0].isoformat(), cut[1].isoformat()) if cut[0] <= cut[1] else Interval(first.isoformat(), last.isoformat())

    def _opened(self, found: Found, own: Interval) -> Interval:
        words = self.language.bounds
        if _ends(words.since, found.before):
            return replace(own, end=None)
        if _ends(words.by, found.before):
            return Interval(min(self.published.date().isoformat(), own.end or ""), own.end) if own.end and "T" not in own.end else own
        if _ends(words.until, found.before):
            return replace(own, start=None)
        if own.start and _ends(words.before, found.before):
            return Interval(None, _before(own.start))
        if own.end and _ends(words.after, found.before):
            return Interval(_after(own.end), None)
        return own

    def _anchored(self, found: Found, value: str) -> Interval:
        """A duration has an interval where it is laid on the publication: "depuis deux ans", "dans trois jours"."""
        words = self.language.bounds
        if found["shift"] or _ends(words.since, found.before):
            return self._stretch(value, self.language.shifts.get(found["shift"], -1), bool(found["shift"]))
        if _ends(words.ago, found.before):
            return self._point(value, -1)
        if _ends(words.by, found.before):
            return self._stretch(value, 1, True)
        return self._point(value, 1) if _ends(words.ahead, found.before) else timex.OPEN

    def _stretch(self, value: str, sign: int, is_closed: bool) -> Interval:
        today = self.published.date().isoformat()
        other = _moved(self.published, value, sign)
        edge = other[0].isoformat() if other else None
        if sign > 0:
            return Interval(today, edge)
        return Interval(edge, today if is_closed else None)

    def _point(self, value: str, sign: int) -> Interval:
        there = _moved(self.published, value, sign)
        if not there:
            return Interval(None, self.published.date().isoformat()) if sign < 0 else Interval(self.published.date().isoformat(), None)
        day, unit = there
        if unit in ("H", "TM", "S"):
            return Interval(day.isoformat(), day.isoformat())
        spread = {"Y": f"{day.year:04}", "M": f"{day.year:04}-{day.month:02}"}.get(unit, day.isoformat())
        return timex.interval(spread, None)

    def is_range(self, first: Found, second: Found) -> bool:
        """Whether two expressions are the ends of one interval."""
        between = first.around[first.span.end : second.span.start].lower()
        words = self.language.bounds
        if len(between) > 20:
            return False
        if _whole(words.range_link, between) and (_ends(words.range_head, first.before) or between.strip() in "-–/"):
            return True
        return _whole(words.between_link, between) and _ends(words.between_head, first.before)


def _third(first: date, last: date, edge: str) -> Interval:
    start, end = _THIRDS[edge]
    days = (last - first).days + 1
    return Interval((first + timedelta(days * start // 3)).isoformat(), (first + timedelta(days * end // 3 - 1)).isoformat())


def _moved(origin: datetime, value: str, sign: int) -> tuple[date, str] | None:
    found = _LENGTH.match(value)
    if not found:
        return None
    count, unit = float(found["count"]) * sign, found["unit"]
    day = origin.date()
    try:
        if found["time"]:
            return (origin + timedelta(seconds=count * {"H": 3600, "M": 60, "S": 1}[unit])).date(), "H"
        if unit in "YM":
            return shifted(day, round(count * (12 if unit == "Y" else 1))), unit
        return day + timedelta(count * (7 if unit == "W" else 1)), unit
    except (ValueError, OverflowError):
        return None


def _before(start: str) -> str:
    return start if "T" in start else (date.fromisoformat(start) - timedelta(1)).isoformat() if start > "0001-01-01" else start


def _after(end: str) -> str:
    return end if "T" in end else (date.fromisoformat(end) + timedelta(1)).isoformat() if end < "9999-12-31" else end


def _ends(pattern: str, before: str) -> bool:
    return bool(_ending(pattern).search(before))


def _whole(pattern: str, between: str) -> bool:
    return bool(re.fullmatch(pattern, between))


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})$")
