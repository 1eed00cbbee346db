"""The desk's menu as plain links, for a browser without script: Wagtail draws its own by script only.

It is Wagtail's menu, with what the rooms have put into it and what this person may use, so that nothing
has to be kept in two places.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest
from wagtail.admin.menu import admin_menu


class Entry(NamedTuple):
    """A link, or a name over the links of its parts. is_here: the page that one is on."""

    label: str
    url: str
    parts: list[Entry]
    is_here: bool = False


def entries(request: HttpRequest) -> list[Entry]:
    """What somebody may use at the desk, in its order; menus within menus are laid out one after the other."""
    return list(_entries(admin_menu.render_component(request), request.path))


def _entries(items: Iterable[Any], here: str) -> Iterable[Entry]:
    for item in items:
        parts, url = list(_entries(getattr(item, "menu_items", ()), here)), str(getattr(item, "url", ""))
        if parts:
            yield Entry(str(item.label), "", parts)
        elif url.strip("#"):  # what only opens something by script leads nowhere
            yield Entry(str(item.label), url, [], url == here)
