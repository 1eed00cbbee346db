"""The triggers that write the log of changes, on every table that a public page reads.

They are dropped before a migration, which they would break or which would take them with a
column, and made after it. ``check`` says whether a database has exactly those of the code.
"""
from __future__ import annotations

from hashlib import blake2b
from typing import Any

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models.signals import post_migrate, pre_migrate

from rotative.press.triggers import postgresql, sqlite
from rotative.press.triggers.definitions import Trigger
from rotative.press.triggers.watched import tables

WORDS: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgresql}


def connect(config: AppConfig) -> None:
    """Follow migrations: once for each, since only the signal of ``config`` is heard."""
    pre_migrate.connect(_about_to_migrate, sender=config, dispatch_uid="press.about_to_migrate")
    post_migrate.connect(_migrated, sender=config, dispatch_uid="press.migrated")


def check(using: str = DEFAULT_DB_ALIAS) -> bool:
    """Whether the database's triggers are those of the code, none missing and none disabled."""
    with connections[using].cursor() as cursor:
        return bool(_words(using).existing(cursor) == {trigger.name for trigger in _wanted(using)})


def digest(vendor: str) -> str:
    """A digest of all definitions for a vendor, ``sqlite`` or ``postgresql``."""
    names = sorted(trigger.name for watched in tables() for trigger in WORDS[vendor].triggers(watched))
    return blake2b(" ".join(names).encode(), digest_size=8).hexdigest()


def drop(using: str = DEFAULT_DB_ALIAS) -> None:
    with transaction.atomic(using), connections[using].cursor() as cursor:
        _words(using).drop(cursor)


def make(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make every trigger afresh, and say that anything may have changed while there were none.

    A table that is not yet, or no longer, what its model says gets none: a database in
    the middle of its migrations may be written to, but ``check`` refuses it.
    """
    with transaction.atomic(using), connections[using].cursor() as cursor:
        _words(using).drop(cursor)
        for trigger in _makeable(using, cursor):
            for statement in trigger.statements:
                cursor.execute(statement)
        cursor.execute("""INSERT INTO press_change (kind, "row") VALUES ('*', '*')""")


def _about_to_migrate(using: str, plan: Any = None, **_: Any) -> None:
    # A start that has nothing to migrate leaves the triggers: other processes may be writing.
    if plan:
        drop(using)


def _migrated(using: str, **_: Any) -> None:
    if _has_log(using) and not check(using):
        make(using)


def _has_log(using: str) -> bool:
    return "press_change" in connections[using].introspection.table_names()


def _words(using: str) -> Any:
    return WORDS[connections[using].vendor]


def _wanted(using: str) -> list[Trigger]:
    return [trigger for watched in tables() for trigger in _words(using).triggers(watched)]


def _makeable(using: str, cursor: Any) -> list[Trigger]:
    introspection = connections[using].introspection
    there = set(introspection.table_names(cursor))
    ready = [watched for watched in tables() if watched.table in there and set(watched.seen) <= _columns(introspection, cursor, watched.table)]
    return [trigger for watched in ready for trigger in _words(using).triggers(watched)]


def _columns(introspection: Any, cursor: Any, table: str) -> set[str]:
    return {column.name for column in introspection.get_table_description(cursor, table)}
