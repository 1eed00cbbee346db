"""Whom a speaker's mention means, within the article: a name, a pronoun, a description. None where two could be meant."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.statements.anaphors import of_a_state, points_back
from rotative.record.reading.statements.lexicon import Lexicon, Pronoun
from rotative.record.reading.statements.naming import Names
from rotative.record.reading.statements.people import Person
from rotative.record.reading.statements.referents import Referent, forms, referents
from rotative.record.reading.statements.sentences import Sentence, is_finite

_LAST = frozenset({"ce dernier", "cette dernière", "celui-ci", "celle-ci", "the latter"})
_BACK = 3
"""Sentences before a pronoun in which the one it means may stand."""
_BACKWARD = re.compile(
    r"(?:le|la|l'|the|ce|cette|this)\s*(?:compagnie|entreprise|société|groupe|parti|organisation|association|syndicat|rapport|enquête|institution|ministère|journal|quotidien|hebdomadaire|chaîne|"
    r"company|organization|organisation|party|group|union|report|investigation|ministry|newspaper|league|agency|firm)",
    re.IGNORECASE,
)
"""A body or a paper that was named before, and is now called what it is."""


class Resolver:
    """Names the speakers of an article's statements, sentence after sentence."""

    def __init__(self, people: Sequence[Person], lexicon: Lexicon, words: str) -> None:
        self._people, self._lexicon, self._words = people, lexicon, words
        self._told: list[list[Referent]] = []
        self._names = Names(people, lexicon, words)
        self._turn: tuple[int, Statement] | None = None

    def sentence(self, sentence: Sentence, statements: Sequence[Statement]) -> list[Statement]:
        """The statements of the next sentence, with the names of their speakers."""
        here = list(referents(sentence, statements, self._people, self._names))
        resolved = [self._resolve(each, here, sentence) for each in statements]
        resolved = [self._continued(sentence, each) for each in resolved]
        self._turn = _turn(sentence, resolved)
        self._told.append([*here, *self._as_referents(sentence, resolved, here)])
        return resolved

    def _continued(self, sentence: Sentence, statement: Statement) -> Statement:
        """A quotation that follows another in its paragraph, and has no cue, is the same speaker's."""
        if statement.cue or statement.speaker or self._turn is None or self._turn[0] != sentence.parsed.offset or _has_words_beside(sentence, statement):
            return statement
        return replace(statement, speaker_name=self._turn[1].speaker_name, unnamed=self._turn[1].unnamed)

    def _resolve(self, statement: Statement, here: Sequence[Referent], sentence: Sentence) -> Statement:
        if statement.speaker is None:
            return statement
        words = self._words[slice(*statement.speaker)]
        pronoun = self._lexicon.pronouns.get(words.lower().split("-")[0] if words.lower() not in self._lexicon.pronouns else words.lower())
        if pronoun:
            meant = (self._last(pronoun, statement.speaker.start, here) if words.lower() in _LAST else None) or self._meant(pronoun, statement.speaker.start, here)
            return replace(statement, speaker_name=meant.name if meant else None, unnamed=bool(meant and meant.name is None and not meant.unsure))
        common = any(token.pos_ == "NOUN" for token in sentence.between(*statement.speaker))
        name = self._names.named(statement.speaker, common) or self._names.by_role(statement.speaker, words)
        return replace(statement, speaker_name=name, unnamed=name is None and not _BACKWARD.fullmatch(words) and not self._is_somebody_named(statement.speaker))

    def _is_somebody_named(self, mention: Span) -> bool:
        """Whether a description without a name is of somebody who has one in the text."""
        return self._lexicon.language == "fr" and (points_back(self._words, mention, self._people) or of_a_state(self._words, mention))

    def _last(self, pronoun: Pronoun, at: int, here: Sequence[Referent]) -> Referent | None:
        """The one that "ce dernier" means: the last person before it, in its sentence or the one before."""
        for told in [[each for each in here if each.span.end <= at], *self._told[-1:]]:
            fitting = [each for each in told if each.human and each.name and each.fits(pronoun, self._lexicon.language == "en")]
            if fitting:
                return max(fitting, key=lambda each: each.span.end)
        return None

    def _meant(self, pronoun: Pronoun, at: int, here: Sequence[Referent]) -> Referent | None:
        """The one that a pronoun means: by gender and number, the nearest sentence, its subject first, who speaks in it before who does not; none where two could be."""
        earlier = [each for each in here if each.span.end <= at and each.subject]
        for told in [earlier, *reversed(self._told[-_BACK:])]:
            fitting = [each for each in told if each.fits(pronoun, self._lexicon.language == "en")]
            if fitting:
                subjects = [each for each in fitting if each.subject]
                return _only(subjects) or _only([each for each in subjects if each.speaks]) if subjects else _only(fitting)
        return None

    def _as_referents(self, sentence: Sentence, statements: Sequence[Statement], here: Sequence[Referent]) -> Iterator[Referent]:
        """Speakers that are described or are pronouns, and subjects that are pronouns, as those of whom the sentence speaks."""
        for statement in statements:
            span = statement.speaker
            if span and not any(each.span.start < span.end and each.span.end > span.start for each in here):
                head = next((each for each in sentence.between(*span) if each.pos_ in {"NOUN", "PROPN", "PRON"}), None)
                gender, number = forms(head) if head is not None else (None, "s")
                yield Referent(span, statement.speaker_name, gender, number, True, speaks=True, unsure=not statement.unnamed)
        for token in sentence.tokens:
            pronoun = self._lexicon.pronouns.get(token.text.lower())
            span = Span(sentence.start(token), sentence.end(token))
            if pronoun and token.dep_ == "nsubj" and not sentence.quoted(token) and not any(each.speaker == span for each in statements):
                meant = self._meant(pronoun, span.start, here)
                if meant:
                    yield replace(meant, span=span, subject=True)


def _has_words_beside(sentence: Sentence, statement: Statement) -> bool:
    """Whether a sentence has a verb beside its quotation: then it is no turn of a talk that goes on."""
    return any(is_finite(each) and not sentence.quoted(each) for each in sentence.tokens) and statement.mode == "direct"


def _turn(sentence: Sentence, statements: Sequence[Statement]) -> tuple[int, Statement] | None:
    """The paragraph, and the one statement whose speaker has the word after a sentence; none where two speak in it."""
    quoting = [each for each in statements if each.mode != "indirect"]
    names = {(each.speaker_name, each.unnamed) for each in statements}
    return (sentence.parsed.offset, quoting[-1]) if quoting and len(names) == 1 else None


def _only(fitting: Sequence[Referent]) -> Referent | None:
    names = {each.name for each in fitting}
    return fitting[-1] if len(names) == 1 else None


