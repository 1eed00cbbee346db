"""Which of what was read in a story is what the record's file says."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rotative.project.demo.record.entries import Who
from rotative.record.anchors import Anchor
from rotative.record.models import Appearance
from rotative.record.reading.text import plain

ALIKE = 0.25  # of the characters of what was found and what is right, how many they share


def named(wanted: Iterable[Who], rows: Iterable[Appearance]) -> list[Appearance | None]:
    """For each the row of its name, else one whose name has more words than it should, each row once."""
    left = list(rows)
    found = {who.name: _taken(left, [row for row in left if row.name == who.name]) for who in wanted}
    return [found[who.name] or _taken(left, [row for row in left if f" {who.name} " in f" {row.name} "]) for who in wanted]


def nearest(places: Sequence[Anchor], rows: Iterable[Any]) -> list[Any | None]:
    """For each place the row that was found there, the likest first, each row once."""
    scores = [(_shared(place, row), at, row) for at, place in enumerate(places) for row in rows]
    found: dict[int, Any] = {}
    for score, at, row in sorted(scores, key=lambda each: (-each[0], each[1], each[2].pk)):
        if score >= ALIKE and at not in found and row not in found.values():
            found[at] = row
    return [found.get(at) for at in range(len(places))]


def has_words(row: Any, place: Anchor) -> bool:
    """Whether a row has these words and no others."""
    others = [part for part in row.grounds[1:] if part.kind == "content"]
    return not others and (row.block, row.start, plain(row.words)) == (place.block, place.start, plain(place.words))


def _taken(left: list[Appearance], fitting: list[Appearance]) -> Appearance | None:
    if fitting:
        left.remove(fitting[0])
    return fitting[0] if fitting else None


def _shared(place: Anchor, row: Any) -> float:
    """Of the characters of both, the share that both have."""
    if place.block != row.block:
        return 0.0
    both = min(place.end, int(row.end)) - max(place.start, int(row.start))
    return max(both, 0) / (max(place.end, int(row.end)) - min(place.start, int(row.start)))
