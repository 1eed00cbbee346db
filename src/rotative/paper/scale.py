"""Where a day stands on a line: in scale, but for years in which nothing is, that would press all the rest together.

Such a gap is cut out. What is on either side of it stays in one and the same scale, so that a week is as long
before a cut as after it.
"""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date

WIDE, NARROW = 760, 328  # of the drawing for a desk, and of the one for a telephone
EDGE = 9  # so that the first mark is whole; after the last one a label has room
AFTER = {WIDE: 76, NARROW: 44}
CUT = 48  # how wide a cut is drawn: a year's name has room before what follows it
CUTS = {WIDE: 3, NARROW: 2}
SHORTEST = 366  # days, so that the years beside a cut are others; a gap of weeks is told best by its length
FAR = 4  # how many times as long as all the rest together a gap is that presses it

Span = tuple[date, date]


class Scale:
    """The days of some spans on a line. parts: what is drawn; cuts: what is left out, from the day before it to the day after."""

    def __init__(self, spans: Iterable[Span], width: int) -> None:
        self.width = width
        self.parts = _cut(_joined(spans), CUTS[width])
        self.cuts = [(before[1], after[0]) for before, after in zip(self.parts, self.parts[1:], strict=False)]
        self.days = sum((last - first).days for first, last in self.parts)

    def __call__(self, day: date) -> float:
        """Where a day of the parts stands."""
        number = max((number for number, (first, _last) in enumerate(self.parts) if first <= day), default=0)
        before = sum((last - first).days for first, last in self.parts[:number]) + (day - self.parts[number][0]).days
        room = self.width - EDGE - AFTER[self.width] - CUT * len(self.cuts)
        return round(EDGE + CUT * number + before / self.days * room, 1)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that follow each other: those that meet are one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            first, last = found[-1][0], max(last, found.pop()[1])
        found.append((first, last))
    return found


def _cut(joined: list[Span], most: int) -> list[Span]:
    """The parts between the gaps that are cut out: as many as may be of those that are far longer than all that is left."""
    gaps = sorted((((after[0] - before[1]).days, number) for number, (before, after) in enumerate(zip(joined, joined[1:], strict=False), 1)), reverse=True)
    rest, out = (joined[-1][1] - joined[0][0]).days, 0
    for number, (days, _place) in enumerate(gaps[:most], 1):
        rest -= days
        if rest and days >= max(SHORTEST, FAR * rest):
            out = number
    starts = [0, *sorted(place for _days, place in gaps[:out])]
    return [(joined[start][0], joined[end - 1][1]) for start, end in zip(starts, [*starts[1:], len(joined)], strict=True)]
