"""A paper, made once a module, and a story of it that each test may spoil."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from rotative.masthead import roles
from rotative.masthead.models import User
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article, Dossier
from tests import factories
from tests.factories import desk, record


@dataclass(frozen=True)
class World:
    """A story in a dossier, who may publish it, and who may only write it."""

    story: Article
    dossier: Dossier
    editor: User
    reporter: User


@pytest.fixture(scope="module")
def world(lasting: None) -> World:
    factories.paper()
    pays = factories.section()
    roles.establish()
    dossier = factories.DossierFactory(slug="orbance")
    editor = desk.staff(Role.EDITOR, [pays], name="Maël Kergoat", email="mael@amer.example")
    reporter = desk.staff(Role.REPORTER, name="Lou Amsellem", email="lou@amer.example")
    return World(record.story(dossier=dossier), dossier, editor, reporter)


@pytest.fixture
def story(world: World, db: Any) -> Article:
    return Article.objects.get(pk=world.story.pk)
