"""What the record adds to the desk: the names of what it logs."""
from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

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
