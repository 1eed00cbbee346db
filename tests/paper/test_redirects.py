"""Old addresses: of authors, topics and dossiers, of stories that are off, and those led on by hand."""
from __future__ import annotations

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from rotative.newsroom.actions import withdraw
from rotative.newsroom.models import Article, Section
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def pays():
    factories.paper()
    return factories.section()


@pytest.fixture
def after(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def leads(path: str) -> str | int:
    """Where an address leads, or the status it answers."""
    answer = Client().get(path)
    return answer["Location"] if answer.status_code == 301 else answer.status_code


def rename(subject, slug: str) -> None:
    subject.slug = slug
    subject.save()


# ── Authors, topics, dossiers ──────────────────────────────────────────────────


def test_a_renamed_author_is_found_in_every_language_with_the_feeds(pays):
    factories.front("en")
    author = factories.AuthorFactory(slug="ines")
    rename(author, "ines-quemener")
    assert leads("/auteurs/ines/") == "/auteurs/ines-quemener/"
    assert leads("/en/authors/ines/") == "/en/authors/ines-quemener/"
    assert leads("/auteurs/ines/feed.atom") == "/auteurs/ines-quemener/feed.atom"
    assert leads("/en/authors/ines/feed.rss") == "/en/authors/ines-quemener/feed.rss"


@pytest.mark.parametrize(("factory", "word"), [(factories.TopicFactory, "sujets"), (factories.DossierFactory, "dossiers")])
def test_a_renamed_subject_is_found_in_its_language(pays, factory, word):
    factories.front("en")
    rename(factory(slug="eau"), "eaux")
    assert leads(f"/{word}/eau/") == f"/{word}/eaux/"
    assert not Redirect.objects.filter(old_path__startswith="/en/").exists()


def test_several_renamings_are_one_hop(pays):
    topic = factories.TopicFactory(slug="un")
    for slug in ("deux", "trois"):
        rename(topic, slug)
    assert [leads(f"/sujets/{slug}/") for slug in ("un", "deux")] == ["/sujets/trois/"] * 2
    assert set(Redirect.objects.filter(old_path="/sujets/un").values_list("redirect_link", flat=True)) == {"/sujets/trois/"}


def test_a_name_taken_back_leads_nowhere_else(pays):
    topic = factories.TopicFactory(slug="un")
    factories.article(parent=pays, topics=[topic])
    rename(topic, "deux")
    rename(topic, "un")
    assert leads("/sujets/un/") == 200
    assert leads("/sujets/deux/") == "/sujets/un/"
    assert not Redirect.objects.filter(old_path="/sujets/un").exists()


def test_an_address_leads_to_whoever_left_it_last(pays):
    first = factories.AuthorFactory(slug="tom")
    rename(first, "tom-vasquier")
    rename(factories.AuthorFactory(slug="tom"), "tom-autre")
    assert leads("/auteurs/tom/") == "/auteurs/tom-autre/"


def test_a_save_that_renames_nothing_leaves_no_redirect(pays):
    author = factories.AuthorFactory(slug="ines")
    author.name = "Inès Q."
    author.save()
    assert not Redirect.objects.exists()


def test_the_feeds_of_a_renamed_section_move_with_it(pays, after):
    with after():
        fresh = Section.objects.get(pk=pays.pk)
        fresh.slug = "region"
        fresh.save_revision().publish()
    assert leads("/pays/feed.atom") == "/region/feed.atom"
    assert leads("/pays/") == "/region/"


# ── Stories that moved and are off ─────────────────────────────────────────────


@pytest.fixture
def moved(pays, after):
    story = factories.article("Un", parent=pays)
    with after():
        fresh = Article.objects.get(pk=story.pk)
        fresh.slug = "premier"
        fresh.save_revision().publish()
    return Article.objects.get(pk=story.pk)


def test_a_story_moved_then_taken_off_is_found_where_it_says_so(moved):
    moved.unpublish()
    assert leads("/pays/un/") == "/pays/premier/"
    assert leads("/pays/premier/") == 503


def test_a_story_moved_then_withdrawn_is_found_where_it_says_so(moved):
    withdraw(moved, by=None)
    assert leads("/pays/un/") == "/pays/premier/"
    assert leads("/pays/premier/") == 410


def test_a_redirect_to_what_never_was_public_leads_nowhere(pays):
    draft = factories.article("Brouillon", parent=pays, publish=False)
    Redirect.objects.create(old_path="/annonce", redirect_page=draft)
    assert leads("/annonce/") == 404


# ── By hand ────────────────────────────────────────────────────────────────────


def by_hand(*hops: tuple[str, str]) -> None:
    for old, link in hops:
        Redirect.objects.create(old_path=Redirect.normalise_path(old), redirect_link=link)


def test_a_chain_made_by_hand_is_one_hop(pays):
    by_hand(("/a/", "/b/"), ("/b/", "http://localhost/c/?de=b"), ("/c/", "/pays/"))
    assert leads("/a/") == "/pays/"


def test_a_chain_may_end_elsewhere(pays):
    by_hand(("/a/", "/b/"), ("/b/", "https://amer.example/ailleurs/"))
    assert leads("/a/") == "https://amer.example/ailleurs/"


def test_a_chain_ends_where_a_page_is(pays):
    by_hand(("/a/", "/pays/"), ("/pays/", "/ailleurs/"))
    assert leads("/a/") == "/pays/"


@pytest.mark.parametrize("hops", [[("/a/", "/a/")], [("/a/", "/b/"), ("/b/", "/a/")], [("/a/", "/b/"), ("/b/", "/c/"), ("/c/", "/b/")]])
def test_a_loop_leads_nowhere(pays, hops):
    by_hand(*hops)
    assert leads("/a/") == 404


def test_a_chain_has_ten_hops_at_most(pays):
    by_hand(*((f"/h{number}/", f"/h{number + 1}/") for number in range(12)))
    assert leads("/h0/") == 404
    assert leads("/h3/") == "/h12/"


# ── Numbers where there are no older pages ─────────────────────────────────────

WITHOUT_OLDER_PAGES = ["/page/999/", "/a-propos/page/5/", "/plus-lues/page/2/", "/redaction/page/2/", "/recherche/page/2/", "/2026/11/24/page/2/", "/en/page/2/"]


@pytest.mark.parametrize("path", WITHOUT_OLDER_PAGES)
def test_a_number_where_there_are_no_older_pages_is_a_404(pays, path):
    factories.front("en")
    factories.article(parent=pays)
    assert leads(path) == 404
