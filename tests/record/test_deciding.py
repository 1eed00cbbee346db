"""An editor accepts, rejects, mends, adds; each is kept in the history, and only who may publish a story decides in it."""
from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from rotative.masthead.models import User
from rotative.record import reviews
from rotative.record.actions.deciding import accept, add, mend, reject, take_back
from rotative.record.models import Actor, Appearance, Decision, Essential, Event, Statement
from rotative.record.models.decisions import WrittenForGood
from rotative.record.reviews import Precision
from tests.factories import record

pytestmark = pytest.mark.django_db


def verbs(row):
    return [decision.verb for decision in reviews.history_of(row)]


def test_who_speaks_is_accepted_with_what_they_say(story, world):
    first, *_ = record.read(story)
    row = accept(first, world.editor)
    assert (row.state, row.decided_by, row.standing) == ("accepted", world.editor, "stands")
    assert (row.speaker.state, row.actor.name, row.actor.slug) == ("accepted", "Inès Valmer", "ines-valmer")
    assert (verbs(row), verbs(row.speaker)) == (["accepted"], ["accepted"])


def test_an_actor_whom_the_paper_knows_is_not_made_twice(story, world):
    known = record.ActorFactory()
    assert accept(record.read(story)[0], world.editor).actor == known
    assert Actor.objects.filter(name="Inès Valmer").count() == 1


def test_who_is_new_in_two_stories_read_at_once_is_one_actor(story, world):
    first, other = (record.read(each)[0] for each in (story, record.story("Le débit")))
    assert first.speaker.proposed is other.speaker.proposed is None
    actor = accept(first, world.editor).actor
    seen = Appearance.objects.get(pk=other.speaker.pk)
    assert (seen.proposed, seen.actor, seen.state) == (actor, None, "suggested"), "An editor sees it before anything is accepted."
    assert accept(other, world.editor).actor == actor


def test_who_is_added_by_hand_is_who_has_the_name(story, world):
    known = record.ActorFactory(name="Anna Ossola")
    row = add(Appearance, story, world.editor, [record.at(story, "Anna Ossola")], name="Anna Ossola", kind="person", role="", actor=None)
    assert row.actor == known


def test_who_is_called_otherwise_and_nobody_chosen_is_not_whom_the_reading_proposed(story, world):
    known = record.ActorFactory()
    first, *_ = record.read(story)
    assert first.speaker.proposed == known
    row = mend(first.speaker, world.editor, name="Ines Valmer-Petit", actor=None)
    assert (row.actor.name, row.actor == known) == ("Ines Valmer-Petit", False)
    other = record.ActorFactory(name="Ines Le Valmer")
    assert mend(row, world.editor, name="Ines Le Valmer", actor=None).actor == other


@pytest.mark.parametrize("act", [accept, reject, take_back, mend])
def test_who_may_not_publish_a_story_decides_nothing_in_it(story, world, act):
    first, *_ = record.read(story)
    with pytest.raises(PermissionDenied):
        act(first, world.reporter)
    with pytest.raises(PermissionDenied):
        add(Statement, story, world.reporter, [record.at(story, record.VALMER)])
    assert not Decision.objects.exists()


def test_nothing_is_accepted_that_nobody_says(story, world):
    first, *_ = record.read(story)
    first.speaker.delete()
    first.refresh_from_db()
    with pytest.raises(ValidationError, match="'speaker'"):
        accept(first, world.editor)
    assert Statement.objects.get(pk=first.pk).state == "suggested"


def test_the_speaker_the_act_and_the_ends_are_mended(story, world):
    first, second, _ = record.read(story)
    row = mend(first, world.editor, [record.at(story, "sera signé avant la fin du mois")], record.text_of(story).by_id, act="promises", speaker=second.speaker)
    assert (row.state, row.words, row.act, row.actor.name, row.standing) == ("mended", "sera signé avant la fin du mois", "promises", "Anna Ossola", "stands")
    assert [(part.kind, part.anchor.words) for part in row.grounds] == [
        ("content", "sera signé avant la fin du mois"), ("cue", "annoncé"), ("speaker", "Inès Valmer"), ("name", "Anna Ossola"),
    ]  # fmt: skip
    assert reviews.history_of(row)[-1].data["was"]["act"] == "announces"


def test_a_column_that_nobody_may_mend_is_a_mistake(story, world):
    with pytest.raises(TypeError):
        mend(record.read(story)[0], world.editor, state="accepted")


def test_a_source_without_a_name_keeps_its_description(story, world):
    row = accept(record.read(story)[2], world.editor)
    assert (row.actor, row.described, row.standing) == (None, "une source proche des communes", "stands")
    with pytest.raises(ValidationError):
        mend(row, world.editor, described="")


def test_an_actor_rejected_takes_back_what_was_accepted_of_it(story, world):
    row = accept(record.read(story)[0], world.editor)
    reject(row.speaker, world.editor)
    row.refresh_from_db()
    assert (row.state, row.standing, verbs(row)) == ("suggested", "waiting", ["accepted", "taken-back"])
    with pytest.raises(ValidationError, match="'speaker'"):
        accept(row, world.editor)


def test_who_an_actor_is_can_be_said_and_what_they_said_follows(story, world):
    row = accept(record.read(story)[0], world.editor)
    other = record.ActorFactory(name="Inès Valmer", slug="l-autre")
    mend(row.speaker, world.editor, actor=other)
    row.refresh_from_db()
    assert row.actor == other


def test_what_no_reading_found_is_added_by_hand(story, world):
    speaker = add(Appearance, story, world.editor, [record.at(story, "Anna Ossola")], kind="person", name="Anna Ossola")
    blocks = record.text_of(story).by_id
    row = add(Statement, story, world.editor, [record.at(story, record.OSSOLA)], blocks, speaker=speaker, act="refuses")
    event = add(Event, story, world.editor, [record.at(story, record.BODY[3])], what="Réunion", who=[speaker])
    assert (row.origin, row.state, row.standing, row.actor.name, verbs(row)) == ("hand", "accepted", "stands", "Anna Ossola", ["added"])
    assert (event.dossier, list(event.who.all()), event.standing) == (world.dossier, [speaker], "stands")
    record.read(story)
    assert Statement.objects.filter(article=story.pk, words=record.OSSOLA).count() == 1


def test_an_essential_is_rewritten(story, world):
    record.read(story)
    row = mend(Essential.objects.get(article=story.pk), world.editor, text="L'accord sera signé ce mois-ci.")
    assert (row.text, row.state) == ("L'accord sera signé ce mois-ci.", "mended")


def test_the_history_is_added_to_and_never_changed(story, world):
    accept(record.read(story)[0], world.editor)
    row = Decision.objects.first()
    for change in (row.save, row.delete, Decision.objects.all().delete, lambda: Decision.objects.update(verb="rejected")):
        with pytest.raises(WrittenForGood):
            change()


def test_the_history_outlives_the_story_and_the_account(story, world):
    accept(record.read(story)[0], world.editor)
    story.delete()
    User.objects.get(pk=world.editor.pk).delete()
    assert set(Decision.objects.values_list("article", "by")) == {(None, None)}


def test_precision_counts_what_was_decided_last_of_what_was_read(story, world):
    first, second, third = record.read(story)
    reject(first, world.editor)
    accept(first, world.editor)
    mend(second, world.editor, act="refuses")
    reject(third, world.editor)
    add(Statement, story, world.editor, [record.at(story, "sont déjà imprimés")], unnamed=True, described="une source")
    found = reviews.precision()
    assert found["statement"] == Precision(1, 1, 1) and found["statement"].share == pytest.approx(2 / 3)
    take_back(first, world.editor)
    assert reviews.precision()["statement"] == Precision(0, 1, 1)


def test_stories_in_which_something_waits(story, world):
    assert list(reviews.unreviewed()) == []
    rows = [row for found in reviews.of_story(story).values() for row in found]
    assert rows == []
    record.read(story)
    assert list(reviews.unreviewed()) == [story]
    for model, found in reviews.of_story(story).items():
        for row in found:
            if model is not Essential:
                accept(row, world.editor)
    assert list(reviews.unreviewed()) == []


