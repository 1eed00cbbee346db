"""A dossier at the desk: its timeline and its texts under negotiation."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, LocaleColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import Button, HeaderButton

from rotative.newsroom.models import Article, Dossier
from rotative.record import tables
from rotative.record.actions import deciding, timelines
from rotative.record.actions.stamps import DecidedMeanwhile, stamp_of
from rotative.record.desk.drawing import AddedEventForm, EventForm, StoryForm, stories_of
from rotative.record.desk.frame import Deed, Entered, FormPage, Page, Trail, panel_of, public_address
from rotative.record.desk.panel import told_of
from rotative.record.desk.passages import text_of
from rotative.record.desk.texts import trail_of
from rotative.record.models import KEPT, Event
from rotative.record.permissions import check_may_decide, stories_to_decide
from rotative.record.reviews import unreviewed, waiting


class DossiersPage(Entered, BaseListingView):
    """Every dossier, with what the record has of it."""

    page_title = gettext_lazy("Dossiers")
    header_icon = "folder-open-inverse"
    index_url_name = "record_dossiers"
    index_results_url_name = "record_dossiers_results"
    is_searchable = True
    search_backend_name = None
    search_fields = ["name", "headline"]
    paginate_by = 50
    verbose_name_plural = gettext_lazy("dossiers")
    columns = [
        TitleColumn("name", label=gettext_lazy("Dossier"), url_name="record_dossier"),
        LocaleColumn(label=gettext_lazy("Language"), sort_key=None),
        Column("events_drawn", label=gettext_lazy("Events"), classname="register-number"),
        Column("texts_drawn", label=gettext_lazy("Texts"), classname="register-number"),
        Column("state", label=gettext_lazy("State"), accessor=lambda dossier: _("still running") if dossier.is_open else _("closed")),
    ]

    def get_base_queryset(self) -> QuerySet[Dossier]:
        events = Count("events", filter=Q(events__state__in=KEPT), distinct=True)
        return Dossier.objects.annotate(events_drawn=events, texts_drawn=Count("texts", distinct=True)).order_by("-is_open", "name", "pk")


class OfDossier:
    """A view of a dossier that its address names."""

    kwargs: dict[str, Any]

    @cached_property
    def dossier(self) -> Dossier:
        found: Dossier = get_object_or_404(Dossier, pk=self.kwargs["dossier"])
        return found

    def trail(self) -> Trail:
        return trail_of(self.dossier)

    def after(self, done: Any = None) -> str:
        return reverse("record_dossier", args=[self.dossier.pk]) + "#timeline"


class DossierPage(OfDossier, Page):
    """The timeline of a dossier, what is not in it, its texts, and what waits in its stories."""

    template_name = "record/desk/dossier.html"
    header_icon = "folder-open-inverse"

    def trail(self) -> Trail:
        return trail_of(self.dossier)[:1]

    def get_page_title(self) -> str:
        return self.dossier.name

    @property
    def header_buttons(self) -> list[Button]:
        path = public_address("dossier", self.dossier.pk)
        return [HeaderButton(_("View live"), path, icon_name="link-external")] if path else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        by = self.request.user
        stories = list(unreviewed().filter(dossier=self.dossier, pk__in=stories_to_decide(by).values("pk")))
        counts = waiting(stories)
        return {
            **found,
            "dossier": self.dossier,
            "drawn": tables.drawn(self.dossier, by),
            "undrawn": tables.undrawn(self.dossier, by),
            "texts": self.dossier.texts.annotate(number=Count("points", distinct=True)).order_by("name", "pk"),
            "waiting": [(story, sum(counts[story.pk].values()), panel_of(story)) for story in stories],
        }


# ── Events ─────────────────────────────────────────────────────────────────────


class AddEvent(OfDossier, FormPage):
    """Add an event by hand: first the story, then its words that say so, and what happened."""

    page_title = gettext_lazy("Add an event")
    header_icon = "calendar-alt"
    template_name = "record/desk/event.html"
    form_class = AddedEventForm
    submit_label = gettext_lazy("Add the event")

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.story is None:
            return self.render_to_response(self.get_context_data(form=self.story_form))
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().post(request, *args, **kwargs) if self.story else self.get(request, *args, **kwargs)

    @cached_property
    def story_form(self) -> StoryForm:
        return StoryForm(self.request.GET if "story" in self.request.GET else None, stories=self.stories())

    def stories(self) -> QuerySet[Article]:
        """The stories of the dossier that somebody may decide in."""
        found: QuerySet[Article] = stories_of(self.dossier).filter(pk__in=stories_to_decide(self.request.user).values("pk"))
        return found

    @cached_property
    def story(self) -> Article | None:
        return self.story_form.cleaned_data["story"] if self.story_form.is_valid() else None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "article": self.story}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        blocks = text_of(self.story).blocks if self.story else ()
        return {**found, "story": self.story, "blocks": blocks, "has_stories": self.stories().exists()}

    def act(self, given: dict[str, Any]) -> Event:
        words = given.pop("words")
        given["who"] = list(given.get("who") or [])
        added: Event = deciding.add(Event, self.story, self.request.user, content=[words], dossier=self.dossier, **given)
        return added

    def said_of(self, done: Event) -> str:
        return _("“%(what)s” is in the timeline.") % {"what": done.what}


class EditEvent(FormPage):
    """Mend an event of a timeline."""

    page_title = gettext_lazy("Edit an event")
    header_icon = "calendar-alt"
    template_name = "record/desk/event.html"
    form_class = EventForm

    @cached_property
    def event(self) -> Event:
        found: Event = get_object_or_404(Event.objects.kept().select_related("article", "dossier"), pk=self.kwargs["pk"])
        return found

    def check_may_enter(self, user: Any) -> None:
        check_may_decide(self.event.article, user)

    def trail(self) -> Trail:
        return trail_of(self.event.dossier) if self.event.dossier else [(_("Dossiers"), reverse("record_dossiers"))]

    def get_form_kwargs(self) -> dict[str, Any]:
        row = Event.objects.get(pk=self.event.pk)
        return {**super().get_form_kwargs(), "article": self.event.article, "instance": row}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "event": self.event, "seen": self.seen, "panel": panel_of(self.event.article)}

    @cached_property
    def seen(self) -> str:
        """What the event was when the form was asked for: somebody else may mend it meanwhile."""
        return self.request.POST.get("seen") or stamp_of(self.event)

    def act(self, given: dict[str, Any]) -> Event:
        fields = {**given, "who": list(given["who"])} if "who" in given else given
        try:
            mended: Event = deciding.mend(self.event, self.request.user, seen=self.seen, **fields)
        except DecidedMeanwhile as meanwhile:
            self.seen = stamp_of(meanwhile.row)
            raise ValidationError(told_of(meanwhile.row)) from None
        return mended

    def said_of(self, done: Event) -> str:
        return _("“%(what)s” is saved.") % {"what": done.what}


class DrawEvent(Deed):
    """Put an accepted event in the timeline of its story's dossier, or leave it out of any."""

    is_drawn = True

    @cached_property
    def event(self) -> Event:
        found: Event = get_object_or_404(Event.objects.select_related("article__dossier", "dossier"), pk=self.kwargs["pk"])
        return found

    def check_may_enter(self, user: Any) -> None:
        check_may_decide(self.event.article, user)

    def act(self) -> str:
        timelines.draw(self.event, self.event.article.dossier if self.is_drawn else None, self.request.user)
        said = _("“%(what)s” is in the timeline.") if self.is_drawn else _("“%(what)s” is not in the timeline any more. It stands below, to be put back.")
        return said % {"what": self.event.what}

    def after(self) -> str:
        place = self.event.dossier or self.event.article.dossier
        if place is None:
            return reverse("record_dossiers")
        return reverse("record_dossier", args=[place.pk]) + ("#timeline" if self.is_drawn else "#undrawn")
