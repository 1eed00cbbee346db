"""What the desk asks when a page is brought in."""
from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rotative.newsroom.models import Section
from rotative.newsroom.models.articles import Rights
from rotative.wires.reading.sniffing import LIMIT

MOST_FILES = 40


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, as a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(file, initial) for file in files]

    def __init__(self, **kwargs: Any) -> None:
        """An empty file is told by its name when it is read; the others are read all the same."""
        super().__init__(allow_empty_file=True, **kwargs)


class ImportForm(forms.Form):
    """Files, an address, or pasted text: one of them at least."""

    files = FilesField(label=gettext_lazy("Saved pages"), required=False, help_text=gettext_lazy("HTML or plain text, 10 MB each at most."))
    address = forms.URLField(
        label=gettext_lazy("Address of a page"), required=False, max_length=2000, assume_scheme="https", widget=forms.URLInput(attrs={"size": 60})
    )
    text = forms.CharField(
        label=gettext_lazy("Pasted text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "data-most-bytes": LIMIT}),
        help_text=gettext_lazy("The whole page, as you copied it: menus and the like are left out."),
    )
    section = forms.ModelChoiceField(
        label=gettext_lazy("Section"), queryset=Section.objects.none(), required=False, empty_label=gettext_lazy("The one that fits best")
    )
    rights = forms.ChoiceField(
        label=gettext_lazy("Rights"),
        choices=Rights.choices,
        initial=Rights.UNKNOWN,
        help_text=gettext_lazy("Unknown rights: the page says who first published it, and points there."),
    )

    pictures = forms.BooleanField(
        label=gettext_lazy("Take the pictures, too"),
        required=False,
        help_text=gettext_lazy("They are fetched into the library with their captions and credits. Whether we may print them is for you to settle."),
    )
    again = forms.BooleanField(
        label=gettext_lazy("Even if it was brought in before"), required=False, help_text=gettext_lazy("Makes a second draft of a page that is there already.")
    )

    def __init__(self, *args: Any, sections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        files = given.get("files") or []
        if not (files or given.get("address") or (given.get("text") or "").strip()) and not self.errors:
            raise forms.ValidationError(_("Choose a saved page, give an address, or paste a text."))
        if len(files) > MOST_FILES:
            self.add_error("files", _("At most %(number)s files at a time.") % {"number": MOST_FILES})
        for file in files:
            if file.size > LIMIT:
                self.add_error("files", _("“%(name)s” is larger than 10 MB.") % {"name": file.name})
        return given
