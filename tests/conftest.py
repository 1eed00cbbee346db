"""What every test stands on: a paper's folder of its own and a database made once.

Migrations run once for the whole suite, into a prepared SQLite file that is kept as long
as no migration changes; each worker copies it into memory.
"""
from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import pytest

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: Any, django_db_blocker: Any) -> Iterator[None]:
    """The test database: a copy in memory of the prepared file."""
    from django.db import connection

    prepared = _prepared_file()
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = f"file:rotative-{os.getpid()}?mode=memory&cache=shared"
        connection.ensure_connection()
        with sqlite3.connect(prepared) as source:
            source.backup(connection.connection)
    yield
    with django_db_blocker.unblock():
        connection.close()


def _prepared_file() -> Path:
    file = CACHE / f"paper-{_digest_of_migrations()}.sqlite3"
    CACHE.mkdir(exist_ok=True)
    with open(CACHE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            _migrate_into(file)
    return file


def _digest_of_migrations() -> str:
    import wagtail

    digest = hashlib.sha256(f"{django.__version__} {wagtail.__version__}".encode())
    for file in sorted((ROOT / "src").glob("rotative/*/migrations/*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _migrate_into(file: Path) -> None:
    import subprocess
    import sys

    for old in CACHE.glob("paper-*.sqlite3*"):
        old.unlink()
    half = file.with_suffix(".half")
    half.unlink(missing_ok=True)
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{half}", "DJANGO_SETTINGS_MODULE": "rotative.project.settings"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], check=True, env=environment)
    with sqlite3.connect(half) as database:
        database.execute("PRAGMA journal_mode=DELETE")
    half.rename(file)
