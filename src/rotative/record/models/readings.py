"""When a story was last read, and what was read of it."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

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
