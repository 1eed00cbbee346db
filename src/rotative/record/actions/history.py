"""Writes the history of decisions."""
from __future__ import annotations

from typing import Any

from django.utils import timezone

from rotative.record.models import Decision, State


def note(row: Any, verb: Decision.Verb, by: Any = None, **data: Any) -> Decision:
    """Write that something was decided of a row, by somebody or by the text itself."""
    article = getattr(row, "article_id", None)
    kind = row._meta.model_name
    return Decision.objects.create(kind=kind, row=row.pk, article_id=article, verb=verb, origin=row.origin, by=by, data=data)


def decide(row: Any, state: State, by: Any) -> None:
    """Set what became of a suggestion, without writing it to the database."""
    row.state, row.decided_by, row.decided_at = state, by, timezone.now()
