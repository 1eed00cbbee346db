"""Copy that came in: the original of an imported page, kept with its draft."""
from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rotative.newsroom.models import Article


class Import(models.Model):
    """One page read into a draft, its original and what was read, guessed or not found."""

    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.SET_NULL, related_name="imports")
    source = models.CharField(_("file or address"), max_length=600)
    original = models.FileField(_("original"), upload_to="wires/")
    media_type = models.CharField(max_length=100, blank=True)
    report = models.JSONField(_("report"), default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("read at"), auto_now_add=True)

    class Meta:
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.source
