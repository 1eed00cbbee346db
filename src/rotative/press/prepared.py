"""Queries that are put together once: the ORM writes their SQL at the first call, and each
later one only fills in what is asked for.

Django puts a query together anew each time, which takes five times as long as the database
needs to answer it by a primary key. What is asked at each write, or at each look at what
changed, is prepared; whatever is asked less often stays an ordinary query.
"""
from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from inspect import signature
from typing import Any, Generic, TypeVar

from django.db import connections
from django.db.models import Count, Expression, QuerySet, Value, prefetch_related_objects

R = TypeVar("R")


class Place(Expression):
    """Where a value is filled in. It stands on the right of a lookup, as a value would; nothing converts it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def as_sql(self, *_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return "%s", [self]

    def filled(self, values: tuple[Any, ...], connection: Any) -> Any:
        value = values[self.number]
        if isinstance(value, datetime):
            return connection.ops.adapt_datetimefield_value(value)
        return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


class Among(Place):
    """Where a list of numbers, or of texts, is filled in, on the right of ``__in``."""

    def __init__(self, number: int, column: str) -> None:
        super().__init__(number)
        self.column = column

    def as_sql(self, _compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        rows = f"unnest(%s::{self.column}[])" if connection.vendor == "postgresql" else "value FROM json_each(%s)"
        return f"(SELECT {rows})", [self]

    def filled(self, values: tuple[Any, ...], connection: Any) -> Any:
        listed = list(values[self.number])
        return listed if connection.vendor == "postgresql" else json.dumps(listed)


def among(place: Place) -> Among:
    """A place for a list of numbers: ``filter(pk__in=among(pks))``."""
    return Among(place.number, "bigint")


def among_texts(place: Place) -> Among:
    """A place for a list of texts."""
    return Among(place.number, "text")


def number_of(rows: QuerySet[Any]) -> QuerySet[Any, int]:
    """One row that tells how many there are: a count that can be prepared."""
    return rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk")).values_list("number", flat=True)


class Prepared(Generic[R]):
    """A query that takes places for values and is called with the values; gives its rows.

        _named = Prepared(lambda pk: Author.objects.filter(pk=pk).only("name"))
        _named(7)  # a list of authors

    build: the query, from as many places as it has arguments, or as ``number`` says. Everything else in it is said once, so
    that nothing in it may depend on the moment, the language or a setting. A place takes numbers, texts,
    truths and instants of the column's own type, and never None.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, R]], number: int | None = None) -> None:
        self._build = build
        self._number = len(signature(build).parameters) if number is None else number

    def __call__(self, *values: Any, using: str = "default") -> list[R]:
        if len(values) != self._number:
            raise TypeError(f"{self._number} values are asked for, not {len(values)}")
        kept = connections[using].__dict__.setdefault("_prepared", {})  # goes with the connection, which is one thread's
        if self not in kept:
            kept[self] = _Kept(self._build(*map(Place, range(self._number))).using(using), connections[using])
        return kept[self].rows(values)


class _Kept:
    """A query as one connection asks it."""

    def __init__(self, asked: QuerySet[Any, Any], connection: Any) -> None:
        self._asked, self._connection, self._values = asked, connection, ()
        compiler = asked.query.get_compiler(connection=connection)
        self._sql, params = compiler.as_sql()
        self._params = tuple(params)
        compiler.as_sql = self._filled
        asked.query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]

    def _filled(self) -> tuple[str, tuple[Any, ...]]:
        return self._sql, tuple(each.filled(self._values, self._connection) if isinstance(each, Place) else each for each in self._params)

    def rows(self, values: tuple[Any, ...]) -> list[Any]:
        self._values = values
        rows = list(self._asked._iterable_class(self._asked))
        if rows and self._asked._prefetch_related_lookups:
            prefetch_related_objects(rows, *self._asked._prefetch_related_lookups)
        return rows
