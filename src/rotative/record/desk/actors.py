"""Actors at the desk: the list, what is known of one, its names and roles."""
from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.images.widgets import AdminImageChooser

from rotative.record import who
from rotative.record.actions import actors
from rotative.record.desk.frame import Deed, Entered, FormPage, Page, Trail, public_address
from rotative.record.models import Actor, ActorRole, Alias, Portrait
from rotative.record.permissions import ACTORS

SHOWN = 50  # statements in an actor's page


class ActorsFilter(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), choices=Actor.Kind.choices)

    class Meta:
        model = Actor
        fields: list[str] = []


class ActorsPage(Entered, BaseListingView):
    """Every actor, to be looked for by any of its names."""

    permission = ACTORS
    page_title = gettext_lazy("Actors")
    header_icon = "user"
    index_url_name = "record_actors"
    index_results_url_name = "record_actors_results"
    is_searchable = True
    filterset_class = ActorsFilter
    paginate_by = 50
    verbose_name_plural = gettext_lazy("actors")
    default_ordering = "name"
    columns = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="record_actor", sort_key="name"),
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display", sort_key="kind", classname="register-wide"),
        Column("stories", label=gettext_lazy("Stories"), sort_key="stories", classname="register-number"),
        Column("said", label=gettext_lazy("Statements"), sort_key="said", classname="register-number"),
        Column("wikidata", label="Wikidata", classname="register-wide"),
    ]

    def get_base_queryset(self) -> QuerySet[Actor]:
        return who.counted(Actor.objects.whole())

    def order_queryset(self, queryset: QuerySet[Actor]) -> QuerySet[Actor]:
        return queryset.order_by(self.ordering, "pk")

    def search_queryset(self, queryset: QuerySet[Actor]) -> QuerySet[Actor]:
        return queryset.filter(pk__in=who.named(self.search_query).values("pk")) if self.is_searching else queryset


class OfActor:
    """A view of an actor that its address names."""

    permission = ACTORS
    header_icon = "user"
    kwargs: dict[str, Any]

    @cached_property
    def actor(self) -> Actor:
        found: Actor = get_object_or_404(Actor.objects.select_related("merged_into").prefetch_related("aliases", "roles"), pk=self.kwargs["actor"])
        return found

    def trail(self) -> Trail:
        return [(_("Actors"), reverse("record_actors")), (self.actor.name, self.after())]

    def after(self, done: Any = None) -> str:
        return reverse("record_actor", args=[self.kwargs["actor"]])


class ActorPage(OfActor, Page):
    """Who somebody is: names, roles, stories, statements, and who they may be, too."""

    template_name = "record/desk/actor.html"

    def trail(self) -> Trail:
        return [(_("Actors"), reverse("record_actors"))]

    def get_page_title(self) -> str:
        return self.actor.name

    @property
    def header_buttons(self) -> list[Button]:
        if self.actor.merged_into_id:
            return []
        pk, path = self.actor.pk, public_address("actor", self.actor.pk)
        found: list[Button] = [
            HeaderButton(_("Edit"), reverse("record_actor_edit", args=[pk]), icon_name="edit", priority=1),
            HeaderButton(_("Merge"), reverse("record_actor_merge", args=[pk]), icon_name="resubmit", priority=2),
            HeaderButton(_("Split"), reverse("record_actor_split", args=[pk]), icon_name="cut", priority=3),
        ]
        return [*found, HeaderButton(_("View live"), path, icon_name="link-external", priority=4)] if path else found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        by = self.request.user
        said, shown = who.statements(self.actor, SHOWN + 1, by), who.appearances(self.actor, by)
        return {
            **found,
            "actor": self.actor,
            "aliases": self.actor.aliases.select_related("merged_from"),
            "roles": self.actor.roles.select_related("merged_from"),
            "portrait": Portrait.objects.filter(actor=self.actor.pk).select_related("picture").first(),
            "appearances": shown,
            "others": who.stories_of([self.actor.pk])[self.actor.pk] - len({row.article_id for row in shown}),
            "statements": said[:SHOWN],
            "has_more": len(said) > SHOWN,
            "merged": self.actor.merged.order_by("name", "pk"),
            "likely": [(pair, pair.other if pair.one_id == self.actor.pk else pair.one) for pair in who.likely_same(self.actor)],
        }


# ── Names and roles ────────────────────────────────────────────────────────────


class ActorForm(forms.ModelForm):
    class Meta:
        model = Actor
        fields = ["name", "kind", "wikidata"]
        help_texts = {
            "name": gettext_lazy("The old name stays as another name."),
            "wikidata": gettext_lazy("As in Q142. It tells namesakes apart, here and for search engines."),
        }

    def clean_wikidata(self) -> str:
        given: str = self.cleaned_data["wikidata"].strip()
        other = Actor.objects.whole().filter(wikidata=given).exclude(pk=self.instance.pk).first() if given else None
        if other:
            raise ValidationError(_("“%(name)s” has this identifier already. If they are one and the same, merge them.") % {"name": other})
        return given


class EditActor(OfActor, FormPage):
    page_title = gettext_lazy("Name, kind, identifier")
    form_class = ActorForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": Actor.objects.get(pk=self.actor.pk)}

    def act(self, given: dict[str, Any]) -> Actor:
        return actors.describe(self.actor, self.request.user, **given)


class PortraitForm(forms.ModelForm):
    class Meta:
        model = Portrait
        fields = ["picture"]
        widgets = {"picture": AdminImageChooser}
        help_texts = {"picture": gettext_lazy("Shown on its page, with the credit and the description that the library has. Left empty, there is none.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["picture"].required = False


class EditPortrait(OfActor, FormPage):
    page_title = gettext_lazy("Portrait")
    form_class = PortraitForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": Portrait.objects.filter(actor=self.actor.pk).first() or Portrait(actor=self.actor)}

    def act(self, given: dict[str, Any]) -> Actor:
        return actors.portray(self.actor, given["picture"], self.request.user)


class NameForm(forms.ModelForm):
    class Meta:
        model = Alias
        fields = ["name"]


class AddName(OfActor, FormPage):
    page_title = gettext_lazy("Add another name")
    form_class = NameForm
    lead = gettext_lazy("As stories call it too. It is found by this name.")

    def act(self, given: dict[str, Any]) -> Alias:
        if given["name"] in self.actor.names:
            raise ValidationError({"name": _("It has this name already.")})
        return actors.call(self.actor, given["name"], self.request.user)


class RemoveName(OfActor, Deed):
    def act(self) -> str:
        alias = get_object_or_404(Alias, actor=self.kwargs["actor"], pk=self.kwargs["pk"])
        actors.uncall(alias, self.request.user)
        return _("It is not called “%(name)s” any more.") % {"name": alias.name}


class RoleForm(forms.ModelForm):
    class Meta:
        model = ActorRole
        fields = ["role", "language", "since", "until"]
        widgets = {"since": AdminDateInput, "until": AdminDateInput}
        help_texts = {"since": gettext_lazy("Left empty where it is not known."), "until": gettext_lazy("Left empty while it lasts.")}


class AddRole(OfActor, FormPage):
    page_title = pgettext_lazy("actor", "Add a role")
    form_class = RoleForm

    def act(self, given: dict[str, Any]) -> ActorRole:
        return actors.appoint(self.actor, given["role"], given["language"], self.request.user, given["since"], given["until"])


class EditRole(OfActor, FormPage):
    page_title = pgettext_lazy("actor", "Edit a role")
    form_class = RoleForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self._role()}

    def act(self, given: dict[str, Any]) -> ActorRole:
        return actors.reappoint(self._role(), self.request.user, **given)

    def _role(self) -> ActorRole:
        found: ActorRole = get_object_or_404(ActorRole, actor=self.kwargs["actor"], pk=self.kwargs["pk"])
        return found


class RemoveRole(OfActor, Deed):
    def act(self) -> str:
        role = get_object_or_404(ActorRole, actor=self.kwargs["actor"], pk=self.kwargs["pk"])
        actors.dismiss(role, self.request.user)
        return _("The role “%(role)s” is taken off.") % {"role": role.role}
