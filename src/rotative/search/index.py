"""The index of the node: one SQLite file with FTS5, derived, that may be deleted at any time.

Knows no model: the rooms above put documents in, by number. The words are folded before
they go in (see ``words``), so the index itself keeps none of the text's spelling; the
text lies beside them for passages.
"""
from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from rotative.search.passages import passage
from rotative.search.words import Term, plain, terms

VERSION = 1  # Raise it when the tables or the folding of words change.
TITLE_WEIGHT = 8.0
# A story of today weighs this much more than one that is very old.
NEWNESS = 0.3
YEAR = 365.25 * 24 * 3600
TABLES = """
CREATE TABLE documents(id INTEGER PRIMARY KEY, language TEXT NOT NULL, published INTEGER NOT NULL, title TEXT NOT NULL, body BLOB NOT NULL);
CREATE INDEX by_date ON documents(language, published);
CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize="unicode61 remove_diacritics 2");
"""
# CROSS, so that SQLite asks the words first: else it may try each document of a language in turn.
MATCHING = "FROM words CROSS JOIN documents ON documents.id = words.rowid WHERE words MATCH :query AND documents.language = :language"
TOTAL = f"SELECT count(*) {MATCHING}"
BEST = f"""SELECT documents.id, documents.title, documents.body {MATCHING}
ORDER BY bm25(words, :weight, 1.0) * (1 + :newness / (1 + max(:newest - documents.published, 0) / :year)), documents.id DESC
LIMIT :count OFFSET :start"""


class Document(NamedTuple):
    """Something that can be found."""

    id: int
    language: str
    when: datetime
    title: str
    text: str


class Hit(NamedTuple):
    id: int
    passage: str


class Found(NamedTuple):
    """How many documents answer, and those asked for, best first."""

    total: int
    hits: list[Hit]


def index() -> Index:
    """The index of this node."""
    return Index(settings.HOME.index)


class Index:
    """An index in a file. Each call opens it anew, so that any thread or process may use it."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)

    def put(self, id: int, language: str, when: datetime, title: str, text: str) -> None:
        """Put a document in, in the place of the one with its number."""
        with self._writing() as database:
            _remove(database, id)
            _add(database, Document(id, language, when, title, text))

    def remove(self, id: int) -> None:
        """Take a document out. One that is not there is no error."""
        with self._writing() as database:
            _remove(database, id)

    def search(self, query: str, language: str, start: int = 0, count: int = 10) -> Found:
        """The documents of a language that hold all that is asked for. Any text may be asked."""
        asked = terms(query)
        if not asked:
            return Found(0, [])
        with self._open() as database:
            database.execute("BEGIN")
            told = {"query": _match(asked), "language": language}
            total = database.execute(TOTAL, told).fetchone()[0]
            rows = _best(database, told, max(start, 0), max(count, 0)) if total else []
        return Found(total, [Hit(pk, passage(_unpacked(body), asked, title)) for pk, title, body in rows])

    def numbers(self) -> set[int]:
        """The numbers of all the documents that the index holds."""
        with self._open() as database:
            return {row[0] for row in database.execute("SELECT id FROM documents")}

    def rebuild(self, documents: Iterable[Document]) -> int:
        """Make the index anew beside the old one, then take its place at one stroke."""
        beside = self.path.with_name(f"{self.path.name}.new")
        beside.unlink(missing_ok=True)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(beside, isolation_level=None)) as new:
                number = _fill(new, documents)
                with self._open() as database:
                    new.backup(database)
        finally:
            beside.unlink(missing_ok=True)
        return number

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connected()) as database:
            if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                _prepare(database)
            database.execute("PRAGMA synchronous=NORMAL")
            yield database

    def _connected(self) -> sqlite3.Connection:
        """A connection to the file; one that is no index any more is thrown away."""
        database = sqlite3.connect(self.path, timeout=20, isolation_level=None)
        try:
            database.execute("SELECT count(*) FROM sqlite_master")
            return database
        except sqlite3.DatabaseError as problem:
            database.close()
            if isinstance(problem, sqlite3.OperationalError):  # Locked, or no room: not the file's fault.
                raise
        for ending in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        return sqlite3.connect(self.path, timeout=20, isolation_level=None)


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables of a new file; those of another version are emptied, to be filled again."""
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("BEGIN IMMEDIATE")
    if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        for table in ("words", "documents"):
            database.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in filter(str.strip, TABLES.split(";")):
            database.execute(statement)
        database.execute(f"PRAGMA user_version={VERSION}")
    database.execute("COMMIT")


def _fill(new: sqlite3.Connection, documents: Iterable[Document]) -> int:
    new.execute("PRAGMA journal_mode=OFF")
    number = 0
    for statement in filter(str.strip, TABLES.split(";")):
        new.execute(statement)
    new.execute("BEGIN")
    for document in documents:
        _add(new, document)
        number += 1  # noqa: SIM113 (the count is the answer)
    new.execute("COMMIT")
    new.execute("INSERT INTO words(words) VALUES('optimize')")
    new.execute(f"PRAGMA user_version={VERSION}")
    new.execute("VACUUM")
    return number


def _add(database: sqlite3.Connection, document: Document) -> None:
    title, text = _storable(document.title), _storable(document.text)
    published = int(document.when.astimezone(UTC).timestamp())
    database.execute("INSERT INTO documents VALUES(?, ?, ?, ?, ?)", (document.id, document.language, published, title, _packed(text)))
    database.execute("INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)", (document.id, plain(title), plain(text)))


def _remove(database: sqlite3.Connection, id: int) -> None:
    """An index without its text is told again what it is to forget."""
    row = database.execute("SELECT title, body FROM documents WHERE id=?", (id,)).fetchone()
    if row:
        forget = "INSERT INTO words(words, rowid, title, body) VALUES('delete', ?, ?, ?)"
        database.execute(forget, (id, plain(row[0]), plain(_unpacked(row[1]))))
        database.execute("DELETE FROM documents WHERE id=?", (id,))


def _best(database: sqlite3.Connection, told: dict[str, Any], start: int, count: int) -> list[tuple[int, str, bytes]]:
    newest = database.execute("SELECT max(published) FROM documents WHERE language=:language", told).fetchone()[0]
    weights = {"weight": TITLE_WEIGHT, "newness": NEWNESS, "newest": newest, "year": YEAR}
    return database.execute(BEST, {**told, **weights, "start": start, "count": count}).fetchall()


def _match(asked: list[Term]) -> str:
    """The question in FTS5's language: only folded letters and figures, each phrase in quotes."""
    return " AND ".join(map(_phrase, asked))


def _phrase(term: Term) -> str:
    """What may be a beginning is asked for as a word, too, so that stories with the very word come first."""
    words = f'"{" ".join(term.words)}"'
    return f"({words} OR {words}*)" if term.prefix else words


def _packed(text: str) -> bytes:
    """Text takes less than half the room so, and only ten are shown at once."""
    return zlib.compress(text.encode(), 6)


def _unpacked(body: bytes) -> str:
    return zlib.decompress(body).decode()


def _storable(text: str) -> str:
    """Text that SQLite can hold: no half of a character."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
