"""What the law has a paper keep of who wrote, apart from all else: sealed, for a time, and never read without a trace.

French decree 2021-1362: who somebody is, five years after the end of the account; the account, one year after it;
the address a contribution came from, one year. No foreign key: it outlives what it tells of.
"""
from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Sealed(models.Model):
    """Something about who wrote, encrypted. voice: whose; contribution: of which one, for an address. until: none while the account lasts.

    held: nothing once an address had its time; that a contribution was that voice's stays as long as who the voice is.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("who it is")
        ACCOUNT = "account", _("the account")
        ADDRESS = "address", _("where a contribution came from")

    voice = models.CharField(max_length=16)
    contribution = models.PositiveBigIntegerField(null=True)
    kind = models.CharField(max_length=7, choices=Kind)
    held = models.TextField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, db_index=True)

    class Meta:
        verbose_name = _("sealed entry")
        verbose_name_plural = _("sealed entries")
        permissions = [("unseal", "May read who wrote, saying why")]
        constraints = [
            models.UniqueConstraint(fields=["voice", "kind"], condition=models.Q(contribution=None), name="sealed_once_a_person"),
            models.UniqueConstraint(fields=["contribution", "kind"], condition=models.Q(contribution__isnull=False), name="sealed_once_a_contribution"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.voice}"


class Unsealing(models.Model):
    """Somebody read what is sealed of one contribution: who, when, and why. Kept as long as what was read may be."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("read by"))
    name = models.CharField(_("read by"), max_length=150)
    contribution = models.PositiveBigIntegerField()
    why = models.TextField(_("why"))
    at = models.DateTimeField(_("read at"))

    class Meta:
        verbose_name = _("unsealing")
        verbose_name_plural = _("unsealings")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.contribution} {self.at:%Y-%m-%d}"
