"""A task is not lost with its worker: real workers, killed in the middle of what they do.

What follows the tests is what the workers of this module do; they import it from here.
"""
from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django_tasks import task

from tests.project.running import environment, is_running, until

ROOT = Path(__file__).resolve().parents[2]
LONG_AGO = "2026-01-01 00:00:00"


@pytest.mark.slow
def test_a_task_whose_worker_was_killed_is_done_by_the_next(paper, tmp_path):
    enqueue(paper, "write", tmp_path)
    with working(paper) as first:
        until(lambda: lines(tmp_path) == ["begun"])
        first.kill()
    (tmp_path / "go").touch()
    with working(paper):
        until(lambda: states(paper) == ["SUCCESSFUL"])
        assert len(list(paper.glob("derived/workers/*"))) == 1  # the lock of the dead one is swept
    assert lines(tmp_path) == ["begun", "begun", "done"]
    assert rows(paper, "select name from newsroom_topic") == [("half",), ("done",)]


@pytest.mark.slow
def test_a_task_of_a_worker_that_lives_is_left_to_it(paper, tmp_path):
    enqueue(paper, "write", tmp_path)
    with working(paper):
        until(lambda: lines(tmp_path) == ["begun"])
        enqueue(paper, "note", tmp_path)
        with working(paper):
            until(lambda: lines(tmp_path) == ["begun", "noted"])
            until(lambda: sorted(states(paper)) == ["RUNNING", "SUCCESSFUL"])
        (tmp_path / "go").touch()
        until(lambda: states(paper) == ["SUCCESSFUL", "SUCCESSFUL"])
    assert lines(tmp_path) == ["begun", "noted", "done"]


@pytest.mark.slow
def test_a_task_that_brings_its_worker_down_is_tried_three_times(paper, tmp_path):
    enqueue(paper, "crash", tmp_path)
    for tries in (1, 2, 3):
        with working(paper) as worker:
            assert worker.wait(60) == -signal.SIGKILL
        assert lines(tmp_path) == ["crashed"] * tries
    enqueue(paper, "note", tmp_path)
    with working(paper):
        until(lambda: lines(tmp_path)[-1] == "noted")
    assert rows(paper, f"{TASKS} where task_path like '%crash'", "status, traceback")[0][0] == "FAILED"
    assert "begun 3 times" in rows(paper, f"{TASKS} where task_path like '%crash'", "status, traceback")[0][1]
    assert lines(tmp_path) == ["crashed"] * 3 + ["noted"]


@pytest.mark.slow
def test_a_task_that_another_machine_has_begun_is_taken_from_it_after_hours(paper, tmp_path):
    for name in ("write", "note"):
        enqueue(paper, name, tmp_path)
    with closing(sqlite3.connect(paper / "paper.sqlite3")) as database, database:
        database.execute(f"update {TASKS} set status = 'RUNNING', started_at = datetime('now'), worker_ids = '[\"elsewhere/1/abc\"]'")
        database.execute(f"update {TASKS} set started_at = '{LONG_AGO}' where task_path like '%note'")
    with working(paper):
        until(lambda: lines(tmp_path) == ["noted"])
        assert sorted(states(paper)) == ["RUNNING", "SUCCESSFUL"]


@pytest.mark.slow
def test_a_worker_that_is_told_to_stop_ends_its_task_first(paper, tmp_path):
    enqueue(paper, "write", tmp_path)
    with working(paper) as worker:
        until(lambda: lines(tmp_path) == ["begun"])
        for _ in range(2):  # whoever is in a hurry does not lose it either
            worker.terminate()
            time.sleep(0.1)
        assert worker.poll() is None
        (tmp_path / "go").touch()
        assert worker.wait(30) == 0
    assert states(paper) == ["SUCCESSFUL"]


@pytest.mark.slow
def test_a_worker_whose_supervisor_is_gone_does_not_stay_for_its_task(paper, tmp_path):
    enqueue(paper, "write", tmp_path)
    starting = f"import subprocess, sys, os; print(subprocess.Popen([sys.executable, *{WORDS}, str(os.getpid()), 'worker']).pid, flush=True); input()"
    supervisor = subprocess.Popen([sys.executable, "-c", starting], env=around(paper), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    worker = int(supervisor.stdout.readline())
    until(lambda: lines(tmp_path) == ["begun"])
    supervisor.kill()
    supervisor.communicate()
    until(lambda: not is_running(worker), 10)
    assert states(paper) == ["RUNNING"]


# ── Around a worker ────────────────────────────────────────────────────────────

TASKS = "django_tasks_database_dbtaskresult"
WORDS = ["-W", "ignore", "-m", "rotative.project.children"]


def around(paper: Path) -> dict[str, str]:
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return environment(paper, PYTHONPATH=path, DJANGO_SETTINGS_MODULE="rotative.project.settings")


@contextmanager
def working(paper: Path):
    """A worker, until the block ends."""
    worker = subprocess.Popen([sys.executable, *WORDS, str(os.getpid()), "worker"], env=around(paper), stdin=subprocess.DEVNULL)
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


def enqueue(paper: Path, name: str, place: Path) -> None:
    """As the paper does, in a process of its own."""
    doing = f"import django; django.setup(); from {__name__} import {name}; {name}.enqueue({str(place)!r})"
    subprocess.run([sys.executable, "-W", "ignore", "-c", doing], env=around(paper), check=True, timeout=120)


def rows(paper: Path, query: str, columns: str = "") -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(paper / "paper.sqlite3", timeout=20)) as database:
        return database.execute(f"select {columns} from {query}" if columns else query).fetchall()


def states(paper: Path) -> list[object]:
    return [row[0] for row in rows(paper, f"{TASKS} where task_path like 'tests.%' order by enqueued_at", "status")]


def lines(place: Path) -> list[str]:
    file = place / "said"
    return file.read_text().splitlines() if file.exists() else []


# ── What they do ───────────────────────────────────────────────────────────────


def say(place: str, word: str) -> None:
    with open(Path(place) / "said", "a") as out:
        out.write(f"{word}\n")


@task()
def write(place: str) -> None:
    """Write half, wait for leave to go on, write the rest. A second time the half is there already."""
    from wagtail.models import Locale

    from rotative.newsroom.models import Topic

    here = Locale.objects.order_by("pk")[0]
    Topic.objects.get_or_create(slug="half", defaults={"name": "half", "locale": here})
    say(place, "begun")
    until(lambda: (Path(place) / "go").exists())
    Topic.objects.get_or_create(slug="done", defaults={"name": "done", "locale": here})
    say(place, "done")


@task()
def note(place: str) -> None:
    say(place, "noted")


@task()
def crash(place: str) -> None:
    say(place, "crashed")
    os.kill(os.getpid(), signal.SIGKILL)
