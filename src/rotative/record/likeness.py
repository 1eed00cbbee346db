"""Why two actors may be the same one: reasons that an editor can judge, and their weight. Nobody is merged by them."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Why = Literal["same name", "same letters", "part of the name", "same initial", "same role", "same dossier", "same company"]
WEIGHTS: dict[Why, int] = {
    "same name": 10, "same letters": 9, "part of the name": 5, "same initial": 5, "same role": 3, "same dossier": 2, "same company": 2,
}  # fmt: skip
OF_NAMES: frozenset[Why] = frozenset({"same name", "same letters", "part of the name", "same initial"})
TITLES = frozenset(["m", "mm", "mme", "mmes", "mlle", "me", "dr", "pr", "mr", "mrs", "ms", "sir", "lady", "lord"])
COMPANY = 2  # others with whom both were seen
ENOUGH = 7


class Reason(NamedTuple):
    """Why, and the words that both share."""

    why: Why
    words: str


@dataclass(frozen=True)
class Known:
    """What is known of an actor. stories and dossiers: by primary key; company: who else is in its stories."""

    kind: str
    names: tuple[str, ...]
    roles: frozenset[str] = frozenset()
    stories: frozenset[int] = frozenset()
    dossiers: frozenset[int] = frozenset()
    company: frozenset[str] = frozenset()


def reasons(one: Known, other: Known) -> list[Reason]:
    """Why two may be one; none where their names are nothing to each other, or a story names both: it tells them apart."""
    if one.kind != other.kind or one.stories & other.stories:
        return []
    named = _of_names(one, other)
    found = [named, *_of_circumstances(one, other)] if named else []
    return found if sum(WEIGHTS[reason.why] for reason in found) >= ENOUGH else []


def weight(found: list[Reason]) -> int:
    return sum(WEIGHTS[reason.why] for reason in found)


def letters(name: str) -> str:
    """A name without accents, capitals and marks: what is left when it is written otherwise."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    return " ".join(re.findall(r"\w+", "".join(each for each in plain if not unicodedata.combining(each))))


def last_word(name: str) -> str:
    """The word by which names are looked for together."""
    return letters(name).rpartition(" ")[2]


def _of_names(one: Known, other: Known) -> Reason | None:
    """The best that their names have in common."""
    pairs = [(a, b) for a in one.names for b in other.names]
    found = [reason for a, b in pairs if (reason := _of_two(a, b, one.kind))]
    return max(found, key=lambda reason: WEIGHTS[reason.why], default=None)


def _of_two(a: str, b: str, kind: str) -> Reason | None:
    one, other = _untitled(a), _untitled(b)
    if a == b:
        return Reason("same name", a)
    if one == other and one:
        return Reason("same letters", a)
    if kind != "person" or not one or not other or one[-1] != other[-1]:
        return None
    if len(one) == 1 or len(other) == 1:
        return Reason("part of the name", min(a, b, key=len))
    is_initial = 1 in (len(one[0]), len(other[0])) and one[0][0] == other[0][0]
    return Reason("same initial", min(a, b, key=len)) if is_initial else None


def _untitled(name: str) -> list[str]:
    words = letters(name).split()
    return words[1:] if len(words) > 1 and words[0] in TITLES else words


def _of_circumstances(one: Known, other: Known) -> Iterator[Reason]:
    roles, company = one.roles & other.roles, one.company & other.company
    if roles:
        yield Reason("same role", min(roles))
    if one.dossiers & other.dossiers:
        yield Reason("same dossier", "")
    if len(company) >= COMPANY:
        yield Reason("same company", ", ".join(sorted(company)[:3]))
