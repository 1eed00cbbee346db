"""Sections: the shelves of the paper, nested one level."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from rotative.newsroom.models.addressed import Addressed
from rotative.newsroom.reserved import check_slug


class Section(Addressed, Page):
    """A section or, under one, a subsection. ``title`` is its name."""

    description = models.CharField(_("description"), max_length=300, blank=True)
    in_bar = models.BooleanField(_("in the bar of sections"), default=True)

    parent_page_types = ["newsroom.FrontPage", "newsroom.Section"]
    subpage_types = ["newsroom.Section", "newsroom.Article"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        nested = isinstance(parent.specific_deferred, Section) and parent.depth > 3
        return super().can_create_at(parent) and not nested

    def clean(self) -> None:
        super().clean()
        check_slug(self)
