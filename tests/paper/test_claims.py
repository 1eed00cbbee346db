"""What machines are told of what was said: quotations, claims, and what a fact-check found."""
from __future__ import annotations

import json
import re
from datetime import date

import pytest

from rotative.masthead import roles
from rotative.newsroom.faults import faults_of
from rotative.newsroom.models import Article
from rotative.record.actions.deciding import accept, mend
from tests import factories
from tests.factories import record

pytestmark = pytest.mark.django_db


def data(client, path: str) -> dict:
    found = [json.loads(each) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(path).text, re.S)]
    return {each["@type"]: each for each in found}


@pytest.fixture
def said():
    factories.paper()
    roles.establish()
    factories.section()
    return [accept(row, None) for row in record.read(record.story(slug="accord"))]


def test_a_story_has_its_quotations_as_parts_and_mentions_claims(client, said):
    story = data(client, "/pays/accord/")["NewsArticle"]
    (quotation,), claims = story["hasPart"], story["mentions"]
    assert quotation["@type"] == "Quotation"
    assert "Nous ne signerons rien" in quotation["text"]
    assert quotation["@id"] == quotation["url"] == f"http://localhost/declarations/{said[1].pk}/"
    assert quotation["spokenByCharacter"] == quotation["creator"] == {"@type": "Person", "name": "Anna Ossola", "url": f"http://localhost/acteurs/{said[1].actor.slug}/"}
    assert [claim["@type"] for claim in claims] == ["Claim", "Claim"]
    assert claims[0]["author"]["name"] == "Inès Valmer"


def test_a_source_without_a_name_is_nobodys_name(client, said):
    claim = data(client, "/pays/accord/")["NewsArticle"]["mentions"][1]
    assert claim["creditText"] == "Une source proche des communes"
    assert "author" not in claim


def test_a_story_of_which_nothing_is_told_says_nothing(client):
    factories.paper()
    factories.article("Un", factories.section(), slug="un")
    assert not {"hasPart", "mentions"} & set(data(client, "/pays/un/")["NewsArticle"])


def test_a_quotation_says_what_it_is_part_of_and_when_it_was_published(client, said):
    said[1].actor.wikidata = "Q42"
    said[1].actor.save()
    quotation = data(client, f"/declarations/{said[1].pk}/")["Quotation"]
    assert quotation["isPartOf"] == {"@type": "NewsArticle", "url": "http://localhost/pays/accord/", "headline": "L'accord de l'Orbance"}
    assert quotation["datePublished"].startswith("2026-11-24T")
    assert quotation["inLanguage"] == "fr"
    assert quotation["creator"]["sameAs"] == "https://www.wikidata.org/entity/Q42"
    assert "dateCreated" not in quotation, "the text does not say when"


def test_a_claim_says_where_it_appeared_and_when_it_was_made(client, said):
    claim = data(client, f"/declarations/{said[0].pk}/")["Claim"]
    assert claim["appearance"]["url"] == "http://localhost/pays/accord/"
    assert claim["dateCreated"] == "2026-11-23"


def test_words_in_marks_that_close_a_script_do_not(client, said):
    mend(said[0], None, via="</script><b>")
    page = client.get("/pays/accord/").text
    assert page.count("</script>") == page.count("<script") and "<b>&quot;" not in page


# ── Fact-checks ────────────────────────────────────────────────────────────────


CLAIM = {"claim": "« En dix ans, nos loyers ont doublé. »", "claimed_by": "Le collectif Volets ouverts", "claimed_on": date(2026, 11, 5), "claimed_at": "https://volets.example/affiche", "verdict": "mostly-false"}


def checked(**fields) -> Article:
    factories.paper()
    return factories.article("Les loyers", factories.section(), slug="loyers", **{"genre": "fact-check", **CLAIM, **fields})


def test_a_fact_check_tells_readers_what_it_checked_and_found(client):
    checked()
    page = client.get("/pays/loyers/").text
    for words in ("Ce que nous avons vérifié", "nos loyers ont doublé", "Le collectif Volets ouverts", "5 novembre 2026", "Plutôt faux", 'href="https://volets.example/affiche"'):
        assert words in page.replace("\xa0", " ")


def test_a_fact_check_is_a_claim_review(client):
    checked()
    review = data(client, "/pays/loyers/")["ClaimReview"]
    assert review["claimReviewed"] == "« En dix ans, nos loyers ont doublé. »".replace("« ", "«\xa0").replace(" »", "\xa0»")
    assert review["reviewRating"] == {"@type": "Rating", "ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Plutôt faux"}
    assert review["itemReviewed"]["author"]["name"] == "Le collectif Volets ouverts"
    assert review["itemReviewed"]["datePublished"] == "2026-11-05"
    assert review["itemReviewed"]["appearance"]["url"] == "https://volets.example/affiche"
    assert (review["url"], review["author"]["name"]) == ("http://localhost/pays/loyers/", "L'Amer")


def test_what_nobody_can_tell_has_a_verdict_and_no_number(client):
    checked(verdict="unproven", claimed_on=None, claimed_at="")
    review = data(client, "/pays/loyers/")["ClaimReview"]
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Impossible à dire"}
    assert not {"datePublished", "appearance"} & set(review["itemReviewed"])


@pytest.mark.parametrize("fields", [{"genre": "news"}, {"claim": "", "claimed_by": "", "verdict": ""}])
def test_other_stories_are_none(client, fields):
    checked(**fields)
    assert "ClaimReview" not in data(client, "/pays/loyers/")
    assert 'class="part checked"' not in client.get("/pays/loyers/").text


def test_half_a_claim_is_a_fault():
    assert [field for field, _ in faults_of(checked(verdict=""), signed=True)] == ["verdict"]
