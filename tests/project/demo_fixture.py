"""The demonstration paper for tests: made once, kept under .cache as long as nothing it is made of changes.

    from tests.project.demo_fixture import demo, served_demo  # noqa: F401

``demo`` is the folder as it was made: read it, do not write to it. ``served_demo`` serves a
copy that a session may change. Tests that ask for them are marked slow.
"""
from __future__ import annotations

import fcntl
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from rotative.project.demo.made import MADE_OF, sources
from tests.project.running import Served, rotative, serving

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache"
LARGE = ("media", "static")


@dataclass(frozen=True)
class Demo:
    """A demonstration paper: its folder, and who may sign in."""

    path: Path

    @property
    def made(self) -> datetime:
        """When it was made: the day its dates are counted from, whatever day it is when a test ends."""
        return datetime.fromtimestamp((self.path / MADE_OF).stat().st_mtime, UTC)

    @property
    def accounts(self) -> dict[str, dict[str, str]]:
        """By e-mail address: ``role`` and ``password``."""
        found: dict[str, dict[str, str]] = json.loads((self.path / "passwords.json").read_text("utf-8"))
        return found

    def password_of(self, role: str) -> tuple[str, str]:
        """The address and the password of the one who has a role."""
        return next((email, each["password"]) for email, each in self.accounts.items() if each["role"] == role)


@pytest.fixture(scope="session")
def demo() -> Demo:
    """The demonstration paper. Everything and everyone in it is invented."""
    CACHE.mkdir(exist_ok=True)
    path = CACHE / f"demo-{_digest()}"
    with open(CACHE / "demo.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _forget_others()
            done = rotative("demo", "--folder", str(path), "--no-serve")
            assert done.returncode == 0, done.stdout + done.stderr
    return Demo(path)


@pytest.fixture(scope="session")
def served_demo(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demonstration, served: a copy of its database, its pictures shared."""
    copy = copy_of(demo, tmp_path_factory.mktemp("demo"))
    with serving("demo", "--folder", str(copy.path), log=copy.path.with_suffix(".log")) as served:
        yield served


def copy_of(demo: Demo, place: Path) -> Demo:
    """A copy that may be written to. Pictures are linked, not copied: they are only ever added to."""
    path = place / "paper"
    shutil.copytree(demo.path, path, copy_function=_link_large)
    _leave_the_worker_idle(path)
    return Demo(path)


def _leave_the_worker_idle(path: Path) -> None:
    """The larger sizes still to be cut would take the processors from the tests."""
    with closing(sqlite3.connect(path / "paper.sqlite3")) as database, database:
        database.execute("DELETE FROM django_tasks_database_dbtaskresult")


def _link_large(source: str, target: str) -> None:
    inside = Path(source).parts
    if any(name in inside for name in LARGE):
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def _forget_others() -> None:
    for old in CACHE.glob("demo-*"):
        shutil.rmtree(old, ignore_errors=True)


def _digest() -> str:
    """Of what the demonstration is made of, of the tables it is kept in, and of the day."""
    found = sha256(f"{sources()} {date.today()}".encode())  # noqa: DTZ011
    source = ROOT / "src" / "rotative"
    for file in sorted([*source.glob("*/migrations/*.py"), source / "newsroom" / "blocks.py", source / "library" / "sizes.py", source / "project" / "founding.py"]):
        found.update(file.read_bytes())
    return found.hexdigest()[:12]
