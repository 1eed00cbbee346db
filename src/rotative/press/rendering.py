"""One rendering of one page: its instant, its language, and all that it stands on.

While a rendering is open, every model instance that is loaded adds its key; listings,
cards and named reads add theirs. Code inside may not ask the clock: it asks ``now()``.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.utils import timezone, translation

from rotative.press.guard import watch_queries
from rotative.press.keys import keys_of
from rotative.press.shared import Shared

T = TypeVar("T")


@dataclass
class Rendering:
    """What is known of a page while it is being rendered."""

    now: datetime
    language: str
    keys: set[str] = field(default_factory=set)
    until: datetime | None = None
    pieces: dict[str, Any] = field(default_factory=dict)
    shared: Shared = field(default_factory=Shared)
    stray: list[str] = field(default_factory=list)
    muted: int = 0
    reading: int = 0
    _once: dict[Any, tuple[Any, set[str]]] = field(default_factory=dict)

    def stand_on(self, *keys: str) -> None:
        if not self.muted:
            self.keys.update(keys)

    def hold_until(self, instant: datetime | None) -> None:
        """The page is true only until ``instant`` (the earliest one counts)."""
        if instant and instant > self.now and (self.until is None or instant < self.until):
            self.until = instant


class NotRendering(RuntimeError):
    """Something that belongs inside a rendering was asked for outside of one."""


_current: ContextVar[Rendering | None] = ContextVar("rendering", default=None)
_shared: ContextVar[Shared | None] = ContextVar("shared", default=None)


@contextmanager
def sharing(made: Shared) -> Iterator[None]:
    """Let the renderings inside share the pieces they make; all must see the same moment of the database."""
    token = _shared.set(made)
    try:
        yield
    finally:
        _shared.reset(token)


def moment() -> Shared:
    """What is shared now: of the moment that was lent, or of the page that is rendered; of no use outside of both."""
    page, lent = _current.get(), _shared.get()
    if page is not None:
        return page.shared
    return Shared() if lent is None else lent


@contextmanager
def rendering(now: datetime, language: str, zone: Any = None) -> Iterator[Rendering]:
    """Open a rendering at the instant ``now``, in ``language``, with dates in ``zone``."""
    lent = _shared.get()
    page = Rendering(now=now, language=language, shared=Shared() if lent is None else lent)
    token = _current.set(page)
    try:
        with translation.override(language), timezone.override(zone), watch_queries(page):
            yield page
    finally:
        _current.reset(token)


def current() -> Rendering:
    """The rendering that is open. Raises NotRendering when there is none."""
    page = _current.get()
    if page is None:
        raise NotRendering("This is asked for only while a page is rendered.")
    return page


@contextmanager
def asking(*keys: str) -> Iterator[None]:
    """A read that says what it stands on, and so may query; nothing is noted outside a rendering."""
    page = _current.get()
    if page is None:
        yield
        return
    page.stand_on(*keys)
    page.reading += 1
    try:
        yield
    finally:
        page.reading -= 1


def is_open() -> bool:
    """Whether a page is being rendered."""
    return _current.get() is not None


def now() -> datetime:
    """The instant the page is rendered for: the only clock a page may read."""
    return current().now


def stand_on(*keys: str) -> None:
    """Note what the page being rendered stands on; nothing outside of one."""
    page = _current.get()
    if page is not None:
        page.stand_on(*keys)


def hold_until(instant: datetime | None) -> None:
    current().hold_until(instant)


def once(name: Any, make: Callable[[], T]) -> T:
    """Ask for something at most once a page, and note its keys each time it is used.

    Outside a rendering it is asked each time.
    """
    page = _current.get()
    if page is None:
        return make()
    if name not in page._once:
        with collecting() as keys:
            value = make()
        page._once[name] = value, keys
    value, keys = page._once[name]
    page.stand_on(*keys)
    return value


@contextmanager
def collecting() -> Iterator[set[str]]:
    """Gather the keys of what is inside apart from the page's own."""
    page = current()
    outer, page.keys = page.keys, set()
    muted, page.muted = page.muted, 0
    try:
        yield page.keys
    finally:
        page.keys, page.muted = outer, muted


@contextmanager
def muted() -> Iterator[None]:
    """Load instances without noting them: a listing stands on its list, not its rows."""
    page = _current.get()
    if page is None:
        yield
        return
    page.muted += 1
    try:
        yield
    finally:
        page.muted -= 1


def note_instance(sender: Any, instance: Any, **_: Any) -> None:
    """``post_init`` receiver: an instance loaded while rendering is something read."""
    page = _current.get()
    if page is not None and not page.muted and instance.pk is not None:
        page.keys.update(keys_of(instance))
