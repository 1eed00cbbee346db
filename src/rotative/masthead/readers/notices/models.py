"""A notice, which is a reader's own, and how they wish to be told of each kind."""
from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

OF_AN_ACCOUNT, OF_AN_ADDRESS = models.Q(user__isnull=False, address=""), models.Q(user__isnull=True) & ~models.Q(address="")


class How(models.TextChoices):
    """By which letter a reader is told of a kind; on their page they are told in any case."""

    AT_ONCE = "at_once", _("by e-mail, at once")
    DAILY = "daily", _("by e-mail, once a day")
    NEVER = "never", _("not by e-mail")


class Addressed(models.Model):
    """What is an account's, or an address's without one: a guest's, who asked for letters and has no page."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    address = models.EmailField(blank=True)
    kind = models.CharField(max_length=20)

    class Meta:
        abstract = True


class Notice(Addressed):
    """Something happened to what a person wrote. Nothing of it is copied here: it is worded when it is read.

    subject: what of theirs it is about; cause: what happened, once. Both are known to the kind alone. due_at: when the worker looks
    at it next, for a letter; none once that is settled. seen_at: opened, or marked so. mailed_at: since when a letter of it lies in the post.
    """

    subject = models.CharField(max_length=40, blank=True)
    cause = models.CharField(max_length=60)
    at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.CheckConstraint(condition=OF_AN_ACCOUNT | OF_AN_ADDRESS, name="a_notice_is_somebodys"),
            models.UniqueConstraint(fields=["user", "kind", "subject", "cause"], condition=OF_AN_ACCOUNT, name="one_notice_an_account"),
            models.UniqueConstraint(fields=["address", "kind", "subject", "cause"], condition=OF_AN_ADDRESS, name="one_notice_an_address"),
        ]
        indexes = [
            models.Index(fields=["user", "-at"], name="notices_of_an_account"),
            models.Index(fields=["due_at"], condition=models.Q(due_at__isnull=False), name="notices_that_are_due"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.cause}"


class Wish(Addressed):
    """How somebody wishes to be told of a kind. at: since when, which for an address without an account proves that they asked. language: theirs."""

    how = models.CharField(max_length=7, choices=How)
    language = models.CharField(max_length=12, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        constraints = [
            models.CheckConstraint(condition=OF_AN_ACCOUNT | OF_AN_ADDRESS, name="a_wish_is_somebodys"),
            models.UniqueConstraint(fields=["user", "kind"], condition=OF_AN_ACCOUNT, name="one_wish_an_account"),
            models.UniqueConstraint(fields=["address", "kind"], condition=OF_AN_ADDRESS, name="one_wish_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.how}"


def whose(user: Any, address: str) -> models.Q:
    """The rows of an account, or where there is none those of an address."""
    return models.Q(user=user) if user else models.Q(user=None, address=address)
