"""What the wires add to the desk: a place to bring pages in."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from rotative.wires import views


@hooks.register("register_admin_urls")
def _urls() -> list[Any]:
    return [
        path("wires/", views.import_pages, name="wires_import"),
        path("wires/<int:pk>/original/", views.original, name="wires_original"),
    ]


class WiresItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return views.writable_sections(request.user).exists()


@hooks.register("register_admin_menu_item")
def _menu() -> MenuItem:
    return WiresItem(_("Bring a page in"), reverse("wires_import"), name="wires", icon_name="download", order=95)
