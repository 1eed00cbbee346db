"""Everything unreviewed, and how often the reading was right."""
from __future__ import annotations

from typing import Any

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from rotative.masthead.languages import locale_id_of
from rotative.newsroom.models import Article, Dossier, Section
from rotative.record import reviews
from rotative.record.desk.frame import Entered, Page, panel_of
from rotative.record.models import Decision
from rotative.record.permissions import may_decide_somewhere, may_publish_somewhere, stories_to_decide

FLAGGED = 20  # shown at once
KINDS = (Decision.Kind.STATEMENT, Decision.Kind.EVENT, Decision.Kind.APPEARANCE)


class ForPublishers(Entered):
    """For who may publish some story."""

    def check_may_enter(self, user: Any) -> None:
        if not may_publish_somewhere(user):
            raise PermissionDenied


class StoriesFilter(WagtailFilterSet):
    section = django_filters.ModelChoiceFilter(queryset=lambda request: Section.objects.order_by("path"), label=_("Section"), method="under")
    dossier = django_filters.ModelChoiceFilter(queryset=lambda request: Dossier.objects.order_by("name"), label=_("Dossier"))
    language = django_filters.ChoiceFilter(label=_("Language"), choices=lambda: settings.LANGUAGES, method="written_in")

    class Meta:
        model = Article
        fields: list[str] = []

    def under(self, stories: QuerySet[Article], name: str, section: Section) -> QuerySet[Article]:
        return stories.filter(path__startswith=section.path)

    def written_in(self, stories: QuerySet[Article], name: str, language: str) -> QuerySet[Article]:
        return stories.filter(locale=locale_id_of(language))


def _number(kind: Decision.Kind, label: Any) -> Column:
    return Column(kind.value, label=label, accessor=lambda story: story.waiting.get(kind.value, "–"), classname="register-number")


class WaitingPage(Entered, BaseListingView):
    """The stories in which something waits, how much of each kind; on top what was accepted and whose words were changed."""

    page_title = _("To review")
    header_icon = "tasks"
    template_name = "record/desk/waiting.html"
    results_template_name = "record/desk/waiting_results.html"
    index_url_name = "record_waiting"
    index_results_url_name = "record_waiting_results"
    filterset_class = StoriesFilter
    paginate_by = 50
    verbose_name_plural = _("stories")
    columns = [
        TitleColumn("title", label=_("Story"), accessor=lambda story: story.draft_title or story.title, get_url=panel_of),
        _number(Decision.Kind.STATEMENT, _("Statements")),
        _number(Decision.Kind.EVENT, _("Events")),
        _number(Decision.Kind.APPEARANCE, _("Actors")),
        Column("dossier", label=_("Dossier"), accessor=lambda story: story.dossier or "", classname="register-wide"),
        DateColumn("latest_revision_created_at", label=_("Edited"), classname="register-wide"),
    ]

    def check_may_enter(self, user: Any) -> None:
        if not may_decide_somewhere(user):
            raise PermissionDenied

    def get_base_queryset(self) -> QuerySet[Article]:
        mine = stories_to_decide(self.request.user)
        return reviews.unreviewed().filter(pk__in=mine.values("pk")).select_related("dossier", "locale").defer("body")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        stories = list(found["object_list"])
        counts = reviews.waiting(stories)
        for story in stories:
            story.waiting = counts[story.pk]
        flagged = self._flagged()
        every = "flagged" in self.request.GET
        shown = flagged if every else flagged[:FLAGGED]
        return {**found, "flagged": [(row, panel_of(row.article)) for row in shown], "flagged_left": len(flagged) - len(shown)}

    def _flagged(self) -> list[Any]:
        """Those of the stories that are listed: a filter holds for them, too."""
        mine = self.filter_queryset(stories_to_decide(self.request.user)).values_list("pk", flat=True)
        rows = reviews.flagged()
        wanted = set(mine.filter(pk__in={row.article_id for row in rows}))
        return [row for row in rows if row.article_id in wanted]


class PrecisionPage(ForPublishers, Page):
    """Of what the reading suggested and an editor decided, how much was right: by kind, by month."""

    page_title = _("Precision")
    header_icon = "glasses"
    template_name = "record/desk/precision.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        whole, months = reviews.precision(), reviews.precision_by_month()
        kinds = [kind for kind in Decision.Kind if kind.value in whole]
        return {
            **found,
            "kinds": kinds,
            "whole": [(kind.label, whole[kind.value]) for kind in kinds],
            "months": [(month, [counts.get(kind.value) for kind in kinds]) for month, counts in months],
        }
