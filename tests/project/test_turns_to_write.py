"""One writes at a time on SQLite: who waits begins as soon as they may, or is told after their patience."""
from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from time import monotonic

import pytest
from django.contrib.auth.models import Group
from django.db import OperationalError, connection, transaction


@pytest.fixture
def other(own_database):
    """Somebody else, who is writing."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has many writers.")
    connection.ensure_connection()
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, check_same_thread=False)) as held:
        held.execute("BEGIN IMMEDIATE")
        yield held


def test_who_waits_begins_when_the_other_ends(other):
    threading.Timer(0.3, lambda: other.execute("COMMIT")).start()
    with transaction.atomic():
        Group.objects.create(name="at last")
    assert other.execute("SELECT name FROM auth_group WHERE name = 'at last'").fetchall() == [("at last",)]
    assert _patience() == 20_000


def test_who_has_waited_long_enough_is_told(other):
    connection.connection.execute("PRAGMA busy_timeout = 200")
    began = monotonic()
    with pytest.raises(OperationalError, match="locked"), transaction.atomic():
        pytest.fail("Nobody else is writing.")
    assert monotonic() - began >= 0.2
    assert _patience() == 200


def test_what_is_wrong_otherwise_is_told_at_once(own_database):
    with transaction.atomic(), pytest.raises(OperationalError, match="within a transaction"):
        connection._start_transaction_under_autocommit()
    assert _patience() == 20_000


def _patience():
    return connection.connection.execute("PRAGMA busy_timeout").fetchone()[0]
