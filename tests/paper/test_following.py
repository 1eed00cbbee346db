"""What readers can follow is what they find: and its page, printed, is the same for everyone."""
from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from rotative.masthead.models import User
from rotative.masthead.readers import follows
from rotative.newsroom.models import Author, Dossier, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def there(db: None) -> dict[str, Any]:
    """Something of each kind, with a story."""
    factories.paper()
    fr = factories.locale("fr")
    section, author = factories.section("Eau", "eau"), Author.objects.create(name="Inès Caradec", slug="ines-caradec")
    topic, dossier = Topic.objects.create(name="Sécheresse", slug="secheresse", locale=fr), Dossier.objects.create(name="Orbance", headline="L'Orbance", slug="orbance", locale=fr)
    story = factories.article("Sept mois", section, authors=[author], dossier=dossier)
    story.topics.add(topic)
    story.save_revision().publish()
    return {"section": section, "author": author, "topic": topic, "dossier": dossier}


@pytest.mark.parametrize("kind", ["section", "author", "topic", "dossier"])
def test_the_page_of_each_leads_to_its_follow_and_back(there: dict[str, Any], kind: str) -> None:
    with override("fr"):
        thing = follows.find(kind, str(there[kind].pk))
    assert thing is not None
    reader, anybody = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    user = User.objects.create_user("", "ines@orbance.example", None)
    reader.force_login(user)
    page = anybody.get(thing.url)
    link = re.search(r'href="(/_/follow/[^"]+)" data-follow', page.content.decode())[1]
    assert link == f"/_/follow/{kind}/{there[kind].pk}/?in=fr" and reader.get(thing.url).content == page.content
    assert reader.post(link, {"want": "1"})["Location"] == thing.url
    assert follows.is_followed(user, kind, str(there[kind].pk))
    assert reader.get(thing.url).content == page.content, "printed pages do not vary by reader"


def test_what_readers_do_not_find_is_not_followed(there: dict[str, Any]) -> None:
    gone = Topic.objects.create(name="Rien", slug="rien", locale=factories.locale("fr"))
    visitor = Author.objects.create(name="Nobody", slug="nobody", on_staff=False)
    there["section"].unpublish()
    with override("fr"):
        for kind, key in (("topic", gone.pk), ("author", visitor.pk), ("section", there["section"].pk), ("dossier", 0), ("topic", "x"), ("topic", "9" * 30), ("topic", "١")):
            assert follows.find(kind, str(key)) is None, (kind, key)


def test_an_author_is_followed_in_the_language_of_the_visit(there: dict[str, Any]) -> None:
    with override("en"):
        assert follows.find("author", str(there["author"].pk)).url.startswith("/en/authors/")


def test_the_way_to_ones_account_is_in_the_colophon_and_the_same_for_all(there: dict[str, Any]) -> None:
    assert 'href="/_/account/?in=fr"' in Client(SERVER_NAME="localhost").get("/").content.decode()
