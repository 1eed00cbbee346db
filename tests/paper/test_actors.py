"""An actor's page: there once readers may know of it, with what is public and nothing else."""
from __future__ import annotations

import json
import re
from datetime import date, timedelta

import feedparser
import pytest
from django.core.exceptions import PermissionDenied
from lxml import html

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from rotative.record import queries
from rotative.record.actions import actors, texts
from rotative.record.actions.deciding import accept, mend, reject
from rotative.record.actions.proposing import contradict
from rotative.record.actions.texts import Changed
from rotative.record.models import Appearance, Statement
from tests import factories
from tests.factories import NOON, desk, record
from tests.paper.feeds_checked import faults_of_atom, faults_of_rss

pytestmark = pytest.mark.django_db

PAGE = "/acteurs/ines-valmer/"
KEPT = "/acteurs/anna-ossola/"


@pytest.fixture
def paper():
    factories.paper()
    roles.establish()
    return factories.section()


@pytest.fixture
def editor(paper):
    return desk.staff(Role.EDITOR, [paper])


@pytest.fixture
def dossier(paper):
    return factories.DossierFactory(slug="orbance")


@pytest.fixture
def story(dossier):
    return record.story(dossier=dossier)


@pytest.fixture
def said(story):
    return [accept(row, None) for row in record.read(story)]


def words(client, path: str) -> str:
    """What a page says in its main part, its spaces evened."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(html.fromstring(answer.content).find(".//main").text_content().replace("\u202f", " ").replace("\xa0", " ").split())


def leads(client, path: str) -> str | int:
    answer = client.get(path)
    return answer["Location"] if answer.status_code == 301 else answer.status_code


# ── Who is known ───────────────────────────────────────────────────────────────


def test_nobody_has_a_page_before_they_are_accepted_in_a_story_that_is_out(client, dossier):
    story = record.story(publish=False, dossier=dossier)
    rows = record.read(story)
    assert client.get(PAGE).status_code == 404
    accept(rows[0], None)
    assert [client.get(path).status_code for path in (PAGE, f"{PAGE}feed.atom", "/api/fr/actors/ines-valmer.json")] == [404] * 3
    story.get_latest_revision().publish()
    assert [client.get(path).status_code for path in (PAGE, f"{PAGE}feed.atom", "/api/fr/actors/ines-valmer.json")] == [200] * 3
    Article.objects.get(pk=story.pk).unpublish()
    assert client.get(PAGE).status_code == 404


def test_a_page_says_who_what_when_and_in_what(client, said):
    told = words(client, PAGE)
    for part in ("Inès Valmer", "négociatrice de l’Orbance", "l’accord sera signé avant la fin du mois", "L’accord de l’Orbance", "Anna Ossola", "23 novembre 2026", "2026"):
        assert part in told, part
    assert f'href="{said[0].article.address}#s{said[0].pk}"' in client.get(PAGE).text
    assert 'href="/dossiers/orbance/"' in client.get(PAGE).text


def test_somebody_who_said_nothing_has_a_page_that_says_so(client, story):
    record.read(story)
    accept(Appearance.objects.get(name="Inès Valmer"), None)
    assert "aucune" in words(client, PAGE) or "no words" in words(client, PAGE)


def test_what_was_rejected_or_rewritten_is_on_no_page(client, said, story):
    reject(said[0], None)
    assert record.VALMER not in client.get(PAGE).text
    record.rewrite(story, "Inès Valmer", "Claire Quéméner")
    assert client.get(PAGE).status_code == 404


def test_counts_say_how_often(client, said):
    tally = html.fromstring(client.get(KEPT).content).find(".//dl[@class='tally']")
    assert [each.text for each in tally.iter("dd")] == ["1", "1", "1"]
    assert len(html.fromstring(client.get(PAGE).content).find(".//dl[@class='tally']").findall("div")) == 2, "no denial"


def test_a_language_tells_of_its_own_stories_only(client, said, editor):
    factories.front("en")
    assert client.get("/en/actors/ines-valmer/").status_code == 404
    assert "hreflang" not in client.get(PAGE).text.split("</head>")[0]
    english = record.story("The accord", parent=factories.section("Country", "country", language="en"))
    accept(record.read(english)[0], None)
    here, gone = Appearance.objects.get(article=said[0].article, name="Inès Valmer").actor, Appearance.objects.get(article=english, name="Inès Valmer").actor
    if here != gone:
        actors.merge(here, gone, editor)
    page = client.get("/en/actors/ines-valmer/").text
    assert 'hreflang="fr" href="http://localhost/acteurs/ines-valmer/"' in page
    assert "Claim" not in page
    tally = html.fromstring(page).find(".//dl[@class='tally']")
    assert [each.text for each in tally.iter("dd")] == ["1", "1"]


# ── Names, roles ───────────────────────────────────────────────────────────────


def test_names_roles_and_an_identifier_that_editors_gave(client, said, editor):
    actor = said[0].actor
    actors.call(actor, "La dame du lac", editor)
    actors.describe(actor, editor, wikidata="Q42")
    actors.appoint(actor, "préfète", "fr", editor, date(2020, 1, 1), date(2024, 1, 1))
    actors.appoint(actor, "ministre", "fr", editor, date(2024, 1, 1))
    told, page = words(client, PAGE), client.get(PAGE).text
    assert "La dame du lac" in told
    assert 'href="https://www.wikidata.org/wiki/Q42"' in page
    assert "2020–2024" in told
    assert html.fromstring(page).find(".//p[@class='standfirst']").text == "Ministre"
    data = json.loads(html.fromstring(page).xpath("string(//script[@type='application/ld+json'])"))
    assert data["@type"] == "ProfilePage"
    assert data["mainEntity"] == {
        "@type": "Person", "name": "Inès Valmer", "alternateName": ["La dame du lac"], "jobTitle": "ministre", "sameAs": "https://www.wikidata.org/entity/Q42",
    }  # fmt: skip


def test_a_name_that_readers_have_not_met_is_not_told_with_a_merge(client, said, editor):
    draft = record.story("Sous embargo", ["La négociatrice Ada Secrète a dit qu'elle partait."], publish=False)
    actor = record.ActorFactory(name="Ada Secrète", slug="ada-secrete")
    row = Appearance.objects.create(article=draft, language="fr", kind="person", name="Ada Secrète", mentions=[record.at(draft, "Ada Secrète").as_json()], proposed=actor)
    accept(row, None)
    actors.merge(said[0].actor, actor, editor)
    assert "Ada Secrète" not in client.get(PAGE).text
    draft.get_latest_revision().publish()
    assert "Ada Secrète" in words(client, PAGE)


def test_a_role_begins_and_ends_with_its_day(client, said, editor):
    actors.appoint(said[0].actor, "ministre", "fr", editor, date(2190, 1, 1))
    assert html.fromstring(client.get(PAGE).content).find(".//p[@class='standfirst']") is None


def test_a_role_may_last_until_the_last_of_all_days(client, said, editor):
    actors.appoint(said[0].actor, "ministre", "fr", editor, date(2019, 1, 1), date.max)
    for path in (PAGE, "/dossiers/orbance/"):
        assert "inistre" in words(client, path)


# ── What denies what ───────────────────────────────────────────────────────────


def test_a_denial_stands_under_the_claim_on_both_pages(client, said):
    contradict(said[0], said[1], desk.staff(Role.PUBLISHER))
    for path in (PAGE, KEPT):
        contest = html.fromstring(client.get(path).content).xpath("//li[@class='contest']//p[contains(@class, 'said')]")
        assert ["signé" in each.text_content() for each in contest] == [True, False], path


# ── Older pages ────────────────────────────────────────────────────────────────


@pytest.fixture
def many(monkeypatch, said):
    """Five statements of one actor on pages of two."""
    monkeypatch.setitem(queries.said_by.__dict__, "length", 2)
    for back in range(1, 5):
        story = record.story(f"Jour {back}", at=NOON - timedelta(days=back))
        row = record.read(story)[0]
        Statement.objects.filter(pk=row.pk).update(said_from=date(2026, 10, back), said_to=None)
        accept(row, None)
    return said[0].actor


def test_older_statements_are_on_pages_numbered_from_the_oldest(client, many):
    first = client.get(PAGE).text
    assert f'href="{PAGE}page/2/"' in first
    assert len(html.fromstring(first).xpath("//ol[@class='statements']/li")) == 2
    oldest = client.get(f"{PAGE}page/1/").text
    days = [each.text for each in html.fromstring(oldest).xpath("//ol[@class='statements']//time")]
    assert [day.replace("\xa0", " ") for day in days] == ["2 octobre 2026", "1er octobre 2026"]
    assert "tally" not in oldest
    assert client.get(f"{PAGE}page/3/").status_code == 404


# ── Where each address leads ───────────────────────────────────────────────────


def test_a_merged_actor_leads_to_the_one_it_became_and_back(client, said, editor):
    kept, gone = said[0].actor, said[1].actor
    actors.merge(kept, gone, editor)
    assert leads(client, KEPT) == PAGE
    assert leads(client, f"{KEPT}feed.rss") == f"{PAGE}feed.rss"
    assert leads(client, "/api/fr/actors/anna-ossola.json") == "/api/fr/actors/ines-valmer.json"
    assert leads(client, f"{KEPT}page/1/") == 404
    assert "Nous ne signerons rien" in words(client, PAGE)
    assert "Anna Ossola" in words(client, PAGE)
    actors.unmerge(gone, editor)
    assert leads(client, KEPT) == 200
    assert "Nous ne signerons rien" not in words(client, PAGE)


def test_a_merged_actor_leads_nowhere_before_readers_know_the_other(client, story, editor):
    kept, gone = record.ActorFactory(slug="ines-valmer"), record.ActorFactory(slug="anna-ossola", name="Anna Ossola")
    actors.merge(kept, gone, editor)
    assert leads(client, KEPT) == 404


def test_a_renamed_address_leads_on_in_one_step(client, said, editor):
    actor, gone = said[0].actor, said[1].actor
    actors.merge(actor, gone, editor)
    for slug in ("valmer", "ines"):
        actor.refresh_from_db()
        actor.slug = slug
        actor.save()
    assert leads(client, PAGE) == "/acteurs/ines/"
    assert leads(client, KEPT) == "/acteurs/ines/"
    assert leads(client, "/api/fr/actors/ines-valmer.json") == "/api/fr/actors/ines.json"


# ── Positions ──────────────────────────────────────────────────────────────────


def test_positions_are_counted_by_text_and_lead_to_it(client, said, editor, dossier):
    text = texts.draw_up(dossier, "L'accord de l'eau", editor)
    points = [texts.add_point(text, str(number), f"Point {number}", editor) for number in range(1, 5)]
    texts.add_version(text, "version 2", date(2026, 11, 20), editor)
    actor = said[0].actor
    texts.set_position(points[0], actor, "accepts", NOON.date(), editor, [said[0]])
    texts.set_position(points[1], actor, "conditional", NOON.date(), editor, [said[0]], "un seuil écrit")
    texts.set_position(points[2], actor, "silent", NOON.date(), editor)
    assert "version 2" not in client.get(PAGE).text, "the desk alone sees the text"
    texts.show(text, editor)
    page = html.fromstring(client.get(PAGE).content)
    tally = page.find(".//dl[@class='tally tally--pos']")
    assert [each.text for each in tally.iter("dd")] == ["1", "1", "0", "2"]
    assert page.xpath("//a[@href='/textes/laccord-de-leau/']") or page.xpath(f"//a[@href='/textes/{text.slug}/']")
    assert "version 2" in client.get(PAGE).text
    texts.add_version(text, "version 3", date(2026, 11, 22), editor, {points[3]: Changed("dropped", "Point 4")})
    assert "Sur les 3 points" in words(client, PAGE), "what was dropped counts for nothing"
    assert client.get("/api/fr/actors/ines-valmer.json").json()["positions"][0]["points"] == 3


# ── Feeds ──────────────────────────────────────────────────────────────────────


def test_a_feed_holds_an_entry_a_statement(client, said):
    found = feedparser.parse(client.get(f"{PAGE}feed.atom").content)
    assert [entry.id for entry in found.entries] == [f"tag:localhost,2026:statement:{said[0].pk}"]
    entry = found.entries[0]
    assert entry.link == f"http://localhost/declarations/{said[0].pk}/"
    assert entry.title.startswith("Inès Valmer")
    assert "signé avant la fin du mois" in entry.summary
    assert entry.published.startswith("2026-11-23T00:00:00+01:00")
    assert not re.search(r'(?:href|src)="/', entry.content[0].value), "every address is absolute"


def test_an_entry_without_a_verb_is_called_by_who_speaks(client, said):
    mend(said[0], None, act="other")
    entry = feedparser.parse(client.get(f"{PAGE}feed.atom").content).entries[0]
    assert (entry.title, "tags" in entry) == ("Inès Valmer", False)
    assert b"<title>In\xc3\xa8s Valmer</title>" in client.get(f"{PAGE}feed.rss").content


@pytest.mark.parametrize("path", [f"{PAGE}feed.atom", f"{PAGE}feed.rss"])
def test_feed_readers_accept_the_feed_even_an_empty_one(client, said, path):
    check = faults_of_atom if path.endswith("atom") else faults_of_rss
    assert check(client.get(path).content, f"http://localhost{path}") == []
    reject(said[0], None)
    assert check(client.get(path).content, f"http://localhost{path}") == []
    assert not feedparser.parse(client.get(path).content).entries


def test_the_feed_shows_what_denies_an_entry(client, said):
    contradict(said[0], said[1], desk.staff(Role.PUBLISHER))
    for path in (PAGE, KEPT):
        assert "Nous ne signerons rien" in feedparser.parse(client.get(f"{path}feed.atom").content).entries[0].content[0].value


# ── Found by the search ────────────────────────────────────────────────────────


@pytest.mark.parametrize(("words", "found"), [("valmer", True), ("INES VALMER", True), ("Inès Valmer", True), ("dame du lac", True), ("ossola valmer", False), ("valm", False), ("", False), ("«", False)])
def test_the_search_leads_to_whom_the_words_name(client, said, editor, words, found):
    actors.call(said[0].actor, "La dame du lac", editor)
    assert (f'href="{PAGE}"' in client.get("/recherche/", {"q": words}).text) == found


def test_the_search_names_nobody_whom_readers_do_not_know(client, story, editor):
    record.read(story)
    record.ActorFactory(slug="ines-valmer")
    assert PAGE not in client.get("/recherche/", {"q": "Inès Valmer"}).text


# ── Portraits ──────────────────────────────────────────────────────────────────


def entity(client) -> dict:
    """What the page tells machines of the actor."""
    return json.loads(html.fromstring(client.get(PAGE).content).find(".//script[@type='application/ld+json']").text)["mainEntity"]


def test_a_portrait_has_its_words_its_credit_and_is_told_to_machines(client, said, editor):
    actor = said[0].actor
    assert "person--faceless" in client.get(PAGE).content.decode()
    assert "image" not in entity(client)
    actors.portray(actor, record.picture(description="Inès Valmer à Verel.", credit="Lou Amsellem / L'Amer"), editor)
    figure = html.fromstring(client.get(PAGE).content).find(".//main//figure")
    assert figure.find(".//img").get("alt") == "Inès Valmer à Verel."
    assert figure.find(".//source").get("type") == "image/avif"
    assert "Lou Amsellem" in figure.text_content()
    told = entity(client)["image"]
    assert (told["@type"], told["width"], told["caption"]) == ("ImageObject", 480, "Inès Valmer à Verel.")
    assert told["url"].startswith("http")
    assert "Lou Amsellem" in told["creditText"]


def test_a_portrait_of_which_no_size_is_ready_is_not_shown_and_one_that_is_deleted_goes(client, said, editor):
    waiting, ready = factories.PictureFactory(), record.picture()
    actors.portray(said[0].actor, waiting, editor)
    assert "<figure" not in client.get(PAGE).content.decode()
    actors.portray(said[0].actor, ready, editor)
    assert "person__face" in client.get(PAGE).content.decode()
    ready.delete()
    assert "person__face" not in client.get(PAGE).content.decode()


def test_only_who_keeps_actors_chooses_portraits(said, paper):
    with pytest.raises(PermissionDenied):
        actors.portray(said[0].actor, record.picture(), desk.staff(Role.REPORTER))
