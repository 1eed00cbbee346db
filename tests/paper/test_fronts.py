"""What fills a front by itself: never what is paid for, an opinion or satire in the first place."""
from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from rotative.newsroom.models import FrontSection, FrontSlot
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def pays():
    factories.paper()
    return factories.section()


def story(title: str, pays, hours: int, **fields):
    return factories.article(title, pays, slug=title.lower(), at=NOON - timedelta(hours=hours), **fields)


def lead() -> str:
    found = re.search(r'<div class="front__lead">(.*?)</h2>', Client().get("/").content.decode(), re.S)
    return re.search(r'href="/pays/([\w-]+)/"', found[1])[1] if found else ""


def test_the_next_story_with_a_picture_leads_when_the_newest_has_another_place(pays):
    newest = story("Une", pays, 1, picture=factories.PictureFactory())
    story("Deux", pays, 2, picture=factories.PictureFactory())
    FrontSlot.objects.create(front=factories.front("fr"), place="second", article=newest)
    assert lead() == "deux"


def test_a_story_without_a_picture_leads_when_no_other_may(pays):
    newest = story("Une", pays, 1, picture=factories.PictureFactory())
    story("Deux", pays, 2)
    FrontSlot.objects.create(front=factories.front("fr"), place="second", article=newest)
    assert lead() == "deux"


@pytest.mark.parametrize("genre", ["sponsored", "opinion", "satire"])
def test_only_news_leads_by_itself(pays, genre):
    story("Payee", pays, 1, genre=genre, sponsor="Une banque" if genre == "sponsored" else "", picture=factories.PictureFactory())
    story("Nouvelle", pays, 2)
    assert lead() == "nouvelle"


@pytest.mark.parametrize("genre", ["sponsored", "opinion", "satire"])
def test_without_news_nothing_leads(pays, genre):
    story("Payee", pays, 1, genre=genre, picture=factories.PictureFactory())
    assert lead() == ""
    assert Client().get("/").status_code == 200


def test_what_was_paid_for_stands_in_no_column_of_a_section(pays):
    for number in range(20):
        story(f"Nouvelle-{number}", pays, 10 + number)
    story("Payee", pays, 40, genre="sponsored", sponsor="Une banque")
    FrontSection.objects.create(front=factories.front("fr"), section=pays)
    assert "/pays/payee/" not in Client().get("/").content.decode()


def test_what_was_paid_for_leads_no_section(pays):
    story("Payee", pays, 1, genre="sponsored", sponsor="Une banque", picture=factories.PictureFactory())
    story("Nouvelle", pays, 2)
    page = Client().get("/pays/").content.decode()
    assert page.index("/pays/nouvelle/") < page.index("/pays/payee/")


def test_a_brief_of_an_earlier_day_says_which(pays):
    for number, hours in enumerate((1, 2, 3, 4, 5, 30, 31, 60)):
        story(f"Breve{number}", pays, hours)
    with time_machine.travel(NOON, tick=False):
        page = Client().get("/").content.decode()
    briefs = re.search(r'<ol class="briefs" reversed>(.*?)</ol>', page, re.S)[1]
    told = [(day.replace("\u00a0", " "), slug) for day, slug in re.findall(r'<li>(?:<b>(.*?)</b>)?<time.*?href="/pays/([\w-]+)/"', briefs, re.S) if day]
    assert told == [("23 novembre", "breve5"), ("22 novembre", "breve7")]
