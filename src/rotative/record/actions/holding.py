"""What is held until a transaction ends, so that two editors do one thing after the other; asked for in one order: who is who, a story, a row."""
from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import Model

from rotative.record.models import LastReading

WHO_IS_WHO = 0x5EC0_4D  # any number that no other lock of the database has


def who_is_who(*, is_changed: bool) -> None:
    """Nobody makes two actors one, nor two of one, while something is decided of them; nor the other way round.

    Many decide at once, who changes an actor does so alone. A row's lock can not say it: a decision comes to an actor from
    a row of a story, a merge comes to those rows from the actor, and each would wait for the other. SQLite has one writer.
    """
    if connection.vendor == "postgresql":
        held = "pg_advisory_xact_lock" if is_changed else "pg_advisory_xact_lock_shared"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {held}(%s)", [WHO_IS_WHO])


def hold(article: int) -> None:
    """Keep what was read in a story to oneself until the transaction ends: it is decided, or read again, not both at once.

    A reading holds the same row (``taking``), and so does what publishes a story (``carrying``). It is asked for before any
    other row of the record, and after the story's own where that is written, so that two never wait for each other.
    """
    list(LastReading.objects.select_for_update().filter(article=article).values_list("pk"))


def locked(row: Model) -> Any:
    """The row as it is now, held until the transaction ends: two editors may decide at once."""
    return type(row)._default_manager.select_for_update().get(pk=row.pk)
