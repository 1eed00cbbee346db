"""One moment of the database: a page is rendered in a snapshot that never takes the newsroom's write lock."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


def only_read() -> None:
    """Have this process's connection read only, in deferred transactions of one moment each.

    SQLite: a deferred transaction of a write-ahead log is a snapshot, and never waits for who
    writes. PostgreSQL: repeatable read, read only.
    """
    options = connection.settings_dict["OPTIONS"]
    connection.close()
    if connection.vendor == "sqlite":
        options["transaction_mode"] = "DEFERRED"
        options["init_command"] = options.get("init_command", "") + "PRAGMA query_only=ON;"
    else:
        from django.db.backends.postgresql.psycopg_any import IsolationLevel

        options["isolation_level"] = IsolationLevel.REPEATABLE_READ
        options["options"] = f"{options.get('options', '')} -c default_transaction_read_only=on".strip()


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything asked inside is of one moment."""
    with transaction.atomic():
        yield
