"""A letter that waits to be sent. It is deleted once it is gone."""
from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """One letter to one address. ``until``: not sent after it, such as a code that is void by then.

    ``kind``: who words it when it leaves, from ``told``; it then holds no words until it does. Nothing where its words are kept.
    """

    to = models.EmailField()
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    kind = models.CharField(max_length=20, blank=True)
    told = models.JSONField(default=dict)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(default=timezone.now, db_index=True)
    until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("letter that waits")
        verbose_name_plural = _("letters that wait")

    def __str__(self) -> str:
        return f"letter {self.pk}"
