"""The discussion of one story: whether it is open, and how much there is of it."""
from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from rotative.newsroom.models import Article
from rotative.newsroom.models.articles import Discussion


class Talk(models.Model):
    """A story's discussion, made with its first contribution or a moderator's first word.

    state: what a moderator decided; until then it is as the story says. because: why it is closed, for readers.
    threads: how many places were given; a place is never given twice. shown: contributions that readers may see.
    ranking: threads by respect, most respected first, as they were last ranked; ``is_unranked`` when respects came since.
    """

    article = models.OneToOneField(Article, primary_key=True, on_delete=models.CASCADE, related_name="talk", verbose_name=_("article"))
    state = models.CharField(_("discussion"), max_length=10, choices=Discussion, blank=True)
    closes_at = models.DateTimeField(_("closes at"), null=True, blank=True)
    because = models.CharField(_("why it is closed"), max_length=300, blank=True)
    threads = models.PositiveIntegerField(default=0, editable=False)
    shown = models.PositiveIntegerField(default=0, editable=False)
    ranking = models.JSONField(default=list, editable=False)
    ranked_at = models.DateTimeField(null=True, editable=False)
    is_unranked = models.BooleanField(default=False, editable=False, db_index=True)

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")

    def __str__(self) -> str:
        return str(self.article_id)


def state_at(now: datetime, of_story: str, decided: str, closes_at: datetime | None) -> str:
    """Open, moderated first or closed, at an instant. of_story: what the story says; decided: what a moderator did."""
    is_over = closes_at is not None and closes_at <= now
    return Discussion.CLOSED.value if is_over else decided or of_story
