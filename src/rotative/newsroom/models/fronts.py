"""Fronts: the first page of each language, and what the publisher places on it."""
from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, Page

from rotative.newsroom.models.addressed import Addressed
from rotative.newsroom.models.articles import Article
from rotative.newsroom.models.sections import Section
from rotative.newsroom.models.subjects import Dossier
from rotative.newsroom.permissions import PublishersOnly


class FrontPage(Addressed, Page):
    """The front of one language. What is not placed by hand is filled with the newest."""

    dossier = models.ForeignKey(Dossier, verbose_name=_("dossier across the page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ear = models.CharField(_("ear"), max_length=160, blank=True, help_text=_("A line beside the name: tide, weather, a word. Lines are separated by |."))

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["newsroom.Section"]
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def permissions_for_user(self, user: Any) -> PublishersOnly:
        return PublishersOnly(user, self)


class FrontSlot(Orderable):
    """A story placed on the front by hand."""

    class Place(models.TextChoices):
        LEAD = "lead", _("lead")
        BESIDE = "beside", _("under the lead")
        SECOND = "second", pgettext_lazy("place on the front", "second")
        OPINION = "opinion", _("opinion")
        STORY = "story", _("story in pictures")

    front = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="slots")
    place = models.CharField(_("place"), max_length=10, choices=Place, default=Place.SECOND)
    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("After this instant the place is filled again by itself."))

    class Meta(Orderable.Meta):
        verbose_name = _("place on the front")
        verbose_name_plural = _("places on the front")

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.article_id}"


class FrontSection(Orderable):
    """A section shown in a column at the foot of the front."""

    front = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="columns")
    section = models.ForeignKey(Section, verbose_name=_("section"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("column of a section")
        verbose_name_plural = _("columns of sections")

    def __str__(self) -> str:
        return str(self.section_id)
