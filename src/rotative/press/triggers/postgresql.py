"""The triggers in PostgreSQL's words: each calls a function of its own name."""
from __future__ import annotations

from typing import Any

from rotative.press.triggers.definitions import Trigger, literal, named, quote, sides, writes, written
from rotative.press.triggers.watched import Watched

# A trigger that somebody disabled is as good as none.
EXISTING = r"""
    SELECT tgname FROM pg_trigger
    WHERE tgname LIKE 'press\_%' AND NOT tgisinternal AND tgenabled <> 'D' AND pg_table_is_visible(tgrelid)
"""
FUNCTIONS = r"""
    SELECT proname FROM pg_proc
    WHERE proname LIKE 'press\_%' AND prorettype = 'trigger'::regtype AND pg_function_is_visible(oid)
"""


def triggers(watched: Watched) -> list[Trigger]:
    was, now = sides(watched)
    how = {"insert": "ROW", "delete": "ROW", "update": f"ROW WHEN (ROW({was}) IS DISTINCT FROM ROW({now}))", "truncate": "STATEMENT"}
    bodies = {**writes(watched), "truncate": written(literal(watched.kind), literal("*"))}
    return [named(watched, event, _function(body), _call(watched, event, how[event])) for event, body in bodies.items()]


def _function(body: str) -> str:
    return f"CREATE FUNCTION {{name}}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}PERFORM pg_notify('press', ''); RETURN NULL; END $$"


def _call(watched: Watched, event: str, how: str) -> str:
    return f"CREATE TRIGGER {{name}} AFTER {event.upper()} ON {quote(watched.table)} FOR EACH {how} EXECUTE FUNCTION {{name}}()"


def existing(cursor: Any) -> set[str]:
    cursor.execute(EXISTING)
    return {name for (name,) in cursor.fetchall()}


def drop(cursor: Any) -> None:
    cursor.execute(FUNCTIONS)
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP FUNCTION {quote(name)}() CASCADE")
