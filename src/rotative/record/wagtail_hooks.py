"""What the record adds to the desk: the names of what it logs, and the panel beside a story."""
from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from rotative.record.desk import editing, urls_panel

NAMES = {
    "record.merge": (_("Merge"), _("Merged")),
    "record.split": (_("Split"), _("Split in two")),
    "record.show": (_("Show to readers"), _("Shown to readers")),
    "record.hide": (_("Hide from readers"), _("Hidden from readers")),
    "record.position": (_("Set a position"), _("Position set")),
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
