"""Lists that pages show: an instance that is not there yet cannot be loaded, so a page
stands on the list it might join.

``partition(instance)`` gives the parts an instance is in, a pure function of
``columns``; ``rows(part)`` is the same question asked of the database.
"""
from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import signature
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

from rotative.press.pieces import late, made_by, taken
from rotative.press.prepared import Prepared, number_of
from rotative.press.reads import Rows
from rotative.press.rendering import asking, moment, muted

M = TypeVar("M", bound=Model)
Edge = tuple[Any, ...]

registered: dict[str, Listing[Any]] = {}
rolls: list[Roll[Any]] = []


@dataclass(frozen=True, eq=False)
class Roll(Generic[M]):
    """Who answers to a name: the keys of named reads, such as ``address:/pays/un/``.

    A read that finds nothing stands on the name; whoever takes the name changes it.
    ``partition(instance)`` gives the names an instance has now, a pure function of ``columns``.
    """

    name: str
    model: type[M]
    partition: Callable[[M], Iterable[str]]
    columns: frozenset[str]

    def __post_init__(self) -> None:
        rolls.append(self)

    def key(self, part: str) -> str:
        return f"{self.name}:{part}"


@dataclass(frozen=True, eq=False)
class Listing(Generic[M]):
    """A named, ordered list of instances, cut into parts.

    name: unique, such as ``section``; its keys are ``list:section:<part>``, and
    ``list:section:<part>/<n>`` for what its older page n shows.
    partition: the parts an instance belongs to (none when readers may not see it).
    query: the queryset of one part, with all that its cards need, unordered, from its ``values``; nothing else
    in it may depend on the part or the moment, since it is put together once (``prepared``).
    order: as for ``order_by``; total, so that it ends with the primary key.
    length: how many the newest page shows, and how many an older page holds.
    columns: the columns that partition and order depend on.
    values: what the query takes of a part: a number, unless told.
    shows: columns of a row that a page uses by itself, beside its card.
    by_key: the same rows by their primary keys, which all lists of a moment share.
    counted: how many rows a part has, where an index in this order tells it without ``query``.
    is_late: whether what it shows may come after the fronts and sections of an edit.
    """

    name: str
    model: type[M]
    partition: Callable[[M], Iterable[str]]
    query: Callable[..., QuerySet[M]]
    order: Sequence[str]
    length: int
    columns: frozenset[str]
    values: Callable[[str], tuple[Any, ...]] = lambda part: (int(part),)
    shows: tuple[str, ...] = ()
    counted: Callable[[str], int] | None = None
    by_key: Rows[int, M] | None = None
    is_late: bool = False

    def __post_init__(self) -> None:
        registered[self.name] = self
        if self.is_late:
            late.update(f"{kind}:{self.name}:" for kind in ("rows", "count", "older"))

    def key(self, part: str, number: int = 0) -> str:
        return f"list:{self.name}:{part}/{number}" if number else f"list:{self.name}:{part}"

    def rows(self, part: str) -> QuerySet[M]:
        """The rows of a part, unordered."""
        return self.query(*self.values(part))

    # ── What pages ask ─────────────────────────────────────────────────────────

    def newest(self, part: str, count: int | None = None) -> list[M]:
        """The first ``count`` rows of a part (``length`` unless told)."""
        length = count or self.length
        rows = self._piece(f"rows:{self.name}:{part}:{length}", part, lambda: self._first(part, length), self.shown)
        return list(rows)

    def count(self, part: str) -> int:
        return self._piece(f"count:{self.name}:{part}", part, lambda: self.size(part))

    def older(self, part: str) -> int:
        """The number of the page that follows the newest one; 0 when there is none."""
        return self._piece(f"older:{self.name}:{part}", part, lambda: self.last_number(self.size(part)))

    def reaches(self, part: str, number: int) -> bool:
        """Whether there is an older page ``number``: it does not ask how many more there are."""
        return self._read([f"{self.key(part)}/reach/{number}"], lambda: self.last_number(self.size(part)) >= number)

    def numbered(self, part: str, number: int) -> list[M]:
        """Page ``number`` of the older rows, numbered from the oldest, shown newest first.

        A full page never changes again when something is published.
        """
        return self._read([self.key(part, number)], lambda: self._older(part, number))

    # ── What the presser asks ──────────────────────────────────────────────────

    def size(self, part: str) -> int:
        """How many rows a part has; asked once of each moment that renderings share."""
        shared, key = moment(), self.key(part)
        if key in shared.orders:
            return len(shared.orders[key])
        if key not in shared.sizes:
            shared.sizes[key] = self.counted(part) if self.counted else _size(self)(*self.values(part))[0]
        return shared.sizes[key]

    def last_number(self, count: int) -> int:
        left = count - self.length
        return (left - 1) // self.length + 1 if left > 0 else 0

    def edge(self, row: M) -> Edge:
        """Where a row stands in the order."""
        return tuple(getattr(row, name) for name in self._names)

    def shown(self, rows: Iterable[M]) -> list[Edge]:
        """What a page can show of some rows beside their cards."""
        return [(*self.edge(row), *(getattr(row, name) for name in self.shows)) for row in rows]

    def number_of(self, part: str, edge: Edge, count: int) -> int:
        """The older page that a row standing at ``edge`` is on, or would be, among ``count`` rows."""
        fields = (self.model._meta.pk if name == "pk" else self.model._meta.get_field(name) for name in self._names)
        told = (field.to_python(value) for field, value in zip(fields, edge, strict=True))  # the ledger keeps instants as texts
        newer = _newer(self)(*self.values(part), *told)[0]
        return max(count - newer - 1, 0) // self.length + 1

    def first(self, rows: QuerySet[M], length: int) -> QuerySet[M]:
        """The first rows of a part; of a list whose rows are shared, their keys."""
        first = rows.order_by(*self.order)
        if self.counted is None:  # No index is in this order: what is sorted are keys, not whole rows.
            first = rows.filter(pk__in=first.values("pk")[:length]).order_by(*self.order)
        return self._shared(first[:length])

    def _shared(self, rows: QuerySet[M]) -> QuerySet[M]:
        return rows if self.by_key is None else rows.values_list("pk", flat=True)

    def _whole(self, found: list[Any]) -> list[M]:
        """Some rows, those that another list of this moment has shown already not asked for again."""
        return found if self.by_key is None else list(self.by_key.take(found).values())

    def _first(self, part: str, length: int) -> list[M]:
        return self._whole(_newest(self, length)(*self.values(part)))

    def _older(self, part: str, number: int) -> list[M]:
        """The last page is near the newest rows; the others are found by the order of all, which they share."""
        start, left = (number - 1) * self.length, self.size(part) - number * self.length
        if self.key(part) not in moment().orders and 0 <= left <= 2 * self.length:
            return self._whole(list(self._shared(self.rows(part).order_by(*self.order)[left : left + self.length])))
        pks = self._order(part)[start : start + self.length].tolist()
        found = self.by_key.take(pks) if self.by_key else self.rows(part).in_bulk(pks)
        return [found[pk] for pk in reversed(pks)]

    def _order(self, part: str) -> array[int]:
        """The keys of a part's rows, oldest first; asked once of each moment that renderings share."""
        known, key = moment().orders, self.key(part)
        if key not in known:
            known[key] = array("q", self.rows(part).order_by(*self._backwards).values_list("pk", flat=True))
        return known[key]

    def before(self, edge: Edge) -> Q:
        """Rows that come before ``edge`` in the order."""
        found, same = Q(), Q()
        for name, value in zip(self.order, edge, strict=True):
            found |= same & Q(**{f"{name[1:]}__gt": value} if name.startswith("-") else {f"{name}__lt": value})
            same &= Q(**{name.lstrip("-"): value})
        # Said of the first column alone, too: an index takes a range, and no “or”.
        first, value = self.order[0], edge[0]
        return Q(**{f"{first[1:]}__gte": value} if first.startswith("-") else {f"{first}__lte": value}) & found

    @property
    def _names(self) -> list[str]:
        return [name.lstrip("-") for name in self.order]

    @property
    def _backwards(self) -> list[str]:
        return [name[1:] if name.startswith("-") else f"-{name}" for name in self.order]

    def _piece(self, key: str, part: str, ask: Callable[[], Any], shown: Callable[[Any], object] = repr) -> Any:
        return taken(key, lambda: self._read([self.key(part)], ask), shown)

    def _read(self, keys: Sequence[str], ask: Callable[[], Any]) -> Any:
        with asking(*keys), muted():
            return ask()


# ── Put together once ──────────────────────────────────────────────────────────


@cache
def _newest(listing: Listing[Any], length: int) -> Prepared[Any]:
    return Prepared(lambda *values: listing.first(listing.query(*values), length), _number_of_values(listing))


@cache
def _size(listing: Listing[Any]) -> Prepared[int]:
    return Prepared(lambda *values: number_of(listing.query(*values)), _number_of_values(listing))


@cache
def _newer(listing: Listing[Any]) -> Prepared[int]:
    """How many rows come before an edge, which is told after the values of the part."""
    told, edge = _number_of_values(listing), len(listing.order)
    return Prepared(lambda *values: number_of(listing.query(*values[:told]).filter(listing.before(values[told:]))), told + edge)


def _number_of_values(listing: Listing[Any]) -> int:
    return len(signature(listing.query).parameters)


@made_by("rows")
def _rows_again(rest: str) -> None:
    name, part, length = rest.split(":")
    registered[name].newest(part, int(length))


@made_by("count", is_plain=True)
def _count_again(rest: str) -> None:
    name, part = rest.split(":")
    registered[name].count(part)


@made_by("older", is_plain=True)
def _older_again(rest: str) -> None:
    name, part = rest.split(":")
    registered[name].older(part)
