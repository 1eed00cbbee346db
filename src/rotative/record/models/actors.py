"""Actors: the people, bodies and places that act, one for the whole paper and all its languages."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.library.models import Picture
from rotative.masthead.languages import language_choices
from rotative.masthead.printable import Printable
from rotative.record.likeness import letters
from rotative.record.models.suggestions import Decided


class ActorQuerySet(models.QuerySet["Actor"]):
    def whole(self) -> ActorQuerySet:
        """Actors that are not another one by now."""
        return self.filter(merged_into=None)


class Called(Printable, models.Model):
    """Something with a name. plain: its words in plain letters, a space before each, by which the desk finds it; ending: the last of them, by which namesakes are looked for."""

    name = models.CharField(_("name"), max_length=160)
    plain = models.CharField(max_length=500, blank=True, editable=False)
    ending = models.CharField(max_length=160, blank=True, editable=False, db_index=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        words = letters(self.name)
        self.plain, self.ending = f" {words}"[:500], words.rpartition(" ")[2][:160]
        super().save(*args, **kwargs)


class Actor(Called):
    """Someone or something that acts. Merged into another one, it keeps its address, which leads there."""

    class Kind(models.TextChoices):
        PERSON = "person", pgettext_lazy("actor", "person")
        BODY = "body", pgettext_lazy("actor", "body")
        PLACE = "place", pgettext_lazy("actor", "place")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    slug = models.SlugField(_("address"), max_length=200, unique=True, allow_unicode=True)
    wikidata = models.CharField(
        _("Wikidata identifier"), max_length=20, blank=True, validators=[RegexValidator(r"^Q[1-9]\d*$", _("A Wikidata identifier is written Q42."))]
    )
    merged_into = models.ForeignKey("self", verbose_name=_("is the same as"), null=True, blank=True, on_delete=models.SET_NULL, related_name="merged")

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["wikidata"], condition=~models.Q(wikidata="") & models.Q(merged_into=None), name="one_actor_a_wikidata_identifier")]

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> list[str]:
        """Every name of it, its own first."""
        return list(dict.fromkeys([self.name, *(alias.name for alias in self.aliases.all())]))


class Alias(Called):
    """Another name of an actor. merged_from: whose name it was, so that a split can give it back."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="aliases")
    merged_from = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["actor", "name"], name="one_alias_a_name")]

    def __str__(self) -> str:
        return self.name


class ActorRole(Printable, models.Model):
    """What an actor is at a time, in one language; open where it is not known since when, or until when."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=200)
    language = models.CharField(_("language"), max_length=12, choices=language_choices)
    since = models.DateField(pgettext_lazy("role", "since"), null=True, blank=True)
    until = models.DateField(pgettext_lazy("role", "until"), null=True, blank=True)
    merged_from = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = pgettext_lazy("actor", "role")
        verbose_name_plural = pgettext_lazy("actor", "roles")
        ordering = [models.F("since").asc(nulls_first=True), "pk"]

    def __str__(self) -> str:
        return self.role

    def clean(self) -> None:
        super().clean()
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("A role cannot end before it begins.")})


class Portrait(models.Model):
    """The picture of an actor, on its own page only: a row apart, so that another picture prints that page and none that names the actor.

    One that is merged keeps its own, for the day on which it is somebody else again.
    """

    actor = models.OneToOneField(Actor, on_delete=models.CASCADE, primary_key=True, related_name="portrait")
    picture = models.ForeignKey(Picture, verbose_name=_("portrait"), on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    def __str__(self) -> str:
        return str(self.picture)


class SameActor(Decided):
    """Two actors that may be one, with the reasons. What was rejected is not suggested again.

    reasons: ``[{"why": code, "words": what they share}]``; see ``likeness``.
    """

    one = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    reasons = models.JSONField(_("reasons"), default=list)
    weight = models.PositiveSmallIntegerField(_("weight"), default=0)

    class Meta:
        verbose_name = _("actors that may be the same")
        verbose_name_plural = _("actors that may be the same")
        ordering = ["-weight", "pk"]
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_likeness_a_pair")]

    def __str__(self) -> str:
        return f"{self.one_id} = {self.other_id}?"
