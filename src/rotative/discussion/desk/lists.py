"""The queue as a list: its tabs, its filters, how many wait since when, and many decided at once."""
from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator

from rotative.discussion import seen, waiting
from rotative.discussion.actions import deciding
from rotative.discussion.actions.noting import CannotDecide
from rotative.discussion.desk.forms import AgainstForm
from rotative.discussion.desk.frame import Entered, Page
from rotative.discussion.models import Contribution, Guest
from rotative.masthead.languages import first
from rotative.masthead.models import User
from rotative.masthead.printable import printable
from rotative.newsroom.models import Article

AT_ONCE = 25
NAMES: dict[str, Any] = {
    waiting.PENDING: pgettext_lazy("queue", "Pending"),
    waiting.REPORTED: pgettext_lazy("queue", "Reported"),
    waiting.APPEALS: pgettext_lazy("queue", "Appeals"),
    waiting.ALL: pgettext_lazy("queue", "All"),
}


def tab_of(query: Any) -> str:
    return query.get("tab") if query.get("tab") in waiting.TABS else waiting.PENDING


def narrowed(query: Any) -> waiting.Narrowed:
    """What the address asks for; what is no number is none."""
    numbers = {name: int(query.get(name, "")) if query.get(name, "").isdecimal() and len(query[name]) < 19 else 0 for name in ("writer", "guest", "story")}
    return waiting.Narrowed(words=printable(query.get("q", "")).strip()[:100], **numbers)


def query_of(tab: str, by: waiting.Narrowed) -> str:
    """A tab and its filters, for an address."""
    told = {"tab": tab, "writer": by.writer, "guest": by.guest, "story": by.story, "q": by.words}
    return "?" + urlencode({name: value for name, value in told.items() if value})


class QueuePage(Page):
    """What waits, from the oldest."""

    page_title = pgettext_lazy("menu", "Discussion")
    template_name = "discussion/desk/queue.html"

    def trail(self) -> Any:
        return []

    @cached_property
    def tab(self) -> str:
        return tab_of(self.request.GET)

    @cached_property
    def by(self) -> waiting.Narrowed:
        return narrowed(self.request.GET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        rows = waiting.appeals() if self.tab == waiting.APPEALS else waiting.contributions(self.tab, self.by)
        page = WagtailPaginator(rows, AT_ONCE).get_page(self.request.GET.get("p"))
        now = timezone.now()
        return {
            **found,
            "tab": self.tab,
            "tabs": self._tabs(),
            "page": page,
            "rows": page if self.tab == waiting.APPEALS else [(row, seen.stamp(row), _turn(row, self.request.user, now)) for row in page],
            "is_bulk": self.tab == waiting.PENDING,
            "form": kwargs.get("form") or AgainstForm(language=first()),
            "ticked": kwargs.get("ticked", set()),
            "query": query_of(self.tab, self.by),
            "by": self.by,
            "chips": self._chips(),
            "paces": [waiting.pace(days, now) for days in (7, 30)],
            "since": waiting.numbers().get(self.tab, (0, None)),
            "lately": waiting.lately(self.request.user),
        }

    def _tabs(self) -> list[dict[str, Any]]:
        numbers = waiting.numbers()
        return [{"name": NAMES[tab], "url": query_of(tab, self.by), "is_current": tab == self.tab, "number": numbers[tab][0] if tab in numbers else None} for tab in waiting.TABS]

    def _chips(self) -> list[tuple[str, str]]:
        """What the list is narrowed to, each with the address without it."""
        found = []
        for name, model in (("writer", User), ("guest", Guest), ("story", Article)):
            pk = getattr(self.by, name)
            if pk:
                found.append((str(model.objects.filter(pk=pk).first() or _("nobody")), query_of(self.tab, _without(self.by, name))))
        return found


class Bulk(Entered):
    """Some of the list, accepted or rejected with one ground. What cannot be decided is said, and the rest is done."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        ticked = request.POST.getlist("row")
        verb, form = request.POST.get("verb"), AgainstForm(request.POST, language=first())
        if not ticked:
            messages.error(request, _("Tick some contributions first."))
            return self._back()
        if verb == "reject" and not form.is_valid():
            messages.error(request, _("Nothing was decided yet: see below what is missing."))
            return QueuePage.as_view()(_as_get(request), form=form, ticked=set(ticked))
        reason = form.cleaned_data if verb == "reject" else {}
        done = sum(self._decide(row, stamp, reason) for row, _sep, stamp in (each.partition(":") for each in ticked))
        if done:
            messages.success(request, ngettext("%(number)s contribution was decided.", "%(number)s contributions were decided.", done) % {"number": done})
        return self._back()

    def _decide(self, pk: str, stamp: str, reason: dict[str, Any]) -> bool:
        row = Contribution.objects.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 19 else None
        if row is None:
            return False
        try:
            if reason:
                deciding.reject(row, self.request.user, timezone.now(), reason["ground"], reason["because"], seen=stamp)
            else:
                deciding.accept(row, self.request.user, timezone.now(), seen=stamp)
        except CannotDecide as why:
            messages.error(self.request, f"{row.name}: {why}")
            return False
        return True

    def _back(self) -> HttpResponse:
        return redirect(reverse("discussion_queue") + query_of(tab_of(self.request.GET), narrowed(self.request.GET)))


def _as_get(request: HttpRequest) -> HttpRequest:
    request.method = "GET"
    return request


def _without(by: waiting.Narrowed, name: str) -> waiting.Narrowed:
    return replace(by, **{name: 0})


def _turn(row: Contribution, user: Any, now: Any) -> Any:
    """The turn of somebody else."""
    turn = getattr(row, "turn", None)
    return turn if turn is not None and turn.until > now and turn.moderator_id != user.pk else None
