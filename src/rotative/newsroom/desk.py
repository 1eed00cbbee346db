"""The first page of the desk: what to write, what is drafted, what is about to be published."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from rotative.newsroom.models import Article, Section

LENGTH = 8


class WritePanel(Component):
    """A link to write a story in each section that one may write in."""

    name = "write"
    template_name = "newsroom/desk/write.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        user = parent_context["request"].user
        pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")
        sections = Section.objects.filter(pk__in=pages.values("pk")).order_by("path")
        shelves = [(code, name, [each for each in sections if each.language == code]) for code, name in settings.LANGUAGES]
        return {"shelves": [shelf for shelf in shelves if shelf[-1]]}


class ScheduledPanel(Component):
    """What will be published by itself, soonest first."""

    name = "scheduled"
    template_name = "newsroom/desk/scheduled.html"
    order = 230

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        waiting = Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now())
        mine = _editable(parent_context["request"].user).filter(pk__in=list(waiting.values_list("object_id", flat=True)))
        ours = waiting.filter(object_id__in=[str(pk) for pk in mine.values_list("pk", flat=True)])
        return {"revisions": ours.order_by("approved_go_live_at")[:LENGTH]}


class DraftsPanel(Component):
    """The drafts last touched, by whoever, among those one may edit."""

    name = "drafts"
    template_name = "newsroom/desk/drafts.html"
    order = 240

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        drafts = _editable(parent_context["request"].user).filter(has_unpublished_changes=True)
        newest = drafts.select_related("owner", "locale").order_by("-latest_revision_created_at", "-pk")
        return {"articles": newest.defer("body")[:LENGTH]}


def _editable(user: Any) -> QuerySet[Article]:
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return Article.objects.filter(pk__in=pages.values("pk"))
