"""A session that somebody else has put into a browser, or left there, is worth nothing to them."""
from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache

from rotative.discussion.models import Contribution
from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from rotative.newsroom.models import Article
from tests.hostile.conftest import TEXT, Browser, reader

ADDRESS = "maud@lac.example"
COOKIE = settings.SESSION_COOKIE_NAME


@pytest.fixture
def letters(story: Article, monkeypatch: Any) -> Any:
    monkeypatch.setattr("rotative.masthead.posting.transaction.on_commit", lambda run: run())
    mail.outbox = []
    return mail.outbox


def begun(story: Article) -> Browser:
    """A browser with a session, in which nobody has signed in."""
    client = Browser()
    client.send(f"/_/comment/{story.pk}/", text="Un brouillon de quelqu’un d’autre, avant.")
    assert COOKIE in client.cookies
    return client


def planted(attacker: Browser) -> Browser:
    """Another's browser that was given the attacker's session."""
    victim = Browser()
    victim.cookies[COOKIE] = attacker.cookies[COOKIE].value
    return victim


def is_in(client: Browser) -> bool:
    return client.get("/_/account/").status_code == 200


def by_code(client: Browser, letters: Any) -> None:
    client.send("/_/account/sign-in/", address=ADDRESS)
    client.send("/_/account/code/", code=re.search(r"\d{4} \d{4}", letters[-1].body)[0])


def by_link(client: Browser, letters: Any) -> None:
    Browser().send("/_/account/sign-in/", address=ADDRESS)
    client.send(re.search(r"http://localhost(/_/account/enter/\S+)", letters[-1].body)[1])


@pytest.mark.parametrize("way", [by_code, by_link])
def test_a_session_that_was_planted_is_not_the_one_that_signs_in(story: Article, letters: Any, way: Any) -> None:
    Reader.objects.create(user=User.objects.create_user(ADDRESS), name="Maud", language="fr")
    attacker = begun(story)
    victim = planted(attacker)
    way(victim, letters)
    assert is_in(victim) and victim.cookies[COOKIE].value != attacker.cookies[COOKIE].value
    assert not is_in(attacker) and not Session.objects.filter(session_key=attacker.cookies[COOKIE].value).exists()


def test_nor_the_one_in_which_a_guest_is_known(story: Article, letters: Any) -> None:
    attacker = begun(story)
    victim = planted(attacker)
    victim.send(f"/_/comment/{story.pk}/", **{"as": "guest", "name": "Maud", "email": ADDRESS, "text": TEXT})
    link = re.search(r"http://[^/]+(/_/comment/confirm/\S+)", letters[-1].body)[1]
    victim.send(link)
    row = Contribution.objects.get()
    assert victim.get(f"/_/contribution/{row.pk}/").status_code == 200
    assert attacker.get(f"/_/contribution/{row.pk}/").status_code == 404


@pytest.mark.parametrize("key", ["a" * 32, "../../etc/passwd", "", "0" * 5000, "\\x00"])
def test_a_key_that_the_paper_did_not_give_is_not_taken(story: Article, letters: Any, key: str) -> None:
    client = Browser()
    client.cookies[COOKIE] = key
    by_code(client, letters)
    assert client.cookies[COOKIE].value not in ("", key) and not Session.objects.filter(session_key=key).exists()


def test_who_signs_in_where_another_was_finds_nothing_of_theirs(story: Article, letters: Any) -> None:
    client = Browser().enters(reader("Yvonne", "yvonne@lac.example"))
    session = client.session
    session["discussion.draft"] = {"story": story.pk, "text": "Un brouillon d’Yvonne."}
    session.save()
    Browser().send("/_/account/sign-in/", address=ADDRESS)
    client.send(re.search(r"http://localhost(/_/account/enter/\S+)", letters[-1].body)[1])
    assert User.objects.get(email=ADDRESS).pk == int(client.session["_auth_user_id"])
    assert "discussion.draft" not in client.session and "brouillon" not in client.get(f"/_/comment/{story.pk}/").content.decode()


def test_what_is_left_after_signing_out_opens_nothing(story: Article, letters: Any) -> None:
    client = Browser().enters(reader())
    kept, token = client.cookies[COOKIE].value, client.token("/_/account/")
    client.send("/_/account/", "/_/account/sign-out/")
    thief = Browser()
    thief.cookies[COOKIE] = kept
    thief.cookies[settings.CSRF_COOKIE_NAME] = client.cookies[settings.CSRF_COOKIE_NAME].value
    assert not is_in(thief)
    assert thief.post(f"/_/comment/{story.pk}/", {"csrfmiddlewaretoken": token, "text": TEXT}).status_code in (303, 403) and not Contribution.objects.exists()


def test_a_code_is_guessed_by_nobody(story: Article, letters: Any) -> None:
    """Five tries a letter, five letters an hour, thirty tries a minute from one place: of a hundred million codes."""
    codes = set()
    for _letter in range(7):
        client = Browser()
        answer = client.send("/_/account/sign-in/", address=ADDRESS)
        codes |= {(answer.status_code, client.send("/_/account/code/", code=f"{n:08d}").status_code) for n in range(6)}
    assert {each for each, _ in codes} == {302, 429} and 302 not in {each for first, each in codes if first == 302}
    assert len(letters) == 5
    cache.clear()
