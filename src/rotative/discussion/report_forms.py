"""What somebody who reports, or appeals, fills in: each field with what is said when it is wanting."""
from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rotative.discussion.models import Ground, Report

WHO = _("Give your name and your e-mail address. They are not asked for only where it is about crimes against humanity, terrorism or the abuse of children.")


class ReportForm(forms.ModelForm[Report]):
    """A notice with all that article 16 of the DSA asks for; the address of what it is about is the page's own."""

    class Meta:
        model = Report
        fields = ["ground", "because", "name", "email", "in_good_faith"]
        error_messages = {
            "ground": {"required": _("Say what is wrong.")},
            "because": {"required": _("Say why, in a few sentences: a person reads it.")},
            "in_good_faith": {"required": _("Say that you believe it in good faith.")},
            "email": {"invalid": _("This is not an e-mail address.")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["in_good_faith"].required = True
        self.fields["in_good_faith"].error_messages["required"] = _("Say that you believe it in good faith.")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("ground") != Ground.CRIME:
            for field in ("name", "email"):
                if not given.get(field) and field not in self.errors:
                    self.add_error(field, WHO)
        return given


class AppealForm(forms.Form):
    text = forms.CharField(max_length=3000, error_messages={"required": _("Say why it should be decided otherwise.")})
