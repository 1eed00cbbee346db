"""How a page is printed: opens a rendering, has it built, renders its template."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.template.loader import get_template
from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.paper import contexts
from rotative.paper.addresses import Address
from rotative.press.documents import HTML, NotAPage, Print, document
from rotative.press.rendering import rendering, stand_on

Builder = Callable[[Address], "contexts.Page | contexts.LatestPanel | contexts.MostReadPanel | contexts.SearchPanel"]
File = Callable[[Address], "tuple[bytes, str]"]


def page(kind: str) -> Callable[[Builder], Builder]:
    """Declare the builder of a kind of page: from an address to a context."""

    def declare(build: Builder) -> Builder:
        @document(kind)
        @wraps(build)
        def print_page(address: Address, now: datetime) -> Print:
            return _print(address, now, lambda: (render(build(address)), HTML))

        return build

    return declare


def file(kind: str) -> Callable[[File], File]:
    """Declare what makes a kind of file (a feed, a sitemap): bytes and their type."""

    def declare(make: File) -> File:
        @document(kind)
        @wraps(make)
        def print_file(address: Address, now: datetime) -> Print:
            return _print(address, now, lambda: make(address))

        return make

    return declare


def _print(address: Address, now: datetime, make: Callable[[], tuple[bytes, str]]) -> Print:
    with rendering(now, address.language) as printed, timezone.override(zone()):
        stand_on("build")
        try:
            body, content_type = make()
        except NotAPage as why:
            why.keys, why.pieces = frozenset(printed.keys), printed.pieces
            raise
    return Print(body=body, content_type=content_type, keys=frozenset(printed.keys), pieces=printed.pieces, until=printed.until)


def render(context: Any) -> bytes:
    """A context through its template."""
    names = contexts.context(context) if isinstance(context, contexts.Page) else {"panel": context}
    return get_template(context.template).render(names).encode()
