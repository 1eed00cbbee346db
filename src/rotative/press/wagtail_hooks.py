"""What the press adds to the desk: a report on how it fares, and a line at home when it does not."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from rotative.press import desk


@hooks.register("register_admin_urls")
def _urls() -> list[Any]:
    return [path("press/", desk.show, name="press")]


@hooks.register("register_reports_menu_item")
def _menu() -> MenuItem:
    return MenuItem(_("The press"), reverse("press"), name="press", icon_name="doc-full", order=50)


class Trouble(Component):
    """Shown on the desk's first page only when no presser runs, or a page could not be printed."""

    order = 10

    def render_html(self, parent_context: Any = None) -> SafeString:
        state = desk.state()
        return render_to_string("press/desk/trouble.html", {"press": state}) if state.has_trouble else SafeString()


@hooks.register("construct_homepage_panels")
def _home(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(Trouble())
