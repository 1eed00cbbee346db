"""The reader's own page: name, sessions, export, and leaving."""
from __future__ import annotations

import json
import time
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from rotative.masthead.models import Letter, User
from rotative.masthead.readers import arriving, follows, persons
from rotative.masthead.readers.models import Entry, Erased, Follow, Reader
from rotative.masthead.roles import Role, establish, group_of
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of, sign_in

OWN, LEAVE, CODE = "/_/account/", "/_/account/leave/", "/_/account/code/"
INSTANT = {"type": ["string", "null"]}
WORDS = {"type": "string"}


def rows(**fields: Any) -> dict[str, Any]:
    return {"type": "array", "items": shape(**fields)}


def shape(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(fields), "properties": fields}


EVERYTHING = {
    "type": "object",
    "required": ["paper", "made", "account"],
    "properties": {
        "paper": WORDS,
        "made": WORDS,
        "account": shape(
            email={"const": ADDRESS}, name=WORDS, language=WORDS, since=INSTANT, last_signed_in=INSTANT, following=rows(kind=WORDS, title=WORDS, address=WORDS),
            sessions=rows(browser=WORDS, network=WORDS, since=INSTANT, last_seen=INSTANT), passkeys=rows(name=WORDS, since=INSTANT, last_used=INSTANT),
            providers={"type": "array"}, address_changes=rows(before=WORDS, after=WORDS, at=INSTANT, until=INSTANT), letters_that_wait=rows(subject=WORDS, text=WORDS),
            notices=rows(kind=WORDS, about=WORDS, cause=WORDS, at=WORDS, seen=INSTANT, by_letter=INSTANT), letters_of_notices=rows(kind=WORDS, how=WORDS, since=WORDS),
        ),
    },
}  # fmt: skip


@pytest.fixture
def reader(browser: Browser, letters: Any, monkeypatch: Any) -> Reader:
    monkeypatch.setattr(follows, "_kinds", {"author": lambda key, language: follows.Followed(f"Author {key}", f"/a/{key}/", "fr") if key != "0" else None})
    monkeypatch.setattr(persons, "_parts", dict(persons._parts))
    return sign_in(browser, letters)


def grow_old(monkeypatch: Any) -> None:
    """As if one had signed in a while ago."""
    then = time.time() + arriving.FRESH + 1
    monkeypatch.setattr("rotative.masthead.readers.arriving.time.time", lambda: then)


class TestTheName:
    def test_is_changed_and_said_so_once(self, browser: Browser, reader: Reader) -> None:
        assert browser.send(OWN, name="Inès C.", language="en")["Location"] == OWN
        assert "It is changed." in browser.get(OWN).content.decode() and "It is changed." not in browser.get(OWN).content.decode()
        assert Reader.objects.get().language == "en"

    def test_that_is_refused_stays_in_the_form(self, browser: Browser, reader: Reader) -> None:
        answer = browser.send(OWN, name='a@b"<script>')
        assert answer.status_code == 400 and "a@b&quot;&lt;script&gt;" in answer.content.decode()
        assert browser.send(OWN, name="Inès", language="xx").status_code == 302 and Reader.objects.get().language == "fr"


class TestSessions:
    def test_one_other_is_ended_and_the_rest_stay(self, browser: Browser, reader: Reader, letters: Any) -> None:
        others = [Browser(HTTP_USER_AGENT=f"Mozilla/5.0 (X11; Linux x86_64; rv:1{number}) Firefox/130.0") for number in range(2)]
        for other in others:
            sign_in(other, letters)
        page = browser.get(OWN).content.decode()
        assert page.count("Firefox, Linux") == 2 * 2 and "127.0.0.0" in page and "127.0.0.1" not in page
        pk = UserSession.objects.get(session_key=others[0].session.session_key).pk
        browser.send(OWN, "/_/account/sessions/", session=str(pk))
        assert [each.get(OWN).status_code for each in (browser, *others)] == [200, 302, 200]
        browser.send(OWN, "/_/account/sessions/", session="others")
        assert [each.get(OWN).status_code for each in (browser, *others)] == [200, 302, 302]

    def test_nobody_ends_another_persons(self, browser: Browser, reader: Reader, letters: Any) -> None:
        other = Browser()
        sign_in(other, letters, "other@orbance.example", "Other")
        pk = UserSession.objects.get(session_key=other.session.session_key).pk
        for asked in (str(pk), "others", "x", "", "9" * 30):
            browser.send(OWN, "/_/account/sessions/", session=asked)
        assert other.get(OWN).status_code == 200 and browser.get(OWN).status_code == 200


class TestEverything:
    def test_as_json_holds_all_of_the_reader_and_nothing_of_another(self, browser: Browser, reader: Reader, letters: Any) -> None:
        sign_in(Browser(), letters, "other@orbance.example", "Other Person")
        follows.follow(reader.user, "author", "7")
        persons.register("discussion", lambda user: {"comments": ["L'eau monte."]}, lambda user, keep: None)
        answer = browser.get("/_/account/everything.json")
        told = json.loads(answer.content)
        jsonschema.validate(told, EVERYTHING)
        assert told["account"]["following"] == [{"kind": "author", "title": "Author 7", "address": "/a/7/"}]
        assert told["discussion"] == {"comments": ["L'eau monte."]} and "other" not in answer.content.decode().lower()
        assert answer["Content-Disposition"].startswith("attachment") and answer["Cache-Control"] == "no-store"

    def test_as_a_page_reads_without_the_paper(self, browser: Browser, reader: Reader) -> None:
        persons.register("discussion", lambda user: {"comments": ["<script>alert(1)</script>"], "none": None, "empty": []}, lambda user, keep: None)
        page = browser.get("/_/account/everything.html").content.decode()
        seen: list[str] = []

        class Tags(HTMLParser):
            def handle_starttag(self, tag: str, attrs: Any) -> None:
                seen.append(tag)

        Tags().feed(page)
        assert ADDRESS in page and "script" not in seen and "link" not in seen and "&lt;script&gt;" in page

    def test_is_its_readers_only(self) -> None:
        for page in ("everything.json", "everything.html"):
            assert Browser().get(f"/_/account/{page}")["Location"].startswith("/_/account/sign-in/")


class TestLeaving:
    def test_with_the_choice_and_nothing_is_left(self, browser: Browser, reader: Reader, letters: Any) -> None:
        kept: list[bool] = []
        persons.register("discussion", lambda user: None, lambda user, keep: kept.append(keep))
        follows.follow(reader.user, "author", "7")
        other = Browser()
        sign_in(other, letters)
        assert browser.send(LEAVE).status_code == 400 and browser.send(LEAVE, words="both").status_code == 400 and not kept
        answer = browser.send(LEAVE, words="keep")
        assert answer.status_code == 200 and kept == [True]
        assert not any(model.objects.exists() for model in (User, Reader, Follow, Entry, Letter, UserSession))
        assert other.get(OWN).status_code == 302 and browser.get(OWN).status_code == 302
        assert not any(ADDRESS in str(session.get_decoded()) for session in Session.objects.all())
        assert Erased.objects.get().keep_words

    def test_who_signed_in_long_ago_shows_that_it_is_them(self, browser: Browser, reader: Reader, letters: Any, monkeypatch: Any) -> None:
        browser.get(LEAVE)
        page = browser.get(LEAVE).content.decode()
        grow_old(monkeypatch)
        assert browser.get(LEAVE)["Location"] == "/_/account/confirm/?next=%2F_%2Faccount%2Fleave%2F"
        token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        assert browser.post(LEAVE, {"csrfmiddlewaretoken": token, "words": "remove"}).status_code == 302 and User.objects.exists()
        browser.send(f"/_/account/confirm/?next={LEAVE}", "/_/account/confirm/", next=LEAVE)
        assert "http" not in letters[-1].body, "what confirms is a code only"
        assert browser.send(CODE, code=code_of(letters[-1]))["Location"] == LEAVE
        assert browser.send(LEAVE, words="remove").status_code == 200 and not User.objects.exists()

    def test_a_code_that_confirms_signs_nobody_in(self, browser: Browser, reader: Reader, letters: Any) -> None:
        browser.send("/_/account/confirm/")
        browser.send(OWN, "/_/account/sign-out/")
        assert Browser().get(CODE)["Location"].startswith("/_/account/sign-in/") and browser.get(CODE)["Location"].startswith("/_/account/sign-in/")

    def test_who_works_here_is_told_whom_to_ask(self, browser: Browser, reader: Reader) -> None:
        establish()
        reader.user.groups.add(group_of(Role.REPORTER))
        assert browser.get(LEAVE).status_code == 200
        browser.send(OWN, LEAVE, words="remove")
        assert User.objects.filter(pk=reader.user.pk).exists()


class TestFollowing:
    def test_with_script_off(self, browser: Browser, reader: Reader) -> None:
        assert browser.send("/_/follow/author/7/", want="1")["Location"] == "/a/7/" and Follow.objects.get().key == "7"
        assert "Author 7" in browser.get(OWN).content.decode()
        assert browser.send("/_/follow/author/7/", want="0", next=OWN)["Location"] == OWN and not Follow.objects.exists()

    def test_with_script(self, browser: Browser, reader: Reader) -> None:
        headers = {"Accept": "application/json"}
        before = browser.get("/_/follow/author/7/", headers=headers).json()
        assert before == {"token": before["token"], "followed": False}
        told = {"csrfmiddlewaretoken": before["token"], "want": "1"}
        assert browser.post("/_/follow/author/7/", told, headers=headers).json() == {"followed": True}
        assert browser.get("/_/follow/author/7/", headers=headers).json()["followed"]

    def test_who_has_not_signed_in_does_so_first_and_comes_back(self, reader: Reader) -> None:
        url = "/_/account/sign-in/?next=%2F_%2Ffollow%2Fauthor%2F7%2F&in=fr"
        assert Browser().get("/_/follow/author/7/")["Location"] == url
        answer = Browser().get("/_/follow/author/7/", headers={"Accept": "application/json"})
        assert (answer.status_code, answer.json()) == (401, {"url": url})

    def test_what_is_not_there_and_what_makes_no_sense(self, browser: Browser, reader: Reader) -> None:
        for page in ("/_/follow/author/0/", "/_/follow/planet/7/", "/_/follow/author/7"):
            assert browser.get(page).status_code in (404, 301, 302) and not Follow.objects.exists()
        assert browser.send("/_/follow/author/7/", want="2").status_code == 400


def test_what_allauth_has_beyond_our_pages_is_at_no_address(browser: Browser, reader: Reader) -> None:
    for page in ("signup", "login", "logout", "password/change", "password/reset", "email", "confirm-email", "reauthenticate", "3rdparty", "2fa", "sessions/x", "login/code", "with/google", "back/google"):
        assert browser.get(f"/_/account/{page}/").status_code in (404, 405), page
    for page in ("google", "facebook", "apple", "apple/finish", "openid/openid"):
        assert Browser().get(f"/_/account/back/{page}/?code=1&state=2").status_code == 404, page
        assert Browser().post("/_/account/back/apple/", {"code": 1}).status_code == 404
