"""The addresses of the record at the desk, under ``record/``."""
from __future__ import annotations

from django.urls import include, path, re_path

from rotative.record.desk import actors, dossiers, lists, merging, pairs, positions, texts, versions
from rotative.record.models import Axis, Point, Version

LISTS = [
    path("waiting/", lists.WaitingPage.as_view(), name="record_waiting"),
    path("waiting/results/", lists.WaitingPage.as_view(results_only=True), name="record_waiting_results"),
    path("precision/", lists.PrecisionPage.as_view(), name="record_precision"),
    path("same/", pairs.SamePage.as_view(), name="record_same"),
    re_path(r"^same/(?P<pk>\d+)/(?P<verb>confirm|reject|undo)/$", pairs.DecideSame.as_view(), name="record_same_decide"),
    path("contradictions/", pairs.ContradictionsPage.as_view(), name="record_contradictions"),
    path("contradictions/add/", pairs.Contradict.as_view(), name="record_contradict"),
    re_path(r"^contradictions/(?P<pk>\d+)/(?P<verb>confirm|reject|undo)/$", pairs.DecideContradiction.as_view(), name="record_contradiction_decide"),
]

ACTORS = [
    path("actors/", actors.ActorsPage.as_view(), name="record_actors"),
    path("actors/results/", actors.ActorsPage.as_view(results_only=True), name="record_actors_results"),
    path("actors/<int:actor>/", actors.ActorPage.as_view(), name="record_actor"),
    path("actors/<int:actor>/edit/", actors.EditActor.as_view(), name="record_actor_edit"),
    path("actors/<int:actor>/portrait/", actors.EditPortrait.as_view(), name="record_portrait"),
    path("actors/<int:actor>/names/add/", actors.AddName.as_view(), name="record_name_add"),
    path("actors/<int:actor>/names/<int:pk>/remove/", actors.RemoveName.as_view(), name="record_name_remove"),
    path("actors/<int:actor>/roles/add/", actors.AddRole.as_view(), name="record_role_add"),
    path("actors/<int:actor>/roles/<int:pk>/", actors.EditRole.as_view(), name="record_role"),
    path("actors/<int:actor>/roles/<int:pk>/remove/", actors.RemoveRole.as_view(), name="record_role_remove"),
    path("actors/<int:actor>/merge/", merging.ChooseOther.as_view(), name="record_actor_merge"),
    path("actors/<int:actor>/merge/<int:other>/", merging.Merge.as_view(), name="record_actor_merge_with"),
    path("actors/<int:actor>/split/", merging.Split.as_view(), name="record_actor_split"),
    path("actors/<int:actor>/unmerge/", merging.Unmerge.as_view(), name="record_actor_unmerge"),
]

DOSSIERS = [
    path("dossiers/", dossiers.DossiersPage.as_view(), name="record_dossiers"),
    path("dossiers/results/", dossiers.DossiersPage.as_view(results_only=True), name="record_dossiers_results"),
    path("dossiers/<int:dossier>/", dossiers.DossierPage.as_view(), name="record_dossier"),
    path("dossiers/<int:dossier>/events/add/", dossiers.AddEvent.as_view(), name="record_event_add"),
    path("dossiers/<int:dossier>/texts/add/", texts.AddText.as_view(), name="record_text_add"),
    path("events/<int:pk>/", dossiers.EditEvent.as_view(), name="record_event"),
    path("events/<int:pk>/draw/", dossiers.DrawEvent.as_view(), name="record_event_draw"),
    path("events/<int:pk>/leave/", dossiers.DrawEvent.as_view(is_drawn=False), name="record_event_leave"),
]

TEXTS = [
    path("", texts.TextPage.as_view(), name="record_text"),
    path("edit/", texts.EditText.as_view(), name="record_text_edit"),
    path("show/", texts.ShowText.as_view(), name="record_text_show"),
    path("delete/", texts.DiscardText.as_view(), name="record_text_discard"),
    path("axes/add/", texts.AddAxis.as_view(), name="record_axis_add"),
    path("axes/<int:pk>/", texts.EditAxis.as_view(), name="record_axis"),
    path("axes/<int:pk>/move/", texts.MovePart.as_view(model=Axis), name="record_axis_move"),
    path("axes/<int:pk>/remove/", texts.RemovePart.as_view(model=Axis), name="record_axis_remove"),
    path("points/add/", texts.AddPoint.as_view(), name="record_point_add"),
    path("points/<int:pk>/", texts.EditPoint.as_view(), name="record_point"),
    path("points/<int:pk>/move/", texts.MovePart.as_view(model=Point), name="record_point_move"),
    path("points/<int:pk>/remove/", texts.RemovePart.as_view(model=Point), name="record_point_remove"),
    path("versions/add/", versions.AddVersion.as_view(), name="record_version_add"),
    path("versions/<int:pk>/", versions.EditVersion.as_view(), name="record_version"),
    path("versions/<int:pk>/remove/", texts.RemovePart.as_view(model=Version), name="record_version_remove"),
    path("parties/add/", positions.AddParty.as_view(), name="record_party_add"),
    path("points/<int:point>/parties/<int:party>/", positions.PositionPage.as_view(), name="record_position"),
    path("positions/<int:pk>/drop/", positions.DropPosition.as_view(), name="record_position_drop"),
]

urlpatterns = [*LISTS, *ACTORS, *DOSSIERS, path("texts/<int:text>/", include(TEXTS))]
