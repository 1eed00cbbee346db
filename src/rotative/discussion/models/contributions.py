"""What readers write: threads two levels deep, each in a place that it keeps.

A thread has its place, from 1, when it is first shown; fifty places make a part, and a full part never gains a thread.
"""
from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rotative.newsroom.models import Article

PART = 50  # threads of a part, which is one printed page
MINUTES_TO_EDIT = timedelta(minutes=5)


def parts_of(threads: int) -> int:
    """How many parts so many threads make; the last of them is in the last part."""
    return -(-threads // PART)


class State(models.TextChoices):
    """Where a contribution is. Only what is shown is ever printed."""

    UNSIGNED = "unsigned", _("waits for the writer to confirm the address")
    HELD = "held", _("waits for a moderator")
    SHOWN = "shown", _("shown")
    REJECTED = "rejected", _("rejected")
    REMOVED = "removed", _("removed")
    WITHDRAWN = "withdrawn", _("taken back by the writer")


class Standing(models.TextChoices):
    """What the writer is to the paper, as it was when they wrote."""

    READER = "", _("reader")
    STAFF = "staff", _("of the newsroom")
    AUTHOR = "author", _("author of the story")


class Guest(models.Model):
    """Somebody without an account, where the paper allows it: a name, and an address that was confirmed."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    language = models.CharField(_("language"), max_length=12)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")

    def __str__(self) -> str:
        return self.name


class Contribution(models.Model):
    """Words of a reader under a story.

    thread: the contribution that it stands under; none for one that begins a thread. answers: whom it answers, where
    that is not the first of the thread. voice: what is the same for all that one person wrote, and says nothing else.
    passage: words of the story that it quotes. place, part: of its thread, once it was shown. answered: how many shown
    contributions stand under it. findings: what each phase of moderation said, for the desk. work: the mark of what a guest's browser did, which counts once.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="contributions", verbose_name=_("article"))
    thread = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    answers = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="contributions")
    guest = models.ForeignKey(Guest, null=True, on_delete=models.SET_NULL, related_name="contributions")
    name = models.CharField(_("name"), max_length=150, blank=True)
    voice = models.CharField(max_length=16, blank=True)
    standing = models.CharField(_("standing"), max_length=6, choices=Standing, blank=True)
    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("text"))
    passage = models.TextField(_("passage"), blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.HELD)
    place = models.PositiveIntegerField(null=True)
    part = models.PositiveIntegerField(null=True)
    answered = models.PositiveIntegerField(default=0)
    is_picked = models.BooleanField(_("the editors' choice"), default=False)
    findings = models.JSONField(default=list)
    work = models.CharField(max_length=64, null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("written at"))
    shown_at = models.DateTimeField(_("shown at"), null=True)
    edited_at = models.DateTimeField(_("edited at"), null=True)

    LISTED_BY: ClassVar[frozenset[str]] = frozenset({"article_id", "part", "state", "answered", "thread_id"})

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        permissions = [("moderate", "May decide what readers see of a discussion")]
        constraints = [
            models.UniqueConstraint(fields=["article", "place"], condition=models.Q(thread=None), name="one_thread_a_place"),
            models.CheckConstraint(condition=~models.Q(state="shown") | models.Q(part__isnull=False), name="what_is_shown_has_a_part"),
        ]
        indexes = [
            models.Index(fields=["article", "part", "place", "id"], name="contributions_of_a_part"),
            models.Index(fields=["state", "created_at"], name="contributions_by_state"),
            models.Index(fields=["writer", "-created_at"], name="contributions_of_a_writer"),
            models.Index(fields=["guest", "-created_at"], name="contributions_of_a_guest"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:40]}"

    @property
    def is_shown(self) -> bool:
        return self.state == State.SHOWN

    @property
    def is_vouched_for(self) -> bool:
        """Whether it may appear without a moderator: a guest's only with the work of their browser."""
        return self.guest_id is None or bool(self.work)

    @property
    def is_listed(self) -> bool:
        """Whether readers see it, or at least that it was there: the first of a thread that others answered."""
        return self.part is not None and (self.is_shown or (self.thread_id is None and self.answered > 0))


class Edit(models.Model):
    """A new text of a contribution that is shown, while it is held: the accepted text stays until it is decided."""

    contribution = models.OneToOneField(Contribution, on_delete=models.CASCADE, related_name="edit")
    text = models.TextField(_("text"))
    findings = models.JSONField(default=list)
    created_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("edit")
        verbose_name_plural = _("edits")

    def __str__(self) -> str:
        return self.text[:40]


class Respect(models.Model):
    """One reader's respect for a contribution. There is no opposite of it."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="respected")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="respects")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("respect")
        verbose_name_plural = _("respects")
        constraints = [models.UniqueConstraint(fields=["contribution", "reader"], name="one_respect_a_reader")]

    def __str__(self) -> str:
        return f"{self.reader_id}: {self.contribution_id}"
