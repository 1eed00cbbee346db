"""How many questions a page asks, as exact numbers, whatever the archive holds."""
from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rotative.audience.models import Reading
from rotative.newsroom.models import FrontSlot
from rotative.paper import addresses
from rotative.press.documents import render
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

ARTICLE, FRONT = 14, 21


def asked(path: str) -> list[str]:
    address = addresses.read(path, ["fr", "en"])
    with CaptureQueriesContext(connection) as queries:
        render(address.kind, address, NOON)
    return [query["sql"] for query in queries]


def archive(days: int) -> None:
    """A paper with several stories a day, pictures, opinions, a dossier on the front."""
    front = factories.paper()
    sections = [factories.section(), factories.section("Mer", "mer"), factories.section("Idées", "idees")]
    author = factories.AuthorFactory(slug="ines", portrait=factories.PictureFactory())
    factories.front("en")
    dossier, topic = factories.DossierFactory(slug="accord"), factories.TopicFactory()
    front.dossier = dossier
    front.save()
    for day in range(days):
        for number, section in enumerate(sections):
            story = factories.article(
                f"Jour {day}, histoire {number}", section, authors=[author], slug=f"jour-{day}-{number}", dossier=dossier, topics=[topic],
                genre="opinion" if number == 2 else "news", at=NOON - timedelta(days=day, minutes=number),
                picture=factories.PictureFactory() if not day else None,
            )  # fmt: skip
            Reading.objects.create(article=story, day=(NOON - timedelta(days=1)).date(), count=number + 1)
    FrontSlot.objects.create(front=front, place="lead", article=story)


@pytest.mark.parametrize("days", [3, 12])
def test_an_article_asks_the_same_whatever_the_archive_holds(days):
    archive(days)
    assert len(asked("/pays/jour-0-0/")) == ARTICLE


@pytest.mark.parametrize("days", [8, 16])
def test_a_front_asks_the_same_whatever_the_archive_holds(days):
    archive(days)
    assert len(asked("/")) == FRONT
