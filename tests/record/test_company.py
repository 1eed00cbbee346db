"""Who is in a story and a dossier, and with whom; and a story that is read."""
from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rotative.record import company
from rotative.record.actions import actors, rereading
from rotative.record.actions.deciding import accept
from rotative.record.company import SeenRole
from rotative.record.models import Appearance, Statement
from tests import factories
from tests.factories import NOON, record

pytestmark = pytest.mark.django_db


def test_who_was_accepted_is_in_the_story_while_it_is_named_there(story, world):
    record.read(story)
    valmer, ossola = Appearance.objects.filter(article=story.pk).order_by("name")[::-1]
    assert company.actors_of(story.pk) == []
    for row in (valmer, ossola):
        accept(row, None)
    assert [row.name for row in company.actors_of(story.pk)] == ["Inès Valmer", "Anna Ossola"]
    valmer.refresh_from_db()
    assert company.stories_of(valmer.actor_id, "fr") == [story.pk]
    assert [(other.name, count) for other, count in company.company_of(valmer.actor_id, "fr")] == [("Anna Ossola", 1)]
    assert [(other.name, count) for other, count in company.actors_in(world.dossier.pk)] == [("Anna Ossola", 1), ("Inès Valmer", 1)]
    record.rewrite(story, "Anna Ossola", "une élue")
    assert [row.name for row in company.actors_of(story.pk)] == ["Inès Valmer"]
    assert company.company_of(valmer.actor_id, "fr") == []


def test_roles_are_those_that_editors_said_else_those_of_stories(story, world):
    row = record.accepted(story)
    day = NOON.date()
    assert company.roles_of(row.actor_id, "fr") == [SeenRole("négociatrice de l'Orbance", day, day)]
    assert company.roles_of(row.actor_id, "en") == []
    actors.appoint(row.actor, "préfète", "fr", world.editor, date(2026, 1, 1))
    assert company.roles_of(row.actor_id, "fr") == [SeenRole("préfète", date(2026, 1, 1), None, is_said=True)]


@pytest.fixture
def reader(monkeypatch: Any) -> list[str]:
    """A reader that finds what the story says; what it was given to read."""
    given: list[str] = []

    def read(words: str, published: Any, language: str, blocks: Any) -> Any:
        given.append(words)
        return record.reading(record.typed([{"type": "paragraph", "id": "all", "value": words}]))

    monkeypatch.setattr(rereading.reader, "read", read)
    return given


def test_a_draft_is_read_once(story, reader):
    assert rereading.read(story)
    assert Statement.objects.filter(article=story.pk).count() == 3
    assert not rereading.read(story)
    assert reader == [record.text_of(story).words]


def test_a_language_that_nobody_reads_is_not_read(world, reader):
    section = factories.section("País", "pais", language="es")
    assert not rereading.read(record.story("El puerto", parent=section))
    assert reader == []
