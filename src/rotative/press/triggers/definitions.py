"""What both databases' triggers share: their names, and the sentence that writes a change.

A name carries a digest of its definition. So the names that a database has say whether its
triggers are those of the code, and a trigger that went with a column or a table is missed.
"""
from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from rotative.press.triggers.watched import Watched

# PostgreSQL cuts names at 63 letters, and the digest stands at the end.
OF_A_TABLE = 32


class Trigger(NamedTuple):
    """A trigger's name, and the statements that make it."""

    name: str
    statements: tuple[str, ...]


def named(watched: Watched, event: str, *statements: str) -> Trigger:
    """Make a trigger of statements in which ``{name}`` stands for its name."""
    digest = blake2b("".join(statements).encode(), digest_size=6).hexdigest()
    name = f"press_{watched.table[:OF_A_TABLE]}_{event}_{digest}"
    return Trigger(name, tuple(statement.replace("{name}", name) for statement in statements))


def writes(watched: Watched) -> dict[str, str]:
    """What each event writes: the row as it is, as it was, and both when the key itself changes."""
    kind, was, now = literal(watched.kind), _key(watched, "OLD"), _key(watched, "NEW")
    moved = f"{now} IS NOT NULL AND ({was} IS NULL OR {now} <> {was})"
    return {
        "insert": written(kind, now, f"{now} IS NOT NULL"),
        "delete": written(kind, was, f"{was} IS NOT NULL"),
        "update": written(kind, was, f"{was} IS NOT NULL") + written(kind, now, moved),
    }


def _key(watched: Watched, side: str) -> str:
    column = f"{side}.{quote(watched.key)}"
    return f"coalesce(CAST({column} AS text), {literal(watched.nobodys)})" if watched.nobodys else column


def written(kind: str, row: str, when: str = "true") -> str:
    return f'INSERT INTO press_change (kind, "row") SELECT {kind}, {row} WHERE {when}; '  # noqa: S608


def sides(watched: Watched) -> tuple[str, str]:
    """The seen columns as they were and as they are."""
    was, now = (", ".join(f"{side}.{quote(column)}" for column in watched.seen) for side in ("OLD", "NEW"))
    return was, now


def quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
