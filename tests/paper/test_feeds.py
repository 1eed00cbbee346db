"""Feeds and sitemaps against what their specifications ask for (standards, 1.1 and 1.4)."""
from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import feedparser
import pytest
import time_machine
from django.test import Client
from lxml import etree

from rotative.newsroom.models import Article, Author
from tests import factories
from tests.factories import NOON
from tests.paper.feeds_checked import faults_of_atom, faults_of_rss

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


@pytest.fixture
def story():
    factories.paper()
    authors = [factories.AuthorFactory(name="Inès Quéméner"), factories.AuthorFactory(name="Tom Vasquier")]
    return factories.article(
        "Quais & marées <b>",
        factories.section(),
        authors=authors,
        slug="quais",
        standfirst="Deux ancres : pas une de plus.",
        body=[factories.paragraph("Le quai <b>nord</b> attend."), ("pull", {"text": "Le quai attend", "speaker": "", "role": ""})],
    )


def tree(path: str) -> etree._Element:
    return etree.fromstring(Client().get(path).content)


def test_an_atom_feed_has_all_that_rfc_4287_requires(story):
    response = Client().get("/feed.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = etree.fromstring(response.content)
    for name in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + name)) == 1, name
    assert [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"] == ["http://localhost/feed.atom"]
    entry = feed.find(ATOM + "entry")
    for name in ("id", "title", "updated"):
        assert len(entry.findall(ATOM + name)) == 1, name
    assert [author.findtext(ATOM + "name") for author in entry.findall(ATOM + "author")] == ["Inès Quéméner", "Tom Vasquier"]
    for instant in (feed.findtext(ATOM + "updated"), entry.findtext(ATOM + "updated"), entry.findtext(ATOM + "published")):
        assert datetime.fromisoformat(instant).tzinfo


def test_an_rss_feed_has_all_that_rss_2_requires(story):
    channel = tree("/feed.rss").find("channel")
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    assert channel.find(ATOM + "link").get("rel") == "self"
    item = channel.find("item")
    assert item.findtext("title") == "Quais & marées <b>"
    assert item.find("guid").get("isPermaLink") == "false"
    assert parsedate_to_datetime(item.findtext("pubDate")) == NOON
    assert [each.text for each in item.findall(CREATOR)] == ["Inès Quéméner", "Tom Vasquier"]
    assert "Le quai <b>nord</b> attend." in item.findtext(CONTENT)


def test_a_pulled_quotation_is_left_out_of_feeds(story):
    assert tree("/feed.rss").findtext(f"channel/item/{CONTENT}").count("attend") == 1


@pytest.mark.parametrize("path", ["/feed.atom", "/feed.rss", "/pays/feed.atom", "/en/feed.rss"])
def test_feed_readers_accept_every_feed_even_an_empty_one(story, path):
    factories.front("en")
    parsed = feedparser.parse(Client().get(path).content)
    assert not parsed.bozo, parsed.get("bozo_exception")


def test_an_identifier_stays_when_the_address_changes(story):
    before = tree("/feed.atom").findtext(f"{ATOM}entry/{ATOM}id")
    story.slug = "les-quais"
    story.save_revision().publish()
    assert tree("/feed.atom").findtext(f"{ATOM}entry/{ATOM}id") == before


def test_a_correction_calls_readers_back_and_a_silent_mend_does_not(story):
    before = tree("/feed.atom").findtext(f"{ATOM}entry/{ATOM}updated")
    story.title = "Quais et marées"
    story.save_revision().publish()
    assert tree("/feed.atom").findtext(f"{ATOM}entry/{ATOM}updated") == before
    factories.correct(story, NOON + timedelta(hours=3), "Trois ancres.")
    assert tree("/feed.atom").findtext(f"{ATOM}entry/{ATOM}updated") > before


def test_the_sitemap_index_names_one_map_a_month(story):
    factories.article("Ancien", slug="ancien", at=NOON - timedelta(days=70))
    names = [each.text for each in tree("/sitemap.xml").iter(MAP + "loc")]
    assert names == [f"http://localhost/sitemap-{month}.xml" for month in ("0000-00", "2026-09", "2026-11")]
    assert [each.text for each in tree("/sitemap-2026-09.xml").iter(MAP + "loc")] == ["http://localhost/pays/ancien/"]
    assert Client().get("/sitemap-2026-10.xml").status_code == 404


def test_lastmod_is_true(story):
    assert datetime.fromisoformat(tree("/sitemap-2026-11.xml").findtext(f"{MAP}url/{MAP}lastmod")) == NOON
    factories.correct(story, NOON + timedelta(hours=3), "Trois ancres.")
    assert datetime.fromisoformat(tree("/sitemap-2026-11.xml").findtext(f"{MAP}url/{MAP}lastmod")) == NOON + timedelta(hours=3)


def test_the_news_map_holds_two_days_with_what_each_story_needs(story):
    factories.article("Vieux", slug="vieux", at=NOON - timedelta(hours=49))
    with time_machine.travel(NOON + timedelta(minutes=5), tick=False):
        urls = tree("/sitemap-news.xml").findall(MAP + "url")
    assert [url.findtext(MAP + "loc") for url in urls] == ["http://localhost/pays/quais/"]
    news = urls[0].find(NEWS + "news")
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "L’Amer", "as on the story's page"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "fr"
    assert news.findtext(NEWS + "title") == "Quais & marées <b>"
    assert datetime.fromisoformat(news.findtext(NEWS + "publication_date")) == NOON


def test_the_news_map_is_empty_but_valid_when_nothing_is_new(story):
    with time_machine.travel(NOON + timedelta(days=9), tick=False):
        assert tree("/sitemap-news.xml").findall(MAP + "url") == []


def test_robots_names_the_maps_and_keeps_crawlers_off_the_desk(story):
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /desk/" in lines
    assert "Sitemap: http://localhost/sitemap.xml" in lines


def test_a_feed_that_has_not_changed_is_not_sent_again(story):
    tag = Client().get("/feed.atom")["ETag"]
    assert Client().get("/feed.atom", headers={"If-None-Match": tag}).status_code == 304


# ── A whole feed, against its specification ────────────────────────────────────


@pytest.fixture
def rich(story):
    """A story with all that a feed may carry: a picture, links, a table, a gallery, corrections, topics."""
    picture = factories.PictureFactory(caption="Le quai & la grue", credit="Lou <Amsellem>")
    for spec, width, height in (("fill-1200x630|format-jpeg", 1200, 630), ("width-320|format-avif", 320, 240), ("width-640|format-avif", 640, 480), ("width-960|format-webp", 960, 720)):
        picture.renditions.create(filter_spec=spec, width=width, height=height, file=f"images/{width}.{spec[-4:]}", focal_point_key="")
    told = factories.article(
        "Tout y est", story.get_parent().specific, authors=[factories.AuthorFactory(name="Tom & Cie")], topics=[factories.TopicFactory(name="Eau & <sel>")], slug="tout",
        at=NOON + timedelta(minutes=1), picture=picture, standfirst="Un <chapeau> & demi.", outlet="Le Courrier", rights="licensed",
        body=[
            factories.paragraph(f'Voir <a linktype="page" id="{story.pk}">les quais</a> et <a href="https://example.org/?a=1&amp;b=2">ailleurs</a>.'),
            ("heading", {"text": "Les faits", "level": "2"}),
            ("picture", {"picture": picture, "caption": ""}),
            ("gallery", {"title": "Deux", "pictures": [{"picture": picture, "caption": "a"}, {"picture": picture, "caption": "b"}]}),
            ("table", {"caption": "Prises", "head": ["", "2025"], "rows": [["Bar", "12 < 13"]], "source": ""}),
        ],
    )  # fmt: skip
    factories.correct(told, NOON + timedelta(hours=2), "Deux & non trois.")
    return told


LISTS = ["/", "/pays/"]


@pytest.mark.parametrize("path", LISTS)
def test_atom_keeps_to_its_specification(rich, path):
    body = Client().get(f"{path}feed.atom").content
    assert faults_of_atom(body, f"http://localhost{path}feed.atom") == []
    assert b"/media/images/320.avif 320w" in body and b"media:content" in body


@pytest.mark.parametrize("path", LISTS)
def test_rss_keeps_to_its_specification(rich, path):
    body = Client().get(f"{path}feed.rss").content
    assert faults_of_rss(body, f"http://localhost{path}feed.rss") == []
    assert b"http://localhost/pays/quais/" in body


def test_a_summary_is_read_as_it_was_written(rich):
    for path in ("/feed.atom", "/feed.rss"):
        assert feedparser.parse(Client().get(path).content, sanitize_html=False).entries[0].summary == "Un &lt;chapeau&gt; &amp; demi."


def test_an_identifier_holds_nothing_that_the_desk_can_change(rich):
    rich.first_published_at = NOON - timedelta(days=3)
    rich.save_revision().publish()
    ids = [each.text for each in tree("/feed.atom").findall(f"{ATOM}entry/{ATOM}id")]
    assert f"tag:localhost,2026:article:{rich.pk}" in ids


def test_what_cannot_be_printed_breaks_no_feed_and_no_map(story):
    """It is cleaned when it is saved; here it came past the desk, by SQL."""
    Article.objects.filter(pk=story.pk).update(title="Quais \x0b\x07et", standfirst="Deux\x00 \x1fancres", kicker="\x7f")
    page = Client().get("/pays/quais/").content.decode().split("<main")[1]
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", page)
    Author.objects.update(name="In\x08ès")
    with time_machine.travel(NOON + timedelta(minutes=5), tick=False):
        for path in ("/feed.atom", "/feed.rss", "/sitemap-news.xml", "/sitemap-2026-11.xml"):
            etree.fromstring(Client().get(path).content)
        assert "Quais et" in Client().get("/feed.atom").content.decode()
