"""Sentences, as quotations are kept whole: a model's own borders fall inside them too often."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.statements.marks import inside, within

_END = re.compile(r"(?<=[.!?…])[\s)\]»”\"]*\s(?=[\s\"«“„'‘(\[–—-]*[A-ZÀ-ÖØ-Þ0-9])|(?<=[.!?…])[\"»”]\s+(?=[A-ZÀ-ÖØ-Þ«“\"])|;\s+(?=[^\s«“\"])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Mlle|Mgr|Me|Dr|Pr|St|Ste|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|No|vs|art|av|env|etc|Inc|Co|Corp|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|(?:^|[A-ZÀ-Þ][\w'’-]*\.? |[,(] |\b\w{1,3} |\.)[A-ZÀ-Þ](?:\.[A-Za-zÀ-Þ])*|\b[A-Z](?:\.[A-Z])+)\.$"
)
_DATELINE = re.compile(r"[^.:«–—\n]{2,60}?\d{0,4} ?\.? ?[–—] (?=\S)(?![^.:\n–—]{2,150} [–—] )|[–—-] (?=\S)")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block. span: in the text; quotations: those that touch it."""

    parsed: Parsed
    span: Span
    quotations: tuple[Span, ...]
    words: str = field(repr=False)

    @cached_property
    def tokens(self) -> list[Any]:
        """Its tokens, of the block's parse."""
        offset = self.parsed.offset
        return [each for each in self.parsed.doc if self.span.start <= offset + each.idx < self.span.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [self.start(token) for token in self.tokens]

    def start(self, token: Any) -> int:
        """Where a token begins in the text."""
        return int(self.parsed.offset + token.idx)

    def end(self, token: Any) -> int:
        """Where a token ends in the text."""
        return int(self.parsed.offset + token.idx + len(token))

    def quoted(self, token: Any) -> bool:
        """Whether a token stands in a quotation."""
        return inside(self.start(token), self.quotations)

    def between(self, start: int, end: int) -> list[Any]:
        """The tokens that begin in [start, end) of the text."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def sentences(parsed: Parsed, words: str, quotations: Sequence[Span]) -> Iterator[Sentence]:
    """The sentences of a block. words: the text's, plain; quotations: the text's."""
    block = parsed.block.span
    here = tuple(within(quotations, *block))
    start = _past_dateline(words, block)
    for end in [*_ends(words, Span(start, block.end), here), block.end]:
        if words[start:end].strip():
            span = Span(start + len(words[start:end]) - len(words[start:end].lstrip(" –—-")), start + len(words[start:end].rstrip()))
            yield Sentence(parsed, span, tuple(within(here, *span)), words)
        start = end


def _past_dateline(words: str, block: Span) -> int:
    dateline = _DATELINE.match(words, *block)
    return dateline.end() if dateline else block.start


def _ends(words: str, span: Span, quotations: Sequence[Span]) -> Iterator[int]:
    for found in _END.finditer(words, *span):
        before = words[span.start : found.start()]
        if not inside(found.end() - 1, quotations) and not _ABBREVIATION.search(before[-12:]):
            yield found.end()


def is_finite(token: Any) -> bool:
    """Whether a token is a finite verb: not a name that the model takes for one."""
    return bool(token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm") == ["Fin"] and (token.text[:1].islower() or token.is_sent_start))


def is_ago(token: Any) -> bool:
    """Whether a verb is that of "il y a un an": a time, not a clause."""
    return bool(token.i > 0 and token.text.lower() == "a" and token.nbor(-1).text.lower() == "y")
