"""Texts under negotiation: axes, numbered points, versions and what changed between them; and where each party stands."""
from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale

from rotative.masthead.languages import language_of
from rotative.masthead.printable import Printable
from rotative.newsroom.models import Article, Dossier
from rotative.record.models.actors import Actor
from rotative.record.models.statements import Statement


class NegotiatedText(Printable, models.Model):
    """A text that parties negotiate, in one dossier. Nobody but the desk sees it before it is shown."""

    dossier = models.ForeignKey(Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT, related_name="+", editable=False)
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(_("address"), max_length=200, allow_unicode=True)
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=600)
    is_shown = models.BooleanField(_("readers see it"), default=False)

    class Meta:
        verbose_name = _("text under negotiation")
        verbose_name_plural = _("texts under negotiation")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_text_an_address")]

    def __str__(self) -> str:
        return self.name

    @property
    def language(self) -> str:
        return language_of(self.locale_id)


class Axis(Printable, models.Model):
    """What a group of points is about."""

    text = models.ForeignKey(NegotiatedText, on_delete=models.CASCADE, related_name="axes")
    name = models.CharField(_("name"), max_length=120)
    place = models.PositiveSmallIntegerField(pgettext_lazy("order", "place"), default=0)

    class Meta:
        verbose_name = _("axis")
        verbose_name_plural = _("axes")
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.name


class Point(Printable, models.Model):
    """A point of a text, by the number that the text gives it ("4", "4 bis")."""

    text = models.ForeignKey(NegotiatedText, on_delete=models.CASCADE, related_name="points")
    axis = models.ForeignKey(Axis, verbose_name=_("axis"), null=True, blank=True, on_delete=models.SET_NULL, related_name="points")
    number = models.CharField(_("number"), max_length=12)
    title = models.CharField(_("title"), max_length=200)
    place = models.PositiveSmallIntegerField(pgettext_lazy("order", "place"), default=0)

    class Meta:
        verbose_name = _("point")
        verbose_name_plural = _("points")
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_point_a_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Version(Printable, models.Model):
    """A state of a text, dated. article: the story that gives it."""

    text = models.ForeignKey(NegotiatedText, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(_("name"), max_length=120)
    dated = models.DateField(_("date"))
    article = models.ForeignKey(Article, verbose_name=_("article"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["dated", "pk"]

    def __str__(self) -> str:
        return self.name


class Change(Printable, models.Model):
    """What a version changed of a point, against the version before."""

    class Kind(models.TextChoices):
        NEW = "new", pgettext_lazy("change", "new")
        CHANGED = "changed", pgettext_lazy("change", "changed")
        DROPPED = "dropped", pgettext_lazy("change", "dropped")

    text = models.ForeignKey(NegotiatedText, on_delete=models.CASCADE, related_name="changes", editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="changes")
    point = models.ForeignKey(Point, verbose_name=_("point"), on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    was = models.TextField(pgettext_lazy("change", "before"), blank=True, max_length=1000)
    now = models.TextField(pgettext_lazy("change", "after"), blank=True, max_length=1000)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["point__place", "pk"]
        constraints = [models.UniqueConstraint(fields=["version", "point"], name="one_change_a_point")]

    def __str__(self) -> str:
        return f"{self.point_id}: {self.kind}"


class Position(Printable, models.Model):
    """Where a party stands on a point since a day; a later one takes its place, and both are kept.

    It rests on statements (``grounds``) and is shown while one of them is; silence rests on none.
    """

    class Stance(models.TextChoices):
        ACCEPTS = "accepts", pgettext_lazy("position", "accepts")
        REJECTS = "rejects", pgettext_lazy("position", "rejects")
        CONDITIONAL = "conditional", pgettext_lazy("position", "on a condition")
        SILENT = "silent", pgettext_lazy("position", "has not said")

    text = models.ForeignKey(NegotiatedText, on_delete=models.CASCADE, related_name="positions", editable=False)
    point = models.ForeignKey(Point, verbose_name=_("point"), on_delete=models.CASCADE, related_name="positions")
    party = models.ForeignKey(Actor, verbose_name=_("party"), on_delete=models.PROTECT, related_name="positions")
    stance = models.CharField(_("position"), max_length=12, choices=Stance)
    condition = models.CharField(_("on which condition"), max_length=280, blank=True)
    dated = models.DateField(_("date"))
    statements = models.ManyToManyField(Statement, through="Ground", related_name="positions")

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["dated", "pk"]
        constraints = [models.UniqueConstraint(fields=["point", "party", "dated"], name="one_position_a_day")]

    def __str__(self) -> str:
        return f"{self.party_id}, {self.point_id}: {self.stance}"

    def clean(self) -> None:
        super().clean()
        if bool(self.condition) != (self.stance == self.Stance.CONDITIONAL):
            raise ValidationError({"condition": _("A condition is named for a position that has one, and for no other.")})


class Ground(models.Model):
    """A statement that a position rests on."""

    text = models.ForeignKey(NegotiatedText, on_delete=models.CASCADE, related_name="+", editable=False)
    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="grounds")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("ground of a position")
        verbose_name_plural = _("grounds of positions")
        constraints = [models.UniqueConstraint(fields=["position", "statement"], name="one_ground_a_statement")]

    def __str__(self) -> str:
        return f"{self.position_id}: {self.statement_id}"
