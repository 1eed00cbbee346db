"""The triggers in SQLite's words."""
from __future__ import annotations

from typing import Any

from rotative.press.triggers.definitions import Trigger, named, quote, sides, writes
from rotative.press.triggers.watched import Watched

EXISTING = r"SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'press\_%' ESCAPE '\'"


def triggers(watched: Watched) -> list[Trigger]:
    was, now = sides(watched)
    when = {"insert": "", "delete": "", "update": f"WHEN ({was}) IS NOT ({now}) "}
    table = quote(watched.table)
    return [
        named(watched, event, f"CREATE TRIGGER {{name}} AFTER {event.upper()} ON {table} {when[event]}BEGIN {body}END")
        for event, body in writes(watched).items()
    ]


def existing(cursor: Any) -> set[str]:
    cursor.execute(EXISTING)
    return {name for (name,) in cursor.fetchall()}


def drop(cursor: Any) -> None:
    for name in existing(cursor):
        cursor.execute(f"DROP TRIGGER {quote(name)}")
