"""What another site has a reader's browser send: no address that changes something takes it."""
from __future__ import annotations

from typing import Any

import pytest
from django.urls import URLPattern, reverse

from rotative.audience import urls as audience
from rotative.discussion import report_urls
from rotative.discussion import urls as discussion
from rotative.masthead.readers import urls as readers
from rotative.newsroom.models import Article
from tests.factories.discussion import contribution
from tests.hostile.conftest import TEXT, Browser, reader

PATTERNS: list[URLPattern] = [*audience.urlpatterns, *discussion.urlpatterns, *report_urls.urlpatterns, *readers.account, *readers.follow, *readers.unsubscribe]
# The first asks where it comes from; the second keeps nothing and is checked at the next step; the third is signed, for programs that read mail (RFC 8058).
WITHOUT_TOKEN = {"read", "apple_callback", "unsubscribe"}
SAMPLES = {"article_id": "1", "contribution_id": "1", "decision_id": "1", "pk": "1", "token": "x" * 80, "link": "x" * 43, "name": "openid", "host": "a.example", "provider_id": "openid", "kind": "author", "key": "7"}
ELSEWHERE = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "https://localhost:8443"},
    {"Referer": "https://evil.example/", "Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
]


def paths() -> dict[str, str]:
    found = {}
    for pattern in PATTERNS:
        names = pattern.pattern.regex.groupindex or pattern.pattern.converters
        found[str(pattern.name)] = reverse(str(pattern.name), kwargs={name: SAMPLES[name] for name in names})
    return found


@pytest.mark.parametrize("name", [str(each.name) for each in PATTERNS])
def test_no_address_takes_a_form_without_its_token_or_from_elsewhere(story: Article, name: str) -> None:
    where = paths()[name]
    client = Browser().enters(reader())
    row = contribution(story)
    told = {"csrfmiddlewaretoken": client.token(f"/_/report/{row.pk}/"), "text": TEXT, "want": "1"}
    if name in WITHOUT_TOKEN:
        assert client.post(where, told, headers=ELSEWHERE[0]).status_code in (302, 403, 404, 410)
        return
    for headers in ELSEWHERE:
        assert client.post(where, told, headers=headers).status_code == 403, headers
    assert client.post(where, {**told, "csrfmiddlewaretoken": ""}).status_code == 403
    assert client.post(where, {**told, "csrfmiddlewaretoken": "a" * 64}).status_code == 403
    other = Browser()
    assert client.post(where, {**told, "csrfmiddlewaretoken": other.token("/_/account/sign-in/")}).status_code == 403
    assert Browser().post(where, told).status_code == 403, "A token without the cookie that came with it."


def test_those_without_a_token_are_the_ones_that_are_known() -> None:
    """A view that is made exempt has to say here what is asked instead."""
    assert {str(each.name) for each in PATTERNS if getattr(each.callback, "csrf_exempt", False)} == WITHOUT_TOKEN


@pytest.mark.parametrize("headers", [*ELSEWHERE, {}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"}])
def test_a_reading_is_counted_for_pages_of_the_paper_alone(story: Article, headers: dict[str, str]) -> None:
    assert Browser().post(f"/_/read/{story.pk}/", headers=headers).status_code == 403
    assert Browser().post(f"/_/read/{story.pk}/", headers={"Origin": "http://localhost", "User-Agent": "Mozilla/5.0 Firefox/140.0"}).status_code == 204


def test_over_https_a_form_says_where_it_comes_from(story: Article) -> None:
    client = Browser().enters(reader())
    where = f"/_/comment/{story.pk}/"
    token = client.token(where)
    assert client.post(where, {"csrfmiddlewaretoken": token, "text": TEXT}, secure=True).status_code == 403
    assert client.post(where, {"csrfmiddlewaretoken": token, "text": TEXT}, secure=True, headers={"Referer": "https://evil.example/"}).status_code == 403
    assert client.post(where, {"csrfmiddlewaretoken": token, "text": TEXT}, secure=True, headers={"Origin": "https://localhost"}).status_code == 303


def test_looking_changes_nothing(story: Article, django_assert_num_queries: Any) -> None:
    """A picture of another site, or a link, asks with GET: nothing is written by it, whatever the address says."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = Browser().enters(reader())
    client.get("/_/account/")  # the session is noted once
    row = contribution(story)
    for name, where in paths().items():
        where = where.replace("/1/", f"/{row.pk}/") if "contribution" in name or name in ("respect", "report") else where
        with CaptureQueriesContext(connection) as queries:
            client.get(where, {"want": "1", "text": TEXT, "words": "remove", "session": "others", "code": "x", "state": "y"})
        written = [each["sql"] for each in queries if each["sql"].startswith(("INSERT", "UPDATE", "DELETE")) and "django_session" not in each["sql"]]
        assert written == [], name


@pytest.mark.parametrize("path", ["/_/account/", "/_/account/leave/", "/_/account/sign-in/", "/_/contributions/", "/_/comment/1/", "/_/account/everything.html"])
def test_nobody_frames_what_a_reader_presses(story: Article, path: str) -> None:
    answer = Browser().enters(reader()).get(path.replace("/1/", f"/{story.pk}/"))
    assert answer["X-Frame-Options"] == "DENY" and "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("secure", [True, False])
def test_cookies_are_of_this_host_alone_and_out_of_reach(story: Article, settings: Any, secure: bool) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.SECURE_COOKIES = secure
    client = Browser()
    client.send("/_/account/sign-in/?in=fr", address="maud@lac.example")
    assert len(client.cookies) >= 2
    for cookie in client.cookies.values():
        assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["path"] == "/" and not cookie["domain"], cookie.key
        assert bool(cookie["secure"]) == secure, cookie.key
