"""The sentences that may be essentials: of the story's paragraphs, told by the paper, trimmed to stand alone."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rotative.record.reading.essentials.naming import Namer
from rotative.record.reading.essentials.standing import stands_alone
from rotative.record.reading.essentials.trimming import parts, written
from rotative.record.reading.findings import Actor, Span
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.sentences import sentences
from rotative.record.reading.text import Text

SHORTEST, LONGEST = 32, 180  # characters
QUESTIONS = 4


@dataclass(frozen=True)
class Candidate:
    """A sentence as it would be printed, what it is drawn from, and its place: which paragraph, which sentence of it."""

    text: str
    span: Span
    part: Any
    paragraph: int
    place: int
    words: frozenset[str]


def drawn(text: Text, parsed: Sequence[Parsed], actors: Sequence[Actor]) -> Iterator[Candidate]:
    """Every sentence that stands alone, in the order of the text."""
    titles = content(token for each in parsed if each.block.kind == "title" for token in each.doc)
    namer = Namer(actors)
    for number, each in enumerate(_paragraphs(parsed)):
        namer.begin()
        for place, sentence in enumerate(sentences(each.doc)):
            found = _candidate(text, each, sentence, titles, namer)
            namer.follow(each, sentence)
            if found:
                yield Candidate(*found, number, place, content(found[2]))


def _paragraphs(parsed: Sequence[Parsed]) -> list[Parsed]:
    """The story's paragraphs; of an interview those before its first question: what is answered is said, and not told."""
    paragraphs = [each for each in parsed if each.block.kind == "paragraph"]
    questions = [number for number, each in enumerate(paragraphs) if each.doc.text.rstrip().endswith("?")]
    return paragraphs[: questions[0]] if len(questions) >= QUESTIONS else paragraphs


def _candidate(text: Text, parsed: Parsed, sentence: Any, titles: frozenset[str], namer: Namer) -> tuple[str, Span, Any] | None:
    """The longest part of a sentence that stands alone and is short enough."""
    for part in parts(sentence):
        name = namer.name_for(part)
        span = Span(parsed.offset + part.start_char, parsed.offset + part.end_char)
        words = written(text.words[slice(*span)], len(part[0]), name)
        if SHORTEST <= len(words) <= LONGEST and stands_alone(part, titles, name is not None):
            return words, span, part
    return None


def content(tokens: Any) -> frozenset[str]:
    """The words that say something, by their lemmas."""
    kinds = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
    return frozenset(token.lemma_.lower() for token in tokens if token.pos_ in kinds and not token.is_stop and token.text.strip())
