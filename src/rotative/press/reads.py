"""Named reads: the queries of a page that are neither a listing nor a primary key.

A named read declares the keys it stands on, so that the press knows when its answer
would be another one, even when today's answer is empty. A derived one is a piece besides:
the pages that asked are stale only when its answer differs.
"""
from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, Generic, TypeVar

from rotative.press.pieces import late, made_by, taken, witnessed
from rotative.press.rendering import asking, is_open, moment, muted

F = TypeVar("F", bound=Callable[..., Any])
K = TypeVar("K")
V = TypeVar("V")

named: dict[str, Callable[..., Any]] = {}


def named_read(stands_on: Callable[..., Iterable[str]]) -> Callable[[F], F]:
    """Let a function query while a page is rendered; ``stands_on`` takes its arguments.

    The function must return something already fetched (a list, an instance), never a
    queryset: it would ask later, outside the read. Outside a rendering it is itself.
    """

    def declare(function: F) -> F:
        @wraps(function)
        def read(*args: Any, **kwargs: Any) -> Any:
            if not is_open():
                return function(*args, **kwargs)
            with asking(*stands_on(*args, **kwargs)):
                return function(*args, **kwargs)

        named[_name(function)] = read
        return read  # type: ignore[return-value]

    return declare


def derived(shown: Callable[[Any], object] = repr, is_late: bool = False, by_witness: bool = False) -> Callable[[F], F]:
    """Make a named read a piece: asked again from its arguments, which JSON must be able to hold.

    shown: what pages use of the answer, with a stable ``repr``. Set it above ``named_read``.
    is_late: whether it may come after the fronts and sections of an edit.
    by_witness: whether it stands on one of several rows that would prove the same.
    """

    def declare(read: F) -> F:
        @wraps(read)
        def piece(*args: Any) -> Any:
            return taken(f"read:{_name(read)}:{json.dumps(args, separators=(',', ':'))}", lambda: read(*args), shown)

        named[_name(read)] = piece
        if is_late:
            late.add(f"read:{_name(read)}:")
        if by_witness:
            witnessed.add(f"read:{_name(read)}:")
        return piece  # type: ignore[return-value]

    return declare


class Rows(Generic[K, V]):
    """Rows that pages ask for by a key; those of one moment share them.

    load: the rows of some keys, of those that have any; it may query, and notes nothing: whoever
    takes a row says what the page stands on (``named_read``, ``Listing``).
    at_most: how many are kept of a moment.
    """

    def __init__(self, load: Callable[[list[K]], Mapping[K, V]], at_most: int = 200) -> None:
        self._load, self._at_most = load, at_most
        self._name = _name(load)

    def take(self, keys: Iterable[K]) -> dict[K, V]:
        """The rows of some keys, in their order. Nobody may change them."""
        wanted, kept = list(dict.fromkeys(keys)), moment().rows[self._name]
        unread = [key for key in wanted if key not in kept]
        found = {key: kept[key] for key in wanted if key in kept}
        if unread:
            asked = self._ask(unread)
            found |= {key: asked.get(key) for key in unread}
            if len(kept) > self._at_most:
                kept.clear()
            kept.update(found)
        return {key: row for key in wanted if (row := found[key]) is not None}

    def _ask(self, keys: list[K]) -> Mapping[K, V]:
        with asking(), muted():
            return self._load(keys)


@made_by("read")
def _again(rest: str) -> None:
    name, _colon, args = rest.partition(":")
    named[name](*json.loads(args))


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
