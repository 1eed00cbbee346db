"""A statement is public only while it is accepted and its words stand in the live text, whatever is done to the story."""
from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from rotative.newsroom.actions import withdraw
from rotative.newsroom.models import Article
from rotative.project.clock import Clock
from rotative.record import company, queries, reviews
from rotative.record.actions.deciding import accept, mend, reject, take_back
from rotative.record.actions.taking import take
from rotative.record.models import Actor, Appearance, Event, Statement
from rotative.record.reading.findings import Reading
from tests.factories import record

pytestmark = pytest.mark.django_db


def shown(story, dossier=None):
    """What readers may see of a story, by every way there is; they are of one mind."""
    story = Article.objects.filter(pk=story.pk).first() or story
    of_story = {row.pk for row in queries.public_statements_of(story)}
    of_actors = {row.pk for actor in Actor.objects.all() for row in queries.of_actor(actor.pk, "fr") if row.article_id == story.pk}
    in_dossier = {row.pk for row in queries.in_dossier(story.dossier_id)}
    alone = {row.pk for row in Statement.objects.all() if queries.statement(row.pk)}
    assert of_story == in_dossier == alone and of_actors <= alone
    return [row.words for row in queries.public_statements_of(story)]


def three_hours_later():
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        for agenda in Clock().agendas:
            agenda.tick(timezone.now())


def test_what_was_suggested_or_rejected_is_not_shown(story):
    first, second, _ = record.read(story)
    assert shown(story) == []
    accept(first, None)
    reject(second, None)
    assert shown(story) == [record.VALMER]
    take_back(first, None)
    assert shown(story) == []


def test_a_draft_shows_nothing_and_takes_nothing_away(story):
    record.accepted(story)
    record.rewrite(story, record.VALMER, "tout est à refaire", publish=False)
    assert shown(story) == [record.VALMER]


def test_what_was_accepted_in_a_draft_is_shown_once_it_is_published(story):
    story = record.rewrite(story, "la fin du mois", "la fin de l'année", publish=False)
    text = record.text_of(story)
    take(story, Reading("fr", (record.named(text, "Inès Valmer"),), (record.said(text, "l'accord sera signé avant la fin de l'année", "annoncé", "Inès Valmer", "Inès Valmer"),)), text)
    row = accept(Statement.objects.get(article=story.pk), None)
    assert (row.standing, shown(story)) == ("waiting", [])
    story.get_latest_revision().publish()
    assert shown(story) == ["l'accord sera signé avant la fin de l'année"]


def test_words_that_move_are_carried_along(story):
    row = record.accepted(story)
    record.rewrite(story, "Inès Valmer, nég", "C'était attendu. Inès Valmer, nég")
    assert shown(story) == [record.VALMER]
    before = row.start
    row.refresh_from_db()
    assert row.start == before + len("C'était attendu. ")
    assert [decision.verb for decision in reviews.history_of(row)] == ["accepted"]


def test_words_that_were_trimmed_are_shown_as_they_are_and_the_history_says_so(story):
    row = record.accepted(story)
    record.rewrite(story, " avant la fin du mois", " avant la fin")
    assert shown(story) == ["l'accord sera signé avant la fin"]
    assert [decision.verb for decision in reviews.history_of(row)] == ["accepted", "trimmed"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (record.VALMER, "tout est à refaire"),
        ("Inès Valmer", "Claire Quéméner"),
        ("a annoncé", "n'a pas annoncé"),
        ("sera signé", "ne sera pas signé"),
    ],
)
def test_words_that_were_rewritten_are_flagged_and_shown_no_more(story, was, now):
    row = record.accepted(story)
    record.rewrite(story, was, now)
    assert shown(story) == []
    assert row in reviews.flagged()
    assert [decision.verb for decision in reviews.history_of(row)] == ["accepted", "flagged"]
    record.rewrite(story, now, was)
    assert shown(story) == [record.VALMER]
    assert [decision.verb for decision in reviews.history_of(row)] == ["accepted", "flagged", "found-again"]


def test_a_flagged_statement_is_mended_where_its_words_are(story):
    row = record.accepted(story)
    story = record.rewrite(story, record.VALMER, "l'accord sera lu devant tous")
    mend(row, None, [record.at(story, "l'accord sera lu devant tous")])
    assert shown(story) == ["l'accord sera lu devant tous"]


def test_a_story_taken_off_or_withdrawn_takes_its_statements_along(story):
    row = record.accepted(story)
    story.unpublish()
    assert shown(story) == []
    row.refresh_from_db()
    assert row.standing == "waiting"
    story.get_latest_revision().publish()
    assert shown(story) == [record.VALMER]
    withdraw(Article.objects.get(pk=story.pk), None)
    assert shown(story) == []


def test_a_deleted_story_takes_its_statements_along(story, world):
    record.accepted(story)
    story.delete()
    assert (Statement.objects.count(), Appearance.objects.count(), queries.in_dossier(world.dossier.pk)) == (0, 0, [])


def test_a_story_under_embargo_shows_nothing_before_its_hour(world):
    story = record.story("À six heures", publish=False, dossier=world.dossier)
    record.accepted(story)
    story.go_live_at = timezone.now() + timedelta(hours=2)
    story.save_revision().publish()
    assert shown(story) == []
    three_hours_later()
    assert shown(story) == [record.VALMER]


def test_an_actor_has_no_page_before_readers_meet_them(world):
    story = record.story("À six heures", publish=False, dossier=world.dossier)
    actor = record.accepted(story).actor
    assert not company.has_page(actor.pk, "fr")
    story.get_latest_revision().publish()
    assert (company.has_page(actor.pk, "fr"), company.has_page(actor.pk, "en")) == (True, False)
    Article.objects.get(pk=story.pk).unpublish()
    assert not company.has_page(actor.pk, "fr")


def test_an_edit_that_is_to_be_published_later_changes_nothing_before(story):
    record.accepted(story)
    draft = story.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(hours=2)
    draft.save_revision()
    record.rewrite(draft, record.VALMER, "tout est à refaire")
    assert shown(story) == [record.VALMER]
    three_hours_later()
    assert shown(story) == []


def test_a_publication_that_fails_moves_nothing(story):
    row = record.accepted(story)
    with transaction.atomic():
        record.rewrite(story, record.VALMER, "tout est à refaire")
        assert shown(story) == []
        transaction.set_rollback(True)
    row.refresh_from_db()
    assert (row.standing, shown(story)) == ("stands", [record.VALMER])


def test_a_preview_shows_what_would_stand(story):
    record.accepted(story)
    draft = record.rewrite(story, record.VALMER, "tout est à refaire", publish=False).get_latest_revision_as_object()
    assert queries.public_statements_of(draft) == []


def test_an_event_is_in_the_timeline_while_its_words_stand_with_who_was_accepted(story, world):
    record.read(story)
    event = accept(Event.objects.get(article=story.pk), None)
    assert [(row.what, list(row.who.all())) for row in queries.timeline(world.dossier.pk)] == [("Réunion des cinq parties", [])]
    accept(Appearance.objects.get(article=story.pk, name="Inès Valmer"), None)
    assert [[each.name for each in row.who.all()] for row in queries.timeline(world.dossier.pk)] == [["Inès Valmer"]]
    record.rewrite(story, "réunies mardi", "réunies lundi")
    assert queries.timeline(world.dossier.pk) == []
    event.refresh_from_db()
    assert event.standing == "flagged"
