"""The history: who decided what, when. Rows are added, never changed; precision is counted from them."""
from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.newsroom.models import Article
from rotative.record.models.suggestions import Origin


class WrittenForGood(TypeError):
    """The history was to be changed."""


class History(models.QuerySet["Decision"]):
    def update(self, **fields: Any) -> NoReturn:
        raise WrittenForGood

    def delete(self) -> NoReturn:
        raise WrittenForGood


class Decision(models.Model):
    """What was decided of a row. ``data``: what it was and what became of it, where that says more than the verb."""

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("statement")
        EVENT = "event", _("event")
        ESSENTIAL = "essential", _("suggested essential")
        APPEARANCE = "appearance", _("actor in a story")
        SAME = "sameactor", _("actors that may be the same")
        CONTRADICTION = "contradiction", _("contradiction")

    class Verb(models.TextChoices):
        ADDED = "added", pgettext_lazy("decision", "added")
        ACCEPTED = "accepted", pgettext_lazy("decision", "accepted")
        MENDED = "mended", pgettext_lazy("decision", "mended")
        REJECTED = "rejected", pgettext_lazy("decision", "rejected")
        TAKEN_BACK = "taken-back", pgettext_lazy("decision", "taken back")
        TRIMMED = "trimmed", pgettext_lazy("decision", "trimmed with the text")
        FLAGGED = "flagged", pgettext_lazy("decision", "flagged: its words were changed")
        FOUND_AGAIN = "found-again", pgettext_lazy("decision", "found again in the text")

    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    row = models.PositiveBigIntegerField(_("row"))
    article = models.ForeignKey(Article, verbose_name=_("article"), null=True, on_delete=models.SET_NULL, related_name="+")
    verb = models.CharField(_("decision"), max_length=12, choices=Verb)
    origin = models.CharField(_("origin"), max_length=8, choices=Origin)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("decided by"), null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("decided at"), auto_now_add=True)
    data = models.JSONField(default=dict, blank=True)

    objects = History.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "row"], name="decisions_of_a_row")]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}: {self.verb}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise WrittenForGood
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise WrittenForGood
