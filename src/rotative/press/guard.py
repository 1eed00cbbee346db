"""Watches the queries of a page: only listings, named reads and primary keys may ask.

A page that queries in any other way stands on something that the press cannot know,
so it would not be printed again when that changes.
"""
from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol

from django.conf import settings
from django.db import connections
from django.template.base import Node


class Watched(Protocol):
    """What the guard needs of a rendering: whether it is in a read, and where to note strays."""

    reading: int
    stray: list[str]


_BY_PRIMARY_KEY = re.compile(
    r'^SELECT (?:.(?!\bWHERE\b))*? WHERE "\w+"\."(?:id|\w+_ptr_id|key)" (?:= %s|IN \([%s, ]+\))'
    r"(?: LIMIT \d+)?$",
    re.S,
)
_HOUSEKEEPING = re.compile(r"^(SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|PRAGMA|SET )")


class StrayQuery(AssertionError):
    """A public page asked the database outside listings, named reads and primary keys."""


@contextmanager
def watch_queries(page: Watched) -> Iterator[None]:
    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not page.reading and _is_stray(sql):
            _report(page, sql)
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        for connection in connections.all(initialized_only=False):
            stack.enter_context(connection.execute_wrapper(watch))
        yield


def _is_stray(sql: str) -> bool:
    return not (_HOUSEKEEPING.match(sql) or _BY_PRIMARY_KEY.match(sql))


def _report(page: Watched, sql: str) -> None:
    sentence = f"Stray query in {_where()}: {sql[:300]}"
    page.stray.append(sentence)
    if getattr(settings, "PRESS_STRICT", False):
        raise StrayQuery(sentence)


def _where() -> str:
    """The template that is being rendered, or the function of ours that asked."""
    frame: Any = sys._getframe()
    fallback = "unknown code"
    while frame:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return f"template {node.origin.template_name}"
        module = frame.f_globals.get("__name__", "")
        if fallback == "unknown code" and module.startswith("rotative.") and "press" not in module:
            fallback = f"{module}.{frame.f_code.co_name}"
        frame = frame.f_back
    return fallback
