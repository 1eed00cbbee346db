"""Two actors made one, one made two: what moves is shown first."""
from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rotative.record import who
from rotative.record.actions import actors
from rotative.record.desk.actors import OfActor
from rotative.record.desk.choosing import ChooseActor
from rotative.record.desk.frame import Deed, FormPage
from rotative.record.desk.pairs import reasons
from rotative.record.models import Actor, Appearance


class ChooseOther(OfActor, ChooseActor):
    """Who it is the same as."""

    page_title = gettext_lazy("Merge")
    lead = gettext_lazy("Choose who it is one and the same as. Nothing is done yet: what would move is shown first.")

    def likely(self) -> list[tuple[Actor, Any]]:
        pairs = [(pair.other if pair.one_id == self.actor.pk else pair.one, pair) for pair in who.likely_same(self.actor)]
        return [(other, "; ".join(str(why) for why, _words in reasons(pair.reasons))) for other, pair in pairs]

    def is_offered(self, actor: Actor) -> bool:
        return actor.pk != self.actor.pk

    def address_of(self, actor: Actor) -> str:
        return reverse("record_actor_merge_with", args=[self.actor.pk, actor.pk])


class MergeForm(forms.Form):
    """Which of the two stays, and that somebody looked."""

    kept = forms.ChoiceField(label=gettext_lazy("Whose name and address stay"), widget=forms.RadioSelect)
    checked = forms.BooleanField(
        label=gettext_lazy("I have looked: they are one and the same"),
        error_messages={"required": gettext_lazy("Look at what moves, and tick this if they are one and the same.")},
    )

    def __init__(self, *args: Any, two: list[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kept"]
        field.choices = [(str(actor.pk), f"{actor.name} ({actor.slug})") for actor in two]


class Merge(OfActor, FormPage):
    """What would move, and the merge."""

    page_title = gettext_lazy("Merge")
    header_icon = "resubmit"
    template_name = "record/desk/merge.html"
    form_class = MergeForm
    submit_label = gettext_lazy("Make them one")

    @cached_property
    def two(self) -> list[Actor]:
        """The one that is in more stories first: it is offered to stay."""
        other = get_object_or_404(Actor.objects.prefetch_related("aliases", "roles"), pk=self.kwargs["other"])
        return sorted([self.actor, other], key=lambda actor: (-actor.appearances.count(), actor.pk))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "two": self.two}

    def get_initial(self) -> dict[str, Any]:
        return {"kept": str(self.two[0].pk)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        first, second = self.two
        moves = [(first, second, who.moving(first, second)), (second, first, who.moving(second, first))]
        return {**found, "moves": moves, "hindrances": moves[0][2].hindrances}

    def act(self, given: dict[str, Any]) -> Actor:
        kept, gone = sorted(self.two, key=lambda actor: str(actor.pk) != given["kept"])
        return actors.merge(kept, gone, self.request.user)

    def said_of(self, done: Actor) -> str:
        return _("They are one: “%(name)s”. The other address leads there.") % {"name": done.name}

    def after(self, done: Any = None) -> str:
        return reverse("record_actor", args=[done.pk if done else self.kwargs["actor"]])


class SplitForm(forms.Form):
    """In which stories it is somebody else."""

    appearances = forms.ModelMultipleChoiceField(
        Appearance.objects.none(), label=gettext_lazy("Stories"), error_messages={"required": gettext_lazy("Choose in which stories it is somebody else.")}
    )
    name = forms.CharField(label=gettext_lazy("Name of the other one"), max_length=160, required=False, help_text=gettext_lazy("Left empty, as the first story names it."))

    def __init__(self, *args: Any, actor: Actor, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.every = who.appearances(actor, by), len(who.appearances(actor))
        field: Any = self.fields["appearances"]
        field.queryset = Appearance.objects.filter(pk__in=[row.pk for row in self.rows])

    def choices(self) -> list[tuple[Appearance, bool]]:
        ticked = {str(each) for each in (self["appearances"].value() or [])}
        return [(row, str(row.pk) in ticked) for row in self.rows]

    def clean_appearances(self) -> Any:
        chosen = self.cleaned_data["appearances"]
        if len(chosen) == self.every:
            raise ValidationError(_("In one story at least it stays who it is. To call it otherwise everywhere, edit its name."))
        return chosen


class Split(OfActor, FormPage):
    """Choose the stories in which it is a namesake."""

    page_title = gettext_lazy("Split")
    header_icon = "cut"
    template_name = "record/desk/split.html"
    form_class = SplitForm
    submit_label = gettext_lazy("Split off")
    lead = gettext_lazy("Tick the stories in which it is somebody else: what is said there goes with them.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actor": self.actor, "by": self.request.user}

    def act(self, given: dict[str, Any]) -> Actor:
        return actors.split(self.actor, given["appearances"], self.request.user, given["name"])

    def said_of(self, done: Actor) -> str:
        return _("“%(name)s” is an actor of its own. To undo this, merge the two.") % {"name": done.name}

    def after(self, done: Any = None) -> str:
        return reverse("record_actor", args=[done.pk if done else self.kwargs["actor"]])


class Unmerge(OfActor, Deed):
    """Undo a merge."""

    def act(self) -> str:
        actors.unmerge(self.actor, self.request.user)
        return _("“%(name)s” is an actor of its own again, with all that was its.") % {"name": self.actor.name}
