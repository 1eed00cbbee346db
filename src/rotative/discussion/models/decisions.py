"""What is decided about a contribution: a log to which rows are only added, the reports that led there, and appeals.

Grounds and duties: DSA art. 16 (notices), 17 (statement of reasons), 20 (complaints); French law of 29 July 1982,
art. 93-3 (when it was known, and when removed).
"""
from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.discussion.models.contributions import Contribution, Guest


class Ground(models.TextChoices):
    """On what a decision against words rests: a law, or a rule of the house."""

    INSULT = "insult", _("insult or harassment (law of 29 July 1881, arts. 29 and 33)")
    DEFAMATION = "defamation", _("defamation (law of 29 July 1881, arts. 29 and 32)")
    HATRED = "hatred", _("incitement to hatred or discrimination (law of 29 July 1881, art. 24)")
    THREAT = "threat", _("threat or call to violence (criminal code, art. 222-17)")
    PRIVACY = "privacy", _("private life or personal data (civil code, art. 9)")
    CRIME = "crime", _("denial of crimes against humanity, terrorism, abuse of children")
    COPYRIGHT = "copyright", _("copied without a right to")
    ADVERTISING = "advertising", _("advertising (rules of the discussion)")
    SUBJECT = "subject", _("not about the story (rules of the discussion)")
    FALSEHOOD = "falsehood", _("stated as a fact and false (rules of the discussion)")
    FORM = "form", _("unreadable, or repeated (rules of the discussion)")


class Act(models.TextChoices):
    """What was decided."""

    ACCEPT = "accept", pgettext_lazy("moderation", "accepted")
    REJECT = "reject", pgettext_lazy("moderation", "rejected")
    REMOVE = "remove", pgettext_lazy("moderation", "removed")
    RESTORE = "restore", pgettext_lazy("moderation", "restored")
    KEEP = "keep", pgettext_lazy("moderation", "left where it is")
    PICK = "pick", pgettext_lazy("moderation", "picked")
    UNPICK = "unpick", pgettext_lazy("moderation", "no longer picked")
    SUSPEND = "suspend", pgettext_lazy("moderation", "writer suspended")
    ADMIT = "admit", pgettext_lazy("moderation", "writer may write again")
    TRUST = "trust", pgettext_lazy("moderation", "writer trusted")
    UNDO = "undo", pgettext_lazy("moderation", "decision undone")


AGAINST = frozenset({Act.REJECT, Act.REMOVE, Act.SUSPEND})  # what needs a ground, and a statement of reasons to the writer


class Decision(models.Model):
    """One act, who did it and why. Rows are only added.

    by: who decided; nobody when the pipeline did (``is_automated``). words: the text as it was then. because: the facts, for
    the writer. known_at: when staff learned of it, by a report or by reading it. until: of a suspension. before: the state that it
    ended, of the contribution or of the writer. is_of_edit: it decided a held edit; replaced: the accepted text whose place
    an edit took. undoes: the decision that it took back. findings: what the phases had said of the words.
    """

    contribution = models.ForeignKey(Contribution, null=True, on_delete=models.SET_NULL, related_name="decisions")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="decisions_about")
    guest = models.ForeignKey(Guest, null=True, on_delete=models.SET_NULL, related_name="decisions_about")
    act = models.CharField(_("decision"), max_length=8, choices=Act)
    ground = models.CharField(_("ground"), max_length=12, choices=Ground, blank=True)
    because = models.TextField(_("reason"), blank=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    is_automated = models.BooleanField(default=False)
    known_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    before = models.CharField(max_length=9, blank=True)
    is_of_edit = models.BooleanField(default=False)
    replaced = models.TextField(blank=True)
    findings = models.JSONField(default=list)
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone")
    at = models.DateTimeField(_("decided at"))
    told_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["act", "at"], name="decisions_by_act")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(act__in=["reject", "remove", "suspend"]) | (~models.Q(ground="") & ~models.Q(because="")), name="no_decision_against_without_its_ground"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A row is added once; later, only that the writer was told is noted."""
        if self.pk and set(kwargs.get("update_fields") or ()) != {"told_at"}:
            raise RuntimeError("The log of decisions is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("The log of decisions is only added to.")

    @property
    def is_against(self) -> bool:
        return self.act in AGAINST

    @property
    def is_undone(self) -> bool:
        return Decision.objects.filter(undoes=self.pk).exists()


class Report(models.Model):
    """A notice that something is not right: from anyone, without an account (DSA art. 16)."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="reports")
    ground = models.CharField(_("what is wrong"), max_length=12, choices=Ground)
    because = models.TextField(_("why"), max_length=3000)
    name = models.CharField(_("your name"), max_length=150, blank=True)
    email = models.EmailField(_("your e-mail address"), blank=True)
    in_good_faith = models.BooleanField(_("I believe in good faith that what I say is accurate and complete."))
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="reports")
    language = models.CharField(max_length=12)
    created_at = models.DateTimeField()
    decision = models.ForeignKey(Decision, null=True, on_delete=models.SET_NULL, related_name="reports")

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def __str__(self) -> str:
        return f"{self.get_ground_display()} ({self.created_at:%Y-%m-%d})"


class Appeal(models.Model):
    """The one appeal of a writer against a decision; another person decides it (DSA art. 20)."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="appeal")
    text = models.TextField(_("why it should be decided otherwise"), max_length=3000)
    created_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    is_upheld = models.BooleanField(null=True)
    answer = models.TextField(_("answer"), blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")

    def __str__(self) -> str:
        return self.text[:40]


class Turn(models.Model):
    """A contribution that a moderator has before them now: nobody else takes it until they are done or gone.

    known_at: when one of the staff first had it before them; it stays while others take their turns.
    """

    contribution = models.OneToOneField(Contribution, primary_key=True, on_delete=models.CASCADE, related_name="turn")
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()
    known_at = models.DateTimeField()

    class Meta:
        verbose_name = _("turn")
        verbose_name_plural = _("turns")

    def __str__(self) -> str:
        return str(self.contribution_id)


class Trust(models.Model):
    """How the paper knows somebody who writes: trusted, or suspended until an instant (for good without one)."""

    TRUSTED, SUSPENDED = "trusted", "suspended"

    writer = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="trust")
    guest = models.OneToOneField(Guest, null=True, on_delete=models.CASCADE, related_name="trust")
    state = models.CharField(max_length=9, choices=[(TRUSTED, _("trusted")), (SUSPENDED, _("suspended"))])
    until = models.DateTimeField(null=True, blank=True)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("trust")
        verbose_name_plural = _("trust")
        constraints = [models.CheckConstraint(condition=models.Q(writer=None) ^ models.Q(guest=None), name="trust_is_in_somebody")]

    def __str__(self) -> str:
        return self.state


class Mute(models.Model):
    """Somebody whom a reader does not want to read."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mutes")
    voice = models.CharField(max_length=16)
    name = models.CharField(max_length=150, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("mute")
        verbose_name_plural = _("mutes")
        constraints = [models.UniqueConstraint(fields=["reader", "voice"], name="one_mute_a_voice")]

    def __str__(self) -> str:
        return self.voice
