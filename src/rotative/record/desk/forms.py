"""Forms by which what was found is mended, or added by hand: the words, and what is said of them."""
from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from rotative.newsroom.models import Article
from rotative.record.anchors import Anchor, anchor
from rotative.record.desk.items import Item
from rotative.record.desk.naming import actor_named, label_of
from rotative.record.models import Actor, Appearance, Essential, Event, State, Statement
from rotative.record.reading.findings import Span
from rotative.record.reading.text import plain
from rotative.record.typed import Typed

UNNAMED = "unnamed"


class MendForm(forms.Form):
    """What is mended of an item, or of what is new (item None). ``changes`` are the columns that differ, ``content`` the words."""

    words = forms.CharField(
        label=gettext_lazy("Words"), widget=forms.Textarea(attrs={"rows": 3, "data-words": ""}), strip=False,
        help_text=gettext_lazy("As they stand in the text."),
    )  # fmt: skip
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput(attrs={"data-start": ""}))
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput(attrs={"data-end": ""}))

    def __init__(self, *args: Any, article: Article, typed: Typed, item: Item | None = None, seen: str = "", **kwargs: Any) -> None:
        self.article, self.typed, self.item, self.seen = article, typed, item, seen
        self.row: Any = item and item.row
        initial = {**self._of_words(), **(self._of_row(item.row) if item else {}), **kwargs.pop("initial", {})}
        super().__init__(*args, auto_id="record_%s", initial=initial, **kwargs)
        if not self.chooses_words:
            for name in ("words", "start", "end"):
                del self.fields[name]

    @property
    def chooses_words(self) -> bool:
        return True

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        self.content = self._content(found) if found.get("words") else []
        return found

    @property
    def changes(self) -> dict[str, Any]:
        """The columns that differ from what they were; of what is new, all."""
        columns = self.columns()
        return {name: value for name, value in columns.items() if self.row is None or value != self._was(name)}

    def columns(self) -> dict[str, Any]:
        raise NotImplementedError

    def tell(self, refused: ValidationError) -> None:
        """Put what the record refuses beside its field."""
        for name, sentences in refused.message_dict.items() if hasattr(refused, "error_dict") else [("", refused.messages)]:
            self.add_error(name if name in self.fields else None, sentences)

    def _was(self, name: str) -> Any:
        value = getattr(self.row, name)
        return list(value.order_by("pk")) if name == "who" else value

    def _of_words(self) -> dict[str, Any]:
        spans = self.item.spans if self.item else []
        if not spans:
            return {"words": getattr(self.row, "words", "") if self.row else ""}
        start, end = spans[0][0], spans[-1][1]
        return {"words": self.typed.words[start:end], "start": start, "end": end}

    def _of_row(self, row: Any) -> dict[str, Any]:
        return {}

    def _content(self, found: dict[str, Any]) -> list[Anchor]:
        """The words as anchors; none where they are as they were."""
        try:
            span = _place(self.typed, found["words"].replace("\r\n", "\n"), found.get("start"), found.get("end"))
        except ValidationError as refused:
            self.add_error("words", refused)
            return []
        if self.item and self.item.spans and span == (self.item.spans[0][0], self.item.spans[-1][1]):
            return []
        return [anchor(self.typed.by_id, *piece) for piece in self.typed.pieces(span)]


class StatementForm(MendForm):
    speaker = forms.ChoiceField(label=gettext_lazy("Who speaks"), required=False)
    described = forms.CharField(
        label=gettext_lazy("As the text describes the source"), max_length=300, required=False, help_text=gettext_lazy("For a source without a name."),
    )  # fmt: skip
    act = forms.ChoiceField(label=gettext_lazy("Act"), choices=Statement.Act)
    mode = forms.ChoiceField(label=gettext_lazy("Mode"), choices=Statement.Mode)
    via = forms.CharField(label=gettext_lazy("Through which paper, or whom"), max_length=200, required=False)
    addressee = forms.CharField(label=gettext_lazy("To whom"), max_length=200, required=False)
    place = forms.CharField(label=pgettext_lazy("statement", "Place"), max_length=200, required=False)
    said_from = forms.DateField(label=gettext_lazy("Said from"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    said_to = forms.DateField(label=gettext_lazy("Said until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    hearsay = forms.BooleanField(label=gettext_lazy("The text keeps its distance"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cast = {str(each.pk): each for each in cast_of(self.article)}
        named = [(pk, str(each) + (f", {each.role}" if each.role else "")) for pk, each in self.cast.items()]
        field: Any = self.fields["speaker"]
        field.choices = [("", _("Choose who speaks")), (UNNAMED, _("A source without a name")), *named]

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if found.get("speaker") == UNNAMED and not found.get("described"):
            self.add_error("described", _("Say how the text describes the source: “a person close to the talks”."))
        return found

    def columns(self) -> dict[str, Any]:
        found = self.cleaned_data
        is_unnamed = found["speaker"] == UNNAMED
        same = ("act", "mode", "via", "addressee", "place", "said_from", "said_to", "hearsay")
        return {
            **{name: found[name] for name in same}, "speaker": self.cast.get(found["speaker"]), "unnamed": is_unnamed,
            "described": found["described"] if is_unnamed else "",
        }  # fmt: skip

    def _of_row(self, row: Statement) -> dict[str, Any]:
        names = ("described", "act", "mode", "via", "addressee", "place", "said_from", "said_to", "hearsay")
        speaker = UNNAMED if row.unnamed else str(row.speaker_id or "")
        return {**{name: getattr(row, name) for name in names}, "speaker": speaker}


class EventForm(MendForm):
    what = forms.CharField(label=gettext_lazy("What happened"), max_length=280)
    who = forms.ModelMultipleChoiceField(Appearance.objects.none(), label=gettext_lazy("Who"), required=False, widget=forms.CheckboxSelectMultiple)
    where = forms.CharField(label=pgettext_lazy("event", "Where"), max_length=200, required=False)
    first_day = forms.DateField(label=gettext_lazy("First day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    last_day = forms.DateField(label=gettext_lazy("Last day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    hour = forms.TimeField(label=gettext_lazy("Hour"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["who"]
        field.queryset = cast_of(self.article)

    def columns(self) -> dict[str, Any]:
        found = self.cleaned_data
        return {**{name: found[name] for name in ("what", "where", "first_day", "last_day", "hour")}, "who": sorted(found["who"], key=lambda each: each.pk)}

    def _of_row(self, row: Event) -> dict[str, Any]:
        return {**{name: getattr(row, name) for name in ("what", "where", "first_day", "last_day", "hour")}, "who": list(row.who.all())}


class AppearanceForm(MendForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=160)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Actor.Kind)
    role = forms.CharField(label=gettext_lazy("Role, as the story gives it"), max_length=200, required=False)
    actor = forms.CharField(
        label=gettext_lazy("Who it is for the whole paper"), max_length=200, required=False, widget=forms.TextInput(attrs={"data-actors": "", "autocomplete": "off"}),
        help_text=gettext_lazy("A name that the paper knows. Left empty, it is who has the name above, or else somebody new."),
    )  # fmt: skip

    @property
    def chooses_words(self) -> bool:
        """Of one that stands, all mentions are kept as they were read."""
        return self.item is None or not self.item.stands

    def clean_actor(self) -> Actor | None:
        return actor_named(self.cleaned_data["actor"], self.cleaned_data.get("kind", ""))

    def columns(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "kind", "role", "actor")}

    def _of_row(self, row: Appearance) -> dict[str, Any]:
        return {"name": row.name, "kind": row.kind, "role": row.role, "actor": label_of(row.actor or row.proposed)}

    def _was(self, name: str) -> Any:
        return (self.row.actor or self.row.proposed) if name == "actor" else super()._was(name)


class EssentialForm(MendForm):
    text = forms.CharField(label=gettext_lazy("Point"), max_length=280, widget=forms.Textarea(attrs={"rows": 3}))

    @property
    def chooses_words(self) -> bool:
        """A point is written, not quoted."""
        return False

    def columns(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"]}

    def _of_row(self, row: Essential) -> dict[str, Any]:
        return {"text": row.text}


FORMS: dict[str, type[MendForm]] = {"statement": StatementForm, "event": EventForm, "appearance": AppearanceForm, "essential": EssentialForm}


def cast_of(article: Article) -> Any:
    """Who may speak and act in a story: everybody found in it who was not rejected, by name."""
    return Appearance.objects.filter(article=article.pk).exclude(state=State.REJECTED).order_by("name", "pk")


def _place(text: Typed, words: str, start: int | None, end: int | None) -> Span:
    """Where some words stand: where they were chosen, else at the one place that has them. Raises ValidationError."""
    if start is not None and end is not None and words.strip() and text.words[start:end] == words:
        return Span(start, end)
    wanted = plain(words.strip())
    places = [found.start() for found in re.finditer(f"(?={re.escape(wanted)})", plain(text.words))] if wanted else []
    if len(places) > 1:
        raise ValidationError(_("These words stand at several places. Choose more of them, so that one can tell which."))
    if not places:
        raise ValidationError(_("These words are not in the latest draft. Copy them as they stand there."))
    return Span(places[0], places[0] + len(wanted))
