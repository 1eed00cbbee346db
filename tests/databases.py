"""A database of one test's own, in which a commit is a commit.

Django's own way, a flush after each test, would take the roles, the root of the tree and
the log's first row with it; so each such test gets a copy and leaves it behind.
"""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections

from rotative.project.databases import database
from tests.postgres import PAPER, Postgres


@contextmanager
def default_database(**changes: Any) -> Iterator[None]:
    """Let the default database be another one; its connections are closed at the end."""
    kept, settings = connections["default"], connections.settings["default"]
    connections.settings["default"] = {**settings, **changes}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"], connections.settings["default"] = kept, settings


@contextmanager
def another_connection() -> Iterator[Any]:
    """A second connection to the default database, as another process would have."""
    other = connections.create_connection("default")
    try:
        yield other
    finally:
        other.close()


@pytest.fixture
def own_database(django_db_setup: Any, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """A copy of the prepared database, for this test alone, as the default one."""
    with django_db_blocker.unblock():
        make = _copied_file if connection.vendor == "sqlite" else _copied_database
        with make(tmp_path) as changes, default_database(**changes):
            yield


@contextmanager
def _copied_file(folder: Path) -> Iterator[dict[str, Any]]:
    connection.ensure_connection()
    file = folder / "paper.sqlite3"
    with sqlite3.connect(file) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        connection.connection.backup(copy)
    copy.close()
    # Nothing here outlives the test, so nothing waits for the disk.
    options = connection.settings_dict["OPTIONS"]
    hasty = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
    yield {"NAME": str(file), "OPTIONS": {**options, "init_command": hasty}}


@contextmanager
def _copied_database(folder: Path) -> Iterator[dict[str, Any]]:
    name = f"own_{uuid4().hex}"
    _outside(f"CREATE DATABASE {name} TEMPLATE {PAPER}")
    yield {"NAME": name}
    _outside(f"DROP DATABASE {name} WITH (FORCE)")


def _outside(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)


@pytest.fixture
def own_postgres(postgres: Postgres, django_db_setup: Any, django_db_blocker: Any) -> Iterator[str]:
    """A migrated PostgreSQL database, for this test alone, as the default one; its address."""
    url = postgres.paper()
    with django_db_blocker.unblock(), default_database(**database(url)):
        yield url
