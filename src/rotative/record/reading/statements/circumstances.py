"""To whom, through whom, where and when something is said, and whether the text keeps its distance from it."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rotative.record.reading.findings import Date, Interval, Named, Span, Statement
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.people import Person
from rotative.record.reading.statements.phrases import noun_phrase
from rotative.record.reading.statements.sentences import Sentence

_NEAR = 90
"""How far from a cue, in letters, what belongs to it may begin."""
_PLACE = {"fr": re.compile(r"\b(?:à|en|au|aux|depuis) $"), "en": re.compile(r"\b(?:in|at|from) $")}
_DOUBT = re.compile(r"\b(?:allegedly|reportedly|purportedly|supposedly|apparemment|prétendument)\b", re.IGNORECASE)
_PAST_CONDITIONAL = re.compile(r"\b(?:aurai(?:t|ent)|serai(?:t|ent)) (?:\w+ ){0,2}?\w+(?:é|ée|és|ées|i|is|it|ie|u|us|ue|ues)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(r"\b\w+rai(?:t|ent)\b", re.IGNORECASE)


def circumstanced(sentence: Sentence, statements: Sequence[Statement], people: Sequence[Person], dates: Sequence[Date], lexicon: Lexicon) -> list[Statement]:
    """The statements of a sentence with what is told of their circumstances."""
    here = [each for each in people if sentence.span.start <= each.span.start < sentence.span.end]
    when = [each for each in dates if sentence.span.start <= each.span.start < sentence.span.end]
    return [
        replace(
            each,
            addressee=_addressee(sentence, each, lexicon),
            via=_via(each, statements, sentence.words),
            place=_place(sentence, each, here),
            date=_date(sentence, each, when),
            hearsay=_hearsay(sentence, each, lexicon),
        )
        for each in statements
    ]


def _addressee(sentence: Sentence, statement: Statement, lexicon: Lexicon) -> Named | None:
    """To whom, or the outlet or the paper in which: beside the cue, outside the content."""
    if statement.cue is None or lexicon.according.match(sentence.words, statement.cue.start):
        return None
    for pattern in lexicon.addressing:
        for found in pattern.finditer(sentence.words, *_around(sentence, statement)):
            if _outside(sentence, statement, found.start()) and (found.start() >= statement.cue.end or pattern is not lexicon.addressing[0]):
                span = noun_phrase(sentence, found.end())
                if span and span != statement.speaker and _outside(sentence, statement, span.start):
                    return Named(span, sentence.words[slice(*span)])
    return None


def _around(sentence: Sentence, statement: Statement) -> tuple[int, int]:
    cue = statement.cue or statement.span
    return max(sentence.span.start, cue.start - _NEAR), min(sentence.span.end, cue.end + _NEAR)


def _outside(sentence: Sentence, statement: Statement, position: int) -> bool:
    """Whether a position is neither said nor part of the speaker's mention."""
    speaker = statement.speaker
    return not (statement.span.start <= position < statement.span.end) and not (speaker and speaker.start <= position < speaker.end) and not any(q.start <= position < q.end for q in sentence.quotations)


def _via(statement: Statement, others: Sequence[Statement], words: str) -> Named | None:
    """Who tells what another has said: the speaker in whose content both the cue and the content of a statement are."""
    for other in others:
        if other.speaker and other.speaker != statement.speaker and _tells(other, statement):
            return Named(other.speaker, other.speaker_name or words[slice(*other.speaker)])
    return None


def _tells(other: Statement, statement: Statement) -> bool:
    cue, said = statement.cue, other.span
    return cue is not None and said.start <= min(cue.start, statement.span.start) and max(cue.end, statement.span.end) <= said.end and other is not statement


def _place(sentence: Sentence, statement: Statement, people: Sequence[Person]) -> Named | None:
    start, end = _around(sentence, statement)
    for person in people:
        before = sentence.words[sentence.span.start : person.span.start]
        if person.kind == "place" and start <= person.span.start < end and _PLACE[sentence_language(sentence)].search(before) and _outside(sentence, statement, person.span.start):
            return Named(person.span, person.name)
    return None


def sentence_language(sentence: Sentence) -> str:
    """The language of a sentence's parse."""
    return "en" if sentence.parsed.doc.lang_ == "en" else "fr"


def _date(sentence: Sentence, statement: Statement, dates: Sequence[Date]) -> Interval | None:
    start, end = _around(sentence, statement)
    near = [each for each in dates if each.type in {"DATE", "TIME"} and start <= each.span.start < end and _outside(sentence, statement, each.span.start)]
    return min(near, key=lambda each: abs(each.span.start - (statement.cue or statement.span).start)).interval if near else None


def _hearsay(sentence: Sentence, statement: Statement, lexicon: Lexicon) -> bool:
    """Whether the text marks that it has not made sure: by the conditional ("aurait"), or a word."""
    said = "".join(_unquoted(sentence, statement.span))
    if lexicon.language == "en" or _DOUBT.search(said):
        return bool(_DOUBT.search(said))
    preposition = statement.cue is not None and lexicon.according.match(sentence.words, statement.cue.start)
    return bool((_CONDITIONAL if preposition else _PAST_CONDITIONAL).search(said)) and statement.mode != "direct"


def _unquoted(sentence: Sentence, span: Span) -> Iterator[str]:
    start = span.start
    for quotation in sentence.quotations:
        yield sentence.words[start : max(start, min(span.end, quotation.start))]
        start = max(start, quotation.end)
    yield sentence.words[start : span.end]
