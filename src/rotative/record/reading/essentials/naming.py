"""The name that may stand in a pronoun's place: of the person whom the sentences before are about, and nobody else."""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rotative.record.reading.findings import Actor, Span
from rotative.record.reading.parsing import Parsed

PRONOUNS = {"il": "Masc", "elle": "Fem", "he": "Masc", "she": "Fem"}
_TOLD = {word: "Masc" for word in ("m.", "mr", "mr.", "le", "un", "sir")} | {word: "Fem" for word in ("mme", "mlle", "mrs", "mrs.", "ms", "ms.", "la", "une")}
_WOMAN = re.compile(r"(?:ente|ante|trice|ière|euse|enne|ée|ate|woman)$|^(?:adjointe|mère|sœur|fille|épouse|préfète|actress|mother|sister|daughter|wife)$")
_MAN = re.compile(r"(?:ent|ant|teur|eur|ier|ien|é|at|[^o]man)$|^(?:adjoint|père|frère|fils|époux|mari|préfet|father|brother|son|husband)$")


class Namer:
    """Follows a paragraph sentence by sentence: whom is it about, as far as grammar makes sure."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._people = [(span, actor) for actor in actors if actor.kind == "person" for span in actor.mentions]
        self._current: Actor | None = None
        self._gender = ""

    def begin(self) -> None:
        """A new paragraph is about nobody yet."""
        self._current, self._gender = None, ""

    def name_for(self, sentence: Any) -> str | None:
        """The name to put for the pronoun that begins a sentence, where there is one and it is sure."""
        pronoun = PRONOUNS.get(sentence[0].lower_)
        if not pronoun or not self._current or not sentence[0].dep_.startswith("nsubj"):
            return None
        return self._current.name if self._gender == pronoun else None

    def follow(self, parsed: Parsed, sentence: Any) -> None:
        """Read on: a sentence that names one person as its subject is about them; one that names another makes it unsure."""
        start, end = parsed.offset + sentence.start_char, parsed.offset + sentence.end_char
        named = [(span, actor) for span, actor in self._people if start <= span.start and span.end <= end]
        people = {actor.name for _, actor in named}
        if len(people) == 1 and (subject := _subject(parsed, sentence, named[0][0])) is not None:
            self._current, self._gender = named[0][1], _gender(subject)
        elif people and people != {self._current and self._current.name}:
            self.begin()


def _subject(parsed: Parsed, sentence: Any, span: Span) -> Any | None:
    """The subject that a mention is, or stands beside; None where it is something else."""
    mention = sentence.doc.char_span(span.start - parsed.offset, span.end - parsed.offset, alignment_mode="expand")
    if mention is None:
        return None
    head = mention.root
    while head.dep_ in ("appos", "flat:name", "compound") and head.head is not head:
        head = head.head
    return head if head.dep_.startswith("nsubj") else None


def _gender(subject: Any) -> str:
    """Masc, Fem, or nothing where the words around the name do not tell. The model's own guess of a name's gender is no word."""
    told = {_TOLD[token.lower_] for token in subject.subtree if token.lower_ in _TOLD and (token.dep_ != "det" or token.head == subject and subject.pos_ == "NOUN")}
    told |= {gender for token in subject.subtree if token.dep_ == "appos" and token.pos_ == "NOUN" and (gender := _of_an_office(token.lower_))}
    return told.pop() if len(told) == 1 else ""


def _of_an_office(noun: str) -> str:
    """ "Présidente", "directeur": an office whose form tells."""
    return "Fem" if _WOMAN.search(noun) else "Masc" if _MAN.search(noun) else ""
