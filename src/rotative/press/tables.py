"""The tables of a ledger, in an SQLite file of the node. No framework."""
from __future__ import annotations

import sqlite3
from pathlib import Path

FORM = "4"  # of the tables below: a ledger of another form is begun afresh
TABLES = """
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE key (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE page (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, status INTEGER NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL,
  until REAL, printed REAL NOT NULL, took REAL NOT NULL, why TEXT NOT NULL, prints INTEGER NOT NULL DEFAULT 1, best INTEGER NOT NULL DEFAULT 0);
CREATE INDEX page_until ON page (until) WHERE until IS NOT NULL;
CREATE INDEX page_worse ON page (printed) WHERE best = 0;
CREATE TABLE piece (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
CREATE TABLE page_stands (page INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (page, key)) WITHOUT ROWID;
CREATE INDEX pages_on ON page_stands (key, page);
CREATE TABLE piece_stands (piece INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (piece, key)) WITHOUT ROWID;
CREATE INDEX pieces_on ON piece_stands (key, piece);
CREATE TABLE place (instance TEXT PRIMARY KEY, places TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stale (path TEXT PRIMARY KEY, rank INTEGER NOT NULL, since REAL NOT NULL, why TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX stale_first ON stale (rank, since);
CREATE TABLE hit (late INTEGER NOT NULL, key TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (late, key)) WITHOUT ROWID;
CREATE TABLE move (list TEXT NOT NULL, part TEXT NOT NULL, gone TEXT NOT NULL, come TEXT NOT NULL, why TEXT NOT NULL);
CREATE TABLE failure (path TEXT PRIMARY KEY, at REAL NOT NULL, times INTEGER NOT NULL, what TEXT NOT NULL) WITHOUT ROWID;
"""


def opened(file: Path | str) -> sqlite3.Connection:
    """The ledger's file, made afresh when it is missing, damaged or of another form."""
    try:
        return _connected(file)
    except sqlite3.OperationalError:  # a disk that is full, say: it is as it was when there is room
        raise
    except sqlite3.DatabaseError:
        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)
        return _connected(file)


def _connected(file: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=20, isolation_level="IMMEDIATE", check_same_thread=False)
    # After a power cut the ledger may be a moment behind: it is then found out, not believed (see the presser's start).
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000;")
    form = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'note'").fetchone()[0]
    if not form:
        db.executescript(f"BEGIN; {TABLES} INSERT INTO note VALUES ('form', '{FORM}'); COMMIT;")  # noqa: S608
    elif db.execute("SELECT value FROM note WHERE name = 'form'").fetchone() != (FORM,):
        db.close()
        raise sqlite3.DatabaseError("a ledger of another form")
    return db
