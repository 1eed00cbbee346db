"""The record's place in the desk's menu: each sees what they may use."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from rotative.record.permissions import ACTORS, TEXTS, may_decide_somewhere, may_publish_somewhere


class Item(MenuItem):
    """An item for those who may use it."""

    def __init__(self, label: Any, url_name: str, icon: str, order: int, may: Callable[[Any], bool]) -> None:
        super().__init__(label, reverse_lazy(url_name), name=url_name.replace("_", "-"), icon_name=icon, order=order)
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self.may(request.user)


def group() -> SubmenuMenuItem:
    """The record, in the order in which an editor works."""
    items = [
        Item(_("To review"), "record_waiting", "tasks", 10, may_decide_somewhere),
        Item(_("Same actors"), "record_same", "group", 20, _may_actors),
        Item(_("Contradictions"), "record_contradictions", "resubmit", 30, may_publish_somewhere),
        Item(_("Dossiers"), "record_dossiers", "folder-open-inverse", 40, _may_texts),
        Item(_("Actors"), "record_actors", "user", 50, _may_actors),
        Item(_("Precision"), "record_precision", "glasses", 60, may_publish_somewhere),
    ]
    return SubmenuMenuItem(pgettext_lazy("menu", "Record"), Menu(items=items), name="record", icon_name="openquote", order=140)


def _may_actors(user: Any) -> bool:
    return bool(user.has_perm(ACTORS))


def _may_texts(user: Any) -> bool:
    return bool(user.has_perm(TEXTS))
