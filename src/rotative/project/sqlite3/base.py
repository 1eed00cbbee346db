"""The wrapper that ``ENGINE`` names. SQLite itself waits for the one writer in ever longer sleeps, to 100 ms each, while the
database may long be free: of many short writes some always wait for nothing. Here they look again every millisecond.
"""
from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import SQLITE_BUSY
from sqlite3 import OperationalError as Refused

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

LOOK = 0.001  # seconds between two looks, in the mean


class DatabaseWrapper(base.DatabaseWrapper):
    """Begins a transaction as soon as it may; after the connection's ``busy_timeout`` it raises what SQLite raises."""

    def _start_transaction_under_autocommit(self) -> None:
        if self.transaction_mode != "IMMEDIATE":
            super()._start_transaction_under_autocommit()
            return
        with self._not_waiting() as patience:
            until = time.monotonic() + patience
            while True:
                try:
                    super()._start_transaction_under_autocommit()
                    return
                except OperationalError as refused:
                    if not _is_busy(refused) or time.monotonic() > until:
                        raise
                time.sleep(random.uniform(0.5, 1.5) * LOOK)  # noqa: S311 - so that two do not look in step

    @contextmanager
    def _not_waiting(self) -> Iterator[float]:
        """Have SQLite answer at once. Gives the seconds that it would have waited."""
        patience = self.connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            yield patience / 1000
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {patience}")


def _is_busy(refused: OperationalError) -> bool:
    """Whether another writes; the low byte is the kind of an extended code."""
    cause = refused.__cause__
    return isinstance(cause, Refused) and cause.sqlite_errorcode & 0xFF == SQLITE_BUSY
