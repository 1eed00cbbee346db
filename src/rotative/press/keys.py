"""What a printed page can stand on: the register of printed, owned and unseen models.

A printed model has keys of its own (``article:42``). An owned row (a byline, an inline
child) counts as its owner. An unseen model is one whose rows no reader ever sees, and an
unseen column is one that no page reads. Each room declares its models in ``apps.py``; a
test walks every relation of a printed model and fails on one that is not declared.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Model

Keys = Iterable[str]


class Ownership(NamedTuple):
    """Whose an owned row is: the foreign key's name, and the owner's kind. nobodys: the row of that kind for one that has no owner."""

    owner: str
    kind: str
    nobodys: str = ""


_printed: dict[type[Model], str] = {}
_owned: dict[type[Model], Ownership] = {}
_unseen: dict[type[Model], str] = {}
_unseen_columns: dict[type[Model], frozenset[str]] = {}


def printed(model: type[Model], kind: str, *parents: type[Model], unseen_columns: Iterable[str] = ()) -> None:
    """Declare a model that readers see; its tables' ``parents`` share its key.

    unseen_columns: fields of its own table that no page reads: a change of them is none.
    """
    for each in (model, *parents):
        _printed.setdefault(each, kind)
    _printed[model] = kind
    _unseen_columns[model] = frozenset(unseen_columns)


def owned(model: type[Model], owner: str, kind: str, unseen_columns: Iterable[str] = (), nobodys: str = "") -> None:
    """Declare rows that count as what ``owner`` (a foreign key's name) points to; as ``nobodys`` where it points nowhere."""
    _owned[model] = Ownership(owner, kind, nobodys)
    _unseen_columns[model] = frozenset(unseen_columns)


def unseen(model: type[Model], why: str) -> None:
    """Declare rows that never reach a reader, and say why."""
    _unseen[model] = why


def is_declared(model: type[Model]) -> bool:
    return model in _printed or model in _owned or model in _unseen


def printed_models() -> list[type[Model]]:
    return [*_printed, *_owned]


def kind_of(model: type[Model]) -> str | None:
    return _printed.get(model)


def ownership_of(model: type[Model]) -> Ownership | None:
    return _owned.get(model)


def unseen_columns_of(model: type[Model]) -> frozenset[str]:
    """The names of the fields of a model that no page reads."""
    return _unseen_columns.get(model, frozenset())


def key_of(instance: Model) -> str:
    """The key of a printed instance, such as ``article:42``.

    Raises KeyError for a model that no room has declared printed.
    """
    return f"{_printed[type(instance)]}:{instance.pk}"


def keys_of(instance: Model) -> Keys:
    """Every key that an instance just loaded stands for; none for unseen rows."""
    model = type(instance)
    if model in _printed:
        return [f"{_printed[model]}:{instance.pk}"]
    if model in _owned:
        owner, kind, nobodys = _owned[model]
        return [f"{kind}:{getattr(instance, f'{owner}_id') or nobodys or None}"]
    return []
