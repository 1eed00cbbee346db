"""The log read: each change once, none missed, whoever stops and starts again.

Every test here runs on PostgreSQL too: see test_changes_on_postgres.py.
"""
from __future__ import annotations

import json
import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rotative.newsroom.models import Author
from rotative.press import changes
from rotative.press.changes import Tail, Waiter, includes
from rotative.press.models import Change
from tests.databases import another_connection

pytestmark = pytest.mark.usefixtures("own_database")

NOT_A_MOMENT = timedelta(seconds=-1)


def write(*rows: str) -> None:
    Change.objects.bulk_create([Change(kind="author", row=row) for row in rows])


def rows(tail: Tail) -> list[str]:
    return sorted(row for _, row in tail.take())


# ── The tail ───────────────────────────────────────────────────────────────────


def test_a_new_tail_begins_now():
    write("1")
    tail = Tail()
    assert tail.take() == []
    assert not tail.lost


def test_what_triggers_write_is_taken_once_by_kind_and_row():
    tail = Tail()
    author = Author.objects.create(name="Ada Kerbrat", slug="ada")
    Author.objects.update(name="Ada Le Kerbrat")
    assert tail.take() == [("author", str(author.pk))]
    assert tail.take() == []


def test_a_tail_goes_on_from_the_state_of_another():
    tail = Tail()
    write("1")
    tail.take()
    state = tail.state
    write("2")
    for _ in range(2):
        again = Tail(state)
        assert not again.lost
        assert rows(again) == ["2"]
    assert len(state) < 300
    json.loads(state)


def test_what_is_not_committed_is_taken_when_it_is():
    tail = Tail()
    with another_connection() as other:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("""INSERT INTO press_change (kind, "row") VALUES ('author', '1')""")
        assert tail.take() == []
        other.commit()
    assert rows(tail) == ["1"]


def test_what_is_rolled_back_is_never_taken():
    tail = Tail()
    with transaction.atomic():
        write("1")
        transaction.set_rollback(True)
    write("2")
    assert rows(tail) == ["2"]


def test_a_tail_that_was_away_while_the_log_was_pruned_is_lost_once():
    tail = Tail()
    write("1", "2")
    write("3")
    changes.prune(NOT_A_MOMENT)
    assert Tail(tail.state).lost
    assert tail.take() == []
    assert tail.lost
    write("4")
    assert rows(tail) == ["4"]
    assert not tail.lost


def test_a_tail_that_had_taken_all_is_not_lost_by_pruning():
    write("1")
    tail = Tail()
    write("2")
    tail.take()
    changes.prune(NOT_A_MOMENT)
    write("3")
    assert rows(tail) == ["3"]
    assert not tail.lost


def test_a_log_emptied_by_hand_is_lost():
    write("1")
    tail = Tail()
    Change.objects.all().delete()
    tail.take()
    assert tail.lost


def test_a_log_put_back_to_an_earlier_day_is_lost_though_it_has_grown_since():
    write("1")
    before = Change.objects.latest("pk").pk
    write("2")
    tail = Tail()
    Change.objects.filter(pk__gt=before).delete()
    Change.objects.create(pk=before + 1, kind="author", row="3", at=timezone.now() + timedelta(seconds=5))
    tail.take()
    assert tail.lost


@pytest.mark.parametrize("state", ['["mysql", "7", null]', '["sqlite", "9999", [9999, "2026-11-24 11:00:00"]]', '["postgresql/1/1/paper", "1:1:", [9, 9]]'])
def test_the_state_of_another_database_is_lost(state):
    assert Tail(state).lost


STEPS = st.lists(st.sampled_from(["write", "two", "roll back", "take", "start again", "prune"]), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_after_any_history_everything_was_taken_once_or_is_known_lost(steps):
    tail, waiting, pruned = Tail(), [], False
    for number, step in enumerate([*steps, "take"]):
        if step == "write":
            write(str(number))
            waiting.append(str(number))
        elif step == "two":
            write(str(number), str(number))
            waiting.append(str(number))
        elif step == "roll back":
            with transaction.atomic():
                write(str(number))
                transaction.set_rollback(True)
        elif step == "prune":
            pruned = pruned or bool(changes.prune(NOT_A_MOMENT) and waiting)
        elif step == "start again":
            tail = Tail(tail.state)
        else:
            taken = rows(tail)
            assert tail.lost or taken == sorted(waiting)
            assert pruned or not tail.lost
            waiting, pruned = [], False


# ── Positions ──────────────────────────────────────────────────────────────────


def test_a_position_includes_what_was_visible_and_nothing_later():
    before = changes.position()
    tail = Tail()
    write("1")
    after = changes.position()
    tail.take()
    assert includes(after, before)
    assert not includes(before, after)
    assert includes(tail.position, before)
    assert includes(after, tail.position)


def test_pruning_moves_no_position():
    write("1", "2")
    before = changes.position()
    changes.prune(NOT_A_MOMENT)
    assert includes(changes.position(), before)


NUMBERS = st.integers(0, 9)


@given(NUMBERS, NUMBERS)
def test_of_sqlites_positions_the_later_includes_the_earlier(one, other):
    assert includes(str(one), str(other)) is (one >= other)


@st.composite
def snapshots(draw):
    after = draw(st.integers(1, 12))
    running = draw(st.sets(st.integers(1, 12).filter(lambda number: number < after)))
    return f"{min(running, default=after)}:{after}:{','.join(map(str, sorted(running)))}"


def seen_by(snapshot: str) -> set[int]:
    _, after, running = snapshot.split(":")
    return set(range(1, int(after))) - {int(each) for each in running.split(",") if each}


@given(snapshots(), snapshots())
def test_of_postgres_positions_one_includes_another_when_it_sees_as_much(one, other):
    assert includes(one, other) is (seen_by(one) >= seen_by(other))


# ── Pruning ────────────────────────────────────────────────────────────────────


def test_pruning_keeps_the_week_and_the_newest_of_what_is_older():
    Change.objects.update(at=timezone.now() - timedelta(days=30))
    for row, days in (("1", 9), ("2", 8), ("3", 6), ("4", 0)):
        Change.objects.create(kind="author", row=row, at=timezone.now() - timedelta(days=days))
    older = Change.objects.filter(at__lt=timezone.now() - timedelta(days=7)).count()
    assert changes.prune() == older - 1
    assert [change.row for change in Change.objects.order_by("pk")] == ["2", "3", "4"]


def test_pruning_keeps_the_newest_of_all():
    write("1")
    write("2")
    changes.prune(NOT_A_MOMENT)
    assert changes.prune(NOT_A_MOMENT) == 0
    assert [change.row for change in Change.objects.all()] == ["2"]


# ── Waiting ────────────────────────────────────────────────────────────────────


@pytest.fixture
def waiter():
    made = Waiter()
    yield made
    made.close()


def test_a_waiter_waits_in_vain_while_nothing_happens(waiter):
    assert waiter.wait(0.05) is False
    assert waiter.wait(0) is False


def test_a_waiter_hears_what_was_committed_since_it_was_made(waiter):
    write("1")
    assert waiter.wait(30) is True


def test_a_waiter_wakes_when_another_commits():
    """It is waiting already when the author is written."""
    ready, woken = threading.Event(), threading.Event()

    def watch() -> None:
        waiter = Waiter()
        ready.set()
        if waiter.wait(30):
            woken.set()
        waiter.close()

    watching = threading.Thread(target=watch)
    watching.start()
    ready.wait(30)
    Author.objects.create(name="Ada Kerbrat", slug="ada")
    watching.join(30)
    assert woken.is_set()


def test_a_waiter_never_holds_a_transaction(waiter):
    write("1")
    waiter.wait(30)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            assert cursor.fetchone()[0] == 0
        else:
            cursor.execute(  # the database's own workers (autovacuum) come and go as they like
                "SELECT state FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            assert cursor.fetchall() == [("idle",)]
