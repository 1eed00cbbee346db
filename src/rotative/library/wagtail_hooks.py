"""The library at the desk: addresses and reports."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from rotative.library import views
from rotative.library.models import Picture
from rotative.library.queries import pictures_with_problems


# Before Wagtail's own, which have the same addresses and names.
@hooks.register("register_admin_urls", order=-10)
def picture_urls() -> list[Any]:
    return [
        path("images/multiple/add/", views.AddPictures.as_view()),
        path("images/multiple/create_from_uploaded_image/<int:uploaded_file_id>/", views.CreatePicture.as_view()),
        path("reports/licences/", views.LicencesReport.as_view(), name="library_licences"),
        path("reports/licences/results/", views.LicencesReport.as_view(results_only=True), name="library_licences_results"),
        path("reports/pictures/", views.ProblemsReport.as_view(), name="library_problems"),
        path("reports/pictures/results/", views.ProblemsReport.as_view(results_only=True), name="library_problems_results"),
    ]


class PictureReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(policy_registry.get_by_type(Picture).user_has_any_permission(request.user, ["add", "change", "delete"]))


class ProblemsItem(PictureReportItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return super().is_shown(request) and pictures_with_problems().exists()


@hooks.register("register_reports_menu_item")
def licences_item() -> MenuItem:
    return PictureReportItem(_("Licences of pictures"), reverse("library_licences"), name="licences", icon_name="image", order=600)


@hooks.register("register_reports_menu_item")
def problems_item() -> MenuItem:
    return ProblemsItem(_("Pictures that failed"), reverse("library_problems"), name="failed-pictures", icon_name="warning", order=610)
