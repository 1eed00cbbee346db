"""The discussion's place in the desk's menu: each sees what they may use."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from rotative.discussion import permissions


class Item(MenuItem):
    """An item for those who have a permission."""

    def __init__(self, label: Any, url: Any, icon: str, order: int, permission: str = permissions.MODERATE, name: str = "") -> None:
        super().__init__(label, url, name=name, icon_name=icon, order=order)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.permission))


def group() -> SubmenuMenuItem:
    """In the order in which a moderator works."""
    items = [
        Item(pgettext_lazy("menu", "Queue"), reverse_lazy("discussion_queue"), "tasks", 10, name="discussion-queue"),
        Item(_("Discussions"), reverse_lazy("discussion_talks"), "comment", 20, name="discussion-talks"),
        Item(_("Figures of a year"), reverse_lazy("discussion_figures"), "history", 30, name="discussion-figures"),
        Item(_("Rules"), reverse_lazy("wagtailsettings:edit", args=["discussion", "discussionrules"]), "cogs", 40, permissions.RULES, name="discussion-rules"),
        Item(_("What is sealed"), reverse_lazy("discussion_sealed"), "lock", 50, permissions.UNSEAL, name="discussion-sealed"),
    ]
    return SubmenuMenuItem(pgettext_lazy("menu", "Discussion"), Menu(items=items), name="discussion", icon_name="comment", order=150)
