"""Where the parties of a text stand, at a glance: a shape for each point and party, in rows that fit a telephone.

Plain SVG in the page's own colours. It says nothing that the table of the text does not say in words.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from rotative.paper.lettering import lines_of, text

MOST = 13  # points in a row
NAMES, STEP, GAP = 112, 24, 14
ROW, LINE = 33, 14
HEAD, FOOT = 40, 20
SIZE = 13  # of the letters, in units of the drawing


class Axis(NamedTuple):
    """Points by their numbers; each with the mark of every party: yes, no, maybe or mute."""

    name: str
    points: Sequence[tuple[str, Sequence[str]]]


def drawings(axes: Sequence[Axis], parties: Sequence[str], alt: str) -> list[str]:
    """The matrix in as many drawings as it has rows of points. alt: what the whole shows, told once."""
    rows = _rows(axes)
    width, height = max(map(_width, rows)), _height(parties)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return [f"<svg {size} {_told(alt, place)}>{_drawing(row, parties)}</svg>" for place, row in enumerate(rows)]


def height_of(axes: Sequence[Axis], parties: Sequence[str]) -> int:
    """How high the drawings are together, one under the other and not made smaller."""
    return len(_rows(axes)) * (_height(parties) + 2 * LINE)


def _told(alt: str, place: int) -> str:
    return 'aria-hidden="true"' if place else f'role="img" aria-label="{escape(alt)}"'


def _rows(axes: Sequence[Axis]) -> list[list[Axis]]:
    """Axes side by side while they have room; a long one goes on in the next row."""
    rows: list[list[Axis]] = [[]]
    for axis in axes:
        for part in _parts(axis):
            if rows[-1] and sum(len(each.points) for each in rows[-1]) + len(part.points) > MOST:
                rows.append([])
            rows[-1].append(part)
    return [row for row in rows if row]


def _parts(axis: Axis) -> Iterator[Axis]:
    for start in range(0, len(axis.points), MOST):
        yield Axis(axis.name, axis.points[start : start + MOST])


def _width(row: Sequence[Axis]) -> int:
    return NAMES + sum(len(axis.points) for axis in row) * STEP + GAP * (len(row) - 1)


def _height(parties: Sequence[str]) -> int:
    return HEAD + ROW * len(parties) + FOOT


def _drawing(row: Sequence[Axis], parties: Sequence[str]) -> str:
    points = list(_points(row))
    shapes = [*_heads(row), *(_party(number, name, points, _width(row)) for number, name in enumerate(parties))]
    shapes += [text(x, _height(parties) - 4, name, "middle") for x, name, _ in points]
    return "".join(shapes)


def _heads(row: Sequence[Axis]) -> Iterator[str]:
    left = NAMES
    for axis in row:
        room = len(axis.points) * STEP + GAP - 6
        lines = lines_of(axis.name, room, 2, SIZE)
        yield from (text(left + 2, HEAD - 10 - LINE * (len(lines) - 1 - place), line, ink="p") for place, line in enumerate(lines))
        left += len(axis.points) * STEP + GAP


def _points(row: Sequence[Axis]) -> Iterator[tuple[int, str, Sequence[str]]]:
    """The middle of each point's column, its number, and its marks."""
    left = NAMES
    for axis in row:
        yield from ((left + STEP * place + STEP // 2, name, marks) for place, (name, marks) in enumerate(axis.points))
        left += len(axis.points) * STEP + GAP


def _party(number: int, name: str, points: Sequence[tuple[int, str, Sequence[str]]], width: int) -> str:
    middle = HEAD + ROW * number + ROW // 2
    lines = lines_of(name, NAMES - 8, 2, SIZE)
    first = middle + 5 - (LINE / 2 + 1) * (len(lines) - 1)
    names = "".join(text(0, first + LINE * place, line, ink="p name") for place, line in enumerate(lines))
    rule = f'<path class="rule name" d="M0 {middle + ROW // 2}H{NAMES}"/><path class="rule" d="M{NAMES} {middle + ROW // 2}H{width}"/>'
    return rule + names + "".join(_marks(mark, [x for x, _, marks in points if marks[number] == mark], middle) for mark in SHAPES)


def _marks(mark: str, places: Sequence[int], y: int) -> str:
    """All marks of one kind of a party: one path, but of what is half filled two."""
    if not places:
        return ""
    half = f'<path class="h" d="{"".join(f"M{x} {y - 6}a6 6 0 0 0 0 12z" for x in places)}"/>' if mark == "maybe" else ""
    return f'<path class="{INKS[mark]}" d="{"".join(SHAPES[mark].format(x - 7, y, x - 6, y - 6, x - 4) for x in places)}"/>{half}'


# Of each kind the shape; its places: left of the middle by 7, the middle's height, left by 6, over it by 6, left by 4.
SHAPES = {
    "yes": "M{0} {1}a7 7 0 1 0 14 0a7 7 0 1 0-14 0",
    "no": "M{2} {3}l12 12m0-12l-12 12",
    "maybe": "M{2} {1}a6 6 0 1 0 12 0a6 6 0 1 0-12 0",
    "mute": "M{4} {1}h8",
}
INKS = {"yes": "y", "no": "n", "maybe": "c", "mute": "s"}
