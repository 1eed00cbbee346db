"""The loop of the presser's process: it asks little while nothing happens, and is awake at once when something does."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from rotative.newsroom.models import Article
from rotative.press import running
from rotative.press.changes import Waiter, _log
from rotative.press.running import LOOK, Running
from tests import factories

pytestmark = pytest.mark.usefixtures("own_database")


class Loop:
    """A loop that turns as long as it is told to."""

    def __init__(self) -> None:
        self.running, self.waiter = Running(), Waiter()
        assert self.running._begin()

    def turn_until(self, true: Callable[[], object], within: float) -> float:
        """How long it took."""
        began = time.monotonic()
        while not true():
            assert time.monotonic() - began < within
            self.running._turn(self.waiter)
        return time.monotonic() - began

    def turn_for(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.turn_until(lambda: time.monotonic() >= end, seconds + 5)

    def turn_until_idle(self) -> None:
        self.turn_until(lambda: self.running.presser.ledger.is_complete and not self.running.presser.ledger.number_of_stale(), 60)
        self.turn_for(0.3)  # what the printing itself was heard of

    def close(self) -> None:
        self.running.demands._server.server_close()
        self.waiter.close()
        self.running.presser.ledger.close()


@pytest.fixture
def loop(settings: Any, tmp_path: Path) -> Iterator[Loop]:
    derived = tmp_path / "derived"
    settings.HOME = SimpleNamespace(derived=derived, ledger=derived / "ledger.sqlite3", press_socket=derived / "press.sock")
    factories.paper()
    factories.article("Un", factories.section(), slug="un")
    made = Loop()
    made.turn_until_idle()
    yield made
    made.close()


@pytest.fixture
def takes(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When the log was read."""
    found: list[float] = []
    kind = type(_log("default"))
    since = kind.since

    def told(self: Any, mark: Any) -> Any:
        found.append(time.monotonic())
        return since(self, mark)

    monkeypatch.setattr(kind, "since", told)
    return found


def test_an_idle_press_reads_the_log_once_a_second(loop: Loop, takes: list[float]) -> None:
    loop.turn_for(2.5 * LOOK)
    assert 2 <= len(takes) <= 3


def test_an_idle_press_prints_what_is_committed_at_once(loop: Loop, takes: list[float]) -> None:
    for number in range(5):
        loop.turn_for(0.1)
        article = Article.objects.get(slug="un")
        article.title = f"Titre {number}"
        article.save_revision().publish()
        late = loop.turn_until(lambda text=article.title: text.encode() in (loop.running.presser.edition.body_of("/pays/un/") or b""), 10)
        assert late < LOOK / 2
        loop.turn_until_idle()


def test_an_idle_press_answers_at_once(loop: Loop, takes: list[float]) -> None:
    for _ in range(5):
        answer: Future[dict[str, Any]] = Future()
        loop.running.demands._waiting.put(({"awaited": ["/pays/deux/"]}, answer))
        assert loop.turn_until(answer.done, 5) < LOOK / 2
        assert answer.result() == {"awaited": {}}


def test_a_press_that_failed_looks_again(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the database is back it does not wait for news: what it missed is no news any more."""
    monkeypatch.setattr("rotative.press.running.PATIENCE", 0)
    loop.running.has_news, steps = True, iter([OSError(28, "full"), False])
    stepped: list[object] = []

    def step(*, may_rest: bool) -> bool:
        stepped.append(said := next(steps))
        if isinstance(said, OSError):
            raise said
        return said

    monkeypatch.setattr(loop.running.presser, "step", step)
    loop.running.look_at = time.monotonic() + 60
    for _ in range(2):
        loop.running._turn(loop.waiter)
    assert len(stepped) == 2


def test_a_press_renders_a_page_of_each_rank_for_nothing_once(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    plain = running.print_of
    monkeypatch.setattr(running, "print_of", lambda paper, path, now: (rendered.append(path), plain(paper, path, now))[1])
    loop.running.rehearsed = False
    loop.turn_for(0.5)
    assert {"/", "/pays/", "/pays/un/", "/feed.atom"} <= set(rendered)
    assert len(rendered) == len(set(rendered)) < 15


def test_a_press_waits_for_a_database_that_lacks_a_migration_and_says_so(loop: Loop) -> None:
    assert running.what_the_database_lacks() == ""
    MigrationRecorder(connection).record_unapplied("audience", "0004_total")
    assert not loop.running._begin()
    assert "the migration audience.0004_total" in loop.running.status()["trouble"]
    assert "rotative migrate" in loop.running.status()["trouble"]
    MigrationRecorder(connection).record_applied("audience", "0004_total")
    assert loop.running._begin()
    assert loop.running.status()["trouble"] == ""
