"""The addresses of the discussion at the desk, under ``discussion/``."""
from __future__ import annotations

from django.urls import path, re_path

from rotative.discussion.desk import appeals, figures, items, lists, persons, sealed, talks

PERSON = r"^people/(?P<kind>writer|guest)/(?P<pk>\d{1,18})/"

urlpatterns = [
    path("", lists.QueuePage.as_view(), name="discussion_queue"),
    path("bulk/", lists.Bulk.as_view(), name="discussion_bulk"),
    path("next/", items.Next.as_view(), name="discussion_next"),
    re_path(r"^(?P<pk>\d{1,18})/$", items.ItemPage.as_view(), name="discussion_item"),
    re_path(r"^(?P<pk>\d{1,18})/decide/$", items.Decide.as_view(), name="discussion_decide"),
    re_path(r"^(?P<pk>\d{1,18})/(?P<verb>hold|leave)/$", items.Turn.as_view(), name="discussion_turn"),
    re_path(r"^decisions/(?P<pk>\d{1,18})/undo/$", items.Undo.as_view(), name="discussion_undo"),
    re_path(r"^appeals/(?P<pk>\d{1,18})/$", appeals.AppealPage.as_view(), name="discussion_appeal"),
    re_path(rf"{PERSON}$", persons.PersonPage.as_view(), name="discussion_person"),
    re_path(rf"{PERSON}(?P<verb>admit|trust)/$", persons.Stand.as_view(), name="discussion_stand"),
    path("figures/", figures.FiguresPage.as_view(), name="discussion_figures"),
    path("sealed/", sealed.SealedPage.as_view(), name="discussion_sealed"),
    re_path(r"^sealed/(?P<pk>\d{1,18})/$", sealed.UnsealPage.as_view(), name="discussion_unseal"),
    path("stories/", talks.TalksPage.as_view(), name="discussion_talks"),
    re_path(r"^stories/(?P<pk>\d{1,18})/$", talks.TalkPage.as_view(), name="discussion_talk"),
]
