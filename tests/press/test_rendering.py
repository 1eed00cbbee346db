"""What a rendering gathers: keys of what was loaded, lists, cards, the instant it holds until."""
from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rotative.newsroom import queries
from rotative.newsroom.models import Article, Author
from rotative.paper import addresses
from rotative.press.documents import render
from rotative.press.guard import StrayQuery
from rotative.press.listings import registered
from rotative.press.reads import named_read
from rotative.press.rendering import NotRendering, current, hold_until, now, once, rendering, stand_on
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def printed(path: str, at=NOON):
    address = addresses.read(path, ["fr", "en"])
    return render(address.kind, address, at)


def test_an_instance_loaded_while_rendering_adds_its_key():
    author = factories.AuthorFactory()
    with rendering(NOON, "fr") as page:
        Author.objects.get(pk=author.pk)
    assert page.keys == {f"author:{author.pk}"}


def test_nothing_is_gathered_outside_a_rendering():
    with pytest.raises(NotRendering):
        current()


def test_a_page_has_no_clock_but_its_own():
    with rendering(NOON, "fr"):
        assert now() == NOON


def test_a_page_holds_until_the_earliest_instant_still_to_come():
    with rendering(NOON, "fr") as page:
        hold_until(NOON + timedelta(hours=2))
        hold_until(NOON + timedelta(hours=1))
        hold_until(NOON - timedelta(hours=1))
    assert page.until == NOON + timedelta(hours=1)


def test_what_is_asked_once_keeps_its_keys_for_every_use():
    with rendering(NOON, "fr") as page:
        for _ in range(2):
            once("answer", lambda: stand_on("masthead:1"))
    assert page.keys == {"masthead:1"}


def test_a_query_outside_listings_named_reads_and_primary_keys_fails_and_names_the_place():
    factories.paper()
    with rendering(NOON, "fr"), pytest.raises(StrayQuery, match="wagtailcore_page"):
        list(Article.objects.filter(genre="news"))


def test_a_template_that_queries_is_named(settings):
    from django.template import engines

    factories.paper()
    template = engines["django"].from_string("{% for story in stories %}{{ story }}{% endfor %}")
    with rendering(NOON, "fr"), pytest.raises(StrayQuery, match="template"):
        template.render({"stories": Article.objects.filter(genre="news")})


def test_a_primary_key_may_be_asked_for():
    author = factories.AuthorFactory()
    with rendering(NOON, "fr") as page:
        Author.objects.get(pk=author.pk)
    assert page.stray == []


def test_a_named_read_stands_on_its_keys_even_when_it_finds_nothing():
    read = named_read(lambda slug: [f"address:author:{slug}"])(lambda slug: Author.objects.filter(slug=slug).first())
    with rendering(NOON, "fr") as page:
        assert read("personne") is None
    assert "address:author:personne" in page.keys


def test_a_list_page_stands_on_its_list_and_its_cards_not_on_each_row():
    factories.paper()
    pays = factories.section()
    story = factories.article("Un", pays)
    keys = printed("/pays/").keys
    assert {f"rows:section:{pays.path}:20", f"older:section:{pays.path}"} <= keys
    assert f"card:article:{story.pk}:lead:fr" in keys
    assert f"article:{story.pk}" not in keys


def test_an_article_stands_on_itself_its_authors_its_section_and_the_masthead():
    factories.paper()
    author = factories.AuthorFactory()
    story = factories.article("Un", factories.section(), authors=[author], slug="un")
    keys = printed("/pays/un/").keys
    assert {f"article:{story.pk}", f"facts:author:{author.pk}:name+slug+portrait_id", "identity:.name"} <= keys
    assert f"author:{author.pk}" not in keys, "its biography is not on this page"


def test_a_front_holds_until_midnight_in_the_papers_zone():
    factories.paper()
    assert timezone.localtime(printed("/").until, queries.zone()).strftime("%d %H:%M") == "25 00:00"


def test_the_same_instant_prints_the_same_bytes():
    factories.paper()
    factories.article("Un", factories.section(), slug="un")
    assert printed("/pays/un/").body == printed("/pays/un/").body


@pytest.mark.parametrize("name", sorted(registered))
def test_a_listing_answers_alike_from_the_row_and_from_the_database(name):
    factories.paper()
    pays, mer = factories.section(), factories.section("Mer", "mer")
    under = factories.section("Hautes vallées", "hautes-vallees", parent=pays)
    topic, dossier, author = factories.TopicFactory(), factories.DossierFactory(), factories.AuthorFactory()
    factories.article("Un", pays, topics=[topic], dossier=dossier, authors=[author])
    factories.article("Deux", under, authors=[author], genre="opinion", at=NOON - timedelta(hours=14))
    factories.article("Trois", mer, publish=False, topics=[topic])
    listing = registered[name]
    rows = list(listing.model.objects.all())
    parts = {part for row in rows for part in listing.partition(row)}
    for part in parts:
        assert {row.pk for row in rows if part in listing.partition(row)} == set(listing.rows(part).values_list("pk", flat=True))
