"""What machines are told of a story: JSON-LD, social cards, addresses in other languages."""
from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from rotative.masthead.models import Masthead, SocialLink
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def data(path: str) -> dict:
    page = Client().get(path).content.decode()
    found = [json.loads(each) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)]
    return {each["@type"]: each for each in found}


def meta(path: str) -> list[tuple[str, str]]:
    page = Client().get(path).content.decode()
    return re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page)


@pytest.fixture
def story():
    factories.paper()
    authors = [factories.AuthorFactory(name="Inès Quéméner", slug="ines"), factories.AuthorFactory(name="Tom Vasquier", slug="tom")]
    return factories.article("L'eau </script> de l'Orbance", factories.section(), authors=authors, slug="eau", genre="analysis", dateline="Aubrelle")


def test_a_story_is_a_news_article_with_all_its_authors(story):
    article = data("/pays/eau/")["AnalysisNewsArticle"]
    assert [author["name"] for author in article["author"]] == ["Inès Quéméner", "Tom Vasquier"]
    assert article["author"][0]["url"] == "http://localhost/auteurs/ines/"
    assert article["isAccessibleForFree"] is True
    assert article["dateline"] == "Aubrelle"
    assert article["datePublished"] == "2026-11-24T12:00:00+01:00"
    assert "&lt;" not in article["headline"] and "</script>" in article["headline"]


def test_nothing_in_the_data_closes_its_script(story):
    page = Client().get("/pays/eau/").content.decode()
    assert page.count("</script>") == page.count("<script")


def test_date_modified_follows_substance_not_commas(story):
    story.title = "L'eau de l'Orbance"
    story.save_revision().publish()
    article = data("/pays/eau/")["AnalysisNewsArticle"]
    assert article["dateModified"] == article["datePublished"]
    story.updated_at = NOON + timedelta(hours=2)
    story.save_revision().publish()
    assert data("/pays/eau/")["AnalysisNewsArticle"]["dateModified"] == "2026-11-24T14:00:00+01:00"


def test_the_front_says_whose_paper_it_is(story):
    paper = data("/")["NewsMediaOrganization"]
    assert paper["name"] == "L'Amer"
    assert {"publishingPrinciples", "correctionsPolicy", "ownershipFundingInfo", "masthead"} <= set(paper)


def test_the_path_to_a_story_is_told(story):
    assert [each["name"] for each in data("/pays/eau/")["BreadcrumbList"]["itemListElement"]] == ["Pays"]


def test_social_cards_name_the_story(story):
    rows = meta("/pays/eau/")
    assert ("og:type", "article") in rows
    assert ("og:url", "http://localhost/pays/eau/") in rows
    assert ("og:locale", "fr_FR") in rows
    assert ("article:author", "http://localhost/auteurs/ines/") in rows
    assert ("robots", "max-image-preview:large") in rows


def test_a_page_without_a_picture_shows_the_papers_card(story):
    for path in ("/pays/eau/", "/", "/pays/", "/dernieres/", "/auteurs/ines/"):
        rows = dict(meta(path))
        assert re.fullmatch(r"http://localhost/_/card\.[0-9a-f]{16}\.png", rows["og:image"]), path
        assert (rows["og:image:width"], rows["og:image:height"], rows["twitter:card"]) == ("1200", "630", "summary_large_image")
    card = Client().get(rows["og:image"].removeprefix("http://localhost"))
    assert (card.status_code, card["Content-Type"]) == (200, "image/png")
    assert "immutable" in card["Cache-Control"]


def test_a_picture_of_its_own_beats_the_papers_card(story):
    story.picture = factories.PictureFactory()
    story.picture.renditions.create(filter_spec="fill-1200x630|format-jpeg", width=1200, height=630, file="images/card.jpg", focal_point_key="")
    story.save_revision().publish()
    assert [value for name, value in meta("/pays/eau/") if name == "og:image"] == ["http://localhost/media/images/card.jpg"]


def test_the_papers_profiles_are_shown_as_its_own(story):
    SocialLink.objects.create(masthead=Masthead.objects.get(), name="Mastodon", url="https://social.example/@amer")
    link = '<a href="https://social.example/@amer" rel="me noopener">Mastodon</a>'
    assert link in Client().get("/pays/eau/").content.decode().split("<footer")[1]
    about = Client().get("/a-propos/").content.decode()
    assert link in about.split("<main")[1].split("</main")[0]
    assert data("/")["NewsMediaOrganization"]["sameAs"] == ["https://social.example/@amer"]


def test_a_logo_whose_file_is_missing_leaves_the_name_in_type(story):
    Masthead.objects.update(logo="masthead/gone.svg")
    page = Client().get("/pays/eau/")
    assert page.status_code == 200
    assert ">L’Amer</a>" in page.content.decode()


def test_copy_of_unknown_rights_names_its_first_publisher_and_points_there(story):
    story.outlet, story.outlet_url, story.rights = "Le Courrier", "https://courrier.example/eau", "unknown"
    story.save_revision().publish()
    page = Client().get("/pays/eau/").content.decode()
    assert '<link rel="canonical" href="https://courrier.example/eau">' in page
    assert "Le Courrier" in page
