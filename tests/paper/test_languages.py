"""The menu of languages and ``hreflang`` lead to pages that are there, and say what they say."""
from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from rotative.masthead.models import Masthead, MastheadText
from rotative.newsroom.models import AuthorText
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def french():
    """A paper whose second language has no front yet."""
    factories.paper()
    author = factories.AuthorFactory(slug="ines")
    factories.article(parent=factories.section(), authors=[author], slug="un")
    return author


@pytest.fixture
def both(french):
    """The same with an English front, without a story."""
    factories.front("en")
    return french


def menu(path: str) -> dict[str, str]:
    page = Client().get(path).content.decode()
    nav = re.search(r'<nav class="languages".*?</nav>', page, re.S)
    return {code: url for url, code in re.findall(r'<a href="([^"]+)" hreflang="(\w+)"', nav[0])} if nav else {}


def hreflang(path: str) -> set[str]:
    return set(re.findall(r'<link rel="alternate" hreflang="(\w+)"', Client().get(path).content.decode()))


PAGES = ["/", "/pays/", "/pays/un/", "/auteurs/ines/", "/2026/11/24/", "/dernieres/", "/plus-lues/", "/corrections/", "/redaction/", "/recherche/", "/a-propos/", "/rien/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_language_without_a_front_is_left_out(french, path):
    assert menu(path) == {}
    assert hreflang(path) == set()


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_the_menu_leads_to_a_page(both, path):
    assert set(menu(path)) == {"fr", "en"}
    assert Client().get(menu(path)["en"]).status_code == 200


def test_a_day_before_the_first_story_of_a_language_leads_to_its_front(both):
    assert menu("/2026/11/24/")["en"] == "/en/"
    factories.article("One", parent=factories.section("Country", "country", language="en"), at=NOON - timedelta(days=1))
    factories.article("Two", parent=factories.section("World", "world", language="en"), at=NOON + timedelta(days=1))
    assert menu("/2026/11/24/")["en"] == "/en/2026/11/24/"


def test_an_author_is_translated_only_where_there_is_something_of_theirs(both):
    assert (menu("/auteurs/ines/")["en"], hreflang("/auteurs/ines/")) == ("/en/", set())
    factories.article("One", parent=factories.section("Country", "country", language="en"), authors=[both])
    assert (menu("/auteurs/ines/")["en"], hreflang("/auteurs/ines/")) == ("/en/authors/ines/", {"fr", "en"})


def test_an_author_on_the_staff_is_translated_where_they_are_introduced(both):
    AuthorText.objects.create(author=both, language="en", role="Reporter")
    assert hreflang("/auteurs/ines/") == {"fr", "en"}


def test_a_page_of_the_paper_is_translated_only_where_it_was_written(both):
    paper = Masthead.objects.get()
    MastheadText.objects.create(masthead=paper, language="fr", about="<p>Un quotidien.</p>")
    assert (menu("/a-propos/")["en"], hreflang("/a-propos/"), hreflang("/en/about/")) == ("/en/", set(), set())
    MastheadText.objects.create(masthead=paper, language="en", about="<p>A daily.</p>")
    assert (menu("/a-propos/")["en"], hreflang("/a-propos/")) == ("/en/about/", {"fr", "en"})
    assert hreflang("/mentions-legales/") == {"fr", "en"}
