"""The desk's lists: stories, authors, topics, dossiers; and what may be added under a section."""
from __future__ import annotations

from typing import Any

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from rotative.newsroom import panels
from rotative.newsroom.models import Article, Author, Dossier, Section, Topic
from rotative.newsroom.permissions import runs_the_paper


class OfPages(MenuItem):
    """For those who have to do with stories: whoever keeps the discussion only would be sent away."""

    def is_shown(self, request: Any) -> bool:
        return bool(user_has_any_page_permission(request.user))


class ArticlesViewSet(PageListingViewSet):
    """Every story in one list, to search, filter and add to."""

    name = "stories"
    model = Article
    icon = "doc-full"
    menu_label = _("Stories")
    menu_order = 90
    add_to_admin_menu = True
    menu_item_class = OfPages
    list_filter = ["genre", "live", "dossier"]


class AddUnderSection(AddSubpageView):
    """What may be added under a section: stories; sections too, by a publisher."""

    def dispatch(self, request: Any, parent_page_id: int, *args: Any, **kwargs: Any) -> Any:
        section = Section.objects.filter(pk=parent_page_id).first()
        if section and not runs_the_paper(request.user, section):
            return redirect("wagtailadmin_pages:add", "newsroom", "article", section.pk)
        return super().dispatch(request, parent_page_id, *args, **kwargs)


class PagesViewSet(PageViewSet):
    """Wagtail's, for every page; only what is offered under a section is ours."""

    add_subpage_view_class = AddUnderSection


class AuthorViewSet(SnippetViewSet):
    model = Author
    icon = "user"
    menu_label = _("Authors")
    list_display = ["name", "on_staff"]
    list_filter = ["on_staff"]
    search_fields = ["name"]
    edit_handler = panels.author()


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", "description"]
    edit_handler = panels.topic()


class DossierViewSet(SnippetViewSet):
    model = Dossier
    icon = "folder-open-inverse"
    menu_label = _("Dossiers")
    list_display = ["name", "headline", "is_open"]
    list_filter = ["is_open"]
    edit_handler = panels.dossier()


class SubjectsViewSet(SnippetViewSetGroup):
    """Who writes, and what about."""

    items = (AuthorViewSet, TopicViewSet, DossierViewSet)
    menu_icon = "tag"
    menu_label = _("Subjects")
    menu_name = "subjects"
    menu_order = 150
