"""What happened, drawn along a line of days: plain SVG, in the page's own colours, without style attributes.

Days are in scale, but for years without anything that are cut out, where the line is broken. A day is a disc, an
interval a bar along it, what is still to come a ring. Labels stand in lanes over the line; no label meets another
one or its leader: what has no room is left to the list beside.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from html import escape
from itertools import product
from typing import NamedTuple

from rotative.paper.lettering import shortened, text, width_of
from rotative.paper.scale import CUT, NARROW, WIDE, Scale

LANE, LANES = 21, 5
ROOM = {WIDE: 260, NARROW: 190}  # for a label
BESIDE = 5  # from a leader to its label
AIR = 8  # between two labels
TRACK, TRACKS = 8, 6
FOOT = 30
# How fine the names of days, months or years are, the finest first.
UNITS = (("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 2), ("month", 3), ("month", 6), ("year", 1), ("year", 5), ("year", 10), ("year", 50))

Written = Callable[[date, str], str]
Box = tuple[float, float, int]  # from, to, lane


class Mark(NamedTuple):
    """Something on some days. strong: a version of a text, which has its label first; ahead: still to come."""

    first: date
    last: date
    label: str
    strong: bool = False
    ahead: bool = False


class Flag(NamedTuple):
    """A mark's label, where it found room: where its leader stands, in which lane, and on which side."""

    mark: Mark
    words: str
    x: float
    lane: int
    anchor: str

    @property
    def box(self) -> Box:
        far = BESIDE + width_of(self.words)
        return (self.x + BESIDE, self.x + far, self.lane) if self.anchor == "start" else (self.x - far, self.x - BESIDE, self.lane)


def frieze(marks: Sequence[Mark], alt: str, write: Written, width: int = WIDE) -> str:
    """The drawing of some marks; nothing where they are all of one day. write: a day, as a ``day``, a ``month`` or a ``year``."""
    if not marks or min(mark.first for mark in marks) == max(mark.last for mark in marks):
        return ""
    scale = scale_of(marks, width)
    flags = placed(marks, scale)
    line = 14 + LANE * (1 + max((flag.lane for flag in flags), default=0))
    tracks = _tracks([mark for mark in marks if mark.first != mark.last])
    floor = line + 10 + TRACK * max(tracks.values(), default=0)
    shapes = [*_ticks(scale, line, floor, write), _line(scale, line), *map(lambda flag: _flag(flag, line), flags)]
    shapes += [_bar(mark, scale, line - 3 + TRACK * track) for mark, track in tracks.items()]
    shapes += [_disc(mark, scale, line) for mark in marks if mark.first == mark.last]
    return f'<svg viewBox="0 0 {width} {floor + FOOT}" width="{width}" height="{floor + FOOT}" role="img" aria-label="{escape(alt)}">{"".join(shapes)}</svg>'


def scale_of(marks: Sequence[Mark], width: int) -> Scale:
    return Scale([(mark.first, mark.last) for mark in marks], width)


def _line(scale: Scale, line: int) -> str:
    """The line of days: two strokes across it where it is broken."""
    middles = [scale(after) - CUT / 2 for _before, after in scale.cuts]
    broken = "".join(f"H{x - 4:g}M{x + 4:g} {line}" for x in middles)
    strokes = "".join(f"M{x + side - 4:g} {line + 8}l8 -16" for x in middles for side in (-4, 4))
    return f'<path class="line" d="M0 {line}{broken}H{scale.width}{strokes}"/>'


# ── Labels ─────────────────────────────────────────────────────────────────────


def placed(marks: Sequence[Mark], scale: Scale) -> list[Flag]:
    """The labels that find room: of some ways to place them, the one that leaves out the fewest; versions go first."""
    ways = [_placed(marks, scale, *way) for way in product((True, False), (("start", "end"), ("end", "start")), (1, -1))]
    return max(ways, key=lambda flags: (sum(flag.mark.strong for flag in flags), len(flags), -max((flag.lane for flag in flags), default=0)))


def _placed(marks: Sequence[Mark], scale: Scale, last_first: bool, sides: Sequence[str], upwards: int) -> list[Flag]:
    flags: list[Flag] = []
    by_days = sorted(marks, key=lambda mark: mark.first, reverse=last_first)
    for mark in sorted(by_days, key=lambda mark: not mark.strong):
        x, words = scale(mark.first), shortened(mark.label, ROOM[scale.width])
        tries = (Flag(mark, words, x, lane, side) for side, lane in product(sides, range(LANES)[::upwards]))
        fitting = (flag for flag in tries if _is_free(flag, flags, scale.width))
        flags += [flag] if (flag := next(fitting, None)) else []
    return flags


def _is_free(flag: Flag, others: Sequence[Flag], width: int) -> bool:
    start, end, _ = flag.box
    return start >= 0 and end <= width and not any(_meet(flag, other) for other in others)


def _meet(one: Flag, other: Flag) -> bool:
    """Whether two labels touch, or the leader of one passes through the other."""
    (start, end, lane), (start_2, end_2, lane_2) = one.box, other.box
    touch = lane == lane_2 and start < end_2 + AIR and start_2 < end + AIR
    return touch or _crosses(one, other.box) or _crosses(other, one.box)


def _crosses(flag: Flag, box: Box) -> bool:
    start, end, lane = box
    return flag.lane >= lane and start - 2 < flag.x < end + 2


def _flag(flag: Flag, line: int) -> str:
    top = line - 12 - LANE * (flag.lane + 1)
    at = flag.x + BESIDE if flag.anchor == "start" else flag.x - BESIDE
    leader = f'<path class="{"line" if flag.mark.strong else "thin"}" d="M{flag.x:g} {line}V{top}"/>'
    return leader + text(at, top + 11, flag.words, flag.anchor, "strong" if flag.mark.strong else "")


# ── Marks ──────────────────────────────────────────────────────────────────────


def _tracks(intervals: Sequence[Mark]) -> dict[Mark, int]:
    """A track for each of the intervals that run at the same time."""
    busy: list[date] = []
    found: dict[Mark, int] = {}
    for mark in sorted(intervals, key=lambda mark: (mark.first, mark.last)):
        track = next((number for number, until in enumerate(busy) if until < mark.first), min(len(busy), TRACKS - 1))
        busy[track : track + 1] = [mark.last]
        found[mark] = track
    return found


def _bar(mark: Mark, scale: Scale, top: float) -> str:
    start, end = scale(mark.first), scale(mark.last)
    return f'<path class="{"open stroke" if mark.ahead else "fill"}" d="M{start:g} {top:g}h{max(end - start, 5):.4g}v6H{start:g}z"/>'


def _disc(mark: Mark, scale: Scale, line: int) -> str:
    ink = "open stroke" if mark.ahead else "accent" if mark.strong else "fill"
    return f'<circle class="{ink}" cx="{scale(mark.first):g}" cy="{line}" r="6"/>'


# ── Days ───────────────────────────────────────────────────────────────────────


def _ticks(scale: Scale, line: int, floor: int, write: Written) -> Iterator[str]:
    """Lines and names of days, months or years."""
    for x, name in _named(scale, write):
        fits = _end(x, name) <= scale.width
        yield f'<path class="thin" d="M{x:g} {line}V{floor + 20}"/>' + (text(x + BESIDE, floor + 20, name) if fits else "")


def _named(scale: Scale, write: Written) -> list[tuple[float, str]]:
    """Names of the finest kind that have room. Beside a cut each part begins with its year: nothing else tells how long it is."""
    starts = [(scale(first), write(first, "year")) for first, _last in scale.parts] if scale.cuts else []
    found: list[tuple[float, str]] = []
    for unit, every in UNITS:
        named = [(scale(day), write(day, unit)) for part in scale.parts for day in _days(scale, *part, unit, every)]
        named = [name for name in named if not any(map(partial(_touch, name), starts))]
        if _have_room(named):
            found = named if len(named) > 1 else found or named  # one is better than none
        if len(found) > 1 or (starts and found):
            break
    return sorted(starts + found)


def _days(scale: Scale, first: date, last: date, unit: str, every: int) -> Iterator[date]:
    """The days of a kind from a first to a last one; none where those of the scale would be far too many."""
    step = {"day": 1, "month": 30, "year": 365}[unit] * every
    if scale.days / step > scale.width / 20:
        return
    if unit == "day":
        yield from (first + timedelta(days=number) for number in range(0, (last - first).days + 1, every))
        return
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, every) if unit == "month" else ([1] if year % every == 0 else []):
            if first <= (day := date(year, month, 1)) <= last:
                yield day


def _end(x: float, name: str) -> float:
    return x + BESIDE + width_of(name)


def _touch(one: tuple[float, str], other: tuple[float, str]) -> bool:
    return one[0] < _end(*other) + AIR and other[0] < _end(*one) + AIR


def _have_room(named: Sequence[tuple[float, str]]) -> bool:
    return all(_end(*one) + AIR <= following[0] for one, following in zip(named, named[1:], strict=False))
