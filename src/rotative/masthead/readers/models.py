"""What is kept of readers who sign: a name, what they follow, and the ways in that were sent to them."""
from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rotative.masthead.readers.initials import initials, tone


class Reader(models.Model):
    """Whoever signs, as others see them. Made at the first sign in; its account is ``user``, which nobody sees."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reader")
    name = models.CharField(_("name"), max_length=60, blank=True)  # public; empty until the reader has told it
    language = models.CharField(_("language"), max_length=12)
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("reader")
        verbose_name_plural = _("readers")

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def tone(self) -> int:
        """Which of the paper's tones the initials stand on; it stays when the name changes."""
        return tone(self.pk or 0)


class Follow(models.Model):
    """An account follows a thing: its kind, such as ``author``, and its key there."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=40)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        constraints = [models.UniqueConstraint(fields=["user", "kind", "key"], name="follow_once")]
        indexes = [models.Index(fields=["kind", "key"], name="followers")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class Entry(models.Model):
    """A way in that was sent by mail: a code and a link, of which one opens the door once.

    Only digests are kept. ``user``: an account that confirms who it is; nobody's when someone
    signs in, whom the address will tell. ``is_new``: the address is to become that account's.
    """

    address = models.EmailField()
    code = models.CharField(max_length=64)
    link = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    is_new = models.BooleanField(default=False)
    goes_to = models.CharField(max_length=400, blank=True)
    language = models.CharField(max_length=12)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("way in sent by mail")
        verbose_name_plural = _("ways in sent by mail")
        indexes = [models.Index(fields=["address", "created_at"], name="entries_of_an_address")]

    def __str__(self) -> str:
        return str(self.pk)


class AddressChange(models.Model):
    """An account has another address since ``at``; by the link of a letter to the former one it is taken back, ``until`` then."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="address_changes")
    before = models.EmailField()
    after = models.EmailField()
    link = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("change of address")
        verbose_name_plural = _("changes of address")

    def __str__(self) -> str:
        return str(self.pk)


class Instance(models.Model):
    """An instance of Mastodon with which the paper has registered itself: its host, and the paper's keys there."""

    host = models.CharField(max_length=200, unique=True)
    client_id = models.CharField(max_length=191)
    secret = models.CharField(max_length=191)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("instance of Mastodon")
        verbose_name_plural = _("instances of Mastodon")

    def __str__(self) -> str:
        return self.host


class Erased(models.Model):
    """An account that was erased, as a digest that says nothing of it: a backup that brings it back can be purged again."""

    digest = models.CharField(primary_key=True, max_length=64)
    keep_words = models.BooleanField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("erased account")
        verbose_name_plural = _("erased accounts")

    def __str__(self) -> str:
        return self.digest[:12]
