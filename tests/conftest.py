"""What every test stands on: a paper's folder of its own and a database made once.

Each worker copies the prepared file into memory. A database that the settings name, and
that is no SQLite, is used as it is.
"""
from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from tests.databases import own_database, own_postgres  # noqa: F401
from tests.postgres import postgres  # noqa: F401
from tests.prepared import ROOT, prepared_file  # noqa: F401

_prepared_file = prepared_file
# Papers that are made and served once a process: tests that ask for the same one go to the same process.
SERVED = ("newsstand", "lettered", "discussed", "served_demo", "new_paper")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the marks
def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Which tests go together (``--dist loadgroup``): those of a module, for what it makes once, and those of one paper."""
    for item in items:
        paper = next((name for name in SERVED if name in item.fixturenames), "")
        item.add_marker(pytest.mark.xdist_group(paper or item.path.relative_to(ROOT).as_posix()))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: Any, django_db_blocker: Any) -> Iterator[None]:
    """The test database: a copy in memory of the prepared file."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            _copy_into_memory(connection)
    yield
    with django_db_blocker.unblock():
        connection.close()


@pytest.fixture(scope="module")
def lasting(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database for what a module makes once; each test works on it in a savepoint, and all is taken back after the last."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def _copy_into_memory(connection: Any) -> None:
    connection.close()
    connection.settings_dict["NAME"] = f"file:rotative-{os.getpid()}?mode=memory&cache=shared"
    connection.ensure_connection()
    with sqlite3.connect(prepared_file()) as source:
        source.backup(connection.connection)
    source.close()
