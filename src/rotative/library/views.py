"""What the desk sees of the library besides Wagtail's own views."""
from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.images.views.multiple import AddView, CreateFromUploadedImageView
from wagtail.models import UploadedFile

from rotative.library import actions, metadata
from rotative.library.models import Picture
from rotative.library.queries import pictures_to_renew, pictures_with_problems
from rotative.masthead.queries import zone


class AddPictures(AddView):
    """Several pictures at once; each one's form holds what its file says of it."""

    def get_edit_upload_form_context_data(self) -> dict[str, Any]:
        actions.fill(self.object, _said(self.upload_object))
        return super().get_edit_upload_form_context_data()


class CreatePicture(CreateFromUploadedImageView):
    """The second step of several at once: what only the file knows is kept as well."""

    def save_object(self, form: Any) -> None:
        self.object.digital_source = _said(self.upload).digital_source[:120]
        super().save_object(form)
        self.object.file.close()


class PictureReport(ReportView):
    """A list of pictures that ask for something."""

    model = Picture
    header_icon = "image"
    any_permission_required = ["add", "change", "delete"]
    list_export = ["title", "credit", "licence", "licence_expires"]
    columns = [TitleColumn("title", label=_("Title"), url_name="wagtailimages:edit"), Column("credit", label=_("Credit"))]


class LicencesReport(PictureReport):
    """Pictures whose licence has expired or soon will."""

    page_title = _("Licences of pictures")
    index_url_name = "library_licences"
    index_results_url_name = "library_licences_results"
    columns = [
        *PictureReport.columns,
        Column("licence", label=_("Licence")),
        Column("licence_expires", label=_("Expires"), accessor=lambda picture: _expiry(picture)),
    ]

    def get_queryset(self) -> QuerySet[Picture]:
        self.queryset = pictures_to_renew(_today())
        return super().get_queryset()


class ProblemsReport(PictureReport):
    """Pictures of which no sizes could be made."""

    page_title = _("Pictures that failed")
    index_url_name = "library_problems"
    index_results_url_name = "library_problems_results"
    columns = [*PictureReport.columns, Column("problem", label=_("What to do"), accessor="get_problem_display")]

    def get_queryset(self) -> QuerySet[Picture]:
        self.queryset = pictures_with_problems()
        return super().get_queryset()


def _said(upload: UploadedFile) -> metadata.Said:
    with upload.file.storage.open(upload.file.name) as file:
        return metadata.read(file.read())


def _today() -> Any:
    return timezone.localdate(timezone=zone())


def _expiry(picture: Picture) -> str:
    if picture.licence_expires < _today():
        return _("%(day)s: expired, take it off or renew it") % {"day": picture.licence_expires}
    return str(picture.licence_expires)
