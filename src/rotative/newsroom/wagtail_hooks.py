"""What the newsroom adds to the desk, and what it takes away of a desk for any site."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from rotative.newsroom import desk, views
from rotative.newsroom.faults import faults_of
from rotative.newsroom.models import Article, FrontPage, Section
from rotative.newsroom.permissions import runs_the_paper
from rotative.newsroom.reserved import check_slug
from rotative.newsroom.viewsets import ArticlesViewSet, PagesViewSet, SubjectsViewSet

register_snippet(SubjectsViewSet)

NOT_FOR_A_NEWSPAPER = {"aging-pages", "page-types-usage"}


@hooks.register("register_admin_viewset")
def _lists() -> list[Any]:
    return [ArticlesViewSet(), PagesViewSet()]


@hooks.register("register_admin_urls")
def _urls() -> list[Any]:
    return [
        path("withdraw/<int:page_id>/", views.withdraw_story, name="newsroom_withdraw"),
        path("put-back/<int:page_id>/", views.put_story_back, name="newsroom_put_back"),
    ]


# ── Withdrawing ────────────────────────────────────────────────────────────────


@hooks.register("register_page_header_buttons")
def _header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    yield from _withdrawal_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def _listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    yield from _withdrawal_buttons(page, user)


def _withdrawal_buttons(page: Page, user: Any) -> Iterator[Button]:
    if not (page.pk and issubclass(page.specific_class, Article) and page.permissions_for_user(user).can_publish()):
        return
    if page.specific_deferred.is_withdrawn:
        yield Button(_("Put back"), reverse("newsroom_put_back", args=[page.pk]), icon_name="rotate", priority=62)
    elif page.first_published_at:
        yield Button(_("Withdraw for good"), reverse("newsroom_withdraw", args=[page.pk]), icon_name="cross", priority=62)


@hooks.register("before_edit_page")
def _say_that_it_is_withdrawn(request: Any, page: Page) -> None:
    """Its form looks like any draft's, and cannot be published."""
    if request.method == "GET" and isinstance(page, Article) and page.is_withdrawn and page.permissions_for_user(request.user).can_edit():
        buttons = [messages.button(reverse("newsroom_put_back", args=[page.pk]), _("Put back"))] if page.permissions_for_user(request.user).can_publish() else []
        reason = page.withdrawal.reason
        said = _("This story was withdrawn for good. Readers are told: “%(reason)s”") % {"reason": reason} if reason else _("This story was withdrawn for good.")
        messages.warning(request, said, buttons=buttons)


@hooks.register("register_log_actions")
def _withdrawals(actions: Any) -> None:
    actions.register_action("newsroom.withdraw", gettext_lazy("Withdraw for good"), gettext_lazy("Withdrawn for good"))
    actions.register_action("newsroom.put_back", gettext_lazy("Put back"), gettext_lazy("Put back"))


# ── What may be done where ─────────────────────────────────────────────────────


@hooks.register("before_create_page")
def _sections_are_the_publishers(request: Any, parent: Page, page_class: type[Page]) -> None:
    if issubclass(page_class, (Section, FrontPage)) and not runs_the_paper(request.user, parent):
        raise PermissionDenied


@hooks.register("before_move_page")
def _address_is_free(request: Any, page: Page, destination: Page) -> Any:
    """A section moved may not take an address of the paper's own."""
    if not isinstance(page, Section):
        return None
    try:
        check_slug(page.slug, nested=not isinstance(destination.specific_deferred, FrontPage))
    except ValidationError as reserved:
        messages.error(request, " ".join(reserved.messages))
        return redirect("wagtailadmin_pages:move", page.pk)
    return None


@hooks.register("before_bulk_action")
def _faultless(request: Any, action_type: str, objects: Any, action: Any) -> Any:
    """Many stories published at once are held to what one is."""
    if action_type != "publish" or request.method != "POST":
        return None
    for story in [page.specific for page in objects if issubclass(page.specific_class, Article)]:
        for _field, sentence in faults_of(story.get_latest_revision_as_object())[:1]:
            messages.error(request, _("“%(title)s” cannot be published yet. %(why)s") % {"title": story.title, "why": sentence})
            return redirect("wagtailadmin_pages:edit", story.pk)
    return None


# ── The first page and the menus ───────────────────────────────────────────────


@hooks.register("construct_homepage_panels")
def _first_page(request: Any, panels: list[Any]) -> None:
    panels.extend([desk.WritePanel(), desk.ScheduledPanel(), desk.DraftsPanel()])


@hooks.register("construct_homepage_summary_items", order=1000)
def _no_counts(request: Any, items: list[Any]) -> None:
    items.clear()


@hooks.register("construct_reports_menu")
def _reports(request: Any, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in NOT_FOR_A_NEWSPAPER]


@hooks.register("construct_help_menu")
def _help(request: Any, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("insert_global_admin_css")
def _look() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/desk.css"))


@hooks.register("insert_editor_js")
def _saving() -> str:
    return format_html('<script src="{}"></script>', static("newsroom/saving.js"))
