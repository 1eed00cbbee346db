"""The versions of a text at the desk: what each changed, point by point."""
from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rotative.record.actions import drafting, texts
from rotative.record.desk.drawing import VersionForm
from rotative.record.desk.frame import FormPage
from rotative.record.desk.texts import OfText, address, part_of
from rotative.record.models import Version


class AddVersion(OfText, FormPage):
    page_title = gettext_lazy("Add a version")
    header_icon = "history"
    template_name = "record/desk/version.html"
    form_class = VersionForm
    lead = gettext_lazy("A version says what it changes against the one before.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "text": self.text, "by": self.request.user}

    def form_valid(self, form: Any) -> Any:
        self.changes = form.changes()
        return super().form_valid(form)

    def act(self, given: dict[str, Any]) -> Version:
        return texts.add_version(self.text, given["name"], given["dated"], self.request.user, self.changes, given["article"])

    def said_of(self, done: Version) -> str:
        return _("“%(name)s” is saved.") % {"name": done.name}

    def after(self, done: Any = None) -> str:
        return address(self.text, "versions")


class EditVersion(AddVersion):
    page_title = gettext_lazy("Edit a version")

    @cached_property
    def version(self) -> Version:
        found: Version = part_of(self.text, Version, self.kwargs["pk"])
        return found

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.version}

    def act(self, given: dict[str, Any]) -> Version:
        return drafting.mend_version(self.version, self.request.user, given["name"], given["dated"], self.changes, given["article"])
