"""Where the parties of a text stand, at a glance: a shape for each point and party, in rows that fit a telephone.

Plain SVG in the page's own colours. It says nothing that the table of the text does not say in words.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import NamedTuple

from rotative.paper.lettering import lines_of, shortened, text, width_of

NAMES, GAP = 112, 14
LONGEST = 312  # of a row of points: more would be too small on a telephone
STEP, WIDEST = 24, 40  # of a point's column, and of one whose number is long
ROW, LINE = 33, 14
HEAD, FOOT = 40, 20
SIZE = 13  # of the letters, in units of the drawing

# Of each kind the shape; its places: left of the middle by 7, the middle's height, left by 6, over it by 6, left by 4.
SHAPES = {
    "yes": "M{0} {1}a7 7 0 1 0 14 0a7 7 0 1 0-14 0",
    "no": "M{2} {3}l12 12m0-12l-12 12",
    "maybe": "M{2} {1}a6 6 0 1 0 12 0a6 6 0 1 0-12 0",
    "mute": "M{4} {1}h8",
}
INKS = {"yes": "y", "no": "n", "maybe": "c", "mute": "s"}


class Axis(NamedTuple):
    """Points by their numbers; each with the mark of every party: yes, no, maybe or mute."""

    name: str
    points: Sequence[tuple[str, Sequence[str]]]


class Column(NamedTuple):
    """A point where it is drawn: the middle of its column, its number, its marks."""

    x: int
    number: str
    marks: Sequence[str]


def drawings(axes: Sequence[Axis], parties: Sequence[str], alt: str) -> list[str]:
    """The matrix in as many drawings as it has rows of points. alt: what the whole shows, told once."""
    plan = Plan(axes, parties)
    size = f'viewBox="0 0 {plan.width} {plan.height}" width="{plan.width}" height="{plan.height}"'
    return [f"<svg {size} {_told(alt, place)}>{_drawing(plan, row)}</svg>" for place, row in enumerate(plan.rows)]


def height_of(axes: Sequence[Axis], parties: Sequence[str]) -> int:
    """How high the drawings are together, one under the other and not made smaller."""
    plan = Plan(axes, parties)
    return len(plan.rows) * (plan.height + 2 * LINE)


@dataclass(frozen=True)
class Plan:
    """How the points are laid out: all rows are as wide as the longest one, so that all are of one size."""

    axes: Sequence[Axis]
    parties: Sequence[str]

    @cached_property
    def step(self) -> int:
        longest = max(width_of(number, SIZE) for axis in self.axes for number, _ in axis.points)
        return min(max(STEP, round(longest) + 6), WIDEST)

    @cached_property
    def rows(self) -> list[list[Axis]]:
        """Axes side by side while they have room; a long one goes on in the next row."""
        rows: list[list[Axis]] = [[]]
        for part in self._parts():
            if sum(len(each.points) for each in rows[-1]) + len(part.points) > LONGEST // self.step:
                rows.append([])
            rows[-1].append(part)
        return [row for row in rows if row]

    def _parts(self) -> Iterator[Axis]:
        most = LONGEST // self.step
        yield from (Axis(axis.name, axis.points[start : start + most]) for axis in self.axes for start in range(0, len(axis.points), most))

    @property
    def width(self) -> int:
        return max(map(self.width_of, self.rows))

    def width_of(self, row: Sequence[Axis]) -> int:
        return NAMES + sum(len(axis.points) for axis in row) * self.step + GAP * (len(row) - 1)

    @property
    def height(self) -> int:
        return HEAD + ROW * len(self.parties) + FOOT

    def starts(self, row: Sequence[Axis]) -> Iterator[tuple[int, Axis]]:
        """Where the axes of a row begin."""
        left = NAMES
        for axis in row:
            yield left, axis
            left += len(axis.points) * self.step + GAP


def _told(alt: str, place: int) -> str:
    return 'aria-hidden="true"' if place else f'role="img" aria-label="{escape(alt)}"'


def _drawing(plan: Plan, row: Sequence[Axis]) -> str:
    columns = [Column(left + plan.step * place + plan.step // 2, *point) for left, axis in plan.starts(row) for place, point in enumerate(axis.points)]
    shapes = [*_heads(plan, row), *(_party(number, name, columns, plan.width_of(row)) for number, name in enumerate(plan.parties))]
    shapes += [text(column.x, plan.height - 4, shortened(column.number, plan.step - 2, SIZE), "middle") for column in columns]
    return "".join(shapes)


def _heads(plan: Plan, row: Sequence[Axis]) -> Iterator[str]:
    for left, axis in plan.starts(row):
        lines = lines_of(axis.name, len(axis.points) * plan.step + GAP - 6, 2, SIZE)
        yield from (text(left + 2, HEAD - 10 - LINE * (len(lines) - 1 - place), line, ink="p") for place, line in enumerate(lines))


def _party(number: int, name: str, columns: Sequence[Column], width: int) -> str:
    middle = HEAD + ROW * number + ROW // 2
    lines = lines_of(name, NAMES - 8, 2, SIZE)
    first = middle + 5 - (LINE / 2 + 1) * (len(lines) - 1)
    names = "".join(text(0, first + LINE * place, line, ink="p name") for place, line in enumerate(lines))
    rule = f'<path class="rule name" d="M0 {middle + ROW // 2}H{NAMES}"/><path class="rule" d="M{NAMES} {middle + ROW // 2}H{width}"/>'
    return rule + names + "".join(_marks(mark, [column.x for column in columns if column.marks[number] == mark], middle) for mark in SHAPES)


def _marks(mark: str, places: Sequence[int], y: int) -> str:
    """All marks of one kind of a party: one path, but of what is half filled two."""
    if not places:
        return ""
    half = f'<path class="h" d="{"".join(f"M{x} {y - 6}a6 6 0 0 0 0 12z" for x in places)}"/>' if mark == "maybe" else ""
    return f'<path class="{INKS[mark]}" d="{"".join(SHAPES[mark].format(x - 7, y, x - 6, y - 6, x - 4) for x in places)}"/>{half}'
