"""People meant by what they are: "la négociatrice", where the text has only one."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rotative.record.reading.actors.classes import RELATIONS, closed, is_demonym
from rotative.record.reading.actors.roles import Role
from rotative.record.reading.actors.words import Line
from rotative.record.reading.findings import Span

_DEFINITE = closed("le la l' the")
_GENDERED = frozenset(("le", "la"))
_COMPLEMENTS = closed("de d' du des of for")
_FEMININE = ((re.compile(r"trice\Z"), "teur"), (re.compile(r"euse\Z"), "eur"), (re.compile(r"ère\Z"), "er"), (re.compile(r"nne\Z"), "n"), (re.compile(r"[eèé]e\Z"), "é"))


class Use(NamedTuple):
    """A noun in the text that is the head of some role: where, and whether it may mean its bearer."""

    span: Span
    sure: bool


def described(lines: Sequence[Line], owned: Sequence[tuple[int, Role]]) -> list[tuple[int, Span]]:
    """The descriptions in a text that mean one person for sure, with the number of that person.

    owned: the roles, each with the number of whom it is said of.
    """
    found = []
    places = _places(lines)
    for stem in dict.fromkeys(_stem(role.head.low) for _, role in owned):
        bearers = [(number, role) for number, role in owned if _stem(role.head.low) == stem]
        if len({number for number, _ in bearers}) == 1 and bearers[0][1].head.low not in RELATIONS:
            found += [(bearers[0][0], span) for span in _uses(places.get(stem, []), [role for _, role in bearers])]
    return found


@lru_cache(maxsize=10_000)
def _stem(noun: str) -> str:
    """A noun without its number and gender, to see that no other is meant."""
    noun = noun.removesuffix("s")
    for ending, masculine in _FEMININE:
        noun = ending.sub(masculine, noun)
    return noun


def _places(lines: Sequence[Line]) -> dict[str, list[tuple[Line, int]]]:
    """Where each noun is, by its stem."""
    found: dict[str, list[tuple[Line, int]]] = defaultdict(list)
    for line in lines:
        for at, word in enumerate(line.words):
            found[_stem(word.low)].append((line, at))
    return found


def _uses(places: Sequence[tuple[Line, int]], roles: Sequence[Role]) -> list[Span]:
    """Where a noun means its bearer; nowhere where it once means another, or nobody in particular."""
    uses = [_use(line, at, roles) for line, at in places]
    others = [use for use in uses if not any(role.span.start <= use.span.start and use.span.end <= role.span.end for role in roles)]
    begin = min(role.span.start for role in roles)
    return [use.span for use in others if use.span.start > begin] if all(use.sure for use in others) else []


def _use(line: Line, at: int, roles: Sequence[Role]) -> Use:
    last = at + 1 + _tail(line, at, roles)
    article = line[at - 1].low if at else ""
    first = at - (article in _DEFINITE)
    span = line.span(first, last)
    related = first > 0 and line[first - 1].low in ("dont", "whose")
    return Use(span, article in _DEFINITE and not related and _agrees(line[at].low, article, roles) and not _goes_on(line, last))


def _tail(line: Line, at: int, roles: Sequence[Role]) -> int:
    """How many words after the noun are those of a role: "la ministre de l'Eau" said again."""
    tails = {role.tail for role in roles if role.tail}
    same = [len(tail) for tail in tails if tuple(word.low for word in line.words[at + 1 : at + 1 + len(tail)]) == tail]
    return max(same, default=0)


def _agrees(noun: str, article: str, roles: Sequence[Role]) -> bool:
    """Whether the noun has the form of a role, and the article its gender."""
    genders = {role.determiner for role in roles} & _GENDERED
    same = any(role.head.low == noun for role in roles)
    return same and not (article in _GENDERED and genders and article not in genders)


def _goes_on(line: Line, last: int) -> bool:
    """Whether an adjective, a complement or a name follows, so that another may be meant."""
    if last >= len(line) or line.plain[line[last - 1].end : line[last].start].strip("'- "):
        return False
    word = line[last]
    said_of = word.token.pos_ in ("ADJ", "PROPN", "NOUN") or "Part" in word.token.morph.get("VerbForm")
    return said_of or word.low in _COMPLEMENTS or word.big or is_demonym(word.text)
