"""How the paper speaks to its database, by the database's address: SQLite on a small machine, PostgreSQL on many."""
from __future__ import annotations

from typing import Any

import dj_database_url

# The write-ahead log, and every acknowledged commit on the disk before it is acknowledged.
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;",
}
POSTGRESQL = {
    # Where the network falls silent nobody says that the server is away: without these, the
    # system waits for minutes. The last one is in milliseconds.
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    # What is asked again and again is planned once.
    "server_side_binding": True,
    "prepare_threshold": 5,
}


def database(url: str) -> dict[str, Any]:
    """Django's settings of a database. The address may say otherwise of PostgreSQL: ``?connect_timeout=9``.

    ``?prepare_threshold=none``: nothing is planned once, for poolers that lend connections by the transaction.
    """
    # Connections stay as long as the few threads that use them (gateway.py); PostgreSQL's are tried before each request.
    found: dict[str, Any] = {**dj_database_url.parse(url), "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    if found["ENGINE"].endswith("sqlite3"):
        return {**found, "ENGINE": "rotative.project.sqlite3", "OPTIONS": SQLITE}
    if found["ENGINE"].endswith(("postgresql", "postgis")):
        options = {**POSTGRESQL, **found.get("OPTIONS", {})}
        if options["prepare_threshold"] == "none":
            options |= {"prepare_threshold": None, "server_side_binding": False}
        found["OPTIONS"] = options
    return found
