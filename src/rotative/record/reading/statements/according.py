"""What is told with "selon", "d'après", "according to": the source, and the clause that it governs."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.borders import spanned
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import inside
from rotative.record.reading.statements.sentences import Sentence

_END = re.compile(r"[,;:.)(]| [–—] ")
_NOT_A_SOURCE = re.compile(r"(?:que|qu'|les? (?:cas|besoins|pays)|la loi|l'article|elle-même)\b", re.IGNORECASE)
_VERBAL = {"VERB", "AUX"}


class According(NamedTuple):
    """A source named by a preposition. cue: the preposition; source: the mention; content: what it is to have said."""

    cue: Span
    source: Span
    content: Span


def according(sentence: Sentence, lexicon: Lexicon) -> Iterator[According]:
    """All that a sentence gives to a source by a preposition."""
    for found in lexicon.according.finditer(sentence.words, *sentence.span):
        if inside(found.start(), sentence.quotations) or _NOT_A_SOURCE.match(sentence.words, found.end()):
            continue
        first = found.group().lower().startswith(("pour", "for")) and found.start() - sentence.span.start > 3
        source = _source(sentence, found.end())
        content = source and not first and _content(sentence, found.start(), source)
        if source and content:
            yield According(Span(found.start(), found.start() + len(found.group().rstrip())), source, content)


def _source(sentence: Sentence, start: int) -> Span | None:
    """The noun phrase from start: to a comma, a quotation, a verb that is not its own."""
    end = sentence.span.end
    stop = _END.search(sentence.words, start, end)
    end = stop.start() if stop else end
    for token in sentence.between(start, end):
        if sentence.quoted(token) or (token.pos_ in _VERBAL and token.morph.get("VerbForm") == ["Fin"] and not _relative(sentence, start, token)):
            end = sentence.start(token) if sentence.quoted(token) else min(end, sentence.start(token))
            break
        if token.text.lower() in {"et", "and", "mais", "but"} and sentence.start(token) > start and any(t.pos_ in _VERBAL for t in sentence.between(sentence.end(token), end)):
            end = sentence.start(token)
            break
    return spanned(sentence, start, end)


def _relative(sentence: Sentence, start: int, token: object) -> bool:
    return any(each.text.lower() in {"qui", "who", "que", "qu'", "that", "which"} for each in sentence.between(start, sentence.start(token)))


def _content(sentence: Sentence, start: int, source: Span) -> Span | None:
    before = sentence.words[sentence.span.start : start].strip(" ,")
    if len(before.split()) <= 2:
        return spanned(sentence, _past_apposition(sentence, source.end), sentence.span.end)
    end = start
    rest = sentence.words[source.end : sentence.span.end]
    if re.match(r"\s*(?:, )?(?:et|qui|,)\s", rest) and not _finite(sentence, sentence.span.start, start):
        end = sentence.span.end
    return spanned(sentence, sentence.span.start, end)


def _past_apposition(sentence: Sentence, start: int) -> int:
    """After the source's appositions: pieces between commas before the one in which a verb stands."""
    while True:
        rest = sentence.words[start : sentence.span.end]
        piece = re.match(r"\s*,\s*([^,«“\"]+?)\s*(?=[,;«“\"])", rest)
        if not piece or _finite(sentence, start, start + piece.end()) or not re.search(r"[,;]\s*\S", rest[piece.end() :] or " "):
            return start
        if not re.match(r"(?:de|du|des|d'|à|au|le|la|l'|les|un|une|ancien|chef|ministre|président|directeur|professeur|\w+eure?|\w+iste|\w+ien(?:ne)?|the|a|an|who)\b", piece.group(1)):
            return start
        start += piece.end()


def _finite(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.pos_ in _VERBAL and token.morph.get("VerbForm") == ["Fin"] for token in sentence.between(start, end))
