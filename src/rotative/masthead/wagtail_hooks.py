"""What the masthead adds to the desk: its form, its name on the door, who may touch whom."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import NameEmailSettingsPanel
from wagtail.contrib.settings.models import register_setting
from wagtail.users.views.bulk_actions import DeleteBulkAction

from rotative.masthead.forms import OwnAccountForm
from rotative.masthead.models import Masthead, User
from rotative.masthead.panels import complete_texts
from rotative.masthead.starters import teach_choosers

register_setting(Masthead, icon="title", order=10)

# Wagtail's panel has no other door for a form with one name.
NameEmailSettingsPanel.form_class = OwnAccountForm
NameEmailSettingsPanel.title = _("Name")
teach_choosers()

# Each account is erased on its own page, with the choice of what becomes of its words (viewsets.EraseView): not many at once.
DeleteBulkAction.models = []


@hooks.register("before_edit_setting")
def _every_language(request: Any, setting: Any) -> None:
    if isinstance(setting, Masthead):
        complete_texts(setting)


@hooks.register("before_bulk_action")
def _people_one_by_one(request: Any, action_type: str, objects: Any, action: Any) -> None:
    """Roles are appointed in the account's form; only a superuser touches a superuser."""
    if action.model is not User or request.user.is_superuser:
        return
    if action_type == "assign_role" or any(user.is_superuser for user in objects):
        raise PermissionDenied


@hooks.register("register_log_actions")
def _appointments(actions: Any) -> None:
    actions.register_action("masthead.appoint", _("Appoint"), _("Appointed to a role"))
    actions.register_action("masthead.dismiss", _("Dismiss"), _("Dismissed from a role"))
    actions.register_action("masthead.erase", _("Erase"), _("Erased"))


@hooks.register("insert_global_admin_css")
def _look() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("masthead/desk.css"))


@hooks.register("insert_global_admin_js")
def _starter() -> str:
    return format_html('<script src="{}"></script>', static("masthead/desk.js"))
