"""Divides a text at the marks that lie in it, which may overlap: what is found of a story, shown in its words."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rotative.record.typed import Typed, TypedBlock

MarkKind = Literal["statement", "speaker", "cue", "event"]


@dataclass(frozen=True)
class Mark:
    """Words of the whole text, [start, end), and of what they are. item, tag: its address and its short name in the list."""

    start: int
    end: int
    kind: MarkKind
    item: str = ""
    tag: str = ""
    is_kept: bool = False


@dataclass(frozen=True)
class Segment:
    """A stretch of the text in which the same marks lie. start: where, in the whole text. opens: the marks that begin here."""

    start: int
    words: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()

    @property
    def classes(self) -> str:
        """Style classes: of each kind that lies here, and whether one of them was accepted."""
        kinds = sorted({f"is-{mark.kind}" for mark in self.marks})
        return " ".join([*kinds, *(["is-kept"] if any(mark.is_kept for mark in self.marks) else [])])


@dataclass(frozen=True)
class Passage:
    """A block of the text, divided."""

    kind: str
    segments: tuple[Segment, ...]


def passages(text: Typed, marks: Iterable[Mark]) -> list[Passage]:
    """The blocks of a text, in order, divided at the marks."""
    marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind))
    return [Passage(block.kind, tuple(_segments(block, text.starts[block.id], marks))) for block in text.blocks]


def _segments(block: TypedBlock, at: int, marks: Sequence[Mark]) -> list[Segment]:
    until = at + len(block.words)
    here = [mark for mark in marks if mark.start < until and mark.end > at]
    edges = {at, until, *(edge for mark in here for edge in (mark.start, mark.end) if at < edge < until)}
    borders = sorted(edges)
    return [_segment(block.words[start - at : end - at], start, here) for start, end in zip(borders, borders[1:], strict=False)]


def _segment(words: str, start: int, marks: Sequence[Mark]) -> Segment:
    lying = tuple(mark for mark in marks if mark.start <= start < mark.end)
    return Segment(start, words, lying, tuple(mark for mark in lying if mark.start == start and mark.tag))
