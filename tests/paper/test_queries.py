"""How many questions a page asks, as exact numbers, whatever the archive holds."""
from __future__ import annotations

from datetime import timedelta

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rotative.audience import ranking
from rotative.audience.models import Reading
from rotative.masthead import roles
from rotative.masthead.models import Masthead, MastheadText
from rotative.masthead.roles import Role
from rotative.newsroom.models import Correction, FrontSlot, PickedStory
from rotative.paper import redirects
from rotative.press.documents import render
from rotative.press.rendering import rendering
from rotative.record import company
from rotative.record.actions.deciding import accept
from rotative.record.actions.proposing import contradict
from rotative.record.models import Appearance
from tests import factories
from tests.factories import NOON, desk, negotiation, record
from tests.factories.blocks import every_block

pytestmark = pytest.mark.django_db

ARTICLE, FRONT, RICHEST = 13, 23, 15  # one of an article's is whether anything is recorded of it
STATEMENT = 11
SAID, DENIED = 3, 1  # more, where something was: who has a page and who denies it; from another story, that story
TEXT, CARD, DOSSIER = 20, 16, 40


def asked(path: str) -> list[str]:
    kind, address = redirects.kind_of(path)
    with CaptureQueriesContext(connection) as queries:
        render(kind, address, NOON)
    return [query["sql"] for query in queries]


def archive(days: int) -> None:
    """A paper with several stories a day, pictures, opinions, a dossier on the front."""
    front = factories.paper()
    MastheadText.objects.create(masthead=Masthead.objects.get(), language="fr", motto="Un point fixe")
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
    ranking.renew(NOON)
    FrontSlot.objects.create(front=front, place="lead", article=story)


@pytest.mark.parametrize("days", [3, 12])
def test_an_article_asks_the_same_whatever_the_archive_holds(days):
    archive(days)
    assert len(asked("/pays/jour-0-0/")) == ARTICLE


@pytest.mark.parametrize("genre", ["report", "opinion"])
def test_no_article_asks_more(genre):
    """One with every block, links in its text, a translation, picked stories, corrections, an editor from elsewhere."""
    archive(3)
    asides = [factories.article(f"À côté {number}", picture=factories.PictureFactory(), authors=[factories.AuthorFactory()]) for number in range(4)]
    others = [factories.AuthorFactory(portrait=factories.PictureFactory()) for _ in range(2)]
    link = f'<a linktype="page" id="{asides[0].pk}">ici</a>, <a linktype="page" id="{asides[0].get_parent().pk}">là</a>'
    story = factories.article(
        "Tout à la fois", factories.section("Val", "val", parent=asides[0].get_parent()), authors=others, slug="tout", genre=genre,
        editor=factories.AuthorFactory(on_staff=False), picture=factories.PictureFactory(), dossier=factories.DossierFactory(slug="val"),
        topics=[factories.TopicFactory() for _ in range(3)], sources=f"<p>{link}</p>", method=f"<p>{link}</p>", body=every_block(asides[1], asides[2].picture, asides[3].picture, link),
    )  # fmt: skip
    english = factories.section("Country", "country", language="en")
    factories.article("All at once", english, translation_key=story.translation_key)
    PickedStory.objects.bulk_create(PickedStory(article=story, story=other) for other in asides[:3])
    Correction.objects.create(article=story, when=NOON, text="Une date était fausse.")
    queries = asked(story.address)
    assert len(queries) == RICHEST


@pytest.mark.parametrize("count", [1, 3])
def test_who_says_what_asks_the_same_however_much_was_said(count):
    archive(3)
    roles.establish()
    story = record.story(slug="accord")
    rows = record.read(story)[:count]
    before = len(asked(story.address))
    rows = [accept(row, None) for row in rows]
    assert len(asked(story.address)) == before + SAID
    if count > 1:
        contradict(rows[0], rows[1], desk.staff(Role.PUBLISHER))
        assert len(asked(story.address)) == before + SAID + DENIED


def test_a_statements_page_asks_little():
    archive(3)
    row = accept(record.read(record.story(slug="accord"))[0], None)
    assert len(asked(f"/declarations/{row.pk}/")) == STATEMENT


def test_a_search_asks_the_same_however_many_have_the_name():
    factories.paper()
    factories.section()
    counts = []
    for number in range(4):
        story = record.story(slug=f"accord-{number}")
        actor = record.ActorFactory()
        seen = {"state": "accepted", "standing": "stands", "mentions": [record.at(story, "Inès Valmer").as_json()]}
        Appearance.objects.create(article=story, language="fr", kind="person", name="Inès Valmer", actor=actor, **seen)
        with rendering(NOON, "fr"), CaptureQueriesContext(connection) as queries:
            assert len(company.named("valmer", "fr")) == number + 1
        counts.append(len(queries))
    assert len(set(counts)) == 1


@pytest.mark.parametrize("days", [16, 40])
def test_a_front_asks_the_same_whatever_the_archive_holds(days):
    archive(days)
    assert len(asked("/")) == FRONT


def negotiated(points: int, parties: int, events: int) -> str:
    """A paper with a text of so many points, denials, and what happened; the slug of the text."""
    factories.paper()
    roles.establish()
    factories.section()
    by, dossier = desk.staff(Role.PUBLISHER), factories.DossierFactory(slug="orbance")
    made = negotiation.accord(by, dossier, points, parties)
    negotiation.happenings(dossier, events)
    for point in range(1, points, 3):
        claim, denial, *_ = (row for (place, _party), row in made.said.items() if place == point)
        contradict(claim, denial, by)
    return "l-accord-de-l-orbance"


@pytest.mark.parametrize(("points", "parties", "events"), [(4, 3, 2), (24, 5, 7)])
def test_the_record_asks_the_same_however_much_there_is(points, parties, events):
    slug = negotiated(points, parties, events)
    counts = {path: len(asked(path)) for path in (f"/textes/{slug}/", f"/_/embed/fr/text/{slug}/", "/dossiers/orbance/")}
    assert counts == {f"/textes/{slug}/": TEXT, f"/_/embed/fr/text/{slug}/": CARD, "/dossiers/orbance/": DOSSIER}


def test_a_text_of_twenty_four_points_and_five_parties_is_small(client):
    found = client.get(f"/textes/{negotiated(24, 5, 7)}/").content
    assert len(brotli.compress(found, quality=5)) <= 14 * 1024
