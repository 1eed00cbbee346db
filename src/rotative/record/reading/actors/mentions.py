"""The names in a text, each with its kind: people, bodies, places."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rotative.record.reading.actors.chains import Name, chains
from rotative.record.reading.actors.entities import entities
from rotative.record.reading.actors.kinds import Points, Weighed, is_mention, kind_of, weigh
from rotative.record.reading.actors.places import folded
from rotative.record.reading.actors.signs import signs
from rotative.record.reading.actors.words import Line
from rotative.record.reading.findings import Kind


@dataclass(frozen=True)
class Mention:
    """A name where it stands, and the kind of what it means."""

    name: Name
    kind: Kind


def mentions(lines: Sequence[Line]) -> list[Mention]:
    """The names of a text in order, none over another. lines: its blocks."""
    weighed = weigh([name for line in lines for name in chains(line)])
    persons = [each.name for each in weighed if is_mention(each)]
    taken = {place for name in persons for place in _places(name)}
    others = [name for line in lines for name in entities(line, frozenset(at for at in range(len(line)) if (id(line), at) in taken))]
    found = [Mention(name, "person") for name in persons] + _of_kinds(others)
    found += _unseen(weighed, found)
    found += _again(weighed, found)
    return sorted(found, key=lambda mention: mention.name.span)


def _of_kinds(names: Sequence[Name]) -> list[Mention]:
    """Each form is of one kind throughout: the one that most speaks for."""
    forms: dict[str, Points] = defaultdict(Counter)
    for name in names:
        for kind, value in signs(name).items():
            forms[folded(name.text)][kind] += value
    kinds = [(name, kind_of(forms[folded(name.text)])) for name in names]
    return [Mention(name, kind) for name, kind in kinds if kind is not None]


def _unseen(weighed: Sequence[Weighed], found: Sequence[Mention]) -> list[Mention]:
    """The bodies that the model has nowhere and the words around tell: "le quotidien Kerlann", "dans Le Courrier"."""
    covered = {place for each in found for place in _places(each.name)}
    sure = [each for each in weighed if each.here["body"] > 2 and not any(word.label for word in each.name.words)]
    return [Mention(each.name, "body") for each in sure if covered.isdisjoint(_places(each.name))]


def _again(weighed: Sequence[Weighed], found: Sequence[Mention]) -> Iterator[Mention]:
    """The names that the model missed here and saw elsewhere in the text."""
    kinds: dict[str, Counter[Kind]] = defaultdict(Counter)
    covered = {place for each in found for place in _places(each.name)}
    for mention in found:
        kinds[folded(mention.name.text)][mention.kind] += 1
    for each in weighed:
        name = next((longer for longer in _longer(each.name) if folded(longer.text) in kinds), None)
        if name is None or covered & _places(name) or (kind := kinds[folded(name.text)].most_common(1)[0][0]) == "person":
            continue
        covered |= _places(name)
        yield Mention(name, kind)


def _places(name: Name) -> set[tuple[int, int]]:
    return {(id(name.line), at) for at in range(name.first, name.last)}


def _longer(name: Name) -> Iterator[Name]:
    """The name with up to four words more, the longest first."""
    for more in range(min(4, len(name.line) - name.last), -1, -1):
        yield Name(name.line, name.first, name.last + more)
