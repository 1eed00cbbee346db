"""Addresses: the desk, files, what readers write; everything else is a page of the paper."""
from __future__ import annotations

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as desk

from rotative.audience import urls as audience
from rotative.discussion import report_urls as reports
from rotative.discussion import urls as discussion
from rotative.library import document_urls
from rotative.library import urls as library
from rotative.masthead.forgotten import ForgottenView
from rotative.masthead.readers import urls as readers
from rotative.paper import views as paper

urlpatterns = [
    path("desk", RedirectView.as_view(url="/desk/")),
    path("desk/password_reset/", ForgottenView.as_view()),
    path("desk/", include(desk)),
    path("documents/", include(document_urls)),
    path("media/", include(library)),
    path("_/", include(audience)),
    path("_/", include(discussion)),
    path("_/", include(reports)),
    path("_/account/", include(readers.account)),
    path("_/follow/", include(readers.follow)),
    path("_/unsubscribe/", include(readers.unsubscribe)),
    re_path(r"^_/(?P<name>[\w-]+\.[0-9a-f]{16}\.(?:css|js|woff2|svg|png))$", paper.asset),
    path("favicon.ico", paper.icon),
    re_path(r"^(?P<path>.*)$", paper.page, name="page"),
]
handler400 = "rotative.paper.refusals.not_understood"
handler403 = "rotative.paper.refusals.forbidden"
handler404 = "rotative.paper.refusals.missing"
handler500 = "rotative.paper.views.failed"
