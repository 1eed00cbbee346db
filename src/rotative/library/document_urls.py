"""Addresses of documents, under ``/documents/``: Wagtail's own, with a stricter answer."""
from django.urls import path, re_path
from wagtail.documents.views.serve import authenticate_with_password

from rotative.library.serving import document

urlpatterns = [
    re_path(r"^(?P<document_id>\d{1,18})/(?P<document_filename>.*)$", document, name="wagtaildocs_serve"),
    path("authenticate_with_password/<int:restriction_id>/", authenticate_with_password, name="wagtaildocs_authenticate_with_password"),
]
