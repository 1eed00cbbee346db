"""Addresses of the panel beside a story."""
from __future__ import annotations

from django.urls import path

from rotative.record.desk import mending, offers, panel

urlpatterns = [
    path("record/stories/<int:pk>/", panel.review, name="record_review"),
    path("record/stories/<int:pk>/state/", panel.state, name="record_review_state"),
    path("record/stories/<int:pk>/decide/", panel.decide, name="record_decide"),
    path("record/stories/<int:pk>/read/", panel.read_again, name="record_read_again"),
    path("record/stories/<int:pk>/mend/<str:kind>/<str:row>/", mending.mend_item, name="record_mend"),
    path("record/stories/<int:pk>/add/<str:kind>/", mending.add_item, name="record_add"),
    path("record/stories/<int:pk>/essentials/", offers.offers, name="record_offers"),
    path("record/stories/<int:pk>/names/", panel.names, name="record_names"),
]
