"""The register of documents: every address that anyone may read, and how it is printed.

A document turns an address into a ``Print``: the same bytes for every reader, with no
cookie, no token and no clock. Until the press prints to files, Django serves them.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Print:
    """A rendered document, and what it stands on.

    max_age: seconds a shared cache may keep it. until: the instant it stops being true.
    """

    body: bytes
    content_type: str = HTML
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    until: datetime | None = None


class Missing(LookupError):
    """There is no such document at this address (404)."""


class Moved(Exception):
    """The document is at another address for ever (301)."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Gone(Exception):
    """The document was withdrawn (410), with a reason only where an editor wrote one."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class TakenOff(Exception):
    """The document is off for now (503); ``retry_after`` in seconds."""

    def __init__(self, retry_after: int = 3600) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


Renderer = Callable[..., Print]

_renderers: dict[str, Renderer] = {}


def document(kind: str) -> Callable[[Renderer], Renderer]:
    """Declare how documents of one kind are rendered: ``renderer(address, now)``."""

    def declare(renderer: Renderer) -> Renderer:
        _renderers[kind] = renderer
        return renderer

    return declare


def render(kind: str, address: Any, now: datetime) -> Print:
    """Render a document. Raises Missing, Moved, Gone or TakenOff."""
    if kind not in _renderers:
        raise Missing(kind)
    return _renderers[kind](address, now)


def kinds() -> list[str]:
    return sorted(_renderers)
