"""Every kind of page answers, in both languages, from the real database."""
from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from rotative.newsroom.actions import withdraw
from rotative.newsroom.models import Article, FrontSlot, Section
from rotative.newsroom.models.subjects import DossierAuthor
from rotative.newsroom.searching import document
from rotative.search.index import index
from tests import factories
from tests.factories import NOON
from tests.paper.markup import faults_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def aubrelle():
    """A small paper: two sections, an author, a topic, a dossier, three stories, one translated."""
    factories.paper()
    pays = factories.section()
    factories.section("Hautes vallées", "hautes-vallees", parent=pays)
    mer = factories.section("Mer", "mer")
    ines = factories.AuthorFactory(slug="ines-quemener")
    topic = factories.TopicFactory(slug="secheresse")
    dossier = factories.DossierFactory(slug="accord")
    lead = factories.article(
        "Sept mois de pourparlers secrets", pays, authors=[ines], topics=[topic], dossier=dossier, slug="sept-mois",
        standfirst="Ils négocient : depuis avril.", editor=ines, body=[factories.paragraph("Le texte tient en onze feuillets.")],
        essentials=[("essential", "Cinq parties se sont réunies neuf fois.")],
    )
    factories.article("Le bar se vend à l'aube", mer, authors=[ines], slug="le-bar", at=NOON - timedelta(days=1))
    factories.article("Il faut rendre au fleuve", mer, authors=[ines], genre="opinion", slug="fleuve", at=NOON - timedelta(days=2))
    country = factories.section("Country", "country", language="en")
    translated = factories.article("Seven months of secret talks", country, authors=[ines], slug="seven-months", translation_key=lead.translation_key)
    return {"lead": lead, "translated": translated, "pays": pays}


PAGES = [
    "/", "/en/", "/pays/", "/pays/hautes-vallees/", "/pays/sept-mois/", "/en/country/seven-months/", "/mer/fleuve/",
    "/auteurs/ines-quemener/", "/en/authors/ines-quemener/", "/sujets/secheresse/", "/dossiers/accord/", "/2026/11/24/", "/en/2026/11/24/",
    "/dernieres/", "/plus-lues/", "/recherche/", "/recherche/?q=pourparlers", "/corrections/", "/redaction/", "/en/newsroom/",
    "/a-propos/", "/mentions-legales/", "/principes/", "/vie-privee/", "/accessibilite/", "/financement/", "/contact/", "/soutenir/",
    "/en/about/", "/en/legal/", "/_/panel/fr/latest/", "/_/panel/fr/most-read/", "/_/panel/en/search/",
    "/feed.atom", "/feed.rss", "/pays/feed.atom", "/auteurs/ines-quemener/feed.rss", "/sujets/secheresse/feed.atom", "/dossiers/accord/feed.rss", "/en/feed.atom",
    "/sitemap.xml", "/sitemap-2026-11.xml", "/sitemap-0000-00.xml", "/sitemap-news.xml", "/robots.txt",
]  # fmt: skip


def test_every_kind_of_page_answers_alike_to_every_reader(aubrelle):
    for path in PAGES:
        response = Client().get(path)
        assert response.status_code == 200, path
        assert not response.cookies, path
        assert "Accept-Language" not in response.get("Vary", ""), path


def test_every_page_keeps_to_the_content_model(aubrelle):
    for path in (each for each in PAGES if each.endswith("/") and not each.startswith("/_/")):
        assert faults_of(Client().get(path).content.decode()) == [], path


MISSING = ["/rien/", "/pays/rien/", "/auteurs/personne/", "/sujets/rien/", "/2026/13/01/", "/1999/01/01/", "/pays/page/1/", "/en/rien/", "/auteurs/", "/de/"]


def test_what_is_not_there_is_a_404_in_the_papers_frame(aubrelle):
    for path in MISSING:
        response = Client().get(path)
        assert response.status_code == 404, path
        assert b"L\xe2\x80\x99Amer" in response.content, path


def test_a_story_taken_off_for_now_answers_503_and_leaves_every_list(aubrelle):
    aubrelle["lead"].unpublish()
    response = Client().get("/pays/sept-mois/")
    assert response.status_code == 503
    assert response["Retry-After"]
    for path in ("/", "/pays/", "/auteurs/ines-quemener/", "/feed.atom", "/sitemap-2026-11.xml"):
        assert "sept-mois" not in Client().get(path).content.decode()


def test_a_withdrawn_story_answers_410_with_the_reason_an_editor_wrote(aubrelle):
    withdraw(aubrelle["lead"], by=None, reason="La source s'est rétractée.")
    response = Client().get("/pays/sept-mois/")
    assert response.status_code == 410
    assert "rétractée" in response.content.decode()
    assert ">410<" not in response.content.decode(), "a decision of the newsroom is no failure"


def test_a_kicker_that_is_the_genre_is_not_said_twice(aubrelle):
    story = factories.article("Le bar, la criée", aubrelle["pays"], genre="interview", kicker="Entretien", slug="criee")
    label = '<span class="label__genre">Entretien</span>'
    html = Client().get(story.address).content.decode()
    assert label in html and "<span>Entretien</span>" not in html


def test_the_feeds_of_a_section_are_told_apart(aubrelle):
    html = Client().get("/en/country/").content.decode()
    foot = html[html.index('class="feeds"') :].split("</p>")[0]
    assert ">Atom feed<" in foot and ">RSS feed<" in foot


def test_a_page_of_results_that_is_not_reached_is_the_last(aubrelle):
    for number in range(12):
        index().put(*document(factories.article(f"Écluse {number}", aubrelle["pays"], slug=f"ecluse-{number}")))
    last, beyond = (Client().get(f"/recherche/?q=écluse&page={number}").content.decode() for number in (2, 99))
    assert "/pays/ecluse-" in last
    assert beyond == last


def test_a_passage_found_is_set(aubrelle):
    story = factories.article("Le plan", aubrelle["pays"], slug="le-plan", body=[factories.paragraph("L'aveu : « l'eau » monte !")])
    index().put(*document(story))
    html = Client().get("/recherche/?q=aveu").content.decode()
    assert "L’<mark>aveu</mark>\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}l’eau" in html


def test_a_draft_is_not_there(aubrelle):
    factories.article("Brouillon", aubrelle["pays"], publish=False, slug="brouillon")
    assert Client().get("/pays/brouillon/").status_code == 404


UNNAMED = ["/auteurs/jean-sans-terre/", "/auteurs/jean-sans-terre/feed.atom", "/sujets/ancres/", "/sujets/ancres/feed.rss", "/en/authors/jean-sans-terre/"]


def test_who_and_what_only_drafts_name_is_not_there_until_a_story_is_published(aubrelle):
    """Drafts name people whom nobody has decided to name to readers."""
    unknown, topic = factories.AuthorFactory(name="Jean Sans-Terre", slug="jean-sans-terre", on_staff=False), factories.TopicFactory(slug="ancres")
    draft = factories.article("Brouillon", aubrelle["pays"], publish=False, authors=[unknown], topics=[topic])
    assert [Client().get(path).status_code for path in UNNAMED] == [404] * 5
    draft.get_latest_revision().publish()
    assert [Client().get(path).status_code for path in UNNAMED] == [200] * 4 + [404]
    assert "/en/authors/" not in Client().get("/auteurs/jean-sans-terre/").content.decode(), "there is no version in English"
    Article.objects.get(pk=draft.pk).delete()
    assert [Client().get(path).status_code for path in UNNAMED] == [404] * 5


def test_the_staff_have_a_page_and_feeds_before_their_first_story(aubrelle):
    factories.AuthorFactory(name="Tom Vasquier", slug="tom-vasquier")
    for path in ("/auteurs/tom-vasquier/", "/en/authors/tom-vasquier/", "/auteurs/tom-vasquier/feed.atom"):
        assert Client().get(path).status_code == 200


def test_who_has_no_page_is_named_without_a_link(aubrelle):
    unknown = factories.AuthorFactory(name="Jean Sans-Terre", slug="jean-sans-terre", on_staff=False)
    lead = aubrelle["lead"]
    lead.editor = unknown
    DossierAuthor.objects.create(dossier=lead.dossier, author=unknown)
    lead.save_revision().publish()
    for path in ("/pays/sept-mois/", "/dossiers/accord/"):
        page = Client().get(path).content.decode()
        assert "<b>Jean Sans-Terre</b>" in page and "jean-sans-terre" not in page, path
    factories.article("Le sien", aubrelle["pays"], authors=[unknown])
    signed = '<a href="/auteurs/jean-sans-terre/">Jean Sans-Terre</a>'
    assert signed in Client().get("/dossiers/accord/").content.decode()
    unknown.on_staff = True
    unknown.save()
    assert signed in Client().get("/pays/sept-mois/").content.decode()


def test_a_first_publisher_without_an_address_is_named_without_a_link(aubrelle):
    factories.article("Reprise", aubrelle["pays"], slug="reprise", outlet="Le Fanal", rights="unknown")
    page = Client().get("/pays/reprise/").content.decode()
    assert "<b>Le Fanal</b>" in page and 'href=""' not in page


def test_translations_are_linked_both_ways(aubrelle):
    assert 'hreflang="en"' in Client().get("/pays/sept-mois/").content.decode()
    assert 'hreflang="fr"' in Client().get("/en/country/seven-months/").content.decode()
    assert 'hreflang="en" href="http' not in Client().get("/mer/le-bar/").content.decode()


def test_sections_topics_and_dossiers_are_linked_to_their_translations(aubrelle):
    """Only to what readers of the other language find."""
    water = factories.TopicFactory(slug="eau")
    there = factories.TopicFactory(slug="water", locale_id=factories.locale("en").pk, translation_key=water.translation_key)
    deal = factories.DossierFactory(slug="deal", locale_id=factories.locale("en").pk, translation_key=aubrelle["lead"].dossier.translation_key)
    country = aubrelle["translated"].get_parent()
    Section.objects.filter(pk=country.pk).update(translation_key=aubrelle["pays"].translation_key)
    factories.article("Une vanne ouverte", aubrelle["pays"], topics=[water])
    pairs = {"/pays/": "/en/country/", "/sujets/eau/": "/en/topics/water/", "/dossiers/accord/": "/en/dossiers/deal/"}
    for here, path in list(pairs.items())[1:]:
        assert f'hreflang="en" href="http://localhost{path}"' not in Client().get(here).content.decode()
        assert Client().get(path).status_code == 404
    factories.article("Two months", country.specific, topics=[there], dossier=deal)
    for here, path in pairs.items():
        assert f'hreflang="en" href="http://localhost{path}"' in Client().get(here).content.decode()
        assert f'hreflang="fr" href="http://localhost{here}"' in Client().get(path).content.decode()
        assert f'<a href="{path}" hreflang="en"' in Client().get(here).content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_is_only_read(aubrelle, method):
    answer = getattr(Client(enforce_csrf_checks=True), method)("/pays/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_typography_is_set_when_printing(aubrelle):
    assert "Ils négocient\u00a0: depuis avril." in Client().get("/pays/sept-mois/").content.decode()


def test_a_correction_shows_on_the_article_in_its_data_and_on_its_page(aubrelle):
    factories.correct(aubrelle["lead"], NOON + timedelta(hours=1), "La séance eut lieu le 14.")
    page = Client().get("/pays/sept-mois/").content.decode()
    assert page.count("eut lieu le") >= 2 and "CorrectionComment" in page
    assert "eut lieu le" in Client().get("/corrections/").content.decode()


def test_the_front_shows_what_the_publisher_placed(aubrelle):
    front = factories.front("fr")
    FrontSlot.objects.create(front=front, place="lead", article_id=aubrelle["lead"].pk)
    assert "teaser--lead" in Client().get("/").content.decode()


def test_an_older_page_of_a_list_never_changes_once_it_is_full(aubrelle):
    mer = factories.section("Port", "port")
    for number in range(45):
        factories.article(f"Quai {number}", mer, slug=f"quai-{number}", at=NOON + timedelta(minutes=number))
    first, last = (Client().get(f"/port/page/{number}/").content for number in (1, 2))
    assert b"quai-0/" in first and b"quai-19/" in first and b"quai-20/" not in first
    for number in range(45, 61):
        factories.article(f"Quai {number}", mer, slug=f"quai-{number}", at=NOON + timedelta(minutes=number))
    assert Client().get("/port/page/1/").content == first
    # The one change that decision 0008 allows: the last page leads to the next one once that is full.
    pager = last.split(b'<nav class="pager"')[1].split(b"</nav>")[0]
    led_on = pager.replace(b'href="/port/"', b'href="/port/page/3/"')
    assert led_on != pager
    assert Client().get("/port/page/2/").content == last.replace(pager, led_on)


def test_the_same_bytes_have_the_same_tag_and_are_not_sent_twice(aubrelle):
    tag = Client().get("/pays/sept-mois/")["ETag"]
    assert Client().get("/pays/sept-mois/", headers={"If-None-Match": tag}).status_code == 304


def test_a_renamed_story_redirects_for_ever_in_one_hop(aubrelle, django_capture_on_commit_callbacks):
    for slug in ("huit-mois", "neuf-mois"):
        story = Article.objects.get(pk=aubrelle["lead"].pk)
        story.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            story.save_revision().publish()
    response = Client().get("/pays/sept-mois/")
    assert (response.status_code, response["Location"]) == (301, "/pays/neuf-mois/")


def test_the_desk_previews_a_draft_as_readers_would_see_it(aubrelle):
    story = aubrelle["lead"]
    story.title = "Huit mois : le brouillon"
    page = story.make_preview_request().content.decode()
    assert "Huit mois\u00a0: le brouillon" in page and "Le texte tient en onze feuillets" in page
    assert aubrelle["pays"].make_preview_request().status_code == 200


def test_the_desk_previews_a_front_as_its_publisher_has_just_placed_it(aubrelle):
    front = factories.front("fr")
    placed = factories.article("Placée à la main", aubrelle["pays"], at=NOON - timedelta(days=300))
    front.ear = "Pleine mer 7 h 12"
    front.slots = [FrontSlot(article=placed, place="lead")]
    page = front.make_preview_request().content.decode()
    assert "Pleine mer" in page
    assert page.index(placed.address) < page.index(aubrelle["lead"].address)
    live = Client().get("/").content.decode()
    assert live.index(aubrelle["lead"].address) < live.index(placed.address)


def test_a_storys_discussion_has_a_page_that_says_its_state(aubrelle):
    story = aubrelle["lead"]
    address = f"/_/discussion/fr/{story.pk}/"
    assert address in Client().get("/pays/sept-mois/").content.decode()
    assert Client().get(address).status_code == 200
    assert Client().get(f"/_/discussion/en/{story.pk}/").status_code == 404


def test_a_forgotten_slash_or_a_capital_still_finds_the_page(aubrelle):
    for typed, meant in {"/pays": "/pays/", "/Pays/Sept-Mois/": "/pays/sept-mois/", "/recherche": "/recherche/", "/pays//": "/pays/"}.items():
        response = Client().get(typed)
        assert (response.status_code, response["Location"]) == (301, meant)
    assert Client().get("/rien").status_code == 404
    assert Client().get("/desk")["Location"] == "/desk/"
    assert Client().get("/pays/?utm_source=lettre").status_code == 200
