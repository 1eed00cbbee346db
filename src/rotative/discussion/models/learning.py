"""What the paper's own classifier has learnt, kept where every process finds it."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lesson(models.Model):
    """One training: the model as bytes, of how many decisions, and how well it did on those it had not seen. The newest is used."""

    learnt = models.BinaryField()
    accepted = models.PositiveIntegerField(_("accepted"))
    rejected = models.PositiveIntegerField(_("rejected"))
    auc = models.FloatField()
    precision = models.FloatField()
    recall = models.FloatField()
    is_used = models.BooleanField()
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d}"
