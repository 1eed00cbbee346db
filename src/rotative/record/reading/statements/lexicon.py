"""What a language says with: its verbs of saying by act and by what may follow them, its prepositions, its pronouns."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rotative.record.reading.findings import Act

Gender = Literal["m", "f"]
Number = Literal["s", "p"]


class Verb(NamedTuple):
    """A verb of saying.

    follows: what may be its content: d a quotation, c a clause ("que", "that"), i a bare infinitive ("to" in English),
    e "de" and an infinitive, a "à" and an infinitive, n a noun phrase, p "de" and a noun phrase, x somebody accused
    and then of what, y somebody described and then as what, b "à" and a noun phrase, k somebody "comme" what, j what
    somebody says to be; t: the one told; h: a quotation after a preposition; r: only where the verb is reflexive.
    """

    lemma: str
    act: Act
    follows: str


class Pronoun(NamedTuple):
    """Whom a pronoun may mean; None: either."""

    gender: Gender | None
    number: Number


@dataclass(frozen=True)
class Lexicon:
    """A language's words. forms: a verb by each of its forms; expressions: several words that report, in one pattern each."""

    language: Literal["fr", "en"]
    forms: Mapping[str, Verb]
    reflexive: Mapping[str, Verb]
    expressions: tuple[tuple[re.Pattern[str], Verb], ...]
    according: re.Pattern[str]
    clause: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    inversion: re.Pattern[str]
    set_in: tuple[re.Pattern[str], ...]
    auxiliaries: frozenset[str]
    ambiguous: frozenset[str]
    never_nouns: frozenset[str]
    articles: frozenset[str]
    negations: frozenset[str]
    addressing: tuple[re.Pattern[str], ...]


def verbs(table: str) -> list[Verb]:
    """The verbs of a table: a line each "act follows: lemma, lemma…"."""
    found = []
    for line in table.strip().splitlines():
        head, lemmas = line.split(":")
        act, follows = head.split()
        found += [Verb(lemma.strip(), act, follows) for lemma in lemmas.split(",")]  # type: ignore[arg-type]
    return found


def forms(known: Iterable[Verb], inflect: Callable[[str], Iterable[str]]) -> dict[str, Verb]:
    """The verbs by their forms; the first that claims a form has it."""
    return {form: verb for verb in reversed(list(known)) for form in inflect(verb.lemma)}


def divided(known: Iterable[Verb]) -> tuple[list[Verb], list[Verb]]:
    """The verbs that report by themselves, and those that do when they are reflexive."""
    known = list(known)
    return [verb for verb in known if "r" not in verb.follows], [verb for verb in known if "r" in verb.follows]
