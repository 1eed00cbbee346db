"""What the desk shows of a page before it is published: the reader's own page, of the draft."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.newsroom import previews
from rotative.newsroom.models import Article, FrontPage, Section
from rotative.paper import contexts
from rotative.paper.pages import articles, fronts, lists
from rotative.paper.printing import render
from rotative.press.rendering import asking, rendering


def preview(page: Any, request: HttpRequest) -> HttpResponse:
    """A draft as readers would see it. A draft's rows are not the database's, so it may query."""
    with rendering(timezone.now(), page.language), timezone.override(zone()), asking():
        return HttpResponse(render(_context(page)))


def _context(page: Any) -> contexts.Page:
    if isinstance(page, Article):
        return articles.draft_of(page)
    if isinstance(page, Section):
        return lists.section(page, 0)
    if isinstance(page, FrontPage):
        return fronts.page_of(page, page.language)
    raise TypeError(page)


previews.previewer = preview
