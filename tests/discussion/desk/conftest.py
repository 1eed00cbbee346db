"""A story, who wrote under it, and who keeps the discussion."""
from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from rotative.masthead import roles
from rotative.masthead.roles import Role
from tests import factories
from tests.discussion.desk.desks import Desk
from tests.factories import desk


@pytest.fixture(scope="module")
def made(lasting: None) -> SimpleNamespace:
    factories.paper()
    roles.establish()
    section = factories.section()
    people = {role.value: desk.staff(role, [section] if role == Role.EDITOR else []) for role in Role}
    other = desk.staff(Role.MODERATOR, name="Maël Kergoat")
    writer = factories.UserFactory(name="Yvonne Castagnet", email="yvonne@lac.example")
    return SimpleNamespace(story=factories.article("Sept mois de pourparlers", parent=section), other=other, writer=writer, **people)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def world(made: SimpleNamespace, db: Any) -> SimpleNamespace:
    """moderator, other (a second one), editor, publisher, reporter; writer, a reader; story."""
    return deepcopy(made)


@pytest.fixture
def moderator(world: SimpleNamespace) -> Desk:
    return Desk(world.moderator)
