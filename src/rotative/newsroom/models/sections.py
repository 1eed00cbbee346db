"""Sections: the shelves of the paper, nested one level."""
from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from rotative.newsroom.models.addressed import Addressed
from rotative.newsroom.permissions import OpenToWriters
from rotative.newsroom.reserved import check_slug

TOP = 3  # the depth of a section directly under a front


class Section(Addressed, Page):
    """A section or, under one, a subsection. ``title`` is its name."""

    description = models.CharField(_("description"), max_length=300, blank=True)
    in_bar = models.BooleanField(_("in the bar of sections"), default=True)

    parent_page_types = ["newsroom.FrontPage", "newsroom.Section"]
    subpage_types = ["newsroom.Section", "newsroom.Article"]
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return super().can_create_at(parent) and not is_nested(parent)

    def can_move_to(self, parent: Page) -> bool:
        """Sections are nested one level: one that has sections stays directly under a front."""
        below = parent.depth >= TOP
        deep = below and self.get_children().type(Section).exists()
        return super().can_move_to(parent) and not is_nested(parent) and not deep

    def permissions_for_user(self, user: Any) -> OpenToWriters:
        return OpenToWriters(user, self)

    def get_route_paths(self) -> list[str]:
        """What stands at its address: itself and its feeds, which move with it."""
        return ["/", "/feed.atom", "/feed.rss"]

    def clean(self) -> None:
        super().clean()
        if self.depth:
            check_slug(self.slug, nested=self.depth > TOP)


def is_nested(page: Page) -> bool:
    """Whether a page is a section under a section."""
    return page.depth > TOP and issubclass(page.specific_class, Section)
