"""Statements: what somebody said, as a story reports it; and those that contradict each other."""
from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.masthead.printable import Printable
from rotative.record.models.actors import Actor
from rotative.record.models.appearances import Appearance
from rotative.record.models.suggestions import Anchored, Decided


class Statement(Printable, Anchored):
    """What somebody said. ``words``: the content, of a direct quotation with its marks.

    speaker: who says it, as the story names them; actor: the same for the whole paper, kept here so that lists need not ask.
    described: a source without a name, as the text describes it. dated: when it was said, else when it was published.
    """

    class Mode(models.TextChoices):
        DIRECT = "direct", pgettext_lazy("statement", "direct")
        INDIRECT = "indirect", pgettext_lazy("statement", "indirect")
        MIXED = "mixed", pgettext_lazy("statement", "mixed")

    class Act(models.TextChoices):
        SAYS = "says", pgettext_lazy("act", "says")
        ANNOUNCES = "announces", pgettext_lazy("act", "announces")
        REVEALS = "reveals", pgettext_lazy("act", "reveals")
        CONFIRMS = "confirms", pgettext_lazy("act", "confirms")
        DENIES = "denies", pgettext_lazy("act", "denies")
        REFUSES = "refuses", pgettext_lazy("act", "refuses")
        DEMANDS = "demands", pgettext_lazy("act", "demands")
        PROMISES = "promises", pgettext_lazy("act", "promises")
        WARNS = "warns", pgettext_lazy("act", "warns")
        ACCUSES = "accuses", pgettext_lazy("act", "accuses")
        REGRETS = "regrets", pgettext_lazy("act", "regrets")
        OTHER = "other", pgettext_lazy("act", "other")

    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.DIRECT)
    act = models.CharField(_("act"), max_length=10, choices=Act, default=Act.SAYS)
    speaker = models.ForeignKey(Appearance, verbose_name=_("speaker"), null=True, blank=True, on_delete=models.SET_NULL, related_name="statements")
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements", editable=False)
    unnamed = models.BooleanField(_("the source has no name"), default=False)
    described = models.CharField(_("as the text describes the source"), max_length=300, blank=True)
    via = models.CharField(pgettext_lazy("statement", "through"), max_length=200, blank=True)
    addressee = models.CharField(_("to whom"), max_length=200, blank=True)
    place = models.CharField(pgettext_lazy("statement", "place"), max_length=200, blank=True)
    said_from = models.DateField(_("said from"), null=True, blank=True)
    said_to = models.DateField(_("said until"), null=True, blank=True)
    hearsay = models.BooleanField(_("the text keeps its distance"), default=False)
    dated = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        indexes = [
            models.Index(fields=["article", "state"], name="statements_of_a_story"),
            models.Index(fields=["actor", "-dated", "-id"], name="statements_of_an_actor"),
        ]

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def source(self) -> str:
        """How the paper knows. Second-hand goes before unnamed: who told it is what a reader must know first."""
        if self.via or self.hearsay:
            return "second-hand"
        return "unnamed" if self.unnamed else "named"

    def clean(self) -> None:
        """What readers would see says who speaks: a name, or a source without one."""
        super().clean()
        if self.unnamed and self.speaker_id:
            raise ValidationError({"unnamed": _("A speaker with a name is not a source without one.")})
        if self.is_kept and not (self.speaker_id or (self.unnamed and self.described)):
            raise ValidationError({"speaker": _("Say who speaks, or how the text describes a source without a name.")})
        if self.said_from and self.said_to and self.said_to < self.said_from:
            raise ValidationError({"said_to": _("A statement cannot end before it begins.")})


class Contradiction(Decided):
    """Two statements of which one denies the other: proposed by their acts and words, confirmed by hand.

    reasons: ``[{"why": code, "words": what they share}]``; see ``opposition``.
    """

    claim = models.ForeignKey(Statement, verbose_name=_("claim"), on_delete=models.CASCADE, related_name="denials")
    denial = models.ForeignKey(Statement, verbose_name=_("denial"), on_delete=models.CASCADE, related_name="denied")
    reasons = models.JSONField(_("reasons"), default=list)

    class Meta:
        verbose_name = _("contradiction")
        verbose_name_plural = _("contradictions")
        constraints = [models.UniqueConstraint(fields=["claim", "denial"], name="one_contradiction_a_pair")]

    def __str__(self) -> str:
        return f"{self.claim_id} ≠ {self.denial_id}"
