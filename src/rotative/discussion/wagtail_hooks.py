"""What the discussion adds to the desk: a group in its menu, its pages, its rules, its look."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import pgettext
from wagtail import hooks
from wagtail.admin.menu import SubmenuMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.contrib.settings.models import register_setting

from rotative.discussion import permissions
from rotative.discussion.desk import menu
from rotative.discussion.models import DiscussionRules
from rotative.newsroom.models import Article


@hooks.register("register_admin_urls")
def _pages() -> list[Any]:
    return [path("discussion/", include("rotative.discussion.desk.urls"))]


@hooks.register("register_admin_menu_item")
def _menu() -> SubmenuMenuItem:
    return menu.group()


@hooks.register("register_page_header_buttons")
def _of_a_story(page: Any, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """From a story to its discussion."""
    if isinstance(page.specific_deferred, Article) and permissions.may_moderate(user):
        yield Button(pgettext("menu", "Discussion"), reverse("discussion_talk", args=[page.pk]), icon_name="comment", priority=90)


@hooks.register("insert_global_admin_css")
def _look() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("discussion/desk.css"))


register_setting(DiscussionRules, icon="comment", order=60)
