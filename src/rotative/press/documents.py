"""The register of documents: every address that anyone may read, and how it is printed.

A document turns an address into a ``Print``: the same bytes for every reader, with no
cookie, no token and no clock. Until the press prints to files, Django serves them.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from rotative.press.front.paths import MISSING
from rotative.press.pieces import Piece

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Print:
    """A rendered document, and what it stands on.

    keys: what it has read; pieces: the parts of it that are remembered with their digest.
    until: the instant it stops being true.
    """

    body: bytes
    content_type: str = HTML
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    until: datetime | None = None

    def standing_on(self, keys: Iterable[str], pieces: Mapping[str, Piece] | None = None) -> Print:
        """The same print, standing on more."""
        return replace(self, keys=self.keys.union(keys), pieces={**self.pieces, **(pieces or {})})


class NotAPage(Exception):
    """An address answers something else than a page; that, too, stands on what was read."""

    keys: frozenset[str] = frozenset()
    pieces: Mapping[str, Piece] = MappingProxyType({})


class Missing(NotAPage, LookupError):
    """There is no such document at this address (404)."""


class Gone(NotAPage):
    """The document was withdrawn (410), with a reason only where an editor wrote one."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class TakenOff(NotAPage):
    """The document is off for now (503); ``retry_after`` in seconds."""

    def __init__(self, retry_after: int = 3600) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class Paper(Protocol):
    """What the press asks of the paper that it prints. A module may be one."""

    def answer(self, path: str, now: datetime) -> Print:
        """Whatever is at a path, in one print."""

    def missing_page(self, language: str, now: datetime) -> Print:
        """What any address answers where there is nothing."""

    def read_ahead(self, paths: Sequence[str]) -> None:
        """Ask at once for rows that the pages at some paths will each ask for, within one moment."""

    def every(self) -> Iterator[str]:
        """Every address the paper has, those that readers ask for most first."""

    def addresses_of(self, kind: str, row: str) -> list[str]:
        """The addresses that an instance gives rise to as it is now."""

    def addresses_of_list(self, name: str, part: str, is_known: Callable[[str], bool]) -> Iterable[str]:
        """The addresses that may be new when instances join a part of a list.

        Of its older pages, from the highest down to one that is known: many may be new at once.
        """

    def rank(self, path: str) -> int:
        """How early a path is printed: 0 first; bodies before the lists that lead to them."""

    def pause(self, path: str) -> float:
        """Seconds from one print of a path to the next, however often it changes meanwhile; 0 for what is printed at once."""

    def build(self) -> str:
        """A digest of all that every page stands on and that is no row: program, settings, zone."""

    def languages(self) -> list[str]: ...

    def language_of_piece(self, name: str) -> str: ...

    def unprinted(self) -> list[str]:
        """The beginnings of the paths that are never printed."""

    def zone(self) -> ZoneInfo: ...


def print_of(paper: Paper, path: str, now: datetime) -> Print:
    """What is to be printed at a path now, a language's page for what is missing included."""
    if path.startswith(MISSING):
        return paper.missing_page(path.removeprefix(MISSING), now)
    return paper.answer(path, now)


def is_nothing(path: str, printed: Print) -> bool:
    """Whether there is nothing to be printed at a path: a 404 that is not the page that says so."""
    return printed.status == 404 and not path.startswith(MISSING)


_papers: list[Paper] = []


def publish(paper: Paper) -> None:
    """Say which paper the press prints."""
    _papers[:] = [paper]


def the_paper() -> Paper:
    return _papers[0]


Renderer = Callable[..., Print]

_renderers: dict[str, Renderer] = {}


def document(kind: str) -> Callable[[Renderer], Renderer]:
    """Declare how documents of one kind are rendered: ``renderer(address, now)``."""

    def declare(renderer: Renderer) -> Renderer:
        _renderers[kind] = renderer
        return renderer

    return declare


def render(kind: str, address: Any, now: datetime) -> Print:
    """Render a document. Raises Missing, Gone or TakenOff."""
    if kind not in _renderers:
        raise Missing(kind)
    return _renderers[kind](address, now)


def kinds() -> list[str]:
    return sorted(_renderers)
