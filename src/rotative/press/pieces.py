"""Pieces: parts of pages that are remembered with their digest.

A card, the rows of a list, some columns of an instance: each is made from its key alone, so
the presser can make it again when what it stands on has changed. Only if its bytes differ
are the pages that carry it stale.
"""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, Generic, TypeVar

from django.db.models import Model

from rotative.press.keys import key_of, kind_of, printed_models
from rotative.press.rendering import Rendering, _current, collecting, current, rendering
from rotative.press.shared import plain

T = TypeVar("T")
Maker = Callable[[str], object]

_makers: dict[str, Maker] = {}
late: set[str] = set()  # beginnings of the names of pieces that wait until fronts and sections are printed
witnessed: set[str] = set()  # beginnings of the names of pieces that stand on one of several rows that would prove the same


@dataclass(frozen=True, slots=True)
class Piece:
    """What is remembered of a piece: the digest of what it shows, and the keys it stands on."""

    digest: str
    keys: frozenset[str]


def made_by(kind: str, is_plain: bool = False) -> Callable[[Maker], Maker]:
    """Declare what makes pieces of a kind again: a function of the rest of their key.

    It takes the piece as a page would; when what the piece shows is no more, it takes none.
    is_plain: whether its value is text and numbers, not rows, which grow old with their columns.
    """

    def declare(maker: Maker) -> Maker:
        _makers[kind] = maker
        if is_plain:
            plain.add(kind)
        return maker

    return declare


def taken(key: str, make: Callable[[], T], shown: Callable[[T], object] = repr) -> T:
    """Make a piece for the page being rendered: the page stands on it, and it on what it read.

    It is made once a page, or once for all pages that share what they make: nobody may
    change its value. Outside a rendering it is only made.
    shown: what a page can show of the value, as text or bytes or anything with a stable ``repr``.
    """
    page = _current.get()
    if page is None:
        return make()
    made = page.shared.get(key)
    if made is None:
        made = _made(make, shown)
        page.shared.put(key, made, made.piece.keys)
    _note(page, key, made)
    return made.value


@dataclass(frozen=True, slots=True)
class _Made(Generic[T]):
    """A piece just made: its value, the pieces made within it, and until when it holds."""

    value: T
    piece: Piece
    within: dict[str, Piece]
    until: datetime | None


def _made(make: Callable[[], T], shown: Callable[[T], object]) -> _Made[T]:
    page = current()
    outer, page.pieces, until, page.until = page.pieces, {}, page.until, None
    try:
        with collecting() as keys:
            value = make()
        return _Made(value, Piece(digest(shown(value)), frozenset(keys)), page.pieces, page.until)
    finally:
        page.pieces, page.until = outer, until


def _note(page: Rendering, key: str, made: _Made[Any]) -> None:
    page.stand_on(key)
    page.pieces.update(made.within)
    page.pieces[key] = made.piece
    page.hold_until(made.until)


def is_witnessed(key: str) -> bool:
    """Whether a piece stands on one of several rows that would prove the same."""
    return key.startswith(tuple(witnessed))


def is_late(key: str) -> bool:
    return key.startswith(tuple(late))


def again(key: str, now: datetime, language: str, zone: Any = None) -> dict[str, Piece]:
    """A piece made afresh from its key, and those made within it; without it when what it shows is no more."""
    kind, _colon, rest = key.partition(":")
    with rendering(now, language, zone) as page:
        _makers[kind](rest)
    return page.pieces


def facts(instance: Model, *columns: str) -> None:
    """Stand on some columns of an instance rather than on all of it; nothing outside a rendering."""
    page = _current.get()
    if page is None:
        return
    key = f"facts:{key_of(instance)}:{'+'.join(columns)}"
    page.stand_on(key)
    page.pieces[key] = made = _facts(instance, columns)
    page.shared.link(key, made.keys)


def _facts(instance: Model, columns: tuple[str, ...]) -> Piece:
    return Piece(digest([getattr(instance, column) for column in columns]), frozenset([key_of(instance)]))


@made_by("facts")
def _facts_again(rest: str) -> None:
    kind, pk, columns = rest.split(":")
    instance = row_of(kind, pk)
    if instance is not None:
        facts(instance, *columns.split("+"))


def row_of(kind: str, pk: str) -> Any:
    """The instance that a key such as ``article:42`` names, or None when it is no more."""
    model: Any = model_of(kind)
    with suppress(model.DoesNotExist):
        return model._default_manager.get(pk=pk)


def model_of(kind: str) -> type[Model]:
    """The printed model of a kind. Raises KeyError when no room has declared one."""
    found = [model for model in printed_models() if kind_of(model) == kind]
    if not found:
        raise KeyError(kind)
    return found[0]


def digest(shown: object) -> str:
    plain = shown if isinstance(shown, bytes) else (shown if isinstance(shown, str) else repr(shown)).encode()
    return blake2b(plain, digest_size=12).hexdigest()
