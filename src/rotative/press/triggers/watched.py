"""Which tables the log watches, made of what the rooms declared in ``press/keys.py``."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from rotative.press import keys


@dataclass(frozen=True)
class Watched:
    """A table that public pages read.

    kind: of what changes when a row does. key: the column with that thing's primary key,
    the row's own or its owner's. seen: the columns that pages read. nobodys: what changes
    when the key is empty; nothing when there is no such thing.
    """

    table: str
    kind: str
    key: str
    seen: tuple[str, ...]
    nobodys: str = ""


def tables() -> list[Watched]:
    """Every watched table, by name. Raises FieldDoesNotExist for a wrong declaration."""
    return sorted(_declared(), key=lambda watched: watched.table)


def _declared() -> Iterator[Watched]:
    for model in keys.printed_models():
        ownership, kind = keys.ownership_of(model), keys.kind_of(model)
        if ownership:
            yield _watch(model, ownership.kind, _column(model, ownership.owner), ownership.nobodys)
        elif kind:
            # Of a model that extends another, its own table: the other's has a kind too.
            yield _watch(model, kind, _column(model, model._meta.pk.name))


def _watch(model: type[Model], kind: str, key: str, nobodys: str = "") -> Watched:
    unseen = {_column(model, name) for name in keys.unseen_columns_of(model)}
    columns = [_column(model, field.name) for field in model._meta.local_concrete_fields]
    return Watched(model._meta.db_table, kind, key, tuple(dict.fromkeys([key, *(each for each in columns if each not in unseen)])), nobodys)


def _column(model: type[Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return str(field.column)
