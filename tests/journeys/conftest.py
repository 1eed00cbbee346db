"""A paper of its own for the browser: its folder, its database, its server, as in life.

The server is another process on another database, so a journey never shares a connection
with the tests, and the browser may ask several things at once.
"""
from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.conftest import ROOT, _prepared_file
from tests.journeys.mailbox import Mailbox, receiving
from tests.journeys.reading import newsstand, reader, readers  # noqa: F401
from tests.journeys.seed import PASSWORD
from tests.masthead.readers.oidc import Provider, running
from tests.project.demo_fixture import demo  # noqa: F401

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SETTINGS = "rotative.project.settings"


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a seeded paper that is being served."""
    with served(tmp_path_factory.mktemp("paper"), "tests.journeys.seed") as address:
        yield address


@pytest.fixture(scope="session")
def discussed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a paper whose story has a discussion, being served; who changes the queue has a paper of their own."""
    with served(tmp_path_factory.mktemp("discussed"), "tests.journeys.moderating_seed") as address:
        yield address


class Lettered(NamedTuple):
    """A paper that sends letters, with its worker, at a name: a passkey belongs to a name, not to a number."""

    address: str
    home: Path
    mailbox: Mailbox
    provider: Provider


@pytest.fixture(scope="session")
def lettered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lettered]:
    """A paper with a mail server, a worker and an OpenID Connect provider, all running."""
    home = tmp_path_factory.mktemp("lettered")
    with receiving() as box, running() as provider, pytest.MonkeyPatch.context() as patch:
        told = {"EMAIL_URL": f"smtp://127.0.0.1:{box.port}", "MAIL_FROM": "L'Amer <desk@amer.example>", "OIDC_URL": provider.url, "OIDC_NAME": "Gazette ID", "OIDC_CLIENT": "amer", "OIDC_SECRET": "a secret"}
        for name, value in told.items():
            patch.setenv(name, value)
        with served(home, "tests.journeys.moderating_seed") as address, working(home, address):
            yield Lettered(address.replace("127.0.0.1", "localhost"), home, box, provider)


@contextmanager
def working(home: Path, address: str) -> Iterator[None]:
    """The paper's worker, at work while the block lasts."""
    command = [sys.executable, "-m", "django", "db_worker", "--interval", "0.2", "--no-startup-delay", "--no-reload"]
    with open(home / "worker", "w") as log, subprocess.Popen(command, env=_environment(home, address), cwd=ROOT, stdout=log, stderr=log) as worker:
        try:
            yield
        finally:
            worker.kill()


@contextmanager
def served(home: Path, seed: str, host: str = "127.0.0.1", settings: str = SETTINGS) -> Iterator[str]:
    """A paper in a folder, filled by a module that is run, and served while the block lasts."""
    (home / "paper.toml").write_text('name = "L\'Amer"\nlanguages = ["fr", "en"]\n')
    (home / "derived" / "static").mkdir(parents=True)
    shutil.copy(_prepared_file(), home / "paper.sqlite3")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://{host}:{free.getsockname()[1]}"
    environment = _environment(home, address, settings)
    subprocess.run([sys.executable, "-m", seed], check=True, env=environment, cwd=ROOT, timeout=600)
    command = [sys.executable, "-X", "faulthandler", "-m", "django", "runserver", "--noreload", "--skip-checks", address.removeprefix("http://")]
    with open(home / "log", "w") as log, subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log) as server:
        try:
            _wait_for(address + "/desk/login/")
            yield address
        finally:
            server.kill()


def _environment(home: Path, address: str, settings: str = SETTINGS) -> dict[str, str]:
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    own = {"ROTATIVE_HOME": str(home), "ROTATIVE_URL": address, "DATABASE_URL": f"sqlite:///{home / 'paper.sqlite3'}"}
    return {**os.environ, **own, "DEBUG": "true", "DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": path}


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visitor:
    """Someone at a browser of their own. ``violations`` is what the page's policy refused."""

    def __init__(self, chromium: Any, address: str) -> None:
        self.address = address
        self.violations: list[str] = []
        self.context = chromium.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("console", self._note)

    def _note(self, message: Any) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            self.violations.append(f"{self.page.url}: {message.text}")

    def sign_in(self, role: str) -> None:
        self.go("/desk/login/")
        self.page.fill("[name=username]", f"{role}@amer.example")
        self.page.fill("[name=password]", PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"{self.address}/desk/")

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("load")


@pytest.fixture
def visitor(chromium: Any, paper: str) -> Iterator[Any]:
    """Makes people at browsers of their own."""
    made: list[Visitor] = []

    def visit(role: str = "") -> Visitor:
        someone = Visitor(chromium, paper)
        made.append(someone)
        if role:
            someone.sign_in(role)
        return someone

    yield visit
    for someone in made:
        someone.context.close()
