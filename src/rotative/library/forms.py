"""The desk's form for a picture: what it must say, and what its file says already."""
from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from rotative.library import actions, metadata, sizes

MESSAGES = {
    "title": _("Give the picture a title: it is how it is found again."),
    "credit": _("Say who made the picture, and for whom."),
    "file": _("Choose a picture to upload."),
}
NO_PICTURE = _("This file is not a picture, or it is damaged. Upload it again from the source, as JPEG, PNG, WebP or AVIF.")
CUT_SHORT = _("This picture is damaged: part of the file is missing. Upload it again from the source.")


class PictureFileField(WagtailImageField):
    """Says what to do of a file cut short, which Wagtail's own check meets with an error of the server."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except forms.ValidationError:
            raise
        except Exception as problem:
            raise forms.ValidationError(CUT_SHORT, code="damaged") from problem


class PictureForm(BaseImageForm):
    """Fills in, from the file itself, what was left empty; keeps what was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = self._file_field(self.fields["file"])
        for name in MESSAGES.keys() & self.fields.keys():
            self.fields[name].error_messages["required"] = MESSAGES[name]

    def _file_field(self, plain: forms.Field) -> PictureFileField:
        field = PictureFileField(label=plain.label, required=plain.required, widget=plain.widget, max_length=plain.max_length)
        field.error_messages["invalid_image"] = NO_PICTURE
        if self.instance.problem:
            field.help_text = self.instance.get_problem_display()
        return field

    def clean_file(self) -> Any:
        """Decode the whole picture, so that a damaged one is refused while its source is at hand."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            try:
                file.seek(0)
                sizes.opened(file)
            except sizes.Damaged as problem:
                raise forms.ValidationError(CUT_SHORT) from problem
            finally:
                file.seek(0)
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        if file and "file" in self.changed_data:
            file.seek(0)
            said = metadata.read(file.read())
            file.seek(0)
            self._fill(cleaned, said, file.name)
        return cleaned

    def _fill(self, cleaned: dict[str, Any], said: metadata.Said, file_name: str) -> None:
        self.instance.digital_source = said.digital_source[:120]
        for name, value in actions.offered(said, bool(cleaned.get("decorative"))).items():
            if name in self.fields and self._is_free(name, cleaned, file_name):
                self._errors.pop(name, None)
                cleaned[name] = value

    def _is_free(self, name: str, cleaned: dict[str, Any], file_name: str) -> bool:
        """Whether a field was left empty, and is not wrong for another reason."""
        codes = {error.code for error in self._errors[name].as_data()} if name in self._errors else set()
        return actions.is_left_empty(name, cleaned.get(name), file_name) and codes <= {"required"}

    def save(self, commit: bool = True) -> Any:
        """Save in one transaction: a new file's sizes are made once the old ones are gone."""
        if "file" in self.changed_data:
            self.instance.sizes_ready, self.instance.problem = False, ""
        with transaction.atomic():
            return super().save(commit=commit)
