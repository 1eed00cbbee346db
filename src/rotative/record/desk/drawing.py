"""The forms of texts under negotiation and of timelines."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from rotative.newsroom.models import Article, Dossier
from rotative.record.actions.texts import Changed
from rotative.record.anchors import Anchor
from rotative.record.desk.forms import cast_of
from rotative.record.desk.passages import passage
from rotative.record.models import Appearance, Axis, Change, Event, NegotiatedText, Point, Version
from rotative.record.permissions import stories_seen_by
from rotative.record.tables import last_words


class TextForm(forms.ModelForm):
    """A text under negotiation: its name and its standfirst."""

    class Meta:
        model = NegotiatedText
        fields = ["name", "standfirst"]
        widgets = {"standfirst": forms.Textarea(attrs={"rows": 3})}


class AxisForm(forms.ModelForm):
    class Meta:
        model = Axis
        fields = ["name"]


class PointForm(forms.ModelForm):
    """A point of a text: its number is its own."""

    class Meta:
        model = Point
        fields = ["number", "title", "axis"]
        help_texts = {"number": gettext_lazy("As the text has it: 4, 4 bis.")}

    def __init__(self, *args: Any, text: NegotiatedText, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        self.fields["axis"].queryset = text.axes.all()
        self.fields["axis"].empty_label = _("No axis")

    def clean_number(self) -> str:
        number = " ".join(self.cleaned_data["number"].split())
        other = self.text.points.filter(number=number).exclude(pk=self.instance.pk).first()
        if other:
            raise ValidationError(_("Point %(number)s is there already: “%(title)s”. Give it another number.") % {"number": number, "title": other.title})
        return number


class VersionForm(forms.ModelForm):
    """A version of a text, and under each point what it changes."""

    class Meta:
        model = Version
        fields = ["name", "dated", "article"]
        widgets = {"dated": AdminDateInput}
        labels = {"article": gettext_lazy("Story that gives it")}

    def __init__(self, *args: Any, text: NegotiatedText, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.points = list(text.points.select_related("axis"))
        told_before = Q(pk=self.instance.article_id)  # stays chosen, whoever chose it
        self.fields["article"].queryset = stories_of(text.dossier).filter(Q(pk__in=stories_seen_by(by).values("pk")) | told_before)
        self.fields["article"].empty_label = _("No story")
        known = {change.point_id: change for change in self.instance.changes.all()} if self.instance.pk else {}
        before = last_words(text, self.instance if self.instance.pk else None)
        for point in self.points:
            self.fields.update(_fields_of(point, known.get(point.pk), before.get(point.pk, "")))

    def rows(self) -> Iterator[tuple[Point, Any, Any, Any, bool]]:
        """Each point with its three fields, and whether something is said there."""
        for point in self.points:
            kind, was, now = (self[f"{name}_{point.pk}"] for name in ("kind", "was", "now"))
            yield point, kind, was, now, bool(kind.value() or kind.errors or was.errors or now.errors)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for point in self.points:
            self._check(point, given.get(f"kind_{point.pk}") or "")
        return given

    def changes(self) -> dict[Point, Changed]:
        """What the version changes, of the points of which it changes something."""
        given = self.cleaned_data
        found = {point: Changed(*(given.get(f"{name}_{point.pk}") or "" for name in ("kind", "was", "now"))) for point in self.points}
        return {point: _fit(changed) for point, changed in found.items() if changed.kind}

    def _check(self, point: Point, kind: str) -> None:
        was, now = (self.cleaned_data.get(f"{name}_{point.pk}") for name in ("was", "now"))
        if kind in (Change.Kind.NEW, Change.Kind.CHANGED) and not now:
            self.add_error(f"now_{point.pk}", _("Say what point %(number)s says now.") % {"number": point.number})
        if kind == Change.Kind.CHANGED and was and was == now:
            self.add_error(f"now_{point.pk}", _("Before and after are the same words."))
        if not kind and now:
            self.add_error(f"kind_{point.pk}", _("Choose what becomes of point %(number)s, or empty what it says now.") % {"number": point.number})
        elif not kind and self._is_rewritten(point):
            self.add_error(f"kind_{point.pk}", _("Choose what becomes of point %(number)s, or leave what it said before as it was.") % {"number": point.number})

    def _is_rewritten(self, point: Point) -> bool:
        """Whether something is written as what it said before that was not offered there; where its lines end does not count."""
        name = f"was_{point.pk}"
        given = str(self.cleaned_data.get(name) or "").split()
        return bool(given) and given != str(self.fields[name].initial or "").split()


class EventForm(forms.ModelForm):
    """What happened, where and when."""

    class Meta:
        model = Event
        fields = ["what", "where", "first_day", "last_day", "hour"]
        widgets = {"first_day": AdminDateInput, "last_day": AdminDateInput, "hour": AdminTimeInput}
        help_texts = {"first_day": gettext_lazy("Without a day, it is not drawn.")}

    who = forms.ModelMultipleChoiceField(Appearance.objects.none(), label=gettext_lazy("who"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who: Any = self.fields["who"]
        who.queryset = cast_of(article)
        if not who.queryset.exists():
            del self.fields["who"]
        elif self.instance.pk:
            self.initial["who"] = self.instance.who.all()


class AddedEventForm(EventForm):
    """An event added by hand, and the words of the story that say so."""

    words = forms.CharField(
        label=gettext_lazy("Words of the story that say so"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Copied from the text below. Readers see the event while these words stand in the story."),
    )
    field_order = ["words", "what", "where", "first_day", "last_day", "hour", "who"]

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, article=article, **kwargs)
        self.article = article

    def clean_words(self) -> Anchor:
        return passage(self.article, self.cleaned_data["words"])


class StoryForm(forms.Form):
    """In which story of a dossier something is found."""

    story = forms.ModelChoiceField(Article.objects.none(), label=gettext_lazy("Story"), empty_label=None)

    def __init__(self, *args: Any, stories: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["story"]
        field.queryset = stories


def stories_of(dossier: Dossier) -> Any:
    """The stories of a dossier, the newest first: drafts, on any database, before what was published."""
    return Article.objects.filter(dossier=dossier).order_by(F("first_published_at").desc(nulls_first=True), "-pk")


def _fields_of(point: Point, change: Change | None, before: str) -> dict[str, forms.Field]:
    area = {"rows": 2}
    return {
        f"kind_{point.pk}": forms.ChoiceField(
            label=_("What becomes of it"), required=False, choices=[("", _("As it was")), *Change.Kind.choices], initial=change.kind if change else ""
        ),
        f"was_{point.pk}": forms.CharField(
            label=_("What it said before"), required=False, max_length=1000, widget=forms.Textarea(attrs=area), initial=change.was if change else before
        ),
        f"now_{point.pk}": forms.CharField(
            label=_("What it says now"), required=False, max_length=1000, widget=forms.Textarea(attrs=area), initial=change.now if change else ""
        ),
    }


def _fit(changed: Changed) -> Changed:
    """A new point said nothing before, one that was dropped says nothing now."""
    if changed.kind == Change.Kind.NEW:
        return changed._replace(was="")
    return changed._replace(now="") if changed.kind == Change.Kind.DROPPED else changed
