"""A reading becomes suggestions; read again, nothing that was decided is lost or asked again."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rotative.record.actions import taking
from rotative.record.actions.deciding import accept, mend, reject, take_back
from rotative.record.actions.taking import is_read, take
from rotative.record.models import Appearance, Decision, Essential, Event, Statement
from rotative.record.reading.findings import Reading, Span
from tests import factories
from tests.factories import record

pytestmark = pytest.mark.django_db

QUERIES = 36  # of two actors, three statements, an event and an essential


def rows(story):
    return [
        [(row.pk, str(row), row.state) for row in model.objects.filter(article=story.pk).order_by("pk")]
        for model in (Appearance, Statement, Event, Essential)
    ]


def test_all_that_was_found_is_suggested(story):
    first, second, third = record.read(story)
    assert (first.words, first.act, first.mode, first.speaker.name, first.speaker.role) == (
        record.VALMER, "announces", "indirect", "Inès Valmer", "négociatrice de l'Orbance",
    )  # fmt: skip
    assert (first.said_from, first.state, first.origin, first.actor) == (date(2026, 11, 23), "suggested", "reading", None)
    assert (third.unnamed, third.described, third.speaker) == (True, "une source proche des communes", None)
    event = Event.objects.get(article=story.pk)
    assert (event.what, event.first_day, event.hour, [row.name for row in event.who.all()]) == ("Réunion des cinq parties", date(2026, 11, 24), time(10), ["Inès Valmer"])
    assert Essential.objects.get(article=story.pk).words == record.VALMER
    assert not Decision.objects.exists()


def test_read_again_nothing_changes(story):
    record.read(story)
    before = rows(story)
    record.read(story)
    assert rows(story) == before
    assert is_read(story, record.text_of(story))


def test_what_was_decided_stays_decided_when_the_story_is_edited_around_it(story):
    first, second, third = record.read(story)
    accept(first, None)
    reject(second, None)
    mend(third, None, act="reveals")
    story = record.rewrite(story, "qui parle pour les communes.", "qui parle pour les communes. On le sait.", publish=False)
    story = record.rewrite(story, "Inès Valmer, négociatrice", "C'est fait. Inès Valmer, négociatrice", publish=False)
    text = record.text_of(story)
    take(story, record.reading(text), text)
    assert [(row.pk, row.state, row.act) for row in Statement.objects.filter(article=story.pk).order_by("pk")] == [
        (first.pk, "accepted", "announces"), (second.pk, "rejected", "denies"), (third.pk, "mended", "reveals"),
    ]  # fmt: skip


def test_a_suggestion_that_is_found_no_more_goes_and_a_decision_does_not(story):
    first, *_ = record.read(story)
    accept(first, None)
    take(story, Reading("fr"), record.text_of(story))
    assert [row.pk for row in Statement.objects.filter(article=story.pk)] == [first.pk]
    assert not Event.objects.filter(article=story.pk).exists()


def test_words_whose_ends_were_mended_are_the_same_words(story):
    first, *_ = record.read(story)
    mend(first, None, content=[record.at(story, "sera signé avant la fin")])
    record.read(story)
    assert Statement.objects.filter(article=story.pk).count() == 3


def test_with_another_speaker_it_is_asked_again(story):
    first, *_ = record.read(story)
    accept(first, None)
    story = record.rewrite(story, "Inès Valmer", "Claire Quéméner", publish=False)
    text = record.text_of(story)
    found = record.said(text, record.VALMER, "annoncé", "Claire Quéméner", "Claire Quéméner", act="announces")
    take(story, Reading("fr", (record.named(text, "Claire Quéméner"),), (found,)), text)
    kept, new = Statement.objects.filter(article=story.pk).order_by("pk")
    assert (kept.speaker.name, kept.state) == ("Inès Valmer", "accepted")
    assert (new.speaker.name, new.state) == ("Claire Quéméner", "suggested")


def test_an_actor_whom_the_paper_knows_is_proposed_and_a_namesake_is_not(story):
    known = record.ActorFactory()
    record.read(story)
    assert Appearance.objects.get(article=story.pk, name="Inès Valmer").proposed == known
    record.ActorFactory()
    record.read(story)
    assert Appearance.objects.get(article=story.pk, name="Inès Valmer").proposed is None


def test_an_actor_that_was_rejected_speaks_no_more(story):
    first, *_ = record.read(story)
    reject(first.speaker, None)
    again, *_ = record.read(story)
    assert (again.pk, again.speaker, again.described) == (first.pk, None, "Inès Valmer")
    assert Appearance.objects.filter(article=story.pk).count() == 2


def test_a_block_quotation_says_itself_who_speaks(world):
    body = [factories.paragraph("On attendait le dernier."), ("quotation", {"text": "<p>« On part ensemble. »</p>", "speaker": "Nadège Ferrand", "role": "juge"})]
    story = factories.article("Le col", body=body)
    text = record.text_of(story)
    take(story, Reading("fr"), text)
    row = Statement.objects.get(article=story.pk)
    assert (row.words, row.speaker.name, row.speaker.role, row.mode) == ("« On part ensemble. »", "Nadège Ferrand", "juge", "direct")


def test_a_quotation_over_two_paragraphs_rests_on_both(world):
    story = record.story("Deux paragraphes", ["Anna Ossola l'a dit : « Nous viendrons.", "Nous serons tous là. »"])
    text = record.text_of(story)
    start = text.words.index("« Nous")
    found = replace(record.said(text, "« Nous", "dit", "Anna Ossola", "Anna Ossola"), span=Span(start, len(text.words)))
    take(story, Reading("fr", (record.named(text, "Anna Ossola"),), (found,)), text)
    row = accept(Statement.objects.get(article=story.pk), None)
    assert [part.anchor.words for part in row.grounds if part.kind == "content"] == ["« Nous viendrons.", "Nous serons tous là. »"]
    record.rewrite(story, "serons tous", "serons peu")
    row.refresh_from_db()
    assert row.standing == "flagged"


def test_who_may_not_write_a_story_has_it_read_by_nobody(story, world):
    with pytest.raises(PermissionDenied):
        take(story, Reading("fr"), record.text_of(story), world.reporter)


def test_a_reading_asks_no_more_of_the_story_for_each_row(story, django_assert_num_queries):
    """None of its questions loads the story, its body with it."""
    text = record.text_of(story)
    reading = record.reading(text)
    with django_assert_num_queries(QUERIES) as asked:
        take(story, reading, text)
    assert not [query for query in asked if "newsroom_article" in query["sql"] and query["sql"].startswith("SELECT")]


def test_what_publishing_says_meanwhile_is_not_written_over(story):
    """The reading looked at the row before the story was published, and writes it after."""
    first, *_ = record.read(story)
    accept(first, None)
    before = Appearance.objects.get(pk=first.speaker_id)
    before.standing = "waiting"
    taking._meet(before, {"mentions": []})
    row = Appearance.objects.get(pk=first.speaker_id)
    assert (row.standing, row.state) == ("stands", "accepted") and row.mentions


def assert_holds(act):
    """The first of the record's rows that is asked for is the one that all hold."""
    with CaptureQueriesContext(connection) as asked:
        act()
    first = next(query["sql"] for query in asked if "record_" in query["sql"])
    assert "record_lastreading" in first and ("FOR UPDATE" in first or not connection.features.has_select_for_update)


@pytest.mark.parametrize("decide", [accept, reject, take_back, mend])
def test_what_is_decided_waits_for_a_reading_that_is_taken_and_is_not_written_over(story, decide):
    """Both hold the row of the story's last reading before they look at any other: the second sees what the first made."""
    first, *_ = record.read(story)
    assert_holds(lambda: decide(first, None))
    assert_holds(lambda: record.read(story))
    assert_holds(story.save)  # what publishes waits, too
