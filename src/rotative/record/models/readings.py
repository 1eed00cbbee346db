"""When a story was last read, what was read of it, and whether another reading is asked for."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.newsroom.models import Article


class LastReading(models.Model):
    """The last reading of a story. digest: of the text that was read, so that the same is not read again."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=12)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(_("read at"), auto_now=True)

    class Meta:
        verbose_name = _("reading of a story")
        verbose_name_plural = _("readings of stories")

    def __str__(self) -> str:
        return f"{self.article_id}"


class WantedReading(models.Model):
    """A reading of a story that was asked for, until it is done. task: the one that has it in hand.

    anew: the same text is read once more. due: when it may begin, so that what is still being typed is not read at each save.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("reading", "waiting")
        UNDER_WAY = "under-way", pgettext_lazy("reading", "under way")
        FAILED = "failed", pgettext_lazy("reading", "failed")

    class Problem(models.TextChoices):
        NO_MODEL = "no-model", _("what reads this language is not installed")
        BROKEN = "broken", _("the reading broke off")

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    due = models.DateTimeField(_("due"))
    begun_at = models.DateTimeField(_("begun at"), null=True, blank=True)
    anew = models.BooleanField(default=False)
    task = models.CharField(max_length=64, blank=True)
    problem = models.CharField(_("problem"), max_length=10, choices=Problem, blank=True)

    class Meta:
        verbose_name = _("reading asked for")
        verbose_name_plural = _("readings asked for")

    def __str__(self) -> str:
        return f"{self.article_id}: {self.state}"
