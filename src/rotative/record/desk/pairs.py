"""Pairs that an editor tells: actors that may be the same, statements that may contradict each other; decided by one key, and undone."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page as Slice
from django.db.models import F
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import Button, HeaderButton

from rotative.newsroom.models import Article, Dossier
from rotative.record import reviews, who
from rotative.record.actions import proposing
from rotative.record.desk.frame import Deed, FormPage, Page, Trail
from rotative.record.desk.lists import ForPublishers
from rotative.record.models import KEPT, Appearance, Contradiction, SameActor, Statement
from rotative.record.permissions import ACTORS, check_may_decide, may_decide, statements_seen_by, told_to

AT_ONCE = 20  # pairs a page
STORIES = 5  # of an actor, to tell it by
OFFERED = 200
WHY: dict[str, Any] = {
    "same name": gettext_lazy("the same name"),
    "same letters": gettext_lazy("the same name, written otherwise"),
    "part of the name": gettext_lazy("one name is a part of the other"),
    "same initial": gettext_lazy("the same initial and family name"),
    "same role": gettext_lazy("the same role"),
    "same dossier": gettext_lazy("in the same dossier"),
    "same company": gettext_lazy("met with the same people"),
    "same point": gettext_lazy("on the same point of a text"),
    "same words": gettext_lazy("words in common"),
}


class PairsPage(Page):
    """Pairs that wait, some at a time, and those decided lately."""

    def waiting(self) -> Any:
        raise NotImplementedError

    def lately(self) -> list[tuple[Any, str]]:
        """The pairs decided last, each with what it says in short."""
        raise NotImplementedError

    def prepare(self, pairs: list[Any]) -> None:
        """Before the cards of a page are made."""

    def shown(self, pair: Any) -> dict[str, Any]:
        """What its card says."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        pages = WagtailPaginator(self.waiting(), AT_ONCE)
        page: Slice = pages.get_page(self.request.GET.get("p"))
        self.prepare(list(page))
        return {**found, "page": page, "cards": [self.shown(pair) for pair in page], "lately": self.lately()}


# ── Same actors ────────────────────────────────────────────────────────────────


class SamePage(PairsPage):
    """Actors that may be one and the same, with why."""

    permission = ACTORS
    page_title = gettext_lazy("Same actors")
    header_icon = "group"
    template_name = "record/desk/same.html"

    def waiting(self) -> Any:
        return reviews.same_actors().prefetch_related(*(f"{side}__{kept}" for side in ("one", "other") for kept in ("aliases", "roles")))

    def prepare(self, pairs: list[SameActor]) -> None:
        """What is asked at once for all the actors of the page."""
        actors = {pk for pair in pairs for pk in (pair.one_id, pair.other_id)}
        self.met, self.stories = who.appearances_of(actors, self.request.user), who.stories_of(actors)

    def lately(self) -> list[tuple[Any, str]]:
        pairs = reviews.decided_lately(SameActor.objects.select_related("one", "other"))
        return [(pair, f"{pair.one} / {pair.other}") for pair in pairs]

    def shown(self, pair: SameActor) -> dict[str, Any]:
        return {"pair": pair, "reasons": reasons(pair.reasons), "sides": [_side(actor, self.met[actor.pk], self.stories[actor.pk]) for actor in (pair.one, pair.other)]}


class DecideSame(Deed):
    """One and the same, two, or undone."""

    permission = ACTORS

    @cached_property
    def pair(self) -> SameActor:
        found: SameActor = get_object_or_404(SameActor.objects.select_related("one", "other"), pk=self.kwargs["pk"])
        return found

    def act(self) -> str:
        names = {"one": self.pair.one, "other": self.pair.other}
        return str(_DECISIONS[self.kwargs["verb"]](self.pair, self.request.user) % names)

    def after(self) -> str:
        return reverse("record_same")


def _confirm_same(pair: SameActor, by: Any) -> str:
    proposing.confirm_same(pair, by)
    return _("“%(one)s” and “%(other)s” are one and the same.")


def _reject_same(pair: SameActor, by: Any) -> str:
    proposing.reject_same(pair, by)
    return _("“%(one)s” and “%(other)s” are two.")


def _undo_same(pair: SameActor, by: Any) -> str:
    proposing.reconsider_same(pair, by)
    return _("Undone: “%(one)s” and “%(other)s” are asked again.")


_DECISIONS: dict[str, Callable[[SameActor, Any], str]] = {"confirm": _confirm_same, "reject": _reject_same, "undo": _undo_same}


# ── Contradictions ─────────────────────────────────────────────────────────────


class ContradictionsPage(ForPublishers, PairsPage):
    """A claim and what may deny it, side by side."""

    page_title = gettext_lazy("Contradictions")
    header_icon = "resubmit"
    template_name = "record/desk/contradictions.html"

    @property
    def header_buttons(self) -> list[Button]:
        return [HeaderButton(_("Add by hand"), reverse("record_contradict"), icon_name="plus")]

    def waiting(self) -> Any:
        return told_to(self.request.user, reviews.contradictions()).select_related("claim__article", "claim__speaker", "denial__article", "denial__speaker").defer(
            "claim__article__body", "denial__article__body"
        )

    def lately(self) -> list[tuple[Any, str]]:
        pairs = reviews.decided_lately(told_to(self.request.user, Contradiction.objects.select_related("claim__speaker", "denial__speaker")))
        return [(pair, " / ".join(map(_told, (pair.claim, pair.denial)))) for pair in pairs]

    def shown(self, pair: Contradiction) -> dict[str, Any]:
        sides = [(_("The claim"), pair.claim), (_("What may deny it"), pair.denial)]
        mine = all(may_decide(statement.article, self.request.user) for statement in (pair.claim, pair.denial))
        return {"pair": pair, "reasons": reasons(pair.reasons), "sides": sides, "may_decide": mine}


class DecideContradiction(Deed):
    """It contradicts, it does not, or undone."""

    VERBS: dict[str, tuple[Callable[[Contradiction, Any], Any], Any]] = {
        "confirm": (proposing.confirm_contradiction, gettext_lazy("Readers may see the denial beside the claim.")),
        "reject": (proposing.reject_contradiction, gettext_lazy("They do not contradict each other.")),
        "undo": (proposing.reconsider_contradiction, gettext_lazy("Undone: the pair is asked again.")),
    }

    @cached_property
    def pair(self) -> Contradiction:
        found: Contradiction = get_object_or_404(Contradiction.objects.select_related("claim__article", "denial__article"), pk=self.kwargs["pk"])
        return found

    def check_may_enter(self, user: Any) -> None:
        for statement in (self.pair.claim, self.pair.denial):
            check_may_decide(statement.article, user)

    def act(self) -> str:
        decide, said = self.VERBS[self.kwargs["verb"]]
        decide(self.pair, self.request.user)
        return str(said)

    def after(self) -> str:
        return reverse("record_contradictions")


class PairForm(forms.Form):
    """Which statement denies which."""

    claim = forms.ModelChoiceField(Statement.objects.none(), label=gettext_lazy("The claim"), error_messages={"required": gettext_lazy("Choose the claim.")})
    denial = forms.ModelChoiceField(Statement.objects.none(), label=gettext_lazy("What denies it"), error_messages={"required": gettext_lazy("Choose what denies it.")})

    def __init__(self, *args: Any, statements: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("claim", "denial"):
            field: Any = self.fields[name]
            field.queryset = statements


class WhereForm(forms.Form):
    """In which dossier, or in which story, both were said."""

    dossier = forms.ModelChoiceField(Dossier.objects.order_by("name", "pk"), label=gettext_lazy("Dossier"), required=False)
    story = forms.ModelChoiceField(Article.objects.none(), label=gettext_lazy("or story"), required=False)

    def __init__(self, *args: Any, statements: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        story: Any = self.fields["story"]
        story.queryset = Article.objects.filter(pk__in=statements.values("article")).order_by(F("first_published_at").desc(nulls_first=True), "-pk")


class Contradict(ForPublishers, FormPage):
    """Say by hand that one statement denies another: first where, then which."""

    page_title = gettext_lazy("Add a contradiction")
    header_icon = "resubmit"
    template_name = "record/desk/contradict.html"
    form_class = PairForm
    submit_label = gettext_lazy("It denies it")
    said = gettext_lazy("Readers may see the denial beside the claim.")

    def trail(self) -> Trail:
        return [(_("Contradictions"), reverse("record_contradictions"))]

    @cached_property
    def where(self) -> WhereForm:
        return WhereForm(self.request.GET or None, statements=self.kept())

    def kept(self) -> Any:
        """The accepted statements that somebody may see."""
        return statements_seen_by(self.request.user).filter(state__in=KEPT)

    def statements(self) -> Any:
        chosen = self.where.cleaned_data if self.where.is_valid() else {}
        kept = self.kept().select_related("article", "speaker").defer("article__body").order_by(F("dated").desc(nulls_first=True), "-pk")
        if chosen.get("story"):
            return kept.filter(article=chosen["story"])
        return kept.filter(article__dossier=chosen["dossier"]) if chosen.get("dossier") else kept.none()

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "statements": self.statements()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        form = found["form"]
        ticked = {name: str(form[name].value() or "") for name in ("claim", "denial")}
        rows = [(row, str(row.pk) == ticked["claim"], str(row.pk) == ticked["denial"]) for row in self.statements()[:OFFERED]]
        return {**found, "where": self.where, "rows": rows, "is_asked": self.where.is_bound}

    def act(self, given: dict[str, Any]) -> Contradiction:
        try:
            return proposing.contradict(given["claim"], given["denial"], self.request.user)
        except PermissionDenied:
            raise ValidationError(_("You may not publish one of the two stories. Ask who may.")) from None


# ── Helpers ────────────────────────────────────────────────────────────────────


def reasons(stored: list[dict[str, str]]) -> list[tuple[Any, str]]:
    """Why, in plain words, and what both share."""
    return [(WHY.get(each["why"], each["why"]), each.get("words", "")) for each in stored]


def _told(statement: Statement) -> str:
    return f"{statement.speaker or statement.described}: {Truncator(statement.words).chars(60)}"


def _side(actor: Any, rows: list[Appearance], number: int) -> dict[str, Any]:
    """What an actor is told by: its names, its roles, the last stories that it is in, of so many."""
    roles = dict.fromkeys([*(role.role for role in actor.roles.all()), *(row.role for row in rows if row.role)])
    stories = {row.article_id: row.article for row in rows}
    return {"actor": actor, "names": actor.names[1:], "roles": list(roles)[:6], "stories": list(stories.values())[:STORIES], "more": number - min(len(stories), STORIES)}
