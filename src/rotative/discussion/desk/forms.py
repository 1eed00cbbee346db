"""The forms of the discussion's desk. Each names what it asks, and says what is missing."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from rotative.discussion.desk.reasons import reason_for
from rotative.discussion.models import Ground
from rotative.newsroom.models.articles import Discussion

NO_GROUND = _("Choose the ground: no decision against somebody is kept without one.")
NO_REASON = _("Say why, in a sentence: the writer is told it.")
DAYS = [("1", _("one day")), ("7", _("a week")), ("30", _("thirty days")), ("180", _("six months")), ("", _("for good"))]


def narrow(**attributes: Any) -> forms.Textarea:
    return forms.Textarea({"rows": 3, **attributes})


class Grounds(forms.Select):
    """Each ground brings the sentence that a reason may begin with, in the language of who reads it."""

    language = ""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        made: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        made["attrs"] |= {"data-reason": reason_for(str(value), self.language)} if value and self.language else {}
        return made


class AgainstForm(forms.Form):
    """A decision against somebody: on what ground, and why. language: of who reads the reason."""

    ground = forms.ChoiceField(label=_("Ground"), widget=Grounds, choices=[("", _("Choose…")), *Ground.choices], error_messages={"required": NO_GROUND})
    because = forms.CharField(label=_("Reason"), widget=narrow(), max_length=3000, help_text=_("The facts, in your words. The writer reads them."), error_messages={"required": NO_REASON})

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget: Any = self.fields["ground"].widget
        widget.language = language
        self.fields["because"].widget.attrs["lang"] = language


class SuspendForm(AgainstForm):
    """For how long somebody writes no more."""

    days = forms.ChoiceField(label=_("For how long"), choices=DAYS, required=False, initial="7")
    field_order = ["days", "ground", "because"]


class AnswerForm(forms.Form):
    """The answer to an appeal."""

    is_upheld = forms.TypedChoiceField(
        label=_("The appeal is"),
        choices=[("yes", _("upheld: what was decided is reversed")), ("no", _("not upheld: the decision stays"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        error_messages={"required": _("Say whether the appeal is upheld.")},
    )
    answer = forms.CharField(label=_("Reason"), widget=narrow(), max_length=3000, help_text=_("The writer reads it."), error_messages={"required": NO_REASON})


class TalkForm(forms.Form):
    """How the discussion of one story stands."""

    state = forms.ChoiceField(label=_("Discussion"), required=False)
    closes_at = forms.DateTimeField(label=_("Closes at"), required=False, widget=AdminDateTimeInput)
    because = forms.CharField(label=_("Why it is closed"), max_length=300, required=False, help_text=_("Readers see it where they would write."))

    def __init__(self, *args: Any, of_story: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state: Any = self.fields["state"]
        state.choices = [("", _("as the story says: %(state)s") % {"state": Discussion(of_story).label}), *Discussion.choices]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("state") == Discussion.CLOSED and not given.get("because"):
            self.add_error("because", _("Tell readers why it is closed."))
        return given

    def clean_closes_at(self) -> datetime | None:
        closes_at: datetime | None = self.cleaned_data["closes_at"]
        if closes_at and "closes_at" in self.changed_data and closes_at <= timezone.now():
            raise ValidationError(_("This instant is past. To close it now, choose “closed” above."))
        return closes_at


class WhyForm(forms.Form):
    """Why somebody wants to read what is sealed."""

    why = forms.CharField(
        label=_("Why do you need to know?"),
        widget=narrow(),
        min_length=20,
        max_length=2000,
        help_text=_("Who asks, under which law, the number of the request. It is kept with your name."),
        error_messages={"required": _("Say why: without it nothing is opened."), "min_length": _("Say it in a sentence: who asks, and under which law.")},
    )


class YearForm(forms.Form):
    """Of which year the figures are."""

    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=9998)
