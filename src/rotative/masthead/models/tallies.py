"""How often something was done lately, where several nodes count together."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tally(models.Model):
    """What is counted under a key until an instant (seconds since 1970). On PostgreSQL the table is unlogged: it may be empty after a crash."""

    key = models.CharField(primary_key=True, max_length=160)
    number = models.PositiveIntegerField()
    until = models.FloatField(db_index=True)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")

    def __str__(self) -> str:
        return f"{self.key}: {self.number}"
