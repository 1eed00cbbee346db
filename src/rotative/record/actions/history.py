"""Writes the history of decisions."""
from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils import timezone

from rotative.record.models import Decision, LastReading, State


def note(row: Any, verb: Decision.Verb, by: Any = None, **data: Any) -> Decision:
    """Write that something was decided of a row, by somebody or by the text itself."""
    article = getattr(row, "article_id", None)
    kind = row._meta.model_name
    return Decision.objects.create(kind=kind, row=row.pk, article_id=article, verb=verb, origin=row.origin, by=by, data=data)


def decide(row: Any, state: State, by: Any) -> None:
    """Set what became of a suggestion, without writing it to the database."""
    row.state, row.decided_by, row.decided_at = state, by, timezone.now()


def hold(article: int) -> None:
    """Keep what was read in a story to oneself until the transaction ends: it is decided, or read again, not both at once.

    A reading holds the same row (``taking``), and so does what publishes a story (``carrying``). It is asked for before any
    other row of the record, and after the story's own where that is written, so that two never wait for each other.
    """
    list(LastReading.objects.select_for_update().filter(article=article).values_list("pk"))


def locked(row: Model) -> Any:
    """The row as it is now, held until the transaction ends: two editors may decide at once."""
    return type(row)._default_manager.select_for_update().get(pk=row.pk)
