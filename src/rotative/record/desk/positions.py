"""Where a party stands on a point: set from accepted statements, kept in its history, dropped."""
from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.widgets import AdminDateInput

from rotative.masthead.queries import zone
from rotative.record import tables
from rotative.record.actions import texts
from rotative.record.desk.choosing import ChooseActor
from rotative.record.desk.frame import Deed, FormPage
from rotative.record.desk.texts import OfText, address, part_of
from rotative.record.models import Actor, Point, Position, Statement


class PositionForm(forms.ModelForm):
    """A stance, its condition, its day, and what it rests on."""

    class Meta:
        model = Position
        fields = ["stance", "condition", "dated"]
        widgets = {"stance": forms.RadioSelect, "dated": AdminDateInput}
        labels = {"dated": gettext_lazy("Since which day")}
        help_texts = {
            "dated": gettext_lazy("Left empty, the day of the last statement ticked. A position of the same day is replaced; earlier ones are kept."),
            "condition": gettext_lazy("In a few words: if the boatmen sign."),
        }

    def __init__(self, *args: Any, offer: tables.Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stance"].choices = Position.Stance.choices
        self.fields["dated"].required = False
        self.offer = offer
        wanted = Statement.objects.filter(pk__in=[row.pk for row in offer.every])
        self.fields["statements"] = forms.ModelMultipleChoiceField(wanted, label=_("Rests on"), required=False, widget=forms.CheckboxSelectMultiple)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("dated") and "dated" not in self.errors:
            given["dated"] = _day_of(given.get("statements") or [])
        return given

    def _post_clean(self) -> None:
        """The rules of a position are those of its action, which says them once."""

    def groups(self) -> list[tuple[str, list[tuple[Statement, bool]]]]:
        """The statements that may be ticked, the likely ones first, each with whether it is."""
        ticked = {str(each) for each in (self["statements"].value() or [])}
        heads = (_("Likely about this point"), _("Said by this party"), _("Said of this party by others"))
        rows = (self.offer.likely, self.offer.theirs, self.offer.others)
        return [(head, [(row, str(row.pk) in ticked) for row in each]) for head, each in zip(heads, rows, strict=True) if each]


class PositionPage(OfText, FormPage):
    """A cell of the table: where a party stands on a point, and where it stood."""

    header_icon = "table"
    template_name = "record/desk/position.html"
    form_class = PositionForm
    submit_label = gettext_lazy("Set the position")

    @cached_property
    def point(self) -> Point:
        found: Point = part_of(self.text, Point, self.kwargs["point"])
        return found

    @cached_property
    def party(self) -> Actor:
        found: Actor = get_object_or_404(Actor.objects.select_related("merged_into"), pk=self.kwargs["party"])
        return found.merged_into or found

    @cached_property
    def positions(self) -> list[Position]:
        return tables.history(self.point, self.party)

    def get_page_title(self) -> str:
        return _("%(party)s on point %(number)s") % {"party": self.party.name, "number": self.point.number}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "offer": tables.offer(self.point, self.party, self.request.user)}

    def get_initial(self) -> dict[str, Any]:
        """What was dropped a moment ago, the position that is asked for, or the last one as a start for the next."""
        asked = self.request.GET
        if "stance" in asked:
            return {**{name: asked.get(name, "") for name in ("stance", "condition", "dated")}, "statements": asked.getlist("statements")}
        edited = next((row for row in self.positions if str(row.pk) == asked.get("position")), None)
        return _said_by(edited) if edited else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        words = tables.last_words(self.text).get(self.point.pk, "")
        return {**found, "text": self.text, "point": self.point, "party": self.party, "positions": self.positions, "point_words": words}

    def act(self, given: dict[str, Any]) -> Position:
        condition = given["condition"] if given["stance"] == Position.Stance.CONDITIONAL else ""
        if given["condition"] and not condition:
            raise ValidationError({"condition": _("A condition is named for a position that has one, and for no other.")})
        if given["stance"] == Position.Stance.CONDITIONAL and not condition:
            raise ValidationError({"condition": _("Name the condition, in a few words.")})
        return texts.set_position(self.point, self.party, given["stance"], given["dated"], self.request.user, list(given["statements"]), condition)

    def form_invalid(self, form: Any) -> HttpResponse:
        self.__dict__.pop("positions", None)  # what somebody else has just said stands beside the form
        return super().form_invalid(form)

    def said_of(self, done: Position) -> str:
        return _("%(party)s on point %(number)s: %(stance)s.") % {"party": self.party, "number": self.point.number, "stance": done.get_stance_display()}

    def after(self, done: Any = None) -> str:
        return address(self.text, f"cell-{self.point.pk}-{self.party.pk}")


class DropPosition(OfText, Deed):
    """Take a position back; the form comes with what it said, so that setting it again undoes this."""

    @cached_property
    def position(self) -> Position:
        found: Position = part_of(self.text, Position, self.kwargs["pk"])
        return found

    def act(self) -> str:
        self.said_before = _said_by(self.position)
        self.cell = (self.text.pk, self.position.point_id, self.position.party_id)
        texts.drop_position(self.position, self.request.user)
        return _("The position is dropped. What it said is in the form below: set it again to undo this.")

    def after(self, done: Any = None) -> str:
        return reverse("record_position", args=self.cell) + "?" + urlencode(self.said_before, doseq=True)


class AddParty(OfText, ChooseActor):
    """Choose a party for the table: it stands there once it has a position."""

    page_title = gettext_lazy("Add a party")
    lead = gettext_lazy("Choose who; then a cell of its column, to say where it stands.")

    def likely(self) -> list[tuple[Actor, Any]]:
        there = set(self.text.positions.values_list("party", flat=True))
        found = [(actor, number) for actor, number in tables.speakers_in(self.text.dossier) if actor.pk not in there]
        return [(actor, _statements(number)) for actor, number in found[:20]]

    def address_of(self, actor: Actor) -> str:
        return f"{reverse('record_text', args=[self.text.pk])}?party={actor.pk}#table"


# ── Helpers ────────────────────────────────────────────────────────────────────


def _said_by(position: Position) -> dict[str, Any]:
    statements = [row.pk for row in position.statements.all()]
    return {"stance": position.stance, "condition": position.condition, "dated": position.dated.isoformat(), "statements": statements}


def _day_of(statements: Any) -> date:
    """The last day on which some statements were made; of none, today in the paper's zone."""
    days = [row.dated for row in statements if row.dated]
    return max(days) if days else timezone.localdate(timezone=zone())


def _statements(number: int) -> str:
    return ngettext("%(number)s statement in this dossier", "%(number)s statements in this dossier", number) % {"number": number}
