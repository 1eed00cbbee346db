"""Where an instance stands in lists and under names: asked of the instance as it is now,
and compared with what the ledger remembers.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import Model

from rotative.press.keys import kind_of, ownership_of
from rotative.press.listings import Listing, Roll, registered, rolls
from rotative.press.prepared import Prepared, among

Place = tuple[str, str, str, tuple[Any, ...], tuple[Any, ...]]  # form, name, part, edge, what it shows
LIST, ROLL = "list", "roll"
SLICE = 200


@dataclass(frozen=True)
class Moves:
    """What changed in one part of a list: the edges where rows were, and where they are."""

    listing: Listing[Any]
    part: str
    left: tuple[Any, ...]
    joined: tuple[Any, ...]

    @property
    def stayed(self) -> bool:
        """The rows stand where they stood; only what they show differs."""
        return set(self.left) == set(self.joined)


def listings_of(kind: str) -> list[Listing[Any]]:
    """The listings whose rows are a kind's instances, or rows that these own."""
    return [each for each in registered.values() if _kind(each.model) == kind]


def rolls_of(kind: str) -> list[Roll[Any]]:
    return [each for each in rolls if _kind(each.model) == kind]


def kinds() -> list[str]:
    """The kinds whose instances stand in some list or under some name."""
    return sorted({_kind(each.model) for each in [*registered.values(), *rolls]})


def now_of(kind: str, pks: Iterable[Any]) -> dict[str, list[Place]]:
    """Where some instances stand now, by their keys; nothing for those that are no more."""
    wanted = [str(pk) for pk in pks]
    found: dict[str, list[Place]] = {f"{kind}:{pk}": [] for pk in wanted}
    for model in {each.model for each in [*listings_of(kind), *rolls_of(kind)]}:
        for owner, row in _rows(model, kind, wanted):
            found[f"{kind}:{owner}"] += _places(model, row)
    return found


def kept(places: Iterable[Any]) -> list[Place]:
    """Places as the ledger gives them back."""
    return [(form, name, part, tuple(edge), tuple(shows)) for form, name, part, edge, shows in places]


def slices(kind: str) -> Iterator[list[Any]]:
    """Every instance of a kind, newest first, in slices of primary keys."""
    model = next(each.model for each in [*registered.values(), *rolls] if kind_of(each.model) == kind)
    pks = list(model._default_manager.order_by("-pk").values_list("pk", flat=True))
    yield from (pks[at : at + SLICE] for at in range(0, len(pks), SLICE))


def moves(before: Iterable[Place], now: Iterable[Place]) -> Iterator[Moves]:
    """What lists an instance left, joined, or shows otherwise in."""
    was, is_ = {place for place in before if place[0] == LIST}, {place for place in now if place[0] == LIST}
    for name, part in sorted({place[1:3] for place in was ^ is_}):
        if name in registered:
            left, joined = ({place[3] for place in some if place[1:3] == (name, part)} for some in (was - is_, is_ - was))
            yield Moves(registered[name], part, tuple(left), tuple(joined))


def names(before: Iterable[Place], now: Iterable[Place]) -> set[str]:
    """The names that an instance left or took, as keys."""
    was, is_ = {place[1:3] for place in before if place[0] == ROLL}, {place[1:3] for place in now if place[0] == ROLL}
    return {f"{name}:{part}" for name, part in was ^ is_}


def _kind(model: type[Model]) -> str:
    owned = ownership_of(model)
    return owned.kind if owned else kind_of(model) or ""


def _rows(model: type[Any], kind: str, pks: list[str]) -> Iterator[tuple[Any, Any]]:
    """The rows of a model that are, or belong to, some instances, with all that their partitions ask."""
    owned = ownership_of(model)
    column = f"{owned.owner}_id" if owned else "pk"
    for row in _asked(model)([int(pk) for pk in pks]):
        yield getattr(row, column), row


@cache
def _asked(model: type[Any]) -> Prepared[Any]:
    """The rows of a model by the numbers of the instances that they are, or belong to."""
    owned, asked = ownership_of(model), _columns(model)
    if owned:
        return Prepared(lambda pks: model._default_manager.filter(**{f"{owned.owner}_id__in": among(pks)}).only(*asked - {"pk"}, owned.owner).select_related(owned.owner))
    relations = asked & {field.name for field in model._meta.get_fields() if field.one_to_many or field.many_to_many}
    return Prepared(lambda pks: model._default_manager.filter(pk__in=among(pks)).only(*asked - relations - {"pk"}).prefetch_related(*sorted(relations)))


def _columns(model: type[Model]) -> set[str]:
    asked: set[str] = set()
    for each in registered.values():
        if each.model is model:
            asked |= each.columns | {name.lstrip("-") for name in each.order} | set(each.shows)
    return asked.union(*(each.columns for each in rolls if each.model is model))


def _places(model: type[Model], row: Any) -> Iterator[Place]:
    for each in registered.values():
        if each.model is model:
            for part in each.partition(row):
                edge, shows = each.edge(row), tuple(getattr(row, name) for name in each.shows)
                yield LIST, each.name, part, _plain(edge), _plain(shows)
    for roll in rolls:
        if roll.model is model:
            yield from ((ROLL, roll.name, part, (), ()) for part in roll.partition(row))


def _plain(values: Iterable[Any]) -> tuple[Any, ...]:
    """Values as JSON can hold them, and as a filter takes them."""
    return tuple(value.isoformat() if isinstance(value, datetime | date) else value if isinstance(value, int | str | None) else str(value) for value in values)
