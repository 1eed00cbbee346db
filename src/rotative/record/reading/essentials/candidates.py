"""The sentences that may be essentials: of the story's paragraphs, whole, trimmed, standing alone."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rotative.record.reading.essentials.naming import Namer
from rotative.record.reading.essentials.standing import stands_alone
from rotative.record.reading.essentials.trimming import trim
from rotative.record.reading.findings import Actor, Span
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.sentences import sentences
from rotative.record.reading.text import Text

SHORTEST, LONGEST = 40, 180  # characters


@dataclass(frozen=True)
class Candidate:
    """A sentence as it would be printed, where it is drawn from, and its place: which paragraph, which sentence of it."""

    text: str
    span: Span
    sentence: Any
    paragraph: int
    place: int
    words: frozenset[str]


def candidates(text: Text, parsed: Sequence[Parsed], actors: Sequence[Actor]) -> Iterator[Candidate]:
    """Every sentence that stands alone, in the order of the text."""
    titles = frozenset().union(*(content(each.doc) for each in parsed if each.block.kind == "title"))
    namer = Namer(actors)
    for number, each in enumerate(part for part in parsed if part.block.kind == "paragraph"):
        namer.begin()
        for place, sentence in enumerate(sentences(each.doc)):
            found = _candidate(text, each, sentence, titles, namer)
            namer.follow(each, sentence)
            if found:
                yield Candidate(*found, sentence, number, place, content(sentence))


def _candidate(text: Text, parsed: Parsed, sentence: Any, titles: frozenset[str], namer: Namer) -> tuple[str, Span] | None:
    name = namer.name_for(sentence)
    if not stands_alone(sentence, titles, name is not None):
        return None
    start, end = parsed.offset + sentence.start_char, parsed.offset + sentence.end_char
    found = trim(text.words[start:end], sentence, name)
    return (found, Span(start, end)) if found and SHORTEST <= len(found) <= LONGEST else None


def content(tokens: Any) -> frozenset[str]:
    """The words that say something, by their lemmas."""
    return frozenset(token.lemma_.lower() for token in tokens if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and not token.is_stop and token.text.strip())
