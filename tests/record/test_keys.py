"""The press hears of what readers may see, of nothing that only the desk does; and pages stand on what they were told."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from rotative.press import places
from rotative.press.models import Change
from rotative.press.rendering import rendering
from rotative.record import company, queries
from rotative.record.actions import texts
from rotative.record.actions.deciding import accept, mend
from rotative.record.actions.proposing import contradict
from rotative.record.models import Event, Statement
from tests import factories
from tests.factories import record

pytestmark = pytest.mark.django_db


@contextmanager
def writing() -> Iterator[set[str]]:
    """What changes inside, as keys."""
    last = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    written: set[str] = set()
    yield written
    written.update(str(change) for change in Change.objects.filter(pk__gt=last))


def of_the_record(written: set[str]) -> set[str]:
    return {key for key in written if key.split(":")[0] in {"statement", "appearance", "actor", "event", "text", "contradiction"}}


def test_what_is_accepted_is_a_change_of_it_of_who_speaks_and_of_nothing_else(story, world):
    first, *_ = record.read(story)
    with writing() as written:
        row = accept(first, world.editor)
    assert written == {f"statement:{row.pk}", f"appearance:{row.speaker_id}", f"actor:{row.actor_id}"}


def test_a_draft_and_a_publication_that_moves_nothing_change_nothing_here(story):
    record.accepted(story)
    with writing() as written:
        record.rewrite(story, "Saint-Elme", "Verel", publish=False)
    assert of_the_record(written) == set()
    with writing() as written:
        story.get_latest_revision().publish()
    assert of_the_record(written) == set()


def test_a_statement_leaves_its_lists_with_its_words(story):
    row = record.accepted(story)
    where = [("list", "said-by", f"{row.actor_id}-fr"), ("list", "said-in", str(story.pk))]
    assert sorted(place[:3] for place in places.now_of("statement", [row.pk])[f"statement:{row.pk}"]) == where
    with writing() as written:
        record.rewrite(story, record.VALMER, "tout est à refaire")
    assert of_the_record(written) == {f"statement:{row.pk}"}
    assert places.now_of("statement", [row.pk])[f"statement:{row.pk}"] == []


def test_a_story_taken_off_changes_its_statements(story):
    row = record.accepted(story)
    with writing() as written:
        story.unpublish()
    assert of_the_record(written) == {f"statement:{row.pk}", f"appearance:{row.speaker_id}"}


def test_a_page_stands_on_the_list_and_on_each_row_that_it_was_told(story, world):
    row = record.accepted(story)
    row.refresh_from_db()
    with rendering(factories.NOON, "fr") as page:
        assert queries.public_statements_of(story) == [row]
        assert queries.of_actor(row.actor.pk, "fr") == [row]
    assert {f"list:said-in:{story.pk}", f"list:said-by:{row.actor_id}-fr", f"statement:{row.pk}", f"actor:{row.actor_id}", f"appearance:{row.speaker_id}"} <= page.keys


def test_a_dossier_stands_on_what_may_yet_be_said_in_it(story, world):
    record.read(story)
    event = accept(Event.objects.get(article=story.pk), None)
    with rendering(factories.NOON, "fr") as page:
        assert queries.in_dossier(world.dossier.pk) == []
        assert queries.timeline(world.dossier.pk) == [event]
        assert company.actors_in(world.dossier.pk) == []
    speaker = event.who.first()
    assert {f"list:said-in:{story.pk}", f"list:seen-in:{story.pk}", f"list:timeline:{world.dossier.pk}", f"event:{event.pk}", f"appearance:{speaker.pk}"} <= page.keys


def test_a_table_stands_on_its_text_and_on_statements_that_are_not_shown_yet(story, world):
    row = record.accepted(story)
    text = texts.draw_up(world.dossier, "L'accord", world.editor)
    point = texts.add_point(text, "1", "Les vannes", world.editor)
    texts.show(text, world.editor)
    with writing() as written:
        texts.set_position(point, row.actor, "accepts", factories.NOON.date(), world.editor, [row])
    assert of_the_record(written) == {f"text:{text.pk}"}
    record.rewrite(story, "Inès Valmer", "Claire Quéméner")
    with rendering(factories.NOON, "fr") as page:
        assert queries.positions_of(text).parties == ()
    assert {f"text:{text.pk}", f"statement:{row.pk}"} <= page.keys


def test_a_contradiction_is_told_to_both_sides(story, world):
    first, second = (accept(row, None) for row in record.read(story)[:2])
    with rendering(factories.NOON, "fr") as page:
        queries.contradictions_of([first])
    assert f"list:contradictions:{first.pk}" in page.keys
    pair = contradict(first, second, world.editor)
    assert [place[:3] for place in places.now_of("contradiction", [pair.pk])[f"contradiction:{pair.pk}"]] == [
        ("roll", "list:contradictions", str(first.pk)), ("roll", "list:contradictions", str(second.pk)),
    ]  # fmt: skip


def test_what_is_mended_is_a_change(story, world):
    row = record.accepted(story)
    with writing() as written:
        mend(row, world.editor, act="promises")
    assert of_the_record(written) == {f"statement:{row.pk}"}
    assert Statement.objects.get(pk=row.pk).act == "promises"
