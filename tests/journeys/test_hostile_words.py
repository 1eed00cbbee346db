"""A stored corpus of markup before a real browser: at the story, in the discussion, on one's own pages, at the desk, in what is taken along.

Nothing runs: no call of what the corpus calls, no dialog, nothing that the policy had to refuse, no other site asked for anything.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, served
from tests.journeys.test_discussing import beneath

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STORY = "/pays/quatrieme/"
# All that a person might do with what is there, and with what would be there if it were markup.
TOUCH = """() => { for (const each of document.querySelectorAll("main *, #main *, [data-keyed] *")) {
    if (each.closest("form, nav, footer, button, summary")) continue
    for (const kind of ["pointerenter", "mouseover", "focus", "toggle", "animationstart", "load", "error"]) each.dispatchEvent(new Event(kind))
    if (each.tagName === "A" && !/^https?:/.test(each.href)) each.click()
} }"""


class Watched(Visitor):
    """Hears of whatever runs."""

    def __init__(self, chromium: Any, address: str) -> None:
        super().__init__(chromium, address)
        self.ran: list[str] = []
        self.context.expose_function("qx7", lambda *_: self.ran.append(f"{self.page.url}: qx7"))
        self.page.on("dialog", lambda dialog: (self.ran.append(f"{self.page.url}: {dialog.message}"), dialog.dismiss()))
        self.page.on("request", self._asks)
        self.page.on("pageerror", lambda problem: self.ran.append(f"{self.page.url}: {problem}"))

    def _asks(self, request: Any) -> None:
        if request.url.startswith("http") and urlsplit(request.url).netloc != urlsplit(self.address).netloc:
            self.ran.append(f"{self.page.url} asks for {request.url}")

    def looks(self, path: str, number: int = 1) -> None:
        """At a page with words of the corpus, and touches all of it."""
        self.go(path)
        expect(self.page.locator("body")).to_contain_text("qx7")
        self.touches(number)

    def touches(self, number: int = 1) -> None:
        assert self.page.locator("body").inner_text().count("qx7") >= number
        self.page.evaluate(TOUCH)
        self.page.wait_for_timeout(200)
        assert (self.ran, self.violations) == ([], [])


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home: Path = tmp_path_factory.mktemp("hostile")
    with served(home, "tests.journeys.hostile_seed") as address:
        yield address


@pytest.fixture
def at(chromium: Any, house: str) -> Iterator[Watched]:
    someone = Watched(chromium, house)
    yield someone
    assert (someone.ran, someone.violations) == ([], [])
    someone.context.close()


def test_it_would_be_heard(at: Watched) -> None:
    """The watch itself: something that runs is noted, and what the policy refuses, too."""
    at.go(STORY)
    at.page.evaluate("() => { window.qx7(); const img = document.createElement('img'); img.setAttribute('onerror', 'qx7()'); img.src = 'x:y'; document.body.append(img) }")
    at.page.wait_for_timeout(300)
    assert at.ran and at.violations
    at.ran.clear()
    at.violations.clear()


def test_nothing_of_it_runs_for_readers(at: Watched) -> None:
    part = beneath(at, STORY)
    expect(part.locator(".comment").first).to_be_visible()
    at.touches(4)
    page = part.get_attribute("data-page") or urlsplit(at.page.url).path
    for path in (page, f"{page}1/", f"{page}2/"):
        at.looks(path, 20)


def test_nor_for_who_wrote_it(at: Watched) -> None:
    at.sign_in("reporter")
    at.looks("/_/contributions/", 20)
    links = [link.get_attribute("href") for link in at.page.locator("main a[href*='/_/contribution/']").all()[::6]]
    for link in links:
        at.go(link)
        at.touches(0)
        at.go(link.replace("?mine", "").replace("/contribution/", "/report/"))
        at.touches(0)
    at.go("/_/account/")
    at.touches(0)
    with at.page.expect_download() as taken:
        at.page.evaluate("() => { location.href = '/_/account/everything.html' }")
    file = taken.value.path()
    at.page.route("**/taken.html", lambda route: route.fulfill(body=Path(file).read_text(), content_type="text/html; charset=utf-8"))
    at.page.goto(f"{at.address}/taken.html")  # as opened from the reader's own disk: without any policy
    at.touches(100)


def test_nor_at_the_desk(at: Watched) -> None:
    at.sign_in("moderator")
    for tab in ("pending", "reported", "all"):
        at.looks(f"/desk/discussion/?tab={tab}", 10)
    rows = [link.get_attribute("href") for link in at.page.locator("[data-row] a[data-open]").all()[::4]]
    for row in rows:
        at.go(row)
        at.touches(1)
