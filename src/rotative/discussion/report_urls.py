"""What anyone reports, and what was decided of one's own words, under ``/_/``."""
from django.urls import re_path

from rotative.discussion.views import decided, reporting

urlpatterns = [
    re_path(r"^report/(?P<contribution_id>\d{1,18})/$", reporting.report, name="report"),
    re_path(r"^decision/(?P<decision_id>\d{1,18})/$", decided.decision, name="decision"),
]
