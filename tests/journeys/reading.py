"""Readers of the demonstration paper, at browsers of their own, and what they may read there.

Import ``newsstand``, ``readers`` and ``reader`` from here, as ``conftest`` does. ``newsstand``
serves a copy of the demonstration with a few stories added (``reading_seed``), so that there
is a page of every kind; a ``Reader`` notes whatever goes wrong while they read.
"""
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.project.demo_fixture import Demo, copy_of
from tests.project.running import environment, serving

PHONE, TABLET, DESK = 360, 768, 1280
HEIGHTS = {PHONE: 740, TABLET: 1024, DESK: 800}
PATIENCE = 20_000


@dataclass(frozen=True)
class Newsstand:
    """Where the paper is served, and the addresses of its pages by the name of their kind."""

    address: str
    pages: dict[str, str]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc


class Reader:
    """Someone at a browser. ``faults`` is what the page complained of, ``asked`` what it asked for."""

    def __init__(self, chromium: Any, stand: Newsstand, width: int = DESK, script: bool = True, **options: Any) -> None:
        self.stand, self.width = stand, width
        self.faults: list[str] = []
        self.asked: list[Any] = []
        self.context = chromium.new_context(
            viewport={"width": width, "height": HEIGHTS[width]}, has_touch=width == PHONE, locale="fr-FR", java_script_enabled=script, **options
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("request", lambda request: self.asked.append(request))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("requestfailed", self._miss)
        self.page.on("response", self._receive)

    def go(self, place: str) -> None:
        """Open a page by its kind or its address."""
        self.page.goto(self.stand.address + self.stand.pages.get(place, place))

    def press(self, target: Any) -> None:
        """Touch on a telephone, click at a desk."""
        target.tap() if self.width == PHONE else target.click()

    def type(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.stand.address)

    @property
    def strangers(self) -> set[str]:
        """The hosts asked that are not the paper's."""
        return {urlsplit(each.url).netloc for each in self.asked if not each.url.startswith("data:")} - {self.stand.host}

    def asked_for(self, start: str) -> list[str]:
        return [each.url for each in self.asked if urlsplit(each.url).path.startswith(start)]

    def _hear(self, message: Any) -> None:
        # A missing file is noted by its answer, with its address.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"{self.page.url}: {message.text}")

    def _miss(self, request: Any) -> None:
        # Leaving a page drops what it was still asking for.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.url}: {request.failure}")

    def _receive(self, response: Any) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            self.faults.append(f"{response.url}: {response.status}")


@pytest.fixture(scope="session")
def newsstand(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsstand]:
    """A copy of the demonstration, with a page of every kind, being served."""
    copy = copy_of(demo, tmp_path_factory.mktemp("newsstand"))
    facts = _seed(copy)
    with serving(home=copy.path, log=copy.path.with_suffix(".log")) as served:
        yield Newsstand(served.address, facts.pop("pages"), facts)


def _seed(copy: Demo) -> dict[str, Any]:
    around = environment(copy.path, DJANGO_SETTINGS_MODULE="rotative.project.settings")
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "tests.journeys.reading_seed"], env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts


@pytest.fixture
def readers(chromium: Any, newsstand: Newsstand) -> Iterator[Callable[..., Reader]]:
    """Makes readers. What went wrong while they read fails the test."""
    made: list[Reader] = []

    def read(**options: Any) -> Reader:
        made.append(Reader(chromium, newsstand, **options))
        return made[-1]

    yield read
    faults = [fault for someone in made for fault in someone.faults]
    strangers = {host for someone in made for host in someone.strangers}
    for someone in made:
        someone.context.close()
    assert not faults
    assert not strangers


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def reader(readers: Callable[..., Reader], request: pytest.FixtureRequest) -> Reader:
    """Someone with a telephone, then someone at a desk."""
    return readers(width=request.param)
