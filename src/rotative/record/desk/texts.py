"""A text under negotiation at the desk: drawn up, its axes and points, shown to readers or not."""
from __future__ import annotations

from typing import Any

from django.forms import Form
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button, HeaderButton

from rotative.newsroom.models import Dossier
from rotative.record import tables
from rotative.record.actions import drafting, texts
from rotative.record.desk.drawing import AxisForm, PointForm, TextForm
from rotative.record.desk.frame import Deed, FormPage, Page, Trail, public_address
from rotative.record.models import Actor, Axis, NegotiatedText, Point, Version
from rotative.record.permissions import DELETE_TEXTS, stories_seen_by


class OfText:
    """A view of a text that its address names."""

    kwargs: dict[str, Any]

    @cached_property
    def text(self) -> NegotiatedText:
        found: NegotiatedText = get_object_or_404(NegotiatedText.objects.select_related("dossier", "locale"), pk=self.kwargs["text"])
        return found

    def trail(self) -> Trail:
        return [*trail_of(self.text.dossier), (self.text.name, address(self.text))]

    def after(self, done: Any = None) -> str:
        return address(self.text, "points")


class TextPage(OfText, Page):
    """The table of a text, its points and its versions."""

    template_name = "record/desk/text.html"
    header_icon = "table"

    def trail(self) -> Trail:
        return trail_of(self.text.dossier)

    def get_page_title(self) -> str:
        return self.text.name

    @property
    def header_buttons(self) -> list[Button]:
        found: list[Button] = [HeaderButton(_("Edit"), reverse("record_text_edit", args=[self.text.pk]), icon_name="edit")]
        if self.text.is_shown and (path := public_address("text", self.text.pk)):
            found.append(HeaderButton(_("View live"), path, icon_name="link-external"))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        versions = tables.versions(self.text)
        guests = Actor.objects.whole().filter(pk__in=_numbers(self.request.GET.getlist("party")))
        return {
            **found,
            "text": self.text,
            "board": tables.board(self.text, guests),
            "versions": versions,
            "seen": set(stories_seen_by(self.request.user).filter(pk__in=[row.article_id for row in versions]).values_list("pk", flat=True)),
            "may_discard": self.request.user.has_perm(DELETE_TEXTS) and not self.text.is_shown,
        }


class AddText(FormPage):
    """Draw a text up in a dossier."""

    page_title = gettext_lazy("Draw up a text")
    header_icon = "table"
    form_class = TextForm
    submit_label = gettext_lazy("Draw up")
    lead = gettext_lazy("Only the desk sees it until you show it to readers.")

    @cached_property
    def dossier(self) -> Dossier:
        found: Dossier = get_object_or_404(Dossier, pk=self.kwargs["dossier"])
        return found

    def trail(self) -> Trail:
        return trail_of(self.dossier)

    def act(self, given: dict[str, Any]) -> NegotiatedText:
        return texts.draw_up(self.dossier, given["name"], self.request.user, given["standfirst"])

    def said_of(self, done: Any) -> str:
        return _("“%(name)s” is drawn up. Give it its axes and points.") % {"name": done.name}

    def after(self, done: Any) -> str:
        return address(done)


class EditText(OfText, FormPage):
    page_title = gettext_lazy("Name and standfirst")
    header_icon = "table"
    form_class = TextForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": NegotiatedText.objects.get(pk=self.text.pk)}

    def act(self, given: dict[str, Any]) -> Any:
        return drafting.redraw(self.text, self.request.user, given["name"], given["standfirst"])

    def after(self, done: Any = None) -> str:
        return address(self.text)


class ShowText(OfText, Deed):
    """Let readers see a text, or no longer."""

    def act(self) -> str:
        shown = self.request.POST.get("shown") == "1"
        texts.show(self.text, self.request.user, shown)
        return _("Readers see “%(name)s” now.") % {"name": self.text.name} if shown else _("Readers no longer see “%(name)s”.") % {"name": self.text.name}

    def after(self, done: Any = None) -> str:
        return address(self.text)


class DiscardText(OfText, FormPage):
    """Ask, then delete a text."""

    permission = DELETE_TEXTS
    page_title = gettext_lazy("Delete the text")
    header_icon = "bin"
    template_name = "record/desk/ask.html"
    submit_label = gettext_lazy("Delete")
    is_serious = True

    form_class = Form

    def get_lead(self) -> str:
        return _("Its points, its versions and the positions of all parties go with it. The statements stay. This cannot be undone.")

    def act(self, given: dict[str, Any]) -> None:
        drafting.discard(self.text, self.request.user)

    def said_of(self, done: Any) -> str:
        return _("“%(name)s” is deleted.") % {"name": self.text.name}

    def after(self, done: Any = None) -> str:
        return reverse("record_dossier", args=[self.text.dossier_id])


# ── Axes and points ────────────────────────────────────────────────────────────


class AddAxis(OfText, FormPage):
    page_title = gettext_lazy("Add an axis")
    header_icon = "list-ul"
    form_class = AxisForm
    lead = gettext_lazy("What a group of points is about.")

    def act(self, given: dict[str, Any]) -> Axis:
        return texts.add_axis(self.text, given["name"], self.request.user)


class EditAxis(OfText, FormPage):
    page_title = gettext_lazy("Rename an axis")
    header_icon = "list-ul"
    form_class = AxisForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": part_of(self.text, Axis, self.kwargs["pk"])}

    def act(self, given: dict[str, Any]) -> Axis:
        return drafting.mend_axis(part_of(self.text, Axis, self.kwargs["pk"]), given["name"], self.request.user)


class AddPoint(OfText, FormPage):
    """Add a point; the form comes again for the next one where that is asked."""

    page_title = gettext_lazy("Add a point")
    header_icon = "list-ol"
    template_name = "record/desk/point.html"
    form_class = PointForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "text": self.text}

    def get_initial(self) -> dict[str, Any]:
        axis = self.text.axes.filter(pk__in=_numbers(self.request.GET.getlist("axis"))).first()
        return {"axis": axis, "number": _next_number(self.text)}

    def act(self, given: dict[str, Any]) -> Point:
        return texts.add_point(self.text, given["number"], given["title"], self.request.user, given["axis"])

    def said_of(self, done: Point) -> str:
        return _("Point %(number)s is added.") % {"number": done.number}

    def after(self, done: Any = None) -> str:
        if "another" in self.request.POST:
            return reverse("record_point_add", args=[self.text.pk]) + (f"?axis={done.axis_id}" if done.axis_id else "")
        return address(self.text, f"point-{done.pk}")


class EditPoint(OfText, FormPage):
    page_title = gettext_lazy("Edit a point")
    header_icon = "list-ol"
    form_class = PointForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "text": self.text, "instance": part_of(self.text, Point, self.kwargs["pk"])}

    def act(self, given: dict[str, Any]) -> Point:
        return drafting.mend_point(part_of(self.text, Point, self.kwargs["pk"]), self.request.user, given["number"], given["title"], given["axis"])

    def after(self, done: Any = None) -> str:
        return address(self.text, f"point-{done.pk}")


class MovePart(OfText, Deed):
    """Put an axis or a point one further up or down."""

    model: Any = Point

    def act(self) -> str:
        row = part_of(self.text, self.model, self.kwargs["pk"])
        drafting.move(row, -1 if self.request.POST.get("way") == "up" else 1, self.request.user)
        return _("“%(what)s” is moved.") % {"what": row}

    def after(self, done: Any = None) -> str:
        return address(self.text, f"{self.model._meta.model_name}-{self.kwargs['pk']}")


class RemovePart(OfText, Deed):
    """Take an axis, a point or a version out."""

    model: Any = Point

    def act(self) -> str:
        row = part_of(self.text, self.model, self.kwargs["pk"])
        name = str(row)
        drafting.remove(row, self.request.user)
        return _("“%(what)s” is taken out.") % {"what": name}

    def after(self, done: Any = None) -> str:
        return address(self.text, "versions" if self.model is Version else "points")


# ── Helpers ────────────────────────────────────────────────────────────────────


def address(text: NegotiatedText, place: str = "") -> str:
    """A text at the desk, or a place in its page."""
    return reverse("record_text", args=[text.pk]) + (f"#{place}" if place else "")


def trail_of(dossier: Dossier) -> Trail:
    return [(_("Dossiers"), reverse("record_dossiers")), (dossier.name, reverse("record_dossier", args=[dossier.pk]))]


def part_of(text: NegotiatedText, model: Any, pk: int) -> Any:
    """A part of this text and of no other."""
    return get_object_or_404(model.objects.select_related("text"), text=text, pk=pk)


def _numbers(said: list[str]) -> list[int]:
    return [int(each) for each in said if each.isdecimal() and len(each) < 16]


def _next_number(text: NegotiatedText) -> str:
    """The number after the highest, where points are numbered plainly."""
    plain = [int(point.number) for point in text.points.all() if point.number.isdecimal()]
    return str(max(plain, default=0) + 1)
