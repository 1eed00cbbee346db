"""A cache in front of the paper is told of exactly the pages that changed, each once its file is the new one."""
from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from rotative.newsroom.models import Article
from rotative.press.documents import the_paper
from rotative.press.purges import Purger, purger
from tests import factories
from tests.press.small import Press, edited

pytestmark = pytest.mark.django_db
BACKEND = "wagtail.contrib.frontend_cache.backends.HTTPBackend"


class Cache:
    """A small HTTP cache that notes what it is asked to forget, and what the edition held then."""

    def __init__(self) -> None:
        self.press: Press | None = None
        self.forgotten: list[tuple[str, bytes | None]] = []
        cache = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self) -> None:
                cache.forgotten.append((self.path, cache.press and cache.press.edition.body_of(self.path)))
                self.send_response(200)
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


@pytest.fixture
def cache() -> Iterator[Cache]:
    made = Cache()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def press(tmp_path: Path) -> Press:
    factories.paper()
    pays = factories.section()
    for slug in ("un", "deux"):
        factories.article(slug.title(), pays, slug=slug)
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
    press.presser.keeper.purge = Purger().take
    edited("un", title="Autrement dit")
    press.print()
    assert "Autrement" in press.body("/pays/un/")


def test_without_a_cache_nobody_is_told(settings: Any) -> None:
    settings.WAGTAILFRONTENDCACHE = {}
    assert purger() is None
