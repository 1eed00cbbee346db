"""How often something was done: counted once for all processes of a paper, on either database, and never in a reader's way."""
from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import RequestFactory

from rotative.masthead import rates, tallies
from rotative.masthead.models import Tally
from tests.prepared import ROOT

MANY, PROCESSES = 400, 4


@pytest.fixture
def file(settings: Any, tmp_path: Path) -> Path:
    settings.TALLIES, settings.HOME = "file", SimpleNamespace(derived=tmp_path)
    return tmp_path / "tallies.sqlite3"


@pytest.fixture(params=["memory", "file", "table"])
def kind(request: Any, settings: Any) -> str:
    cache.clear()
    if request.param == "file":
        request.getfixturevalue("file")
    if request.param == "table":
        request.getfixturevalue("db")
    settings.TALLIES = request.param
    return str(request.param)


def test_each_is_counted_until_the_time_of_the_first_is_over(kind: str, time_machine: Any) -> None:
    time_machine.move_to("2026-11-30 10:00", tick=False)
    assert [tallies.add("a", 60) for _each in range(3)] == [1, 2, 3]
    assert tallies.add("b", 60) == 1
    time_machine.shift(59)
    assert tallies.add("a", 60) == 4
    time_machine.shift(2)
    assert [tallies.add("a", 60) for _each in range(2)] == [1, 2]


def test_what_is_over_is_forgotten(file: Path, time_machine: Any) -> None:
    time_machine.move_to("2026-11-30 10:00", tick=False)
    tallies.add("a", 60)
    time_machine.shift(61)
    tallies.add("b", 60)
    tallies.forget()
    assert sqlite3.connect(file).execute("SELECT key FROM masthead_tally").fetchall() == [("b",)]


def test_a_torn_file_is_begun_afresh(file: Path) -> None:
    tallies.add("a", 60)
    tallies._here.connection.close()
    tallies._here.of = None
    for each in file.parent.glob("tallies.sqlite3*"):
        each.unlink()
    file.write_bytes(b"no database at all" * 100)
    assert [tallies.add("a", 60) for _each in range(2)] == [1, 2]


def test_where_nothing_can_be_written_each_process_counts_for_itself(settings: Any, tmp_path: Path, caplog: Any) -> None:
    cache.clear()
    settings.TALLIES, settings.HOME = "file", SimpleNamespace(derived=tmp_path / "not there")
    assert [tallies.add("a", 60) for _each in range(2)] == [1, 2]
    assert "can not be kept for all processes" in caplog.text
    tallies.forget()


def test_a_file_that_another_process_holds_costs_half_a_second_at_most(file: Path, caplog: Any) -> None:
    cache.clear()
    tallies.add("a", 60)
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        assert tallies.add("a", 60) == 1
        assert time.monotonic() - began < 2 * tallies.PATIENCE
        other.execute("ROLLBACK")
    assert tallies.add("a", 60) == 2


COUNTER = """
import sys, types
from django.conf import settings
from rotative.masthead import tallies
numbers = [tallies.add("all", 600) for _each in range(int(sys.argv[1]))]
import json; print(json.dumps(numbers))
"""


@pytest.mark.slow
@pytest.mark.parametrize("database", ["", "own_postgres"])
def test_of_several_processes_none_is_lost_or_counted_twice(request: Any, tmp_path: Path, database: str) -> None:
    url = request.getfixturevalue(database) if database else f"sqlite:///{tmp_path / 'paper.sqlite3'}"
    (tmp_path / "derived").mkdir()
    (tmp_path / "paper.toml").write_text('name = "L\'Amer"\nlanguages = ["fr"]\n')
    told = {**os.environ, "ROTATIVE_HOME": str(tmp_path), "DATABASE_URL": url, "PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "rotative.project.settings"}
    setup = "import django; django.setup()" + COUNTER
    running = [subprocess.Popen([sys.executable, "-W", "ignore", "-c", setup, str(MANY)], env=told, stdout=subprocess.PIPE, text=True) for _process in range(PROCESSES)]
    seen = [number for process in running for number in json.loads(process.communicate(timeout=120)[0])]
    assert sorted(seen) == list(range(1, MANY * PROCESSES + 1))


@pytest.mark.slow
@pytest.mark.usefixtures("own_postgres")
def test_on_postgresql_the_table_waits_for_no_disk(settings: Any) -> None:
    settings.TALLIES = "table"
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'masthead_tally'")
        assert cursor.fetchone() == ("u",)
    assert tallies.add("a", 60) == 1 and Tally.objects.get().number == 1
    with transaction.atomic():
        assert tallies.add("a", 60) == 2


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.1", "192.0.2.2", False), ("192.0.2.1", "::ffff:192.0.2.1", True), ("2001:db8::1", "2001:db8::ffff:1", True), ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("[2001:db8::1]", "2001:db8::2%eth0", True), ("unknown", "", False),
    ],
)  # fmt: skip
def test_a_line_is_one_reader_and_a_network_is_many(one: str, other: str, is_same: bool) -> None:
    assert (rates.line_of(one) == rates.line_of(other)) == is_same


def test_nothing_of_an_address_is_in_the_file(file: Path, rf: RequestFactory) -> None:
    request = rf.get("/", REMOTE_ADDR="203.0.113.77")
    assert [rates.is_too_fast(request, "write", 2) for _each in range(3)] == [False, False, True]
    assert not rates.is_too_fast(rf.get("/", REMOTE_ADDR="203.0.113.78"), "write", 2)
    kept = b"".join(each.read_bytes() for each in file.parent.iterdir())
    assert b"203.0" not in kept and b"write:" in kept


def test_a_day_later_the_digest_is_another(file: Path, rf: RequestFactory, time_machine: Any) -> None:
    found = []
    for day in (29, 30):
        time_machine.move_to(f"2026-11-{day} 10:00", tick=False)
        rates.is_too_fast(rf.get("/"), "write", 2)
        found.append(sqlite3.connect(file).execute("SELECT key FROM masthead_tally ORDER BY until DESC").fetchone())
    assert found[0] != found[1]
