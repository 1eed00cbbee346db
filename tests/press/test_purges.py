"""A cache in front of the paper is told of exactly the pages that changed, each once its file is the new one."""
from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.frontend_cache.backends import CloudflareBackend, HTTPBackend

from rotative.newsroom.models import Article
from rotative.press.desk import State
from rotative.press.documents import the_paper
from rotative.press.edition import Edition
from rotative.press.front.paths import MISSING
from rotative.press.ledger import COMPLETE
from rotative.press.purges import Purger, purger
from tests import factories
from tests.press.papers import HOST, Paper, desk, new, pressing, serving
from tests.press.small import Press, edited, two_stories
from tests.project.running import until

pytestmark = pytest.mark.django_db
BACKEND = "wagtail.contrib.frontend_cache.backends.HTTPBackend"
CDN = "wagtail.contrib.frontend_cache.backends.CloudflareBackend"


class Cache:
    """A small HTTP cache that notes what it is asked to forget, and what the edition held then."""

    def __init__(self) -> None:
        self.press: Press | None = None
        self.forgotten: list[tuple[str, bytes | None]] = []
        self.answers, self.takes = 200, 0.0  # with what, after so many seconds
        cache = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self) -> None:
                time.sleep(cache.takes)
                cache.forgotten.append((self.path, cache.press and cache.press.edition.body_of(self.path)))
                self.send_response(cache.answers)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def after(self, count: int) -> list[str]:
        """The paths that it was told, once there are so many and no more come."""
        until = time.monotonic() + 10
        while len(self.forgotten) < count and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.1)
        return [path for path, _body in self.forgotten]


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The process of a press is impatient with all it calls, and tells what waits when it ends; that of the tests is not."""
    monkeypatch.setattr("rotative.press.purges.atexit.register", lambda _drain: None)
    yield
    socket.setdefaulttimeout(None)


@pytest.fixture
def cache() -> Iterator[Cache]:
    made = Cache()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def press(tmp_path: Path) -> Press:
    two_stories()
    made = Press(tmp_path)
    made.print()
    return made


def test_it_is_told_of_each_page_that_changed_once_it_is_printed(press: Press, cache: Cache, settings: Any) -> None:
    settings.WAGTAILFRONTENDCACHE = {"cache": {"BACKEND": BACKEND, "LOCATION": cache.url}}
    cache.press, press.presser.keeper.purge = press, purger()
    before = {path: press.edition.body_of(path) for path in the_paper().every()}
    edited("un", title="Autrement dit")
    press.print()
    changed = {path for path, body in before.items() if press.edition.body_of(path) != body}
    told = cache.after(len(changed))
    assert {"/pays/un/", "/"} <= changed < set(before)
    assert sorted(told) == sorted(changed), "each of them once, and no other"
    for path, held in cache.forgotten:
        assert held == press.edition.body_of(path), path


def test_it_is_told_of_a_page_that_is_no_more(press: Press, cache: Cache, settings: Any) -> None:
    settings.WAGTAILFRONTENDCACHE = {"cache": {"BACKEND": BACKEND, "LOCATION": cache.url}}
    cache.press, press.presser.keeper.purge = press, purger()
    Article.objects.get(slug="un").delete()
    press.print()
    assert "/pays/un/" in cache.after(3)
    assert dict(cache.forgotten)["/pays/un/"] is None


def test_a_cache_that_is_down_keeps_no_page_from_being_printed(press: Press, cache: Cache, settings: Any) -> None:
    cache.server.server_close()
    settings.WAGTAILFRONTENDCACHE = {"cache": {"BACKEND": BACKEND, "LOCATION": cache.url}}
    press.presser.keeper.purge = Purger()
    edited("un", title="Autrement dit")
    press.print()
    assert "Autrement" in press.body("/pays/un/")


def test_without_a_cache_nobody_is_told(settings: Any) -> None:
    settings.WAGTAILFRONTENDCACHE = {}
    assert purger() is None


# ── What it may be told ────────────────────────────────────────────────────────


@pytest.fixture
def told(cache: Cache, settings: Any) -> Iterator[Purger]:
    settings.WAGTAILFRONTENDCACHE = {"cache": {"BACKEND": BACKEND, "LOCATION": cache.url}}
    made = Purger()
    yield made
    made._again.clear()  # Its thread lives on: what failed here is not for the next test's cache.


def test_an_address_with_an_accent_is_told_as_browsers_ask_for_it(told: Purger, cache: Cache) -> None:
    paths = [f"/pays/{number}/" for number in range(5)]
    for path in (*paths, "/pays/été/", "/pays/après/"):
        told(path)
    assert told.drain(10)
    assert cache.after(7) == [*paths, "/pays/%C3%A9t%C3%A9/", "/pays/apr%C3%A8s/"]
    assert told.trouble == ""


def test_an_address_that_fails_takes_no_other_with_it(told: Purger, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def purge(self: HTTPBackend, url: str) -> None:
        if url.endswith("/2/"):
            raise TimeoutError("too late")
        really(self, url)

    really = HTTPBackend.purge
    monkeypatch.setattr(HTTPBackend, "purge", purge)
    for number in range(5):
        told(f"/pays/{number}/")
    assert told.drain(10)
    assert cache.after(4) == ["/pays/0/", "/pays/1/", "/pays/3/", "/pays/4/"]


def test_a_back_end_that_takes_many_is_called_once_for_all(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WAGTAILFRONTENDCACHE = {"cdn": {"BACKEND": CDN, "ZONEID": "zone", "BEARER_TOKEN": "token"}}
    calls: list[list[str]] = []

    def purge(_self: CloudflareBackend, urls: list[str]) -> None:
        time.sleep(0.2)
        calls.append(urls)

    monkeypatch.setattr(CloudflareBackend, "purge_batch", purge)
    told = Purger()
    for number in range(31):
        told(f"/{number}/")
    assert told.drain(10)
    assert [url for urls in calls for url in urls] == [f"http://localhost/{number}/" for number in range(31)]
    assert len(calls) <= 3, "thirty in a call, but for the first"


def test_what_waits_is_told_within_some_seconds_when_the_process_ends(told: Purger, cache: Cache) -> None:
    cache.takes = 0.1
    for number in range(10):
        told(f"/pays/{number}/")
    assert not told.drain(0.2), "there is not time enough"
    assert told.drain(10)
    assert len(cache.forgotten) == 10


def test_what_fails_is_told_until_it_goes_well_again(told: Purger, cache: Cache) -> None:
    cache.answers = 503
    told("/pays/")
    assert told.drain(10)
    assert "/pays/" in told.trouble
    assert "503" in told.trouble
    cache.answers = 404  # what it does not hold
    told("/pays/")
    assert told.drain(10)
    assert told.trouble == ""


def test_what_failed_is_told_again_until_it_is_heard(told: Purger, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rotative.press.purges.AGAIN", (0.05, 0.2))
    cache.answers = 503
    for number in range(5):
        told(f"/pays/{number}/")
    until(lambda: len(cache.forgotten) > 10)
    assert "503" in told.trouble
    cache.answers = 200
    told("/mer/")
    until(lambda: told.trouble == "")
    del cache.forgotten[:]
    assert cache.after(0) == [], "what was heard is not told again"


def test_a_cache_that_accepts_and_never_answers_holds_up_nobody(settings: Any, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rotative.press.purges.PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mute = f"http://127.0.0.1:{silent.getsockname()[1]}"
        settings.WAGTAILFRONTENDCACHE = {name: {"BACKEND": BACKEND, "LOCATION": url} for name, url in (("mute", mute), ("cache", cache.url))}
        told = purger()
        assert told is not None
        told("/pays/")
        assert cache.after(1) == ["/pays/"]
        assert told.drain(10)
        assert "timed out" in told.trouble


def test_it_is_told_of_what_was_left_over(press: Press, told: Purger, cache: Cache) -> None:
    press.presser.keeper.purge = told
    press.edition.write("/pays/oubli/", b"left over")
    press.ledger.set_note(COMPLETE, "")
    press.print()
    assert press.edition.body_of("/pays/oubli/") is None
    assert cache.after(1) == ["/pays/oubli/"]


@pytest.mark.parametrize("where", ["press", "wagtailadmin_home"])
def test_the_desk_says_that_a_cache_was_not_told(client: Client, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    factories.paper()
    monkeypatch.setattr("rotative.press.desk.state", lambda: State(True, pages=3, is_complete=True, unpurged="no <cache>"))
    client.force_login(factories.UserFactory(is_superuser=True))
    assert "n’a pas été prévenu de pages" in client.get(reverse(where)).content.decode()


# ── In the real process, which only reads the database ─────────────────────────


@pytest.fixture
def paper(tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> Paper:
    monkeypatch.setenv("PURGE_URL", cache.url)
    return new(tmp_path / "amer")


@pytest.mark.slow
def test_a_paper_that_is_served_tells_its_cache(paper: Paper, cache: Cache) -> None:
    with serving(paper) as served, desk(paper) as newsroom:
        until(lambda: "/pays/" in cache.after(1))
        del cache.forgotten[:]
        newsroom.do("edit", "recit-1", "Autrement dit")
        until(lambda: served.shows("/pays/recit-1/", "Autrement dit") and paper.is_idle())
        until(lambda: {"/pays/recit-1/", "/"} <= {path for path, _body in cache.forgotten})
        assert paper.status()["unpurged"] == ""
        cache.answers = 503
        newsroom.do("edit", "recit-1", "Encore autrement")
        until(lambda: "503" in paper.status()["unpurged"])
        said = paper.run("press", "--status")
        assert said.returncode == 1
        assert "was not told of what changed" in said.stdout
        cache.answers = 200
        until(lambda: paper.status()["unpurged"] == "")


@pytest.mark.slow
def test_a_press_that_is_told_to_stop_tells_what_waits_first(paper: Paper, cache: Cache) -> None:
    cache.takes = 0.01
    with pressing(paper):
        until(paper.is_idle)
        cache.takes = 0.002
    assert _printed(paper) <= set(cache.after(0))


@pytest.mark.slow
def test_a_command_that_prints_by_itself_tells_all_before_it_ends(paper: Paper, cache: Cache) -> None:
    cache.takes = 0.01
    done = paper.run("press", "--all")
    assert done.returncode == 0, done.stderr
    assert _printed(paper) <= set(cache.after(0))


def _printed(paper: Paper) -> set[str]:
    found = {path for path in Edition(paper.home / "derived", HOST).paths() if not path.startswith(MISSING)}
    assert len(found) > 20
    return found
