"""Named reads: the queries of a page that are neither a listing nor a primary key.

A named read declares the keys it stands on, so that the press knows when its answer
would be another one, even when today's answer is empty.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from rotative.press.rendering import _current

F = TypeVar("F", bound=Callable[..., Any])

named: dict[str, Callable[..., Any]] = {}


def named_read(stands_on: Callable[..., Iterable[str]]) -> Callable[[F], F]:
    """Let a function query while a page is rendered; ``stands_on`` takes its arguments.

    The function must return something already fetched (a list, an instance), never a
    queryset: it would ask later, outside the read. Outside a rendering it is itself.
    """

    def declare(function: F) -> F:
        @wraps(function)
        def read(*args: Any, **kwargs: Any) -> Any:
            page = _current.get()
            if page is None:
                return function(*args, **kwargs)
            page.stand_on(*stands_on(*args, **kwargs))
            page.reading += 1
            try:
                return function(*args, **kwargs)
            finally:
                page.reading -= 1

        named[f"{function.__module__}.{function.__qualname__}"] = read
        return read  # type: ignore[return-value]

    return declare
