"""The input, divided: which parts of it are the story, and of what kind each is."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from rotative.record.reading.findings import Span
from rotative.record.reading.layout import BlockKind as BlockKind
from rotative.record.reading.layout import kinds

_BLOCK = re.compile(r"[^\s](?:.*[^\s])?")
_SAME_LENGTH = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\xa0": " ", "\u202f": " ", "\u2009": " ", "…": "."})


@dataclass(frozen=True)
class Block:
    """A paragraph, a cross-head, a block quotation; or what is not the story: a menu, a button, a caption's credit."""

    span: Span
    kind: BlockKind = "paragraph"


@dataclass(frozen=True)
class Text:
    """A text as it was given, its blocks in order, its language, and when it was published (an aware datetime)."""

    words: str
    blocks: tuple[Block, ...]
    language: str
    published: datetime

    @cached_property
    def plain(self) -> str:
        """The words with straight apostrophes and plain spaces, letter for letter: what models and grammars read."""
        return plain(self.words)

    def story(self) -> Iterator[Block]:
        """The blocks that are the story."""
        return (block for block in self.blocks if block.kind != "outside")


def plain(words: str) -> str:
    """The same, letter for letter, with the signs that models know."""
    return words.translate(_SAME_LENGTH)


def divide(words: str) -> tuple[Block, ...]:
    """The blocks of a text, a line each, and what each is."""
    spans = [Span(*found.span()) for found in _BLOCK.finditer(words)]
    nexts = [span.start for span in spans[1:]] + [len(words)] * bool(spans)
    gaps = [words.count("\n", span.end, following) > 1 for span, following in zip(spans, nexts, strict=True)]
    found = kinds([words[slice(*span)] for span in spans], gaps)
    return tuple(Block(span, kind) for span, kind in zip(spans, found, strict=True))
