"""What Django refuses is told in the paper's frame and language, with what to do; a script is told in JSON."""
from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory

from rotative.paper import refusals, views
from rotative.paper.pages import errors
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    factories.paper()
    return factories.article(parent=factories.section())


@pytest.mark.parametrize("path", ["/_/like/article/999/", "/documents/9/x.pdf"])
def test_what_is_not_there_is_told_in_the_papers_frame(story, path):
    answer = Client().get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert '<html lang="fr">' in page and "L’Amer" in page and '<link rel="stylesheet"' in page
    assert answer["Cache-Control"] == "no-store"


def test_a_script_is_refused_in_json(story):
    answer = Client().get("/_/like/article/999/", headers={"accept": "application/json"})
    assert (answer.status_code, answer["Content-Type"], answer.json()) == (404, "application/json", {"error": 404})


def test_a_like_without_cookies_says_what_to_do(story):
    answer = Client(enforce_csrf_checks=True).post(f"/_/like/article/{story.pk}/", {"want": "1"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert '<html lang="fr">' in page and "cookie" in page and "CSRF" not in page


def test_it_is_told_in_the_language_of_what_was_asked_for(story):
    english = factories.article("One", parent=factories.section("Country", "country", language="en"))
    client = Client(enforce_csrf_checks=True)
    for path in (f"/_/like/article/{english.pk}/", "/_/like/paper/?in=en"):
        page = client.post(path, {"want": "1"}).content.decode()
        assert '<html lang="en">' in page and "allow cookies" in page, path
    page = client.get("/_/like/article/999/", headers={"Referer": "http://localhost/en/country/one/"}).content.decode()
    assert '<html lang="en">' in page


def test_a_script_that_likes_without_cookies_is_told_in_json(story):
    answer = Client(enforce_csrf_checks=True).post(f"/_/like/article/{story.pk}/", {"want": "1"}, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (403, {"error": 403})


@pytest.mark.parametrize(("view", "why", "status"), [(refusals.forbidden, PermissionDenied(), 403), (refusals.not_understood, SuspiciousOperation(), 400)])
def test_every_refusal_says_what_to_do(story, view, why, status):
    answer = view(RequestFactory().get("/documents/1/x.pdf"), why)
    assert answer.status_code == status
    assert "<h1>" in answer.content.decode() and "L’Amer" in answer.content.decode()


@pytest.mark.parametrize(("path", "words"), [("/pays/", "Le journal n’a pas pu faire cette page."), ("/en/country/", "The paper could not make this page.")])
def test_when_even_the_frame_fails_readers_are_told_in_plain_words(monkeypatch, rf, path, words):
    monkeypatch.setattr(errors, "error", lambda *_: 1 / 0)
    answer = views.failed(rf.get(path))
    assert (answer.status_code, answer["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert answer.content.decode().startswith(words)
