"""The ledger: which keys each printed page stands on, and which pages stand on a key.

A graph of names in an SQLite file of the node. Pages and pieces stand on keys; a piece is
a key itself. Beside it: what each list remembers of an instance, which pages are stale,
and where the log was read to. No framework; everything in it can be made again.
"""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rotative.press.tables import opened

SEEDED, COMPLETE = "seeded", "complete"  # notes: every instance has its place here; everything is printed
Remembered = tuple[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Printed:
    """What the ledger keeps of a printed page. ``until`` and ``printed``: seconds since the epoch."""

    path: str
    status: int
    digest: str
    bytes: int
    until: float | None
    printed: float
    took: float
    why: str
    prints: int = 1
    best: bool = False


@dataclass(frozen=True, slots=True)
class Stale:
    path: str
    rank: int
    since: float
    why: str


class Ledger:
    """The ledger in an SQLite file. One process writes it."""

    def __init__(self, file: Path | str) -> None:
        self._db = opened(file)
        self._keys: dict[str, int] = {}
        self._remembered: dict[str, tuple[str, frozenset[str]]] = {}  # what we wrote of pieces: many pages carry the same
        self._deep = 0

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write what is inside all at once, or not at all. May be nested."""
        self._deep += 1
        try:
            yield
            if self._deep == 1:
                self._db.commit()
        except BaseException:
            if self._deep == 1:
                self._db.rollback()
                self._forget_what_we_wrote()
            raise
        finally:
            self._deep -= 1

    # ── Notes ──────────────────────────────────────────────────────────────────

    def note(self, name: str, default: str = "") -> str:
        found = self._db.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return found[0] if found else default

    def set_note(self, name: str, value: str) -> None:
        with self.together():
            self._db.execute("INSERT INTO note VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value))

    @property
    def is_complete(self) -> bool:
        return self.note(COMPLETE) == "1"

    # ── Pages and pieces ───────────────────────────────────────────────────────

    def store(self, page: Printed, keys: Iterable[str], pieces: dict[str, Any]) -> set[str]:
        """Keep a page just printed with all that it stands on.

        Gives the pieces that were remembered otherwise: what else carries them is stale.
        """
        with self.together():
            row = (page.path, page.status, page.digest, page.bytes, page.until, page.printed, page.took, page.why, page.best)
            known = self._db.execute(
                "INSERT INTO page (path, status, digest, bytes, until, printed, took, why, best) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (path) DO UPDATE SET status = excluded.status, digest = excluded.digest, bytes = excluded.bytes,"
                " until = excluded.until, printed = excluded.printed, took = excluded.took, why = excluded.why,"
                " best = excluded.best AND page.digest = excluded.digest, prints = page.prints + 1 RETURNING id",
                row,
            ).fetchone()[0]
            self._stand("page", known, keys)
            self._db.execute("DELETE FROM failure WHERE path = ?", (page.path,))
            return {name for name, piece in pieces.items() if self.remember(name, piece.digest, piece.keys)}

    def remember(self, name: str, digest: str, keys: Iterable[str]) -> bool:
        """Keep a piece; whether another digest of it was remembered."""
        made = (digest, frozenset(keys))
        if self._remembered.get(name) == made:
            return False
        if len(self._remembered) > 50_000:
            self._remembered.clear()
        self._remembered[name] = made
        return self._remember(name, *made)

    def _remember(self, name: str, digest: str, keys: frozenset[str]) -> bool:
        found = self._db.execute("SELECT id, digest FROM piece WHERE name = ?", (name,)).fetchone()
        if found is None:
            made = self._db.execute("INSERT INTO piece (name, digest) VALUES (?, ?)", (name, digest)).lastrowid
            self._stand("piece", made or 0, keys)
            return False
        if found[1] != digest:
            self._db.execute("UPDATE piece SET digest = ? WHERE id = ?", (digest, found[0]))
        self._stand("piece", found[0], keys)
        return bool(found[1] != digest)

    def forget_piece(self, name: str) -> None:
        self._remembered.pop(name, None)
        with self.together():
            self._db.execute("DELETE FROM piece_stands WHERE piece = (SELECT id FROM piece WHERE name = ?)", (name,))
            self._db.execute("DELETE FROM piece WHERE name = ?", (name,))

    def forget_page(self, path: str) -> None:
        with self.together():
            self._db.execute("DELETE FROM page_stands WHERE page = (SELECT id FROM page WHERE path = ?)", (path,))
            self._db.execute("DELETE FROM page WHERE path = ?", (path,))
            self._db.execute("DELETE FROM failure WHERE path = ?", (path,))

    def pages_on(self, keys: Iterable[str]) -> dict[str, str]:
        """The paths of the pages that stand on any of some keys, each with one key that it stands on."""
        return self._standing("SELECT page.path FROM page_stands JOIN page ON page.id = page WHERE key = ?", keys)

    def pieces_on(self, keys: Iterable[str]) -> dict[str, str]:
        """The names of the pieces that stand on any of some keys, each with one of them."""
        return self._standing("SELECT piece.name FROM piece_stands JOIN piece ON piece.id = piece WHERE key = ?", keys)

    def keys_of(self, path: str) -> list[str]:
        """What a page stands on."""
        rows = self._db.execute(
            "SELECT key.name FROM page JOIN page_stands ON page_stands.page = page.id JOIN key ON key.id = key WHERE path = ? ORDER BY key.name", (path,)
        )
        return [name for (name,) in rows]

    def keys_of_piece(self, name: str) -> list[str]:
        rows = self._db.execute(
            "SELECT key.name FROM piece JOIN piece_stands ON piece_stands.piece = piece.id JOIN key ON key.id = key WHERE piece.name = ? ORDER BY key.name",
            (name,),
        )
        return [found for (found,) in rows]

    def keys_like(self, beginning: str) -> list[str]:
        """The keys that begin with a text, such as every ``article:``."""
        rows = self._db.execute("SELECT name FROM key WHERE name >= ? AND name < ?", (beginning, beginning + "\U0010ffff"))
        return [name for (name,) in rows]

    def has_key_like(self, beginning: str) -> bool:
        return self._db.execute("SELECT 1 FROM key WHERE name >= ? AND name < ? LIMIT 1", (beginning, beginning + "\U0010ffff")).fetchone() is not None

    def page(self, path: str) -> Printed | None:
        found = self._db.execute(f"{_PAGE} WHERE path = ?", (path,)).fetchone()
        return Printed(*found) if found else None

    def pages(self) -> Iterator[Printed]:
        """Every printed page, in the order of the paths."""
        for row in self._db.execute(f"{_PAGE} ORDER BY path").fetchall():
            yield Printed(*row)

    def number_of_pages(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM page").fetchone()[0])

    def has(self, path: str) -> bool:
        return self._db.execute("SELECT 1 FROM page WHERE path = ?", (path,)).fetchone() is not None

    def known(self, paths: Iterable[str]) -> set[str]:
        """Those of some paths at which something is printed."""
        found = self._db.execute("SELECT path FROM page WHERE path IN (SELECT value FROM json_each(?))", (json.dumps(list(paths)),))
        return {path for (path,) in found}

    def to_improve(self) -> str | None:
        """A page that is not compressed as well as it can be, the last one printed first."""
        found = self._db.execute("SELECT path FROM page WHERE best = 0 AND status = 200 ORDER BY printed DESC LIMIT 1").fetchone()
        return str(found[0]) if found else None

    def improved(self, path: str) -> None:
        with self.together():
            self._db.execute("UPDATE page SET best = 1 WHERE path = ?", (path,))

    # ── What lists remember ────────────────────────────────────────────────────

    def places(self, instance: str) -> list[Any]:
        """Where an instance stood in the lists when last seen, as it was kept; nothing for one never seen."""
        found = self._db.execute("SELECT places FROM place WHERE instance = ?", (instance,)).fetchone()
        return json.loads(found[0]) if found else []

    def set_places(self, instance: str, places: list[Any]) -> None:
        if places:
            kept = json.dumps(places, separators=(",", ":"))
            self._db.execute("INSERT INTO place VALUES (?, ?) ON CONFLICT (instance) DO UPDATE SET places = excluded.places", (instance, kept))
        else:
            self._db.execute("DELETE FROM place WHERE instance = ?", (instance,))

    def forget_places(self) -> None:
        self._db.execute("DELETE FROM place")
        self._db.execute("DELETE FROM move")

    # ── Moves in late lists, to be followed after the fronts and sections ──────

    def add_move(self, listing: str, part: str, left: Sequence[Any], joined: Sequence[Any], why: str) -> None:
        self._db.execute("INSERT INTO move VALUES (?, ?, ?, ?, ?)", (listing, part, json.dumps(left), json.dumps(joined), why))

    def take_moves(self) -> list[tuple[str, str, list[Any], list[Any], str]]:
        found = self._db.execute("SELECT list, part, gone, come, why FROM move ORDER BY rowid").fetchall()
        self._db.execute("DELETE FROM move")
        return [(listing, part, json.loads(left), json.loads(joined), why) for listing, part, left, joined, why in found]

    def has_moves(self) -> bool:
        return self._db.execute("SELECT 1 FROM move LIMIT 1").fetchone() is not None

    # ── What was hit, and not followed to the end yet ──────────────────────────

    def add_hits(self, hits: dict[str, str]) -> None:
        """Keys whose pieces are still to be made again, the early and the late ones, each with the change that it comes from."""
        rows = [(late, key, why) for key, why in hits.items() for late in (False, True)]
        self._db.executemany("INSERT INTO hit VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows)

    def add_late_hits(self, hits: dict[str, str]) -> None:
        """Pieces that differ, for the late ones that stand on them."""
        self._db.executemany("INSERT INTO hit VALUES (1, ?, ?) ON CONFLICT DO NOTHING", list(hits.items()))

    def take_hits(self, late: bool) -> dict[str, str]:
        found = dict(self._db.execute("SELECT key, why FROM hit WHERE late = ?", (late,)).fetchall())
        self._db.execute("DELETE FROM hit WHERE late = ?", (late,))
        return found

    def has_hits(self, late: bool) -> bool:
        return self._db.execute("SELECT 1 FROM hit WHERE late = ? LIMIT 1", (late,)).fetchone() is not None

    # ── What is stale ──────────────────────────────────────────────────────────

    def mark(self, path: str, rank: int, since: float, why: str) -> None:
        """A page is to be printed again; a page marked twice is printed once, as urgently as asked."""
        self._db.execute(
            "INSERT INTO stale VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET"
            " rank = min(rank, excluded.rank), why = CASE WHEN excluded.rank < rank THEN excluded.why ELSE why END",
            (path, rank, since, why),
        )

    def is_marked(self, path: str) -> bool:
        return self._db.execute("SELECT 1 FROM stale WHERE path = ?", (path,)).fetchone() is not None

    def is_awaited(self, path: str) -> bool:
        """Whether a path that has nothing yet is to be printed, or could not be."""
        return not self.has(path) and (self.is_marked(path) or self.has_failed(path))

    def next_stale(self) -> Stale | None:
        found = self._db.execute("SELECT path, rank, since, why FROM stale ORDER BY rank, since, path LIMIT 1").fetchone()
        return Stale(*found) if found else None

    def next_alike(self, count: int) -> list[Stale]:
        """What is printed next, of one rank."""
        found = self._db.execute(
            "SELECT path, rank, since, why FROM stale WHERE rank = (SELECT min(rank) FROM stale) ORDER BY rank, since, path LIMIT ?", (count,)
        )
        return [Stale(*row) for row in found]

    def take_mark(self, path: str) -> Stale | None:
        """The mark of a path, taken away."""
        with self.together():
            found = self._db.execute("SELECT path, rank, since, why FROM stale WHERE path = ?", (path,)).fetchone()
            self._db.execute("DELETE FROM stale WHERE path = ?", (path,))
        return Stale(*found) if found else None

    def number_of_stale(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM stale").fetchone()[0])

    def oldest_stale(self) -> float | None:
        found = self._db.execute("SELECT min(since) FROM stale").fetchone()
        return found[0] if found else None

    def hold_until(self, path: str, until: float) -> None:
        """A page is printed again at an instant, and not before."""
        self._db.execute("UPDATE page SET until = ? WHERE path = ?", (until, path))

    def due(self, now: float) -> list[str]:
        """The pages that stop being true by ``now``, but for those that failed: they are tried again in their own time."""
        return [path for (path,) in self._db.execute("SELECT path FROM page WHERE until IS NOT NULL AND until <= ? AND path NOT IN (SELECT path FROM failure)", (now,))]

    # ── Failures ───────────────────────────────────────────────────────────────

    def fail(self, path: str, at: float, what: str) -> int:
        """Note that a page could not be printed; how many times it was so in a row."""
        with self.together():
            found = self._db.execute(
                "INSERT INTO failure VALUES (?, ?, 1, ?) ON CONFLICT (path) DO UPDATE SET at = excluded.at, times = times + 1, what = excluded.what RETURNING times",
                (path, at, what),
            ).fetchone()
        return int(found[0])

    def has_failed(self, path: str) -> bool:
        return self._db.execute("SELECT 1 FROM failure WHERE path = ?", (path,)).fetchone() is not None

    def failures(self) -> list[tuple[str, float, int, str]]:
        return self._db.execute("SELECT path, at, times, what FROM failure ORDER BY at DESC").fetchall()

    # ── Within ─────────────────────────────────────────────────────────────────

    def sweep(self) -> None:
        """Forget pieces and keys that nothing stands on."""
        with self.together():
            self._db.execute(
                "DELETE FROM piece WHERE NOT EXISTS (SELECT 1 FROM key JOIN page_stands ON page_stands.key = key.id WHERE key.name = piece.name)"
                " AND NOT EXISTS (SELECT 1 FROM key JOIN piece_stands ON piece_stands.key = key.id WHERE key.name = piece.name)"
            )
            self._db.execute("DELETE FROM piece_stands WHERE piece NOT IN (SELECT id FROM piece)")
            self._db.execute("DELETE FROM key WHERE NOT EXISTS (SELECT 1 FROM page_stands WHERE key = key.id) AND NOT EXISTS (SELECT 1 FROM piece_stands WHERE key = key.id)")
        self._forget_what_we_wrote()

    def _forget_what_we_wrote(self) -> None:
        self._keys.clear()
        self._remembered.clear()

    def _stand(self, table: str, owner: int, keys: Iterable[str]) -> None:
        """Write only what differs: a page printed again stands mostly on what it stood on."""
        new = {self._key(name) for name in keys}
        old = {key for (key,) in self._db.execute(f"SELECT key FROM {table}_stands WHERE {table} = ?", (owner,))}  # noqa: S608 (our own words)
        if new - old:
            self._db.executemany(f"INSERT INTO {table}_stands VALUES (?, ?)", [(owner, key) for key in new - old])  # noqa: S608
        if old - new:
            self._db.executemany(f"DELETE FROM {table}_stands WHERE {table} = ? AND key = ?", [(owner, key) for key in old - new])  # noqa: S608

    def _key(self, name: str) -> int:
        known = self._keys.get(name)
        if known is None:
            found = self._db.execute("SELECT id FROM key WHERE name = ?", (name,)).fetchone()
            known = found[0] if found else self._db.execute("INSERT INTO key (name) VALUES (?)", (name,)).lastrowid or 0
            if len(self._keys) > 200_000:
                self._keys.clear()
            self._keys[name] = known
        return known

    def _standing(self, question: str, keys: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in keys:
            known = self._db.execute("SELECT id FROM key WHERE name = ?", (name,)).fetchone()
            if known:
                for (each,) in self._db.execute(question, known):
                    found.setdefault(each, name)
        return found


_PAGE = "SELECT path, status, digest, bytes, until, printed, took, why, prints, best FROM page"
