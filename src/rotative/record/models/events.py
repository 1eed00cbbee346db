"""Events, drawn in the timeline of a dossier; and the essentials that are offered to who writes."""
from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.masthead.printable import Printable
from rotative.newsroom.models import Dossier
from rotative.record.models.appearances import Appearance
from rotative.record.models.suggestions import Anchored


class Event(Printable, Anchored):
    """What happened, who was in it, where and when: days of the paper's zone, both included, and an hour where it is known.

    dossier: in whose timeline it is drawn.
    """

    what = models.CharField(_("what happened"), max_length=280)
    who = models.ManyToManyField(Appearance, verbose_name=_("who"), blank=True, related_name="events", through="Attendance")
    where = models.CharField(pgettext_lazy("event", "where"), max_length=200, blank=True)
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    hour = models.TimeField(_("hour"), null=True, blank=True)
    dossier = models.ForeignKey(Dossier, verbose_name=_("dossier"), null=True, blank=True, on_delete=models.SET_NULL, related_name="events")

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["article", "state"], name="events_of_a_story"), models.Index(fields=["dossier", "first_day"], name="events_of_a_dossier")]

    def __str__(self) -> str:
        return self.what[:60]

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("An event cannot end before it begins.")})


class Attendance(models.Model):
    """Somebody in an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    appearance = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="attendances")

    class Meta:
        verbose_name = _("who was in an event")
        verbose_name_plural = _("who was in events")
        constraints = [models.UniqueConstraint(fields=["event", "appearance"], name="one_attendance_an_actor")]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.appearance_id}"


class Essential(Printable, Anchored):
    """A point offered for the essentials of a story, and the words it is drawn from. Readers see the story's own field."""

    text = models.CharField(_("point"), max_length=280)
    rank = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("suggested essential")
        verbose_name_plural = _("suggested essentials")
        ordering = ["rank", "pk"]
        indexes = [models.Index(fields=["article", "state"], name="essentials_of_a_story")]

    def __str__(self) -> str:
        return self.text[:60]
