"""The text of a story as typed: the words of its body without tags, block by block, before typography.

The rule of stripping, on which every offset stands: tags give nothing; ``</p>``, ``</li>`` and ``<br>``
give a line's end; references (``&amp;``) give their characters; white space at both ends of a block goes,
everything else stays as it was typed. Blocks that are not text, and pulled quotations, which repeat it, are left out.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html.parser import HTMLParser
from itertools import accumulate
from typing import Any, NamedTuple

from rotative.record.reading.findings import Span
from rotative.record.reading.text import Block, BlockKind, divide

BETWEEN = "\n\n"
LINES = {"p": "end", "li": "end", "br": "start"}  # the tags that give a line's end
KINDS: dict[str, BlockKind] = {"paragraph": "paragraph", "heading": "heading", "quotation": "quote", "box": "paragraph"}


class Piece(NamedTuple):
    """A stretch of one block, [start, end) in its words."""

    block: str
    start: int
    end: int


@dataclass(frozen=True)
class TypedBlock:
    """A block of a body. words: its text as typed; speaker and role: of a block quotation, as typed beside it.

    foot: how many of its last characters say who speaks; they are words of the block, and not of the story.
    place: which of the body's blocks it is, from 0.
    """

    id: str
    kind: BlockKind
    words: str
    speaker: str = ""
    role: str = ""
    foot: int = 0
    place: int = 0

    def lines(self) -> Iterator[Block]:
        """Its lines, for the reader; the foot is outside the story."""
        for line in divide(self.words):
            is_foot = line.span.start >= len(self.words) - self.foot
            yield Block(line.span, "outside" if is_foot else self.kind)


@dataclass(frozen=True)
class Typed:
    """The text of a body as typed, its blocks in order."""

    blocks: tuple[TypedBlock, ...]

    @cached_property
    def words(self) -> str:
        """The whole text, as it is read."""
        return BETWEEN.join(block.words for block in self.blocks)

    @cached_property
    def by_id(self) -> dict[str, str]:
        """The words of each block, in order: what anchors are made in."""
        return {block.id: block.words for block in self.blocks}

    @cached_property
    def starts(self) -> dict[str, int]:
        """Where each block begins in the whole text."""
        ends = accumulate(len(block.words) + len(BETWEEN) for block in self.blocks)
        return dict(zip((block.id for block in self.blocks), [0, *ends], strict=False))

    def lines(self) -> tuple[Block, ...]:
        """The lines of the whole text, of the kind that each is."""
        return tuple(
            Block(Span(line.span.start + self.starts[block.id], line.span.end + self.starts[block.id]), line.kind)
            for block in self.blocks
            for line in block.lines()
        )

    def pieces(self, span: Span) -> list[Piece]:
        """Where a span of the whole text lies: a piece a block, white space at the ends of each left out."""
        return [piece for block in self.blocks if (piece := self._piece(block, span))]

    def _piece(self, block: TypedBlock, span: Span) -> Piece | None:
        at = self.starts[block.id]
        start, end = max(span.start - at, 0), min(span.end - at, len(block.words))
        words = block.words[start:end] if start < end else ""
        start += len(words) - len(words.lstrip())
        return Piece(block.id, start, start + len(words.strip())) if words.strip() else None


def typed(body: Iterable[Mapping[str, Any]]) -> Typed:
    """The text of a body as it is stored: blocks with their ``type``, ``value`` and ``id``."""
    blocks = dict[str, TypedBlock]()
    for number, each in enumerate(body):
        name = str(each.get("id") or "")
        # Bodies written by programs may lack names, or repeat them.
        name = f"{name}#{number}" if not name or name in blocks else name
        block = _block(name, each["type"], each["value"])
        blocks |= {name: replace(block, place=number)} if block and block.words else {}
    return Typed(tuple(blocks.values()))


def stripped(html: str) -> str:
    """The words of rich text, by the rule above."""
    stripper = _Stripper()
    stripper.feed(html)
    stripper.close()
    return "".join(stripper.words).strip()


def _block(id: str, kind: str, value: Any) -> TypedBlock | None:
    if kind == "paragraph":
        return TypedBlock(id, KINDS[kind], stripped(value or ""))
    if kind == "heading":
        return TypedBlock(id, KINDS[kind], _word(value, "text"))
    if kind == "quotation":
        return _quotation(id, value)
    if kind == "box":
        return TypedBlock(id, KINDS[kind], f"{_word(value, 'title')}\n{stripped(_word(value, 'text'))}".strip())
    return None


def _word(value: Mapping[str, Any], name: str) -> str:
    """What was typed in a field of a block; a draft may lack it."""
    return (value.get(name) or "").strip()


def _quotation(id: str, value: Mapping[str, Any]) -> TypedBlock:
    """Who speaks is a last line, so that it can be anchored: when it changes, the words are another's."""
    speaker, role = _word(value, "speaker"), _word(value, "role")
    foot = ", ".join(filter(None, (speaker, role)))
    words = "\n".join(filter(None, (stripped(_word(value, "text")), foot)))
    return TypedBlock(id, "quote", words, speaker, role, len(foot))


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if LINES.get(tag) == "start":
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if LINES.get(tag) == "end":
            self.words.append("\n")
