"""What the record adds to the desk: a group in its menu, its pages, the panel beside a story, the names of what it logs."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail import hooks
from wagtail.admin.menu import SubmenuMenuItem
from wagtail.admin.widgets.button import Button

from rotative.newsroom.models import Dossier
from rotative.record.desk import editing, menu, urls_panel
from rotative.record.permissions import TEXTS

NAMES = {
    "record.merge": (_("Merge"), _("Merged")),
    "record.split": (_("Split"), _("Split in two")),
    "record.show": (_("Show to readers"), _("Shown to readers")),
    "record.hide": (_("Hide from readers"), _("Hidden from readers")),
    "record.position": (_("Set a position"), _("Position set")),
    "record.timeline": (_("Change the timeline"), _("Timeline changed")),
}


@hooks.register("register_log_actions")
def _log(actions: Any) -> None:
    for name, (verb, done) in NAMES.items():
        actions.register_action(name, verb, done)


# ── The panel beside a story ───────────────────────────────────────────────────


@hooks.register("register_admin_urls")
def _panel_urls() -> list[Any]:
    return urls_panel.urlpatterns


@hooks.register("register_admin_viewset")
def _stories() -> Any:
    return editing.StoriesViewSet()


hooks.register("after_create_page", editing.read_when_saved)
hooks.register("after_edit_page", editing.read_when_saved)


# ── The record beyond one story ────────────────────────────────────────────────


@hooks.register("register_admin_urls")
def _pages() -> list[Any]:
    return [path("record/", include("rotative.record.desk.urls"))]


@hooks.register("register_admin_menu_item")
def _menu() -> SubmenuMenuItem:
    return menu.group()


@hooks.register("register_snippet_listing_buttons")
def _of_a_dossier(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """From the list of dossiers to what the record has of one."""
    if isinstance(snippet, Dossier) and user.has_perm(TEXTS):
        yield Button(pgettext("menu", "Record"), reverse("record_dossier", args=[snippet.pk]), icon_name="openquote", priority=30)


@hooks.register("insert_global_admin_css")
def _look() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("record/desk.css"))
