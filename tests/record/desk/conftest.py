"""An editor at the desk of the record, and what they see there."""
from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from rotative.masthead.models import User
from rotative.record.actions import texts
from rotative.record.actions.deciding import accept
from rotative.record.models import NegotiatedText, Statement
from tests.factories import record


class Desk:
    """Someone at the desk, in English; pages by the names of their addresses."""

    def __init__(self, user: User) -> None:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
        self.client = Client()
        self.client.force_login(user)

    def get(self, name: str, /, *args: Any, query: str = "") -> Any:
        return self.client.get(reverse(name, args=args) + query)

    def post(self, name: str, /, *args: Any, query: str = "", **data: Any) -> Any:
        return self.client.post(reverse(name, args=args) + query, data)

    def sees(self, name: str, /, *args: Any, query: str = "") -> str:
        """The words of a page."""
        answer = self.get(name, *args, query=query)
        assert answer.status_code == 200
        return words_of(answer)


def is_refused(answer: Any) -> bool:
    """The desk sends who may not to its first page, with a sentence."""
    return (answer.status_code, answer.headers.get("Location")) == (302, reverse("wagtailadmin_home"))


def words_of(answer: Any) -> str:
    main = answer.content.decode().split("<main", 1)[-1]
    return " ".join(unescape(re.sub(r"<(script|template).*?</\1>|<[^>]+>", " ", main, flags=re.S)).split())


@pytest.fixture
def editor(world: Any, db: Any) -> Desk:
    return Desk(world.editor)


@pytest.fixture
def reporter(world: Any, db: Any) -> Desk:
    return Desk(world.reporter)


@pytest.fixture
def spoken(story: Any) -> list[Statement]:
    """What Valmer and Ossola said in the story, accepted."""
    return [accept(row, None) for row in record.read(story)[:2]]


@pytest.fixture
def text(world: Any, db: Any) -> NegotiatedText:
    """The accord, with two axes and three points; only the desk sees it."""
    made = texts.draw_up(world.dossier, "L'accord de l'Orbance", world.editor)
    water, money = (texts.add_axis(made, name, world.editor) for name in ("L'eau", "Le prix"))
    for number, title, axis in (("1", "Les vannes", water), ("2", "Les mois d'été", water), ("3", "Le péage", money)):
        texts.add_point(made, number, title, world.editor, axis)
    return made
