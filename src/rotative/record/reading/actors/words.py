"""The words of a block with what the model says of each. The cut is our own: the model's glues and splits names."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rotative.record.reading.actors.classes import POSTS, SMALL
from rotative.record.reading.findings import Span
from rotative.record.reading.parsing import Parsed

_PIECE = re.compile(r"[^\W_]+(?:['-][^\W_]+)*\.?")
_LIGATURE = re.compile(r"(?:[ldnmtsjc]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[^\W\d_])")
_FIRST_LIGATURE = re.compile(r"(?:[LDSJC]|Qu|Jusqu|Lorsqu|Puisqu|Quoiqu)'(?=[^\W\d_])")
_PREFIX = re.compile(r"(?:anti|pro|ex|non|post|pré|pre|néo|neo)-(?=[A-ZÀ-Ý])")
_INITIAL = re.compile(r"[^\W\d_](?:-[^\W\d_])?\.|Jr\.|Sr\.|Ch\.|Ph\.|Th\.")
_KINDS = {"PERSON": "PER", "PER": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}
_OPENS = ".!?:;«»“”\"—–•*([\n…"


@dataclass(frozen=True)
class Word:
    """A word of a block, [start, end) in the block. label: the model's kind of the name it is in (PER, LOC, ORG), "" for none.

    entity: which name of the block it is in, -1 for none. first: it stands where any word has a capital.
    """

    start: int
    end: int
    text: str
    token: Any
    label: str
    entity: int
    first: bool

    @property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def bare(self) -> str:
        """In small letters, without the stop of an abbreviation."""
        return self.low.rstrip(".")

    @property
    def bare_text(self) -> str:
        """As written, without the stops of an abbreviation."""
        return self.text.replace(".", "")

    @property
    def big(self) -> bool:
        """Whether it is written as a name is: with a capital, "al-Amin" and "d'Arc" too."""
        return self.text[0].isupper() or bool(re.match(r"(?:al|el|an|ad|as|ar|abd)-[A-ZÀ-Ý]", self.text))

    @property
    def initial(self) -> bool:
        return self.text.endswith(".")

    @property
    def small(self) -> bool:
        """Whether it may stand within a name in small letters."""
        return self.low.strip("'") in SMALL


@dataclass(frozen=True, eq=False)
class Line:
    """A block as its words in order. plain: its text."""

    parsed: Parsed
    plain: str
    words: tuple[Word, ...]

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Word:
        return self.words[at]

    def gap(self, left: int, right: int) -> str:
        """What stands between the words from one to another."""
        pairs = zip(self.words[left:right], self.words[left + 1 : right + 1], strict=True)
        return "".join(self.plain[one.end : other.start] for one, other in pairs)

    def span(self, first: int, last: int) -> Span:
        """Where the words [first, last) are in the text."""
        offset = self.parsed.offset
        return Span(offset + self.words[first].start, offset + self.words[last - 1].end)


def cut(parsed: Parsed) -> Line:
    """A block in words."""
    plain = parsed.doc.text
    at = _tokens(parsed.doc)
    labels = _labels(parsed.doc)
    return Line(parsed, plain, tuple(_word(plain, start, end, at, labels) for start, end in _pieces(plain)))


def _tokens(doc: Any) -> list[Any]:
    at: list[Any] = []
    for token in doc:
        at.extend([token] * len(token.text_with_ws))
    return at


def _labels(doc: Any) -> dict[int, tuple[str, int]]:
    names = [(number, span) for number, span in enumerate(doc.ents) if span.label_ in _KINDS and not _is_post(span)]
    return {at: (_KINDS[span.label_], number) for number, span in names for at in range(span.start_char, span.end_char)}


def _is_post(span: Any) -> bool:
    """Whether the model takes "président de la République" for a name."""
    return len(span) > 1 and span[0].text.casefold() in POSTS and span[1].text.casefold() in ("de", "du", "d'", "des", "of")


def _pieces(plain: str) -> Iterator[tuple[int, int]]:
    for found in _PIECE.finditer(plain):
        start, end = found.span()
        if end - start > 1 and plain[end - 1] == "." and not _INITIAL.fullmatch(found[0].rpartition("'")[2]):
            end -= 1
        for pattern in (_FIRST_LIGATURE if _is_first(plain, start) else _LIGATURE, _LIGATURE, _PREFIX):
            if prefix := pattern.match(plain, start, end):
                yield start, prefix.end()
                start = prefix.end()
        if start < end:
            yield start, end


def _is_first(plain: str, start: int) -> bool:
    while start and plain[start - 1].isspace():
        start -= 1
    return not start or plain[start - 1] in _OPENS or plain[max(0, start - 2) : start] in (".)", ".]")


def _word(plain: str, start: int, end: int, at: list[Any], labels: dict[int, tuple[str, int]]) -> Word:
    end -= 2 * plain[start:end].endswith("'s")
    label, entity = next((labels[each] for each in range(start, end) if each in labels), ("", -1))
    ligature = start > 0 and plain[start - 1] == "'" and _FIRST_LIGATURE.fullmatch(plain, start - 2, start)
    first = _is_first(plain, start - 2 if ligature else start)
    return Word(start, end, plain[start:end], at[start], label, entity, first)
