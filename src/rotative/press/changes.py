"""The log of changes, read: what changed since last time, each change once, and no order.

A print reads the present, so the order of changes does not matter; missing one does. See
docs/decisions/0012-the-logs-order.md for why an ascending id is no mark on PostgreSQL.
"""
from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.utils import timezone

WEEK = timedelta(days=7)
POLL = 0.01  # of SQLite's version: a few microseconds each
CALL = 1.0  # how long PostgreSQL's notices alone are trusted

Row = tuple[str, str]


class Mark(NamedTuple):
    """How far the log has been taken.

    database: whose log it is. position: what was visible. witness: the id and the instant
    of a row that was, and is gone or another once the log was pruned past the mark.
    """

    database: str
    position: str
    witness: list[Any] | None = None


class Tail:
    """The end of the log that has not been taken. ``state`` is another Tail's; "" begins now.

    lost: the log was pruned past the mark, or the mark is of another database, and
    everything must be printed afresh; known at first and after each ``take``.
    """

    def __init__(self, state: str = "", using: str = DEFAULT_DB_ALIAS) -> None:
        self._log = _log(using)
        self._mark = Mark(*json.loads(state)) if state else self._log.now()
        self.lost = bool(state) and self._log.since(self._mark) is None

    @property
    def state(self) -> str:
        """How far has been taken, to be kept in the transaction that keeps what came of it."""
        return json.dumps(self._mark)

    @property
    def position(self) -> str:
        """The log's position at the last ``take``."""
        return self._mark.position

    def take(self) -> list[Row]:
        """Every visible change that was not taken yet, as (kind, row); none when ``lost``.

        A row of ``*`` is every row of its kind, and a kind of ``*`` everything.
        """
        found = self._log.since(self._mark)
        self.lost = found is None
        rows, self._mark = ([], self._log.now()) if found is None else found
        return rows

    def peek(self) -> list[Row]:
        """What ``take`` would give; none when it would be ``lost``, too."""
        found = self._log.since(self._mark)
        return found[0] if found else []

    def go_back(self, state: str) -> None:
        """Take again what came after a state. Asks nothing, so that it can be done while the database is away."""
        self._mark, self.lost = Mark(*json.loads(state)), False


class Waiter:
    """Wakes when the database may have changed. Make it before the first ``take``.

    It has a connection of its own, which never holds a transaction.
    """

    def __init__(self, using: str = DEFAULT_DB_ALIAS) -> None:
        self._connection = connections[using].copy()
        self._bell: _Version | _Notices | None = None
        self._listen()

    def wait(self, timeout: float) -> bool:
        """True as soon as something may have changed, False after ``timeout`` seconds.

        While the database cannot be asked, True after a second at most: nobody knows.
        """
        if self._bell is None:
            time.sleep(min(timeout, CALL))
            self._listen()
            return True
        try:
            return self._bell.rings(timeout)
        except Error:
            self.close()
            return True

    def close(self) -> None:
        self._bell = None
        with suppress(Error):
            self._connection.close()

    def _listen(self) -> None:
        try:
            self._connection.ensure_connection()
            self._bell = _BELLS[self._connection.vendor](self._connection)
        except Error:
            self.close()


def position(using: str = DEFAULT_DB_ALIAS) -> str:
    """The log's position as the present snapshot sees it."""
    return _log(using).now().position


def includes(position: str, other: str) -> bool:
    """Whether all that was visible at ``other`` was visible at ``position`` too."""
    if ":" not in position:
        return int(position) >= int(other)
    here, there = _Snapshot.read(position), _Snapshot.read(other)
    unseen_here = {*here.running, *range(here.after, there.after)}
    return not any(there.sees(transaction) for transaction in unseen_here)


def prune(keep: timedelta = WEEK, using: str = DEFAULT_DB_ALIAS) -> int:
    """Delete the changes older than ``keep``, except the newest of them; how many."""
    return _log(using).prune(timezone.now() - keep)


class _Snapshot(NamedTuple):
    """PostgreSQL's word for what a transaction sees: all before ``after``, save ``running``."""

    after: int
    running: frozenset[int]

    @classmethod
    def read(cls, text: str) -> _Snapshot:
        _, after, running = text.split(":")
        return cls(int(after), frozenset(int(each) for each in running.split(",") if each))

    def sees(self, transaction: int) -> bool:
        return transaction < self.after and transaction not in self.running


class _Log:
    """One database's log. Each question is one statement, so that it has one answer."""

    vendor: str

    def __init__(self, using: str) -> None:
        self._using = using

    def since(self, mark: Mark) -> tuple[list[Row], Mark] | None:
        """What the mark has not, and the next mark; None when the mark is lost."""
        return self._since(mark) if mark.database.startswith(self.vendor) else None

    def now(self) -> Mark:
        raise NotImplementedError

    def _since(self, mark: Mark) -> tuple[list[Row], Mark] | None:
        raise NotImplementedError

    def prune(self, limit: datetime) -> int:
        raise NotImplementedError

    def _ask(self, sql: str, *params: Any) -> list[tuple[Any, ...]]:
        with connections[self._using].cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())

    def _count(self, sql: str, *params: Any) -> int:
        with connections[self._using].cursor() as cursor:
            cursor.execute(sql, params)
            return int(cursor.rowcount)


class _SqliteLog(_Log):
    """One writer at a time: ids are in the order of commits, and the newest row is the mark."""

    vendor = "sqlite"
    NEWEST = "SELECT id, CAST(at AS TEXT) FROM press_change ORDER BY id DESC LIMIT %s"
    SINCE = 'SELECT id, CAST(at AS TEXT), kind, "row" FROM press_change WHERE id >= %s ORDER BY id'
    PRUNE = "DELETE FROM press_change WHERE id < (SELECT max(id) FROM press_change WHERE at < %s)"

    def now(self) -> Mark:
        return self._mark(self._ask(self.NEWEST, 1))

    def _since(self, mark: Mark) -> tuple[list[Row], Mark] | None:
        found = self._ask(self.SINCE, int(mark.position))
        if mark.witness and (not found or list(found[0][:2]) != mark.witness):
            return None
        fresh = found[1:] if mark.witness else found
        return list(dict.fromkeys((kind, row) for _, _, kind, row in fresh)), self._mark(found)

    def prune(self, limit: datetime) -> int:
        return self._count(self.PRUNE, limit)

    def _mark(self, rows: list[tuple[Any, ...]]) -> Mark:
        return Mark(self.vendor, str(rows[-1][0]), list(rows[-1][:2])) if rows else Mark(self.vendor, "0")


class _PostgresLog(_Log):
    """Many writers: a change is new when the mark's snapshot did not see its transaction.

    Transactions older than all that run are settled, and the newest settled row is the
    witness. Pruning goes by transactions too: while the witness is there, nothing is missed.
    """

    vendor = "postgresql"
    # A cluster that took over from another, or went back in time, may number transactions anew.
    SINCE = """
        SELECT (
                SELECT concat_ws('/', 'postgresql', system_identifier, timeline_id, current_database())
                FROM pg_control_system(), pg_control_checkpoint()
            ),
            pg_current_snapshot()::text,
            (
                SELECT ARRAY[id, (extract(epoch FROM at) * 1000000)::bigint] FROM press_change
                WHERE tx < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY tx DESC, id DESC LIMIT 1
            ),
            EXISTS (SELECT FROM press_change WHERE ARRAY[id, (extract(epoch FROM at) * 1000000)::bigint] = %s::bigint[] AND id = %s),
            fresh.kind, fresh.row
        FROM (SELECT coalesce(%s::pg_snapshot, pg_current_snapshot()) AS mark) AS taken
        LEFT JOIN LATERAL (
            SELECT DISTINCT kind, "row" FROM press_change
            WHERE tx >= pg_snapshot_xmin(mark) AND tx < pg_snapshot_xmax(pg_current_snapshot())
                AND NOT pg_visible_in_snapshot(tx, mark)
        ) AS fresh ON true
    """
    PRUNE = """
        DELETE FROM press_change WHERE tx < (
            SELECT tx FROM press_change WHERE at < %s AND tx < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY tx DESC LIMIT 1
        )
    """

    def now(self) -> Mark:
        return Mark(*self._ask(self.SINCE, [], 0, None)[0][:3])

    def _since(self, mark: Mark) -> tuple[list[Row], Mark] | None:
        witness = mark.witness or [0, 0]
        found = self._ask(self.SINCE, witness, witness[0], mark.position)
        now, is_there = Mark(*found[0][:3]), found[0][3]
        back_in_time = _Snapshot.read(now.position).after < _Snapshot.read(mark.position).after
        if now.database != mark.database or back_in_time or (mark.witness and not is_there):
            return None
        return [(kind, row) for *_, kind, row in found if kind is not None], now

    def prune(self, limit: datetime) -> int:
        return self._count(self.PRUNE, limit)


_LOGS: dict[str, type[_Log]] = {each.vendor: each for each in (_SqliteLog, _PostgresLog)}


def _log(using: str) -> _Log:
    return _LOGS[connections[using].vendor](using)


class _Version:
    """SQLite's number of the database's version, as one connection sees it."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._last = self._now()

    def rings(self, timeout: float) -> bool:
        until = time.monotonic() + timeout
        while (version := self._now()) == self._last:
            left = until - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(POLL, left))
        self._last = version
        return True

    def _now(self) -> int:
        with self._connection.wrap_database_errors:
            return int(self._connection.connection.execute("PRAGMA data_version").fetchall()[0][0])


class _Notices:
    """PostgreSQL's notices, and its transactions asked each second, should one be lost."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._do("LISTEN press")
        self._last = self._now()
        self._ask_at = time.monotonic() + CALL

    def rings(self, timeout: float) -> bool:
        until = time.monotonic() + timeout
        while not self._called(max(0.0, min(self._ask_at, until) - time.monotonic())):
            if time.monotonic() >= self._ask_at and self._is_another():
                return True
            if time.monotonic() >= until:
                return False
        return True

    def _is_another(self) -> bool:
        """Whether others wrote since we last asked; not asked again within the second."""
        last, self._last = self._last, self._now()
        self._ask_at = time.monotonic() + CALL
        return last != self._last

    def _called(self, timeout: float) -> bool:
        with self._connection.wrap_database_errors:
            heard = list(self._connection.connection.notifies(timeout=timeout, stop_after=1))
            # One answer for all that came together.
            return bool(heard + list(self._connection.connection.notifies(timeout=0)))

    def _now(self) -> str:
        return str(self._do("SELECT pg_snapshot_xmax(pg_current_snapshot())::text")[0])

    def _do(self, sql: str) -> Any:
        with self._connection.wrap_database_errors:
            cursor = self._connection.connection.execute(sql)
            return cursor.fetchone() if cursor.description else None


_BELLS: dict[str, type[_Version] | type[_Notices]] = {"sqlite": _Version, "postgresql": _Notices}
