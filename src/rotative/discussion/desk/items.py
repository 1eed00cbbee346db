"""One contribution before a moderator: what it says, where, what the phases found, who wrote it; and what is decided."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from rotative.discussion import people, permissions, seen, waiting
from rotative.discussion.actions import deciding, turns, undoing
from rotative.discussion.actions.noting import CannotDecide, is_taken
from rotative.discussion.desk import marked
from rotative.discussion.desk.forms import AgainstForm
from rotative.discussion.desk.frame import Deed, Entered, Page, Trail
from rotative.discussion.desk.lists import NAMES, narrowed, query_of, tab_of
from rotative.discussion.desk.reasons import reason_for
from rotative.discussion.models import Contribution, Decision, Guest, State
from rotative.masthead.printable import printable
from rotative.newsroom.models import Article

AGAINST = {"reject": deciding.reject, "remove": deciding.remove}
PLAIN: dict[str, Any] = {"accept": deciding.accept, "restore": deciding.restore, "keep": deciding.keep, "pick": deciding.pick, "unpick": deciding.unpick}


class OfContribution(Entered):
    """Something about one contribution, within a tab and its filters."""

    @cached_property
    def row(self) -> Contribution:
        rows = Contribution.objects.select_related("article", "writer", "guest", "edit")
        found: Contribution = get_object_or_404(rows, pk=self.kwargs["pk"])
        return found

    @property
    def query(self) -> str:
        return query_of(tab_of(self.request.GET), narrowed(self.request.GET))


class ItemPage(OfContribution, Page):
    """Opening it takes it: nobody else decides it meanwhile."""

    page_title = gettext_lazy("Contribution")
    template_name = "discussion/desk/item.html"

    def trail(self) -> Trail:
        return [*super().trail(), (NAMES[tab_of(self.request.GET)], reverse("discussion_queue") + self.query)]

    def get_page_subtitle(self) -> str:
        return self.row.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        edit = getattr(self.row, "edit", None) if self.row.is_shown else None
        said = marked.said(edit.findings if edit else self.row.findings)
        person = people.writer_of(self.row)
        return {
            **found,
            "row": self.row,
            "edit": edit,
            "story": Article.objects.get(pk=self.row.article_id),
            "said": said,
            "pieces": marked.pieces(edit.text if edit else self.row.text, said),
            "thread": waiting.thread_of(self.row),
            "person": person,
            "person_url": person_url(person),
            "history": waiting.history_of(person) if person else None,
            "decisions": waiting.decisions_of(self.row),
            "reports": self.row.reports.filter(decision=None).order_by("created_at", "pk"),
            "taken": self._taken(),
            "form": kwargs.get("form") or AgainstForm(language=self.row.language),
            "stamp": kwargs.get("stamp") or seen.stamp(self.row),
            "query": self.query,
            "verbs": verbs_of(self.row, bool(edit)),
            "lately": waiting.lately(self.request.user, 1),
            "may_unseal": self.request.user.has_perm(permissions.UNSEAL),
        }

    def _taken(self) -> str:
        """Who else has it; nothing when it is now this moderator's."""
        try:
            turns.take(self.row, self.request.user, timezone.now())
        except turns.Taken as taken:
            return is_taken(taken.turn)
        return ""


class Decide(OfContribution):
    """One decision. What is missing is said beside the form; what was decided by another, in a sentence."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verb, form = request.POST.get("verb", ""), AgainstForm(request.POST, language=self.row.language)
        if verb in AGAINST and not form.is_valid():
            return self._with_a_reason(form.data) if set(form.errors) == {"because"} and not form.data.get("because", "").strip() else self._again(form)
        try:
            decision = self._decide(verb, form)
        except CannotDecide as why:
            messages.error(request, str(why))
            return redirect(reverse("discussion_item", args=[self.row.pk]) + self.query)
        messages.success(request, _("%(name)s: %(what)s.") % {"name": self.row.name, "what": decision.get_act_display()})
        return redirect(reverse("discussion_next") + self.query + f"&after={self.row.pk}")

    def _decide(self, verb: str, form: Any) -> Decision:
        now, stamp, by = timezone.now(), self.request.POST.get("seen", ""), self.request.user
        if verb in AGAINST:
            return AGAINST[verb](self.row, by, now, form.cleaned_data["ground"], form.cleaned_data["because"], seen=stamp)
        if verb not in PLAIN:
            raise CannotDecide(_("Choose what to do."))
        more = {"because": printable(self.request.POST.get("because", ""))[:3000]} if verb == "keep" else {}
        made: Decision = PLAIN[verb](self.row, by, now, seen=stamp, **more)
        return made

    def _with_a_reason(self, given: Any) -> HttpResponse:
        """Where no script puts it there: the sentence for the ground, to be mended and sent."""
        reason = reason_for(given["ground"], self.row.language)
        messages.warning(self.request, _("Nothing was decided yet: a reason for this ground stands below. Mend it to what was written, then decide."))
        return self._show(AgainstForm(initial={"ground": given["ground"], "because": reason}, language=self.row.language))

    def _again(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Nothing was decided yet: see below what is missing."))
        return self._show(form)

    def _show(self, form: Any) -> HttpResponse:
        self.request.method = "GET"
        return ItemPage.as_view()(self.request, pk=self.row.pk, form=form, stamp=self.request.POST.get("seen", ""))


class Next(Entered):
    """To the next one that nobody has before them; to the list when there is none."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        tab, by = tab_of(request.GET), narrowed(request.GET)
        after = request.GET.get("after", "")
        found = waiting.next_free(tab, by, request.user, timezone.now(), int(after) if after.isdecimal() and len(after) < 19 else 0)
        if found is None or tab in (waiting.APPEALS, waiting.ALL):
            return redirect(reverse("discussion_queue") + query_of(tab, by))
        return redirect(reverse("discussion_item", args=[found.pk]) + query_of(tab, by))


class Turn(OfContribution):
    """What an open page sends: that it is still open (hold), or that it was left."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.kwargs["verb"] == "leave":
            turns.leave(self.row, request.user, timezone.now())
            return HttpResponse(status=204)
        try:
            turns.take(self.row, request.user, timezone.now())
        except turns.Taken as taken:
            return JsonResponse({"taken": is_taken(taken.turn)})
        stamp = request.POST.get("seen", "")
        return JsonResponse({"taken": "", "changed": "" if stamp == seen.stamp(self.row) else _("It changed since you opened it. Read it again.")})


class Undo(Deed):
    """The last decision, taken back."""

    def act(self) -> str:
        self.decision: Decision = get_object_or_404(Decision, pk=self.kwargs["pk"])
        undoing.undo(self.decision, self.request.user, timezone.now())
        return _("Undone: %(what)s.") % {"what": self.decision.get_act_display()}


def verbs_of(row: Contribution, is_edited: bool) -> list[str]:
    """What can be decided of it now."""
    if row.state == State.HELD:
        return ["accept", "reject"]
    if row.state == State.SHOWN:
        kept = ["keep"] if row.reports.filter(decision=None).exists() else []
        return [*(["accept", "reject"] if is_edited else []), *kept, "remove", "unpick" if row.is_picked else "pick"]
    if row.state in (State.REJECTED, State.REMOVED):
        return ["restore", *(["keep"] if row.reports.filter(decision=None).exists() else [])]
    return ["keep"] if row.reports.filter(decision=None).exists() else []


def person_url(person: Any) -> str:
    if person is None:
        return ""
    return reverse("discussion_person", args=["guest" if isinstance(person, Guest) else "writer", person.pk])
