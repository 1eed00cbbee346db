"""All that the paper keeps of a person: rooms say how it is shown, exported and erased.

A room registers in its ``apps.py``. Parts run in the order of their registration; the account's
own (masthead) come last. ``erase`` runs them all and then the account in one transaction: what
fails erases nothing.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Section:
    """What one room has to show on a reader's page: ``count`` things at ``url``. is_written: whether the reader wrote them."""

    title: str
    url: str
    count: int
    is_written: bool = True


class Part(NamedTuple):
    """What one room keeps of a person.

    export: JSON-able, whole; erase: with ``keep_words``, what the person wrote stays without their
    name, otherwise it goes; sections: what their page links to.
    """

    name: str
    export: Callable[[Any], Any]
    erase: Callable[[Any, bool], None]
    sections: Callable[[Any], list[Section]] = lambda user: []
    is_last: bool = False


_parts: dict[str, Part] = {}


def register(
    name: str,
    export: Callable[[Any], Any],
    erase: Callable[[Any, bool], None],
    sections: Callable[[Any], list[Section]] = lambda user: [],
    is_last: bool = False,
) -> None:
    """Say what a room keeps of a person; once more under a name takes the place of the first. ``is_last``: the account's own."""
    _parts[name] = Part(name, export, erase, sections, is_last)


def parts() -> list[Part]:
    """In the order in which they run."""
    return sorted(_parts.values(), key=lambda part: part.is_last)


def sections(user: Any) -> list[Section]:
    return [section for part in parts() for section in part.sections(user)]


def export(user: Any) -> dict[str, Any]:
    """Everything, by the rooms' names."""
    return {part.name: part.export(user) for part in parts()}
