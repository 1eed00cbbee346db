"""``rotative serve``, really started: it answers, mends itself, follows itself, and stops."""
from __future__ import annotations

import http.client
import os
import pty
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from collections import Counter
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from rotative.project.server import FIRST_PAUSE, Child, check_port
from rotative.project.speech import Stop
from tests.project.running import COMMAND, answers, environment, free_port, is_running, rotative, serving, until

ALL = {"site", "presser", "worker"}


def test_a_port_that_is_taken_is_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(Stop, match="is taken by another program"):
        check_port("127.0.0.1", taken.getsockname()[1])


def test_a_child_that_dies_again_waits_longer():
    child = Child("worker")
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
            until(lambda served=served: served.children().keys() == ALL)
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
        until(lambda: served.children().keys() == ALL)
        before = served.children()
        for pid in before.values():
            os.kill(pid, signal.SIGKILL)
        until(lambda: served.children().keys() == ALL and not set(served.children().values()) & set(before.values()))
        until(lambda: answers(served.port))
        assert served.get("/")[0] == 200
    for name in ALL:
        assert f"The {name} stopped" in log.read_text()


@pytest.mark.slow
def test_children_do_not_outlive_a_killed_supervisor(paper):
    with serving(home=paper) as served:
        until(lambda: served.children().keys() == ALL)
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
@pytest.mark.parametrize("keep", [False, True], ids=["a connection each", "connections that are kept"])
def test_a_reload_fails_no_reader(paper, tmp_path, keep):
    log = tmp_path / "log"
    with serving(home=paper, log=log) as served:
        until(lambda: served.children().keys() == ALL)
        with reading(served.port, keep) as seen:
            for times in (1, 2, 3):
                before = served.children()
                served.process.send_signal(signal.SIGHUP)
                until(lambda times=times: log.read_text().count("Reloaded.") == times)
                until(lambda before=before: served.children().keys() == ALL and not set(served.children().values()) & set(before.values()))
                until(lambda before=before: not is_running(before["site"]))
                answered = seen[200]
                until(lambda answered=answered: seen[200] > answered + 50)
        assert set(seen) == {200}, seen
    assert "Traceback" not in log.read_text()
    assert "stopped" not in log.read_text()


@contextmanager
def reading(port: int, keep: bool):
    """Readers who ask without rest; what became of each request is counted."""
    seen, enough = Counter(), threading.Event()
    readers = [threading.Thread(target=_read, args=(port, keep, seen, enough)) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        yield seen
    finally:
        enough.set()
        for reader in readers:
            reader.join()


def _read(port, keep, seen, enough):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while not enough.is_set():
        try:
            connection.request("GET", "/")
            answer = connection.getresponse()
            answer.read()
            seen[answer.status] += 1
        except (OSError, http.client.HTTPException) as error:
            seen[repr(error)] += 1
            connection.close()
        if not keep:
            connection.close()
    connection.close()


@pytest.mark.slow
def test_what_can_not_be_reloaded_goes_on_as_it_was(paper, tmp_path):
    log = tmp_path / "log"
    with serving(home=paper, log=log) as served:
        until(lambda: (paper / "derived" / "press.sock").exists() and any(paper.glob("derived/workers/*")))
        before = served.children()
        (paper / "paper.toml").write_text("languages = [")
        served.process.send_signal(signal.SIGHUP)
        until(lambda: "Not reloaded" in log.read_text())
        assert served.get("/")[0] == 200
        assert served.children() == before


@pytest.mark.slow
def test_it_ends_with_the_terminal_it_was_started_at(paper):
    """A closed terminal sends the same signal as who wants a reload."""
    master, terminal = pty.openpty()
    port = free_port()
    process = subprocess.Popen(
        ["setsid", "--ctty", "--wait", *COMMAND, "serve", "--port", str(port)], env=environment(paper), stdin=terminal, stdout=terminal, stderr=terminal
    )
    os.close(terminal)
    try:
        until(lambda: answers(port))
        os.close(master)
        process.wait(20)
        assert not answers(port)
    finally:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_the_worker_publishes_at_the_hour(paper):
    """Within a tenth of a second, told long before or at the last moment; the best of three, on a machine with other things to do."""
    story = paper.parent / "story.txt"
    story.write_text("Le phare rallumé pour une nuit\n\n" + "Le gardien avait gardé la clé, et il est remonté mercredi dans la lanterne. " * 8)
    assert rotative("import", "page", str(story), "--section", "actualites", home=paper).returncode == 0
    with serving(home=paper) as served:
        until(lambda: served.children().keys() == ALL)
        time.sleep(2)  # the worker has found its place
        assert min(_late(paper, ahead) for ahead in (4, 3, 3)) < 0.1
        assert min(_late(paper, ahead) for ahead in (0.3, 0.3, 0.3)) < 0.1


def _late(paper, ahead: float) -> float:
    """How many seconds after its hour a story planned so long ahead was there to read."""
    when = datetime.now(UTC) + timedelta(seconds=ahead)
    with closing(sqlite3.connect(paper / "paper.sqlite3", timeout=20)) as database:
        with database:
            database.execute("update wagtailcore_page set live = 0 where id in (select page_ptr_id from newsroom_article)")
            story = "select latest_revision_id from wagtailcore_page join newsroom_article on id = page_ptr_id"
            database.execute(f"update wagtailcore_revision set approved_go_live_at = ? where id in ({story})", [when.strftime("%Y-%m-%d %H:%M:%S.%f")])
        live = "select live from wagtailcore_page join newsroom_article on id = page_ptr_id"
        end = time.monotonic() + 60
        while database.execute(live).fetchone() != (1,):
            assert time.monotonic() < end
            time.sleep(0.002)
        return (datetime.now(UTC) - when).total_seconds()
