"""Whom a speaker's mention means, within the article: a name, a pronoun, a description. None where two could be meant."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.statements.lexicon import Gender, Lexicon, Number, Pronoun
from rotative.record.reading.statements.people import Person
from rotative.record.reading.statements.sentences import Sentence

_BACK = 3
"""Sentences before a pronoun in which the one it means may stand."""
_COMPLEMENT = re.compile(r"(?:\b(?:de|du|des|of|for|from|at|in|à|au|chez|par|by|to|with|avec)|\bd'|\bl'un(?:e)? des|\bone of) (?:la |le |les |l'|the |[\w'-]+ )?$|\bd'$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:(?:le|la|les|the)\s+|l')", re.IGNORECASE)
_BODY = re.compile(
    r"(?:le|la|les|l'|the)\s*(?:\w+ )?(?:gouvernement|police|gendarmerie|parquet|préfecture|préfet|mairie|armée|justice|tribunal|cour|conseil|présidence|parlement|sénat|assemblée|commission|ministère|"
    r"parti|syndicat|fédération|association|entreprise|société|compagnie|groupe|direction|agence|ville|région|département|diocèse|banque|université|ambassade|consulat|coalition|opposition|"
    r"government|police|army|court|council|parliament|senate|commission|ministry|party|union|company|agency|city|embassy|bank|university|association|federation|department|committee)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Referent:
    """One of whom a sentence speaks. subject: of a verb; name: None for somebody who is described only."""

    span: Span
    name: str | None
    gender: Gender | None
    number: Number
    subject: bool
    described: bool = False

    def fits(self, pronoun: Pronoun) -> bool:
        """Whether a pronoun may mean this one."""
        return self.number == pronoun.number and (None in (self.gender, pronoun.gender) or self.gender == pronoun.gender)


class Resolver:
    """Names the speakers of an article's statements, sentence after sentence."""

    def __init__(self, people: Sequence[Person], lexicon: Lexicon, words: str) -> None:
        self._people, self._lexicon, self._words = people, lexicon, words
        self._told: list[list[Referent]] = []

    def sentence(self, sentence: Sentence, statements: Sequence[Statement]) -> list[Statement]:
        """The statements of the next sentence, with the names of their speakers."""
        here = list(self._referents(sentence, statements))
        resolved = [self._resolve(each, here) for each in statements]
        self._told.append([*here, *self._as_referents(sentence, resolved, here)])
        return resolved

    def _resolve(self, statement: Statement, here: Sequence[Referent]) -> Statement:
        if statement.speaker is None:
            return statement
        words = self._words[slice(*statement.speaker)]
        pronoun = self._lexicon.pronouns.get(words.lower().split("-")[0] if words.lower() not in self._lexicon.pronouns else words.lower())
        if pronoun:
            meant = self._meant(pronoun, statement.speaker.start, here)
            return replace(statement, speaker_name=meant and meant.name, unnamed=bool(meant and meant.name is None))
        name = self._named(statement.speaker) or self._by_role(statement.speaker, words)
        return replace(statement, speaker_name=name, unnamed=name is None)

    def _meant(self, pronoun: Pronoun, at: int, here: Sequence[Referent]) -> Referent | None:
        """The one that a pronoun means: by gender and number, the nearest sentence, its subject first; none where two could be."""
        earlier = [each for each in here if each.span.end <= at and each.subject]
        for told in [earlier, *reversed(self._told[-_BACK:])]:
            fitting = [each for each in told if each.fits(pronoun)]
            if fitting:
                return _only([each for each in fitting if each.subject]) if any(each.subject for each in fitting) else _only(fitting)
        return None

    def _named(self, span: Span) -> str | None:
        """The name that stands in a mention, and is not one that completes it ("la veuve de X")."""
        inside = [each for each in self._people if each.span.start < span.end and each.span.end > span.start]
        heads = [each for each in inside if not _COMPLEMENT.search(self._words[span.start : each.span.start]) and self._words[each.span.end : each.span.end + 2] not in {"'s", "’s"}]
        persons = [each for each in heads if each.kind == "person"] or heads
        names = list(dict.fromkeys(each.name for each in persons))
        return " ; ".join(names) if len(names) <= 3 and names else _body(self._words[slice(*span)])

    def _by_role(self, span: Span, words: str) -> str | None:
        """The one person who is described by the same words elsewhere: "le ministre" and "Noé Arlin, ministre de…"."""
        article = _ARTICLE.match(words)
        noun = re.match(r"[\w-]{5,}", words[article.end() :]) if article else None
        if noun is None or words.lower().startswith("les "):
            return None
        names = {each.name for each in self._people if each.kind == "person" and self._describes(noun.group().lower(), each.span)}
        return names.pop() if len(names) == 1 else None

    def _describes(self, noun: str, span: Span) -> bool:
        before = re.split(r"[.,;:«»()\"]", self._words[max(0, span.start - 60) : span.start].lower())[-1].strip()
        after = self._words[span.end : span.end + 70].lower()
        apposed = re.match(r"\s*,\s*([^,.;:«»]{3,60})", after)
        leads = re.search(rf"\b{re.escape(noun)}\b", before) and not _COMPLEMENT.search(self._words[max(0, span.start - 60) : span.start])
        return bool(leads or (apposed and re.match(rf"(?:le |la |l'|un |une |the |an? |ancien(?:ne)? )?(?:\w+ )?{re.escape(noun)}\b", apposed.group(1))))

    def _referents(self, sentence: Sentence, statements: Sequence[Statement]) -> Iterator[Referent]:
        speakers = [each.speaker for each in statements if each.speaker]
        for person in self._people:
            if sentence.span.start <= person.span.start < sentence.span.end:
                tokens = sentence.between(*person.span)
                if not tokens or sentence.quoted(tokens[0]):
                    continue
                subject = any(each.dep_.startswith("nsubj") for each in tokens) or any(s.start <= person.span.start < s.end for s in speakers)
                complement = bool(_COMPLEMENT.search(self._words[sentence.span.start : person.span.start]))
                if person.kind == "person" or (subject and not complement):
                    yield Referent(person.span, person.name, person.gender, "s", subject and not complement)

    def _as_referents(self, sentence: Sentence, statements: Sequence[Statement], here: Sequence[Referent]) -> Iterator[Referent]:
        """Speakers that are described or are pronouns, and subjects that are pronouns, as those of whom the sentence speaks."""
        for statement in statements:
            span = statement.speaker
            if span and not any(each.span.start < span.end and each.span.end > span.start for each in here):
                head = next((each for each in sentence.between(*span) if each.pos_ in {"NOUN", "PROPN", "PRON"}), None)
                gender = {"Masc": "m", "Fem": "f"}.get((head.morph.get("Gender") or [""])[0]) if head is not None else None
                plural = head is not None and head.morph.get("Number") == ["Plur"]
                yield Referent(span, statement.speaker_name, gender, "p" if plural else "s", True, True)  # type: ignore[arg-type]
        for token in sentence.tokens:
            pronoun = self._lexicon.pronouns.get(token.text.lower())
            span = Span(sentence.start(token), sentence.end(token))
            if pronoun and token.dep_ == "nsubj" and not sentence.quoted(token) and not any(each.speaker == span for each in statements):
                meant = self._meant(pronoun, span.start, here)
                if meant:
                    yield replace(meant, span=span, subject=True)


def _only(fitting: Sequence[Referent]) -> Referent | None:
    names = {each.name for each in fitting}
    return fitting[-1] if len(names) == 1 else None


def _body(words: str) -> str | None:
    """A body that a common noun names: "le gouvernement", "la police de Verel"."""
    return words[_ARTICLE.match(words).end() :] if _BODY.match(words) else None  # type: ignore[union-attr]
