"""How often something was done lately: one number for all processes of the paper, and for all its nodes.

    add("write:…", 60)      # 1 the first time, 2 the second; from 1 again once the minute is over

One statement counts, and two at the same instant are counted as two. Nothing waits for the disk: a tally may be lost
with the machine. On PostgreSQL it is in an unlogged table, which all nodes share; otherwise in a file of the
node, beside what it has made (docs/decisions/0028-one-tally-for-all-processes.md).
"""
from __future__ import annotations

import logging
import os
import random
import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django_tasks import task

TABLE = "masthead_tally"  # of the model Tally, and in the file
COUNT = (
    f"INSERT INTO {TABLE} (key, number, until) VALUES ({{0}}, 1, {{0}}) ON CONFLICT (key) DO UPDATE SET "  # noqa: S608 (our own words)
    f"number = CASE WHEN {TABLE}.until <= {{0}} THEN 1 ELSE {TABLE}.number + 1 END, "
    f"until = CASE WHEN {TABLE}.until <= {{0}} THEN excluded.until ELSE {TABLE}.until END RETURNING number"
)
FORGET = f"DELETE FROM {TABLE} WHERE until <= {{0}}"  # noqa: S608
PATIENCE = 0.5  # seconds, for another process that counts
ONE_IN = 200  # what is over is forgotten now and then, and each quarter of an hour

log = logging.getLogger(__name__)
_here = threading.local()


def add(key: str, seconds: float) -> int:
    """Count one more, and say how many there were in the time that the first of them began."""
    now = time.time()
    try:
        found = _run(COUNT, (key, now + seconds, now, now))
    except (DatabaseError, sqlite3.Error, OSError) as problem:
        log.warning("Tallies can not be kept for all processes: %s.", type(problem).__name__)
        return _in_memory(key, seconds)
    if random.randrange(ONE_IN) == 0:  # noqa: S311 - nothing secret
        forget()
    return int(found)


def forget() -> None:
    """Leave nothing of what is over."""
    with suppress(DatabaseError, sqlite3.Error, OSError):
        _run(FORGET, (time.time(),))


@task()
def sweep() -> None:
    """Each quarter of an hour."""
    forget()


def _run(sql: str, told: tuple[Any, ...]) -> Any:
    kind = settings.TALLIES
    if kind == "memory":
        return _in_memory(told[0], told[1] - told[2]) if len(told) > 1 else None
    if kind == "table":
        with connection.cursor() as cursor:
            cursor.execute(sql.format("%s"), told)
            return cursor.fetchone()[0] if cursor.description else None
    try:
        row = _file().execute(sql.format("?"), told).fetchone()
    except sqlite3.OperationalError:  # held for too long by another process, or no room on the disk
        raise
    except sqlite3.DatabaseError:  # torn, when the machine fell: it holds nothing that is missed
        _begin_afresh()
        row = _file().execute(sql.format("?"), told).fetchone()
    return row[0] if row else None


def _begin_afresh() -> None:
    _here.of = None
    for ending in ("", "-wal", "-shm"):
        _path().with_name(_path().name + ending).unlink(missing_ok=True)


def _path() -> Path:
    found: Path = settings.HOME.derived / "tallies.sqlite3"
    return found


def _file() -> sqlite3.Connection:
    """The node's file; a connection a thread of a process, since a fork shares none."""
    path = str(_path())
    if getattr(_here, "of", None) != (os.getpid(), path):
        found = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        found.execute("PRAGMA journal_mode=WAL")
        found.execute("PRAGMA synchronous=OFF")
        found.execute(f"CREATE TABLE IF NOT EXISTS {TABLE} (key TEXT PRIMARY KEY, number INTEGER NOT NULL, until REAL NOT NULL) WITHOUT ROWID")
        _here.of, _here.connection = (os.getpid(), path), found
    return _here.connection  # type: ignore[no-any-return]


def _in_memory(key: str, seconds: float) -> int:
    """This process's own, when nothing else is to be had."""
    if cache.add(f"tally:{key}", 1, seconds):
        return 1
    try:
        return int(cache.incr(f"tally:{key}"))
    except ValueError:  # its time has just ended
        return 1
