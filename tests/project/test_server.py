"""``rotative serve``, really started: it answers, mends itself, and stops."""
from __future__ import annotations

import os
import signal
import socket
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from rotative.project.server import FIRST_PAUSE, Child, check_port
from rotative.project.speech import Stop
from tests.project.running import answers, is_running, rotative, serving, until


def test_a_port_that_is_taken_is_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(Stop, match="is taken by another program"):
        check_port("127.0.0.1", taken.getsockname()[1])


def test_a_child_that_dies_again_waits_longer():
    child = Child("site", [])
    pauses = []
    for _ in range(8):
        child.since = time.monotonic()
        pauses.append(child.pause)
        child.bury()
    assert pauses[0] == FIRST_PAUSE
    assert pauses == sorted(pauses)
    assert pauses[-1] == 30
    child.since = time.monotonic() - 3600
    child.bury()
    assert child.due - time.monotonic() <= FIRST_PAUSE


@pytest.mark.slow
def test_it_serves_and_stops_on_each_signal(paper, tmp_path):
    for number in (signal.SIGTERM, signal.SIGINT):
        log = tmp_path / f"{number}.log"
        with serving(home=paper, log=log) as served:
            assert served.get("/")[0] == 200
            until(lambda served=served: len(served.children()) == 2)
            children = served.children()
            assert served.stop(number) == 0
        assert f"Serving {served.address}" in log.read_text()
        assert "Traceback" not in log.read_text()
        assert not answers(served.port)
        assert not [pid for pid in children.values() if is_running(pid)]


@pytest.mark.slow
def test_the_port_of_a_paper_that_runs(paper):
    with serving(home=paper) as served:
        done = rotative("serve", "--port", str(served.port), home=paper)
        assert done.returncode == 2
        assert "is taken" in done.stderr


@pytest.mark.slow
def test_a_killed_child_is_started_again(paper, tmp_path):
    log = tmp_path / "log"
    with serving(home=paper, log=log) as served:
        until(lambda: len(served.children()) == 2)
        before = served.children()
        for pid in before.values():
            os.kill(pid, signal.SIGKILL)
        until(lambda: len(served.children()) == 2 and not set(served.children().values()) & set(before.values()))
        until(lambda: answers(served.port))
        assert served.get("/")[0] == 200
    assert "The site stopped" in log.read_text()
    assert "The worker stopped" in log.read_text()


@pytest.mark.slow
def test_children_do_not_outlive_a_killed_supervisor(paper):
    with serving(home=paper) as served:
        until(lambda: len(served.children()) == 2)
        children = served.children()
        served.process.kill()
        served.process.wait()
        until(lambda: not [pid for pid in children.values() if is_running(pid)], 20)
        assert not answers(served.port)


@pytest.mark.slow
def test_a_second_start_has_nothing_to_do(paper, tmp_path):
    with serving(home=paper):
        pass
    log = tmp_path / "log"
    with serving(home=paper, log=log):
        pass
    assert "Bringing" not in log.read_text()


@pytest.mark.slow
def test_a_database_that_is_behind_is_brought_up_to_date(paper, tmp_path):
    (paper / "derived" / "ready").write_text("an older program")
    log = tmp_path / "log"
    with serving(home=paper, log=log) as served:
        assert served.get("/")[0] == 200
    assert "Bringing the database up to date." in log.read_text()


@pytest.mark.slow
def test_the_worker_publishes_at_the_hour(paper):
    story = paper.parent / "story.txt"
    story.write_text("Le phare rallumé pour une nuit\n\n" + "Le gardien avait gardé la clé, et il est remonté mercredi dans la lanterne. " * 8)
    assert rotative("import", "page", str(story), "--section", "actualites", home=paper).returncode == 0
    with serving(home=paper) as served:
        until(lambda: len(served.children()) == 2)
        _schedule(paper, datetime.now(UTC) + timedelta(seconds=3))
        until(lambda: _is_live(paper), 60)


def _schedule(paper, when):
    with closing(sqlite3.connect(paper / "paper.sqlite3", timeout=20)) as database, database:
        revision = "select latest_revision_id from wagtailcore_page join newsroom_article on id = page_ptr_id"
        database.execute(f"update wagtailcore_revision set approved_go_live_at = ? where id in ({revision})", [when.strftime("%Y-%m-%d %H:%M:%S.%f")])


def _is_live(paper):
    with closing(sqlite3.connect(paper / "paper.sqlite3", timeout=20)) as database:
        return database.execute("select live from wagtailcore_page join newsroom_article on id = page_ptr_id").fetchone() == (1,)
