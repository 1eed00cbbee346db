"""What readers write in discussions, under ``/_/``."""
from django.urls import path, re_path

from rotative.discussion import views

# Eighteen figures at most: a longer number is larger than any primary key.
ARTICLE = r"(?P<article_id>\d{1,18})"
CONTRIBUTION = r"(?P<contribution_id>\d{1,18})"

urlpatterns = [
    re_path(rf"^comment/{ARTICLE}/$", views.write, name="comment"),
    re_path(r"^comment/confirm/(?P<token>[\w:-]{20,200})/$", views.confirm, name="comment_confirm"),
    path("contributions/", views.mine, name="contributions"),
    re_path(rf"^contribution/{CONTRIBUTION}/$", views.own, name="contribution"),
    re_path(rf"^contribution/{CONTRIBUTION}/edit/$", views.edit, name="contribution_edit"),
    re_path(rf"^contribution/{CONTRIBUTION}/withdraw/$", views.withdraw, name="contribution_withdraw"),
    re_path(rf"^mute/{CONTRIBUTION}/$", views.mute, name="mute"),
    path("mutes/", views.mutes, name="mutes"),
    re_path(rf"^quiet/{ARTICLE}/$", views.quiet, name="quiet"),
    re_path(rf"^respect/{CONTRIBUTION}/$", views.respect, name="respect"),
]
