"""A dossier at the desk: its timeline, filled from its stories and by hand."""
from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from rotative.masthead.roles import Role
from rotative.record import queries, tables, who
from rotative.record.actions.deciding import accept, mend
from rotative.record.desk.drawing import stories_of
from rotative.record.models import Appearance, Event
from tests import factories
from tests.factories import desk as people
from tests.factories import record
from tests.record.desk.conftest import Desk, is_refused, words_of

pytestmark = pytest.mark.django_db
MEETING = "Les cinq parties se sont réunies mardi à Saint-Elme."


@pytest.fixture
def event(story):
    record.read(story)
    return accept(Event.objects.get(), None)


def event_form(**more):
    return {"what": "Réunion à Saint-Elme", "where": "Saint-Elme", "first_day": "2026-11-24", "last_day": "2026-11-24", "hour": "", **more}


def timeline(world):
    return [each.what for each in queries.timeline(world.dossier.pk)]


def test_dossiers_are_listed_and_searched(editor, world, event, text):
    listed = editor.get("record_dossiers").context["object_list"]
    assert [(each.name, each.events_drawn, each.texts_drawn) for each in listed] == [(world.dossier.name, 1, 1)]
    assert not editor.get("record_dossiers_results", query="?q=autre").context["object_list"]


def test_an_accepted_event_is_in_the_timeline_by_itself_and_is_taken_out_and_put_back(editor, event, world):
    assert "Réunion des cinq parties" in editor.sees("record_dossier", world.dossier.pk)
    editor.post("record_event_leave", event.pk)
    assert timeline(world) == []
    page = editor.sees("record_dossier", world.dossier.pk).partition("In stories of the dossier, not in its timeline")[2]
    assert "Réunion des cinq parties" in page
    mend(Event.objects.get(), world.editor, where="Saint-Elme")
    assert timeline(world) == []
    editor.post("record_event_draw", event.pk)
    assert timeline(world) == ["Réunion des cinq parties"]


def test_the_second_who_mends_an_event_is_told_and_loses_nothing(editor, event, world):
    asked = editor.get("record_event", event.pk)
    seen = asked.context["seen"]
    assert f'name="seen" value="{seen}"' in asked.content.decode()
    mend(event, people.staff(Role.PUBLISHER, name="Soizic Le Bris", email="soizic@amer.example"), where="Verel")
    told = editor.post("record_event", event.pk, **event_form(what="Réunion des cinq", seen=seen))
    assert "Soizic Le Bris mended this at" in words_of(told) and 'value="Réunion des cinq"' in told.content.decode()
    event.refresh_from_db()
    assert (event.what, event.where) == ("Réunion des cinq parties", "Verel")
    editor.post("record_event", event.pk, **event_form(what="Réunion des cinq", seen=told.context["seen"]))
    event.refresh_from_db()
    assert event.what == "Réunion des cinq"


def test_who_was_in_an_event_and_is_not_decided_yet_stays_in_it(editor, event, world):
    valmer, ossola = Appearance.objects.order_by("pk")
    accept(ossola, None)
    form = editor.get("record_event", event.pk).context["form"]
    assert form["who"].value() == [valmer.pk] and {valmer, ossola} <= set(form.fields["who"].queryset)
    editor.post("record_event", event.pk, **event_form(who=[valmer.pk, ossola.pk]))
    assert set(event.who.all()) == {valmer, ossola}


def test_an_event_is_mended(editor, event, world):
    form = editor.get("record_event", event.pk).context["form"]
    assert (form["what"].value(), form["first_day"].value()) == ("Réunion des cinq parties", date(2026, 11, 24))
    answer = editor.post("record_event", event.pk, **event_form(hour="10:30"))
    assert answer.url == reverse("record_dossier", args=[world.dossier.pk])
    event.refresh_from_db()
    assert (event.what, event.hour.isoformat()) == ("Réunion à Saint-Elme", "10:30:00")
    assert "10:30" in editor.sees("record_dossier", world.dossier.pk).replace("a.m.", "")
    wrong = editor.post("record_event", event.pk, **event_form(last_day="2026-11-20"))
    assert "An event cannot end before it begins." in words_of(wrong)


def test_an_event_is_added_by_hand_on_words_of_a_story(editor, story, world):
    assert "Choose the story first." in editor.sees("record_event_add", world.dossier.pk)
    query = f"?story={story.pk}"
    assert MEETING in editor.sees("record_event_add", world.dossier.pk, query=query)
    answer = editor.post("record_event_add", world.dossier.pk, query=query, words="  réunies   mardi à Saint-Elme ", **event_form())
    assert answer.status_code == 302
    event = Event.objects.get()
    assert (event.words, event.origin, event.dossier) == ("réunies mardi à Saint-Elme", "hand", world.dossier)
    assert timeline(world) == ["Réunion à Saint-Elme"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("réunies jeudi", "These words are not in the story."),
        ("a", "These words are in the story more than once."),
        ("", "This field is required."),
    ],
)
def test_words_that_are_not_there_or_twice_are_refused(editor, story, world, words, sentence):
    answer = editor.post("record_event_add", world.dossier.pk, query=f"?story={story.pk}", words=words, **event_form())
    assert sentence in words_of(answer)
    assert "Réunion à Saint-Elme" in answer.content.decode()
    assert not Event.objects.exists()


def test_the_story_of_another_dossier_is_not_offered(editor, world):
    other = record.story("Ailleurs")
    assert "Choose the story first." in editor.sees("record_event_add", world.dossier.pk, query=f"?story={other.pk}")
    empty = factories.DossierFactory(slug="vide")
    assert "there is no story in this dossier that you may publish" in editor.sees("record_event_add", empty.pk)


def test_who_may_not_publish_the_story_decides_nothing_of_its_events(event, story, world):
    culture = factories.section("Culture", "culture")
    other = Desk(people.staff(Role.EDITOR, [culture], email="autre@amer.example"))
    assert other.get("record_dossier", world.dossier.pk).status_code == 200
    for name in ("record_event_leave", "record_event_draw", "record_event"):
        assert is_refused(other.post(name, event.pk))
    assert "no story in this dossier that you may publish" in other.sees("record_event_add", world.dossier.pk, query=f"?story={story.pk}")
    assert timeline(world) == ["Réunion des cinq parties"]


def test_what_waits_in_the_stories_of_the_dossier_is_told(editor, story, world):
    record.read(story)
    page = editor.sees("record_dossier", world.dossier.pk)
    assert "In 1 story of this dossier something waits for a decision" in page
    assert f"{story.title} (6)" in page


def test_the_list_of_dossiers_leads_to_the_record(editor, world):
    address = reverse("record_dossier", args=[world.dossier.pk])
    assert address in editor.client.get(reverse("wagtailsnippets_newsroom_dossier:list")).content.decode()


def test_what_has_no_day_yet_has_its_place_on_any_database(event, story, world):
    """SQLite and PostgreSQL put nothing at other ends."""
    draft = record.story("Pas encore", publish=False, dossier=world.dossier)
    assert list(stories_of(world.dossier)) == [draft, story]
    for day in (None, date(2026, 11, 25)):
        event.pk, event.dossier, event.first_day = None, None, day
        event.save()
    assert [each.first_day for each in tables.undrawn(world.dossier)] == [date(2026, 11, 25), None]
    row, said = record.accepted(draft, 1), record.accepted(story, 1)
    assert row.dated is None
    assert [each.pk for each in who.statements(said.actor, 2)] == [row.pk, said.pk]
    assert [each.article_id for each in who.appearances(said.actor)] == [draft.pk, story.pk]
