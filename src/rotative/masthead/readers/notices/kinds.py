"""The kinds of notices. A room registers its own in its ``apps.py``: how they are worded, and whether what they are about may still be shown.

    kinds.register(Kind("reply", title=_("Replies to what I wrote"), gone=…, counted=…, tell=…))

``tell`` words many notices of the kind at once, in the language of the moment, by their primary keys; those whose subject readers
may no longer see are left out of its answer, and nothing is told of them but ``gone``.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rotative.masthead.readers.notices.models import How, Notice


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words. title: what happened; url: where it is read, in this paper; words: a few of them; about: the thing it is about, such as a story. language: of the words."""

    title: str
    url: str
    words: str = ""
    about: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """title: as the reader chooses about it. counted: so many of them, in a few words. gone: stands for one of which nothing is told any more. note: what to know when choosing. default: what holds while a reader has said nothing."""

    name: str
    title: Any
    gone: Any
    counted: Callable[[int], str]
    tell: Callable[[Sequence[Notice]], dict[int, Told]]
    note: Any = ""
    default: How = How.DAILY


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def kinds() -> list[Kind]:
    """In the order in which rooms have registered them."""
    return list(_kinds.values())


def kind_of(notice: Notice) -> Kind | None:
    return _kinds.get(notice.kind)


def known(names: Sequence[str]) -> list[Kind]:
    """Those of some names that there are."""
    return [_kinds[name] for name in names if name in _kinds]


def tell(notices: Sequence[Notice]) -> dict[int, Told]:
    """In words, by primary key; what may not be told is left out. A question or two to the database a kind, however many they are."""
    told: dict[int, Told] = {}
    for kind in kinds():
        of_it = [notice for notice in notices if notice.kind == kind.name]
        told |= kind.tell(of_it) if of_it else {}
    return told
