"""Of whom a sentence speaks: those whom a pronoun in it, or after it, may mean."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.statements.lexicon import Gender, Number, Pronoun
from rotative.record.reading.statements.naming import Names
from rotative.record.reading.statements.people import Person
from rotative.record.reading.statements.phrases import phrase
from rotative.record.reading.statements.sentences import Sentence


@dataclass(frozen=True)
class Referent:
    """One of whom a sentence speaks. subject: of a verb; name: None for somebody who is described only; speaks: says something in it; unsure: whose name is not known, though it may have one."""

    span: Span
    name: str | None
    gender: Gender | None
    number: Number
    subject: bool
    human: bool = True
    speaks: bool = False
    unsure: bool = False

    def fits(self, pronoun: Pronoun, neuter: bool) -> bool:
        """Whether a pronoun may mean this one. neuter: whether the language has another pronoun for what is no person."""
        return (self.human or not neuter or pronoun.number == "p") and self.number == pronoun.number and (None in (self.gender, pronoun.gender) or self.gender == pronoun.gender)


def referents(sentence: Sentence, statements: Sequence[Statement], people: Sequence[Person], names: Names) -> Iterator[Referent]:
    """Of whom a sentence speaks: its people, and its subjects that are common nouns."""
    speakers = [each.speaker for each in statements if each.speaker]
    for person in people:
        if sentence.span.start <= person.span.start < sentence.span.end:
            tokens = sentence.between(*person.span)
            if not tokens or sentence.quoted(tokens[0]):
                continue
            subject = any(each.dep_.startswith("nsubj") or (each.dep_ == "conj" and each.head.dep_.startswith("nsubj")) for each in tokens) or any(s.start <= person.span.start < s.end for s in speakers)
            complement = names.completes(sentence.span.start, person.span.start)
            if person.kind == "person" or (subject and not complement):
                gender = person.gender or (_article_gender(sentence.words[sentence.span.start : person.span.start]) if person.kind != "person" else None)
                yield Referent(person.span, person.name, gender, "s", subject and not complement, person.kind == "person", any(s.start <= person.span.start < s.end for s in speakers))
    yield from _described(sentence, speakers, people, names)


def _described(sentence: Sentence, speakers: Sequence[Span], people: Sequence[Person], names: Names) -> Iterator[Referent]:
    """Subjects that are common nouns: a pronoun may mean them, and then nobody else."""
    for token in sentence.tokens:
        if token.dep_ in {"nsubj", "nsubj:pass", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"} and not sentence.quoted(token):
            span = phrase(sentence, token)
            if not any(each.span.start < span.end and each.span.end > span.start and names.is_head(each, span) for each in people):
                gender, number = forms(token)
                name = names.named(span, token.pos_ == "NOUN") or names.by_role(span, sentence.words[slice(*span)])
                yield Referent(span, name, gender, number, True, speaks=any(s.start < span.end and s.end > span.start for s in speakers))


def forms(token: Any) -> tuple[Gender | None, Number]:
    """The gender and the number of a noun, as the model has them."""
    gender = {"Masc": "m", "Fem": "f"}.get((token.morph.get("Gender") or [""])[0])
    return gender, "p" if token.morph.get("Number") == ["Plur"] else "s"  # type: ignore[return-value]


def _article_gender(before: str) -> Gender | None:
    article = re.search(r"\b(?:(le|un|au|du)|(la|une)) (?:\w+ )?$", before, re.IGNORECASE)
    return None if article is None else "m" if article.group(1) else "f"
