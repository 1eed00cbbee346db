"""What is parsed at a time: a block, or the pieces of one that is too long for a parser's memory."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.record.reading.findings import Span
from rotative.record.reading.text import Block

LONGEST = 5_000  # characters: ten times a long paragraph
_ENDS = [re.compile(r"[.!?…][»”\"')\]]*\s+"), re.compile(r"\s+")]


def pieces(words: str, blocks: Iterator[Block]) -> Iterator[Block]:
    """The same blocks, those that are too long cut after a sentence where there is one, else at a space, else anywhere."""
    for block in blocks:
        start = block.span.start
        while block.span.end - start > LONGEST:
            end = _cut(words, start)
            yield Block(Span(start, end), block.kind)
            start = end
        yield Block(Span(start, block.span.end), block.kind) if start > block.span.start else block


def _cut(words: str, start: int) -> int:
    """Where a piece that begins at ``start`` may end: within its second half, so that pieces stay few."""
    half, most = start + LONGEST // 2, start + LONGEST
    for pattern in _ENDS:
        found = [match.end() for match in pattern.finditer(words, half, most)]
        if found:
            return found[-1]
    return most
