"""The actors of a text: people, bodies, places; each with all its mentions, its fullest name, and its role.

``words`` cuts a block, ``chains`` and ``trimming`` find what is written as a name is, ``signs`` and ``kinds`` weigh of what
kind each is, ``entities`` mends the model's bodies and places, ``merging`` puts together what means the same,
``roles`` and ``descriptions`` read what somebody is said to be.
"""
from __future__ import annotations

from collections.abc import Sequence

from rotative.record.reading.actors.descriptions import described
from rotative.record.reading.actors.governments import is_government
from rotative.record.reading.actors.mentions import Mention, mentions
from rotative.record.reading.actors.merging import merged
from rotative.record.reading.actors.roles import Role, role
from rotative.record.reading.actors.words import cut
from rotative.record.reading.findings import Actor, Span
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.text import Text


def find(text: Text, parsed: Sequence[Parsed]) -> list[Actor]:
    """The actors of a text, in the order of their first mention; no mention is over another."""
    lines = [cut(each) for each in parsed]
    groups = merged([_acting(each) for each in mentions(lines)])
    owned = [(number, found) for number, group in enumerate(groups) for found in _roles(group)]
    spans = [[each.name.span for each in group] for group in groups]
    covered = {at for group in spans for span in group for at in range(*span)}
    for number, span in described(lines, owned):
        if covered.isdisjoint(range(*span)):
            spans[number].append(span)
    firsts = {number: found for number, found in reversed(owned)}
    actors = [_actor(text, group, spans[number], firsts.get(number)) for number, group in enumerate(groups)]
    return sorted(actors, key=lambda actor: actor.mentions[0])


def _acting(mention: Mention) -> Mention:
    """A capital or a seat is a body where it acts, and a place elsewhere."""
    if mention.kind != "person" and is_government(mention.name):
        return Mention(mention.name, "body")
    return mention


def _roles(group: Sequence[Mention]) -> list[Role]:
    return [found for each in group if each.kind == "person" and (found := role(each.name)) is not None]


def _actor(text: Text, group: Sequence[Mention], spans: Sequence[Span], found: Role | None) -> Actor:
    name = max((each.name.span for each in group), key=lambda span: _fullness(text.words[slice(*span)]))
    said = text.words[slice(*found.span)] if found is not None else None
    return Actor(text.words[slice(*name)], group[0].kind, tuple(sorted(spans)), said)


def _fullness(name: str) -> tuple[int, bool, int]:
    """More words before fewer, small letters before capitals only, longer before shorter."""
    return len(name.split()), not name.isupper(), len(name)
