"""A paper with a discussion that takes all, who writes there, and browsers with their cookies."""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from rotative.discussion.models import DiscussionRules, Trust
from rotative.masthead import roles
from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from rotative.newsroom.models import Article
from tests import factories

TEXT = "Chez nous, trente-huit millions, c’est une date : si l’eau part avant juillet, il n’y a pas de deuxième coupe."


class Browser(Client):
    """Sends each form with the token of the page it is on, as a browser does."""

    def __init__(self, **more: Any) -> None:
        super().__init__(enforce_csrf_checks=True, SERVER_NAME="localhost", **more)

    def token(self, page: str) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(page).content.decode())
        return found[1] if found else ""

    def send(self, page: str, to: str = "", /, **told: Any) -> Any:
        return self.post(to or page, {"csrfmiddlewaretoken": self.token(page), **told})

    def enters(self, user: User) -> Browser:
        self.force_login(user, "rotative.masthead.readers.backend.ReaderBackend")
        return self


@pytest.fixture
def story(db: None) -> Article:
    cache.clear()
    factories.paper()
    roles.establish()
    DiscussionRules.objects.update_or_create(defaults={"allows_guests": True, "longest": 5_000, "links": 9})
    return factories.article(discussion="open", slug="un")


def reader(name: str = "Yvonne Castagnet", email: str = "yvonne@lac.example") -> User:
    """Somebody whom the paper has known and trusted for years."""
    user: User = User.objects.create_user(email, date_joined=timezone.now() - timedelta(days=900))
    Reader.objects.create(user=user, name=name, language="fr")
    Trust.objects.create(writer=user, state=Trust.TRUSTED)
    return user
