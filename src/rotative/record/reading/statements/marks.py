"""Quotation marks: which open, which close, and the quotations between them."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rotative.record.reading.findings import Span
from rotative.record.reading.text import Block, Text

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‟": "”", "‹": "›"}
_MARK = re.compile(r"[«»“”„‟]|(?<!['’]\d\d)(?<!\d(?=\"\d))\"|''|(?<!\w)‘(?=\w)|(?<=[.,!?])’(?!\w)")
_NAME = 4
"""The most words of a name between marks."""
_STRAIGHT = {'"', "''"}


def quotations(text: Text) -> list[Span]:
    """The outermost quotations of a story, in order, with their marks; one that runs over paragraphs is one.

    A block quotation is a quotation, with marks or without.
    """
    blocks = list(text.story())
    found: list[Span] = []
    for number, block in enumerate(blocks):
        if found and block.span.start < found[-1].end:
            continue
        if block.kind == "quote":
            found.append(block.span)
        else:
            found += _of_block(text.words, blocks, number)
    return found


def _of_block(words: str, blocks: Sequence[Block], number: int) -> list[Span]:
    span = blocks[number].span
    found, opened = _pair(words, span, nested=True)
    if opened is None:
        return found
    end = _runs_on(words, blocks, number, words[opened])
    if end is not None:
        return [*(each for each in found if each.end <= opened), Span(opened, end)]
    found, opened = _pair(words, span, nested=False)
    return found if opened is None else [*found, Span(opened, span.end)]


def _pair(words: str, span: Span, nested: bool) -> tuple[list[Span], int | None]:
    """The quotations of a span, and where one opens that does not close in it."""
    found: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    for mark in _MARK.finditer(words, *span):
        if open_marks and _closes(open_marks[-1][0], mark.group()):
            start = open_marks.pop()[1]
            if not open_marks:
                found.append(Span(start, mark.end()))
        elif _opens(mark.group()) and (not open_marks or (nested and mark.group() != "‘")):
            open_marks.append((mark.group(), mark.start()))
    return found, open_marks[0][1] if open_marks else None


def _closes(opening: str, mark: str) -> bool:
    if opening in _STRAIGHT:
        return mark == opening
    return mark == "’" if opening == "‘" else mark in _PAIRS[opening]


def _opens(mark: str) -> bool:
    return mark in _PAIRS or mark in _STRAIGHT or mark == "‘"


def _runs_on(words: str, blocks: Sequence[Block], number: int, mark: str) -> int | None:
    """Where a quotation ends that each following paragraph opens anew; None where none does."""
    for block in blocks[number + 1 :]:
        if words[block.span.start] not in {mark, _PAIRS.get(mark, mark)[0]}:
            return None
        close = words.find(_PAIRS.get(mark, mark)[0], block.span.start + 1, block.span.end)
        if close >= 0:
            return close + 1
    return None


def is_a_name(words: str, quotation: Span) -> bool:
    """Whether a quotation is the name of a paper or a broadcast, not words that somebody said: "« Quotidien »"."""
    inner = words[quotation.start + 1 : quotation.end - 1].strip()
    return inner[:1].isupper() and len(inner.split()) <= _NAME and not re.search(r"[.,;:!?]", inner)


def inside(position: int, spans: Sequence[Span]) -> bool:
    """Whether a position is within one of the spans."""
    return any(span.start <= position < span.end for span in spans)


def within(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Those of the spans that touch [start, end)."""
    return (span for span in spans if span.start < end and span.end > start)
