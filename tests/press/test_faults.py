"""What goes wrong while a paper is served: processes killed, the database held, the disk full, a template that raises.

On real processes; ``SOAK=1`` does each for as long as is promised.
"""
from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import IsolationLevel
from wagtail.models import Page

from rotative.press import presser as pressers
from rotative.press import writing
from rotative.press.changes import _SqliteLog
from rotative.press.documents import Paper as Printed
from rotative.press.edition import Edition
from rotative.press.intake import Intake
from rotative.press.presser import Presser
from rotative.press.turns import our_turn
from tests import factories
from tests.databases import another_connection
from tests.press.papers import (  # noqa: F401
    SOAK,
    Paper,
    Served,
    beside,
    desk,
    fetch,
    like,
    new,
    paper,
    pressing,
    reading,
    running,
    serving,
)
from tests.press.small import Press, edited
from tests.project.running import is_running, until

KILLS = 200 if SOAK else 20
LOCKED = 30.0 if SOAK else 6.0  # seconds
PRINTED = ("/", "/pays/", "/pays/recit-3/", "/pays/recit-7/", "/feed.atom")


@pytest.fixture(scope="module")
def served(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:  # noqa: F811
    """A paper that this module's tests do harm to, one after another."""
    with serving(_copied(paper, tmp_path_factory.mktemp("served") / "amer")) as found:
        yield found


# ── Killed ─────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_whatever_is_killed_nothing_is_lost_and_no_page_is_torn(served):
    """In the middle of printing, at any point of it: a story is published every moment."""
    victims = ["worker", "front", *random.choices(["presser", "worker", "front"], [2, 1, 1], k=KILLS - 2)]
    random.shuffle(victims)
    titles: dict[str, str] = {}
    enough = threading.Event()
    with desk(served.paper) as newsroom, reading(served.port, *PRINTED) as seen:
        with running(lambda: _publish(newsroom, titles, enough), until_set=enough):
            for victim in victims:
                _kill(served, victim)
        newsroom.do("publish", "la-derniere", "La dernière")
    until(lambda: served.shows("/pays/la-derniere/", "La dernière") and served.paper.is_idle())
    assert seen.wrong == []
    assert seen.whole > 100
    assert sum(seen.cut.values()) <= 3 * victims.count("front"), f"{seen.cut}, with {Counter(victims)}"
    assert [slug for slug, title in titles.items() if not served.shows(f"/pays/{slug}/", title)] == []
    assert served.paper.verified().endswith(", 0 differ")
    assert list(served.paper.home.rglob(".half-*")) == []


def _publish(newsroom, titles: dict[str, str], enough: threading.Event) -> None:
    """A new story, then another headline for an old one, and so on."""
    number = 0
    while not enough.wait(0.02):
        number += 1
        slug = f"nouvelle-{number // 2}" if number % 2 else f"recit-{number % 20}"
        newsroom.do("publish" if number % 2 else "edit", slug, f"Titre {number} de {slug}")
        titles[slug] = f"Titre {number} de {slug}"


def _kill(served: Served, victim: str) -> None:
    """Once it is at work, and a moment later."""
    until(lambda: served.pid(victim) and (victim != "presser" or served.paper.status()))
    time.sleep(random.uniform(0, 0.4))
    pid = served.pid(victim)
    assert pid
    os.kill(pid, signal.SIGKILL)
    until(lambda: not is_running(pid) and served.pid(victim) not in (None, pid))


def test_a_press_killed_between_two_files_serves_no_form_of_another_page(tmp_path):
    """The files that the front and other web servers send: page and forms are one, or the forms are not there."""
    pages = Edition(tmp_path, "localhost")
    old, new_page = b"<p>old</p>" * 100, b"<p>new</p>" * 100
    for files in range(4):
        pages.write("/a/", old)
        with _stopped_after(files):
            pages.write("/a/", new_page)
        pages.sweep_halves()
        assert pages.body_of("/a/") == (new_page if files == 3 else old)
        assert sorted(file.name for file in pages.page_file("/a/").parent.iterdir()) in (["index.html"], ["index.html", "index.html.br", "index.html.gz"])
        assert files == 3 or not pages.page_file("/a/").with_name("index.html.br").exists()


@contextmanager
def _stopped_after(files: int) -> Iterator[None]:
    """As if killed once so many files have been renamed."""
    really, left = os.replace, [files]

    def replace(half: Path, file: Path) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        really(half, file)

    with _patched(os, "replace", replace), suppress(KeyboardInterrupt):
        yield


@pytest.fixture
def press(tmp_path, own_database) -> Press:
    """A paper of three stories, printed, in a database where a commit is a commit."""
    factories.paper()
    section = factories.section()
    for name in ("un", "deux", "trois"):
        factories.article(name.title(), section, slug=name)
    made = Press(tmp_path)
    made.print()
    return made


@pytest.mark.slow
def test_a_press_killed_before_its_ledger_knows_prints_what_is_taken_back(press):
    """The page is on the disk, the ledger has the one before; and the next edit asks for just that one."""
    Page.objects.filter(slug="un").update(title="Erreur")
    with _patched(press.ledger, "store", _killed), pytest.raises(KeyboardInterrupt):
        press.print()
    press.again()
    Page.objects.filter(slug="un").update(title="Un")
    press.print()
    assert press.differing() == []


@pytest.mark.slow
def test_a_press_killed_while_it_begins_afresh_begins_afresh_again(press):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Perdu pour le journal' WHERE slug = 'un'")
        cursor.execute("DELETE FROM press_change")
    with _patched(Presser, "reprint", _killed), pytest.raises(KeyboardInterrupt):
        press.print()
    press.again()
    press.print()
    assert press.differing() == []


@pytest.mark.slow
def test_a_database_that_goes_while_changes_are_taken_in_loses_none(press):
    """Not even when it is still away when we try to find our place again."""
    edited("un", title="Pendant la panne")
    with _patched(Intake, "take", _away), _patched(_SqliteLog, "_ask", _ask_once()), pytest.raises(sqlite3.OperationalError):
        press.presser.take()
    press.print()
    assert "Pendant la panne" in press.body("/pays/un/")
    assert press.differing() == []


@contextmanager
def _patched(place: object, name: str, other: object) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place, name, other, raising=False)
        yield


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def _away(*_: object) -> None:
    raise sqlite3.OperationalError("away")


def _ask_once() -> Callable[..., object]:
    """The log can be asked once; afterwards the database is away."""
    really, left = _SqliteLog._ask, [1]

    def ask(log, *words: object) -> object:
        left[0] -= 1
        return really(log, *words) if left[0] >= 0 else _away()

    return ask


@pytest.mark.slow
def test_a_press_that_does_not_answer_is_told_in_a_sentence(tmp_path):
    whole = new(tmp_path / "amer")
    with our_turn(whole.home / "derived"):
        done = whole.run("press", "--path", "/pays/")
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr


# ── Overtaken ──────────────────────────────────────────────────────────────────


@pytest.mark.slow
@pytest.mark.parametrize("database", ["own_database", "own_postgres"])
def test_a_render_that_a_commit_overtakes_is_stored_and_printed_again(request, tmp_path, database, monkeypatch):
    """Take, render, *commit*, store, take: whoever commits is another connection."""
    request.getfixturevalue(database)
    factories.paper()
    section = factories.section()
    factories.article("Avant", section, slug="un")
    press = Press(tmp_path)
    press.print()
    _read_in_snapshots()
    overtaken = _Overtaken(["/pays/un/", "/pays/", "/"])
    monkeypatch.setattr(pressers, "print_of", overtaken(pressers.print_of))
    edited("un", title="Pendant")
    press.print()
    assert overtaken.paths == []
    assert press.differing() == []
    press.ledger.close()


class _Overtaken:
    """Commits another headline, in another connection, once each of some paths has been rendered and not yet stored."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = paths

    def __call__(self, render: Callable[..., object]) -> Callable[..., object]:
        def rendered(whose: Printed, path: str, now: datetime) -> object:
            made = render(whose, path, now)
            if path in self.paths:
                self.paths.remove(path)
                with another_connection() as other, other.cursor() as cursor:
                    cursor.execute("UPDATE wagtailcore_page SET title = %s WHERE slug = 'un'", [f"Après {path}"])
            return made

        return rendered


def _read_in_snapshots() -> None:
    """As the presser's process does, without its being read only: here the same connection edits."""
    sqlite = connection.vendor == "sqlite"
    connection.close()
    connection.settings_dict["OPTIONS"] |= {"transaction_mode": "DEFERRED"} if sqlite else {"isolation_level": IsolationLevel.REPEATABLE_READ}


# ── Held ───────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_readers_do_not_notice_that_the_database_is_held(served):
    """What is printed is read; a reader who writes meanwhile is told within a few seconds to come again."""
    send, took = like(served.port), [0.0]

    def timed():
        began = time.monotonic()
        answer = send()
        took[0] = time.monotonic() - began
        return answer

    with ThreadPoolExecutor() as threads, reading(served.port, *PRINTED) as seen:
        with closing(sqlite3.connect(served.paper.home / "paper.sqlite3", timeout=20, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            before, sent = seen.whole, threads.submit(timed)
            time.sleep(LOCKED)
            read = seen.whole - before
            other.execute("ROLLBACK")
        answer = sent.result()
    assert (seen.wrong, dict(seen.cut)) == ([], {})
    assert read > 20 * LOCKED
    assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
    assert 2 < took[0] < 4
    assert fetch(served.port, "/_/like/paper/").status == 200


# ── Full ───────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_a_disk_without_room_keeps_the_old_pages_whole_and_is_told(served):
    until(served.paper.is_idle)
    presser = served.pid("presser")
    before = served.get("/pays/recit-3/").body
    with desk(served.paper) as newsroom, reading(served.port, *PRINTED) as seen:
        with _no_room(presser):
            newsroom.do("edit", "recit-3", "Écrit sans place")
            until(lambda: served.paper.status().get("trouble"))
            told = served.paper.run("press", "--status")
            assert served.get("/pays/recit-3/").body == before
        until(lambda: served.shows("/pays/recit-3/", "Écrit sans place"))
    assert told.returncode == 1
    assert "The press waits" in told.stdout
    until(served.paper.is_idle)
    assert served.pid("presser") == presser, "it was not started again"
    assert served.paper.run("press", "--status").returncode == 0
    assert (seen.wrong, dict(seen.cut)) == ([], {})
    assert served.paper.verified().endswith(", 0 differ")


@contextmanager
def _no_room(pid: int, size: int = 0) -> Iterator[None]:
    """No file of a process may grow beyond so many bytes."""
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    kept = resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, kept)


@pytest.mark.slow
def test_an_edition_without_room_waits_for_it(press):
    """The ledger has room, the edition has none: no page is blamed for it, and nothing is left half written."""
    before = press.body("/pays/un/")
    edited("un", title="Écrit sans place")
    press.presser.take()
    with _patched(writing, "open", _without_room), pytest.raises(OSError):
        press.print()
    assert press.body("/pays/un/") == before
    assert press.ledger.failures() == []
    assert list(press.folder.rglob(".half-*")) == []
    press.print()
    assert press.differing() == []


def _without_room(file: Path, mode: str) -> object:
    """A file on a device that has no room: each write says so."""
    Path(file).touch()
    return open("/dev/full", mode, buffering=0)


# ── Raising ────────────────────────────────────────────────────────────────────

RAISES = '{% extends "newsroom/article.html" %}{% block main %}{% if page.headline == "Qui échoue" %}{% include "nowhere.html" %}{% endif %}{{ block.super }}{% endblock %}'


@pytest.mark.slow
def test_a_template_that_raises_keeps_the_old_page_and_the_rest_goes_on(paper, tmp_path):  # noqa: F811
    ours = _copied(paper, tmp_path / "amer")
    (tmp_path / "theme" / "newsroom").mkdir(parents=True)
    (tmp_path / "theme" / "newsroom" / "article.html").write_text(RAISES)
    with desk(ours) as newsroom:
        with pressing(ours, tmp_path / "theme"):
            until(ours.is_idle)
            before = ours.file("/pays/recit-3/").read_bytes()
            newsroom.do("edit", "recit-3", "Qui échoue")
            newsroom.do("edit", "recit-7", "Qui réussit")
            until(lambda: ours.is_idle() and "Qui réussit" in ours.file("/pays/recit-7/").read_text())
            until(lambda: ours.status()["failures"])
            told = ours.run("press", "--status")
            assert "Qui échoue" in ours.file("/pays/").read_text()
            assert ours.file("/pays/recit-3/").read_bytes() == before
        with pressing(ours):
            assert ours.run("press", "--path", "/pays/recit-3/").returncode == 0
            assert "Qui échoue" in ours.file("/pays/recit-3/").read_text()
            assert ours.run("press", "--status").returncode == 0
            assert ours.verified().endswith(", 0 differ")
    assert told.returncode == 1
    assert re.search(r"failed \d times: /pays/recit-3/: TemplateDoesNotExist: nowhere.html", told.stdout)


def _copied(paper: Paper, home: Path) -> Paper:  # noqa: F811
    with closing(sqlite3.connect(paper.home / "paper.sqlite3")) as source, closing(sqlite3.connect(home.with_suffix(".copy"))) as copy:
        source.backup(copy)
    made = beside(paper, home)
    shutil.move(home.with_suffix(".copy"), home / "paper.sqlite3")
    return made
