"""The log of changes: one row for each thing that is no longer what it was."""
from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Change(models.Model):
    """A row that changed, written by a trigger in the transaction of the edit.

    kind and row: of what readers see, such as ``article`` and ``42``. A row of ``*`` is
    every row of the kind, and a kind of ``*`` everything there is. PostgreSQL keeps the
    transaction too, in a column ``tx`` that only ``press/changes.py`` reads.
    """

    kind = models.TextField()
    row = models.TextField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["at"], name="changes_by_age")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.row}"
