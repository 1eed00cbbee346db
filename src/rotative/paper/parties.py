"""The parties of a text as pages name them: in full, and as short as they are called."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rotative.paper import setter
from rotative.paper.contexts import Party
from rotative.paper.site import paths
from rotative.press.rendering import current
from rotative.record import company
from rotative.record.models import Actor

WORD = re.compile(r"\w+")


def parties_of(actors: Sequence[Actor]) -> dict[int, Party]:
    """Parties by their primary keys, in their order."""
    known = company.with_pages([actor.pk for actor in actors], current().language)
    short = _all_short({actor.pk: (actor.name, actor.names) for actor in actors})
    return {
        actor.pk: Party(setter.text(actor.name), setter.text(short[actor.pk]), paths().listed("actor", actor.slug) if actor.pk in known else "")
        for actor in actors
    }


def short_name(name: str, others: Sequence[str]) -> str:
    """The shortest name that is made of words of the full one, or of its capitals; else the full one."""
    words = set(WORD.findall(name.casefold()))
    fitting = [other for other in others if (other.isupper() and len(other) > 1) or (words >= set(WORD.findall(other.casefold())) and other)]
    return min([name, *fitting], key=len)


def _all_short(names: dict[int, tuple[str, Sequence[str]]]) -> dict[int, str]:
    """Short names; in full where two parties would be called the same."""
    short = {pk: short_name(name, others) for pk, (name, others) in names.items()}
    many = Counter(short.values())
    return {pk: name[:1].upper() + name[1:] if many[name] == 1 else names[pk][0] for pk, name in short.items()}
