"""Troubles that are no page's own: the database is away or held by another, the disk has no room."""
from __future__ import annotations

import sqlite3

from django.db import InterfaceError, OperationalError

from rotative.press.writing import NO_ROOM

# SQLite's primary codes: busy, locked, input or output failed, full, cannot be opened.
BUSY = {5, 6, 10, 13, 14}
# PostgreSQL's classes: no connection, no resources, shutting down or not up yet; a lock or a turn not had.
AWAY = ("08", "53", "57P", "55P03", "40")


def is_of_the_database(problem: BaseException) -> bool:
    """Whether the database could not be asked, so that the same question may be answered later."""
    if isinstance(problem, InterfaceError):
        return True
    if not isinstance(problem, OperationalError):
        return False
    cause = problem.__cause__
    if isinstance(cause, sqlite3.Error):
        return _code(cause) in BUSY
    state = getattr(cause, "sqlstate", None)
    return state is None or str(state).startswith(AWAY)


def is_of_the_disk(problem: BaseException) -> bool:
    """Whether the node can not write: its edition, or its ledger, which is no database of Django's."""
    if isinstance(problem, OSError):
        return problem.errno in NO_ROOM
    return isinstance(problem, sqlite3.OperationalError) and _code(problem) in BUSY


def is_everyones(problem: BaseException) -> bool:
    return is_of_the_database(problem) or is_of_the_disk(problem)


def _code(problem: sqlite3.Error) -> int:
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF
