"""The presser prints what an edit touches, and nothing else."""
from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from rotative.audience import ranking
from rotative.audience.models import Reading
from rotative.masthead.models import Masthead, SocialLink
from rotative.newsroom.models import Article, DossierAuthor, FrontPage, FrontSlot, Section
from rotative.paper.pages import articles, fronts
from tests import factories
from tests.factories import NOON
from tests.press.small import Press, edited

pytestmark = pytest.mark.django_db


@pytest.fixture
def pays():
    factories.paper()
    return factories.section()


@pytest.fixture
def press(tmp_path, pays):
    factories.article("Un", pays, slug="un", at=NOON - timedelta(days=2), authors=[factories.AuthorFactory(slug="ines", name="Inès Valmer")])
    factories.article("Deux", pays, slug="deux", at=NOON - timedelta(days=1))
    press = Press(tmp_path)
    press.print()
    return press


def story(slug):
    return Article.objects.get(slug=slug)


def test_everything_is_printed_at_first(press):
    assert "Un" in press.body("/pays/un/")
    assert press.differing() == []


def test_an_idle_press_prints_nothing(press):
    assert press.print() == set()


def test_a_draft_prints_nothing(press):
    article = story("un")
    article.title = "Un brouillon"
    article.save_revision()
    assert press.print() == set()


def test_a_comma_mended_in_a_story_prints_its_page_and_feeds_that_hold_its_text(press):
    edited("un", body=[("paragraph", "<p>L’eau, d’abord.</p>")])
    printed = press.print()
    assert "/pays/un/" in printed
    assert printed - {"/pays/un/"} == {path for path in printed if path.endswith((".atom", ".rss"))} | {"/sitemap-2026-11.xml"} & printed
    assert press.differing() == []


def test_a_headline_prints_the_lists_that_show_it(press):
    edited("un", title="Un autre titre")
    printed = press.print()
    assert {"/", "/pays/", "/pays/un/", "/dernieres/", "/auteurs/ines/"} <= printed
    assert "/pays/deux/" in printed, "it shows the story as a related one"
    assert not {"/mentions-legales/", "/en/", "/pays/deux/feed.atom"} & printed
    assert press.differing() == []


def test_a_new_story_is_printed_with_its_lists_and_its_day(press, pays):
    factories.article("Trois", pays, slug="trois", at=NOON)
    printed = press.print()
    assert {"/pays/trois/", "/", "/pays/", "/2026/11/24/", "/sitemap-news.xml"} <= printed
    assert not {"/pays/un/", "/pays/deux/"} & printed
    assert press.differing() == []


def test_how_long_a_list_is_is_known_from_what_came_and_went(press, pays):
    """To count a hundred thousand stories at each publish would take longer than to print one."""
    factories.article("Trois", pays, slug="trois", at=NOON)
    press.print()
    assert {"list:language", "list:section"} <= {key.rpartition(":")[0] for key in press.presser.sizes}
    factories.article("Quatre", pays, slug="quatre", at=NOON)
    story("un").delete()
    with CaptureQueriesContext(connection) as asked:
        press.print()
    assert [each["sql"] for each in asked if "COUNT" in each["sql"] and '"first_published_at" IS NOT NULL' in each["sql"] and "author" not in each["sql"]] == []
    assert press.misjudged() == {}


def test_a_story_taken_off_answers_503_and_leaves_the_lists(press):
    story("un").unpublish()
    press.print()
    assert '"status":503' in press.body("/pays/un/")
    assert "Un" not in press.body("/pays/").split("<main")[1].split("</main")[0]
    assert press.differing() == []


def test_a_story_deleted_leaves_nothing(press):
    story("un").delete()
    press.print()
    assert press.edition.body_of("/pays/un/") is None
    assert press.differing() == []


def test_a_bulk_update_is_seen(press):
    Page.objects.filter(slug="un").update(title="En masse")
    press.print()
    assert "En masse" in press.body("/pays/un/")
    assert press.differing() == []


def test_a_renamed_story_leads_on_from_its_old_address(press, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        edited("un", slug="premier")
    press.print()
    assert '"status":301' in press.body("/pays/un/")
    assert press.edition.body_of("/pays/premier/")
    assert press.differing() == []


def test_a_moved_section_moves_all_that_is_in_it(press, pays):
    mer = factories.section("Mer", "mer")
    pays.refresh_from_db()
    pays.move(mer, pos="last-child")
    press.print()
    assert press.edition.body_of("/mer/pays/un/")
    assert press.differing() == []


def test_an_authors_name_prints_what_shows_it(press):
    author = story("un").bylines.first().author
    author.name = "Inès Marchal"
    author.save()
    printed = press.print()
    assert {"/pays/un/", "/auteurs/ines/"} <= printed
    assert "/pays/deux/" not in printed
    assert press.differing() == []


def test_a_section_that_leaves_the_bar_prints_every_page_with_the_bar(press, pays):
    pays.in_bar = False
    pays.save_revision().publish()
    assert {"/", "/pays/", "/pays/un/", "/dernieres/", "/mentions-legales/"} <= press.print()
    assert press.differing() == []


def test_a_place_on_the_front_prints_the_front_alone(press):
    FrontSlot.objects.create(front=FrontPage.objects.first(), place="second", article=story("un"))
    assert press.print() == {"/"}
    assert press.differing() == []


def test_the_day_that_passes_prints_the_front(press):
    press.clock.pass_(days=1)
    assert "/" in press.print()
    assert press.differing() == []


def test_a_translation_is_printed_on_both_sides(tmp_path, pays):
    factories.front("en")
    topic, dossier = factories.TopicFactory(slug="ancres"), factories.DossierFactory(slug="accord")
    factories.article("Un", pays, slug="un", topics=[topic], dossier=dossier)
    press = Press(tmp_path)
    press.print()
    english = {"locale_id": factories.locale("en").pk}
    country = factories.section("Country", "country", language="en")
    Section.objects.filter(pk=country.pk).update(translation_key=pays.translation_key)
    anchors = factories.TopicFactory(slug="anchors", translation_key=topic.translation_key, **english)
    deal = factories.DossierFactory(slug="deal", translation_key=dossier.translation_key, **english)
    press.print()
    assert press.differing() == []
    factories.article("One", country, slug="one", topics=[anchors], dossier=deal)
    press.print()
    assert press.differing() == []
    for here, there in {"/pays/": "/en/country/", "/sujets/ancres/": "/en/topics/anchors/", "/dossiers/accord/": "/en/dossiers/deal/"}.items():
        assert f'hreflang="en" href="http://localhost{there}"' in press.body(here)
    Article.objects.get(slug="one").delete()
    press.print()
    assert press.differing() == []


def test_what_is_read_prints_nothing_and_a_ranking_that_differs_prints_what_shows_it(press):
    def read(slug, count):
        Reading.objects.create(article=story(slug), day=(press.clock.at - timedelta(days=1)).date(), count=count)

    read("un", 5)
    assert press.print() == set()
    ranking.renew(press.clock.at)
    assert press.print() == {"/", "/plus-lues/", "/_/panel/fr/most-read/", "/en/most-read/"}
    read("deux", 9)
    press.clock.pass_(minutes=20)
    assert press.print() == set()
    assert press.differing() == []
    ranking.renew(press.clock.at)
    assert press.print() == {"/", "/plus-lues/", "/_/panel/fr/most-read/"}
    assert press.differing() == []
    ranking.renew(press.clock.at)
    assert press.print() == set()


def test_the_masthead_prints_everything(press):
    paper = Masthead.objects.first()
    paper.name = "Le Large"
    paper.save()
    printed = press.print()
    assert {"/", "/pays/un/", "/feed.atom"} <= printed
    assert press.differing() == []


def test_a_profile_elsewhere_prints_every_page(press):
    SocialLink.objects.create(masthead=Masthead.objects.first(), name="Mastodon", url="https://social.example/@large")
    assert {"/", "/pays/un/"} <= press.print()
    assert press.differing() == []
    SocialLink.objects.update(url="https://social.example/@amer")
    assert {"/", "/pays/un/"} <= press.print()
    assert press.differing() == []


def test_no_page_names_a_stylesheet_before_it_is_printed(press):
    paper = Masthead.objects.first()
    paper.accent, paper.accent_dark = "#7a2b52", "#f0a0c0"
    paper.save()
    before = press.body("/")
    while press.presser.step():
        for path in ("/", "/pays/", "/pays/un/"):
            for name in re.findall(r"/_/[\w-]+\.[0-9a-f]{16}\.\w+", press.body(path)):
                assert press.edition.body_of(name) is not None, f"{path} names {name}"
    assert press.body("/") != before


def test_a_press_that_begins_again_prints_nothing_twice(press):
    press.again()
    assert press.print() == set()


def test_what_changed_while_the_press_was_away_is_printed(press):
    press.ledger.close()
    edited("un", title="Pendant l’absence")
    press.presser = press.begin()
    press.print()
    assert "Pendant l’absence" in press.body("/pays/un/")
    assert press.differing() == []


def test_a_page_that_fails_keeps_its_old_print_and_is_told(press, monkeypatch):
    build = articles.build
    monkeypatch.setattr(articles, "build", lambda article: 1 / 0 if article.slug == "un" else build(article))
    before = press.body("/pays/un/")
    edited("un", title="Qui échoue")
    press.print()
    assert press.body("/pays/un/") == before
    assert [failure[0] for failure in press.ledger.failures()] == ["/pays/un/"]
    assert "Qui échoue" in press.body("/pays/")
    monkeypatch.undo()
    press.clock.pass_(minutes=2)
    press.print()
    assert "Qui échoue" in press.body("/pays/un/")
    assert press.ledger.failures() == []


def test_a_page_that_fails_at_its_hour_is_tried_again_in_its_time_only(press, monkeypatch):
    monkeypatch.setattr(fronts, "_build", lambda *_: 1 / 0)
    press.clock.pass_(days=1)
    for _ in range(100):
        press.presser.step()
    assert [(path, times) for path, _, times, _ in press.ledger.failures()] == [("/", 1)]
    monkeypatch.undo()
    press.clock.pass_(minutes=2)
    press.print()
    assert press.ledger.failures() == [] and press.differing() == []


def test_a_name_is_printed_with_its_first_story_and_goes_with_its_last(tmp_path, pays):
    factories.front("en")
    someone = factories.AuthorFactory(slug="jean", on_staff=False)
    topic = factories.TopicFactory(slug="ancres")
    dossier = factories.DossierFactory(slug="accord")
    DossierAuthor.objects.create(dossier=dossier, author=someone)
    factories.article("Deja", pays, slug="deja", editor=someone, dossier=dossier)
    draft = factories.article("Un", pays, slug="un", publish=False, authors=[someone], topics=[topic])
    press = Press(tmp_path)
    press.print()
    assert press.differing() == []
    draft.get_latest_revision().publish()
    press.print()
    assert press.differing() == []
    assert 'href="/auteurs/jean/"' in press.body("/dossiers/accord/")
    Article.objects.get(slug="un").delete()
    press.print()
    assert press.edition.body_of("/auteurs/jean/") is None and press.edition.body_of("/sujets/ancres/feed.atom") is None
    assert press.differing() == []
    someone.on_staff = True
    someone.save()
    press.print()
    assert press.differing() == []
