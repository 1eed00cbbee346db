"""The log on PostgreSQL, where many write at once and commit in any order."""
from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rotative.newsroom.models import Author
from rotative.press import changes, triggers
from rotative.press.changes import Tail, Waiter, includes
from tests.databases import another_connection

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
BOTH = ["test_triggers.py", "test_triggers_and_migrations.py", "test_changes.py", "test_running.py", "test_prepared.py"]


@pytest.mark.parametrize("file", BOTH)
def test_what_is_promised_on_sqlite_holds_on_postgresql(postgres, file):
    """The same tests, in a process whose database is PostgreSQL from the start."""
    environment = {**os.environ, "ROTATIVE_TEST_DATABASE": postgres.paper()}
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[name]
    command = [sys.executable, "-m", "pytest", "--ds=tests.press.settings_on_postgres", "-p", "no:cacheprovider", f"tests/press/{file}"]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout[-5000:] + told.stderr[-2000:]


class Writer:
    """A session that writes in a transaction which it ends when it is told."""

    def __init__(self, other: Any) -> None:
        self.other = other
        other.set_autocommit(False)

    def write(self, row: str) -> None:
        with self.other.cursor() as cursor:
            cursor.execute("""INSERT INTO press_change (kind, "row") VALUES ('author', %s)""", [row])

    def end(self, how: str) -> None:
        getattr(self.other, how)()


@contextmanager
def writer() -> Iterator[Writer]:
    with another_connection() as other:
        yield Writer(other)


def rows(tail: Tail) -> list[str]:
    return sorted(row for _, row in tail.take())


def run(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else None


# ── Completeness, not order ────────────────────────────────────────────────────


def test_a_long_import_delays_nobody_and_is_taken_when_it_ends(own_postgres):
    tail = Tail()
    with writer() as importing, writer() as desk:
        importing.write("import 1")
        for number in range(50):
            desk.write(f"story {number}")
            desk.end("commit")
            assert rows(tail) == [f"story {number}"]
        importing.write("import 2")
        assert len(tail.state) < 300
        tail = Tail(tail.state)
        importing.end("commit")
        assert rows(tail) == ["import 1", "import 2"]
        assert rows(tail) == []


def test_a_lower_id_that_is_committed_later_is_not_missed(own_postgres):
    tail = Tail()
    with writer() as slow, writer() as quick:
        slow.write("lower id")
        quick.write("higher id")
        quick.end("commit")
        assert rows(tail) == ["higher id"]
        slow.end("commit")
        assert rows(tail) == ["lower id"]


def test_a_savepoint_is_part_of_its_transaction(own_postgres):
    tail = Tail()
    with writer() as slow, writer() as quick:
        slow.write("1")
        with slow.other.cursor() as cursor:
            cursor.execute("SAVEPOINT one")
        slow.write("2")
        quick.write("3")
        quick.end("commit")
        assert rows(tail) == ["3"]
        slow.end("commit")
    assert rows(tail) == ["1", "2"]


def test_a_tail_that_begins_while_others_write_takes_what_they_commit_later(own_postgres):
    with writer() as slow:
        slow.write("1")
        tail = Tail()
        slow.end("commit")
    assert rows(tail) == ["1"]


ACTS = st.lists(st.tuples(st.sampled_from(["write", "commit", "rollback"]), st.integers(0, 2)) | st.sampled_from(["take", "start again", "prune"]), min_size=12, max_size=40)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_whatever_is_interleaved_each_commit_is_taken_once_or_known_lost(own_postgres, acts):
    tail, pruned = Tail(), False
    due: list[str] = []
    open_rows: dict[int, list[str]] = {0: [], 1: [], 2: []}
    with writer() as one, writer() as two, writer() as three:
        writers = [one, two, three]
        ending = [("commit", 0), ("rollback", 1), ("commit", 2), "take"]
        for number, act in enumerate([*acts, *ending]):
            if act == "take":
                taken = rows(tail)
                assert tail.lost or taken == sorted(due)
                assert pruned or not tail.lost
                due, pruned = [], False
            elif act == "start again":
                tail = Tail(tail.state)
            elif act == "prune":
                pruned = bool(changes.prune(timedelta(seconds=-1))) or pruned
            elif act[0] == "write":
                writers[act[1]].write(str(number))
                open_rows[act[1]].append(str(number))
            else:
                writers[act[1]].end(act[0])
                due += open_rows[act[1]] if act[0] == "commit" else []
                open_rows[act[1]] = []


# ── Other databases, other days ────────────────────────────────────────────────


def test_another_database_of_the_same_cluster_is_another(own_postgres, postgres):
    state = Tail().state
    connection.close()
    connections.settings["default"]["NAME"] = connection.settings_dict["NAME"] = postgres.paper().rsplit("/", 1)[1]
    assert Tail(state).lost


def test_a_log_restored_into_a_young_cluster_is_not_taken_again_and_again(own_postgres):
    """A dump keeps the numbers of transactions that the new cluster has not reached."""
    run("""INSERT INTO press_change (kind, "row", tx) VALUES ('author', 'old', '4000000000')""")
    tail = Tail()
    with writer() as desk:
        desk.write("new")
        desk.end("commit")
    assert rows(tail) == ["new"]
    changes.prune(timedelta(seconds=-1))
    assert rows(tail) == []
    assert not tail.lost


def test_whoever_may_use_the_paper_may_read_the_log(own_postgres):
    """No right of an administrator is needed."""
    run("CREATE ROLE clerk; GRANT SELECT ON press_change TO clerk")
    try:
        run("SET ROLE clerk")
        assert Tail().take() == []
    finally:
        run("RESET ROLE; DROP OWNED BY clerk; DROP ROLE clerk")


def test_a_snapshot_reads_the_position_that_it_sees(own_postgres):
    with transaction.atomic():
        run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        before = changes.position()
        with writer() as desk:
            desk.write("1")
            desk.end("commit")
        assert changes.position() == before
    assert includes(changes.position(), before)
    assert not includes(before, changes.position())


# ── Whole tables, lost triggers ────────────────────────────────────────────────


def test_a_table_emptied_at_once_is_named_with_all_that_follows(own_postgres):
    tail = Tail()
    run("TRUNCATE newsroom_author CASCADE")
    assert {("author", "*"), ("article", "*")} <= set(tail.take())


def test_a_trigger_that_went_with_a_column_is_missed(own_postgres):
    assert triggers.check()
    run("ALTER TABLE newsroom_author DROP COLUMN profile CASCADE")
    assert not triggers.check()


def test_a_trigger_that_is_disabled_is_missed(own_postgres):
    run("ALTER TABLE newsroom_author DISABLE TRIGGER USER")
    assert not triggers.check()


# ── Waiting ────────────────────────────────────────────────────────────────────


@pytest.fixture
def waiter(own_postgres):
    made = Waiter()
    yield made
    made.close()


def test_many_notices_are_few_calls(waiter):
    for number in range(20):
        Author.objects.create(name=f"Autrice {number}", slug=f"autrice-{number}")
    calls = sum(takewhile(bool, (waiter.wait(0.5) for _ in range(20))))
    assert 1 <= calls <= 5, "the server tells what is left in one or two bursts, and its own housekeeping counts as news"


def test_a_change_without_a_notice_is_heard_within_the_second(waiter):
    with writer() as desk:
        desk.write("1")
        desk.end("commit")
    assert waiter.wait(10) is True


def test_who_waits_a_little_at_a_time_asks_the_server_each_second_all_the_same(waiter, monkeypatch):
    asked, ask = [], changes._Notices._now
    monkeypatch.setattr(changes._Notices, "_now", lambda bell: asked.append(bell) or ask(bell))
    end = time.monotonic() + 2.5
    while time.monotonic() < end:
        waiter.wait(0.05)
    assert 2 <= len(asked) <= 3


def test_a_connection_that_broke_is_made_again(waiter):
    assert run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()") == [(True,)]
    assert waiter.wait(30) is True, "nobody knows what happened meanwhile"
    assert waiter.wait(30) is True
    Author.objects.create(name="Ada Kerbrat", slug="ada")
    assert waiter.wait(30) is True
