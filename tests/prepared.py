"""The prepared database: every migration run once into a SQLite file, kept under .cache.

It is made again when a migration or a trigger changes; a lock lets one process make it
while the others wait.
"""
from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


def prepared_file() -> Path:
    file = CACHE / f"paper-{digest_of_migrations('sqlite')}.sqlite3"
    CACHE.mkdir(exist_ok=True)
    with open(CACHE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            _migrate_into(file)
    return file


def digest_of_migrations(vendor: str) -> str:
    """Another one when a migration, a trigger or an index is."""
    import wagtail

    from rotative.press import triggers

    digest = hashlib.sha256(f"{django.__version__} {wagtail.__version__} {triggers.digest(vendor)}".encode())
    for file in sorted([*(ROOT / "src").glob("rotative/*/migrations/*.py"), *(ROOT / "src").glob("rotative/*/indexes.py")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _migrate_into(file: Path) -> None:
    for old in CACHE.glob("paper-*.sqlite3*"):
        old.unlink()
    half = file.with_suffix(".half")
    half.unlink(missing_ok=True)
    migrate(f"sqlite:///{half}")
    with sqlite3.connect(half) as database:
        database.execute("PRAGMA journal_mode=DELETE")
    half.rename(file)


def migrate(database_url: str) -> None:
    """Run every migration, as a paper of the world does, in a process of its own."""
    environment = {**os.environ, "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "rotative.project.settings"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], check=True, env=environment)
