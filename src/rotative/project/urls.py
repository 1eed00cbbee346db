"""Addresses: the desk, files, what readers write; everything else is a page of the paper."""
from __future__ import annotations

from django.urls import include, path, re_path
from wagtail.admin import urls as desk
from wagtail.documents import urls as documents

from rotative.paper import views as paper

urlpatterns = [
    path("desk/", include(desk)),
    path("documents/", include(documents)),
    re_path(r"^(?P<path>.*)$", paper.page, name="page"),
]
