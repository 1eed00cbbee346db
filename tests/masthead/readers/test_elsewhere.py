"""Signing in with Google, Facebook and Apple, each real and strict: what is not signed for this visit opens nothing, and nothing is lost."""
from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.apple.views import AppleOAuth2Adapter
from allauth.socialaccount.providers.facebook import flows
from allauth.socialaccount.providers.facebook.views import FacebookOAuth2Adapter
from allauth.socialaccount.providers.google import views as google_views
from django.contrib.sessions.models import Session

from rotative.masthead import rates
from rotative.masthead.models import User
from rotative.masthead.readers.apple import name_of
from rotative.project import keys_of
from tests.elsewhere.apple import Apple
from tests.elsewhere.facebook import Facebook
from tests.elsewhere.google import Google
from tests.elsewhere.serving import Answer, Provider, listening
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of, sign_in
from tests.masthead.readers.oidc import target_of

SIGN_IN, OWN, JOIN, BACK = "/_/account/sign-in/", "/_/account/", "/_/account/join/", "/_/account/back/apple/"
FAILED, CANCELLED = f"{SIGN_IN}?failed=provider&next=%2Feau%2F", f"{SIGN_IN}?failed=cancelled&next=%2Feau%2F"
SOMEBODY = {"sub": "77", "id": "77", "email": ADDRESS, "email_verified": True, "first": "Inès", "last": "Caradec", "given_name": "Inès", "family_name": "Caradec", "name": "Inès Caradec"}


class Elsewhere(NamedTuple):
    google: Google
    facebook: Facebook
    apple: Apple


@pytest.fixture(scope="module")
def running() -> Iterator[Elsewhere]:
    made = Elsewhere(Google(), Facebook(), Apple())
    with ExitStack() as stack:
        for name, provider in zip(made._fields, made, strict=True):
            stack.enter_context(listening(provider))
            provider.callback = f"http://localhost/_/account/back/{name}/"
        yield made


@pytest.fixture
def elsewhere(running: Elsewhere, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Elsewhere]:
    """The three, with the paper's keys; they have refused nothing when the test ends."""
    google, facebook, apple = running
    keys = (keys_of.google(google.client, google.secret), keys_of.facebook(facebook.client, facebook.secret), keys_of.apple(apple.client, apple.team, apple.key_id, apple.key_in_one_line))
    settings.SOCIALACCOUNT_PROVIDERS = {name: told for each in keys for name, told in each.items()}
    for adapter, authorize, token in (
        (google_views.GoogleOAuth2Adapter, f"{google.url}/o/oauth2/v2/auth", f"{google.url}/token"),
        (FacebookOAuth2Adapter, f"{facebook.url}/{keys_of.GRAPH}/dialog/oauth", f"{facebook.url}/{keys_of.GRAPH}/oauth/access_token"),
        (AppleOAuth2Adapter, f"{apple.url}/auth/authorize", f"{apple.url}/auth/token"),
    ):
        monkeypatch.setattr(adapter, "authorize_url", authorize)
        monkeypatch.setattr(adapter, "access_token_url", token)
    monkeypatch.setattr(google_views, "CERTS_URL", f"{google.url}/oauth2/v1/certs")
    monkeypatch.setattr(flows, "GRAPH_API_URL", f"{facebook.url}/{keys_of.GRAPH}")
    monkeypatch.setattr(AppleOAuth2Adapter, "public_key_url", f"{apple.url}/auth/keys")
    yield running
    for provider in running:
        assert provider.refused == []
        provider.state, provider.known_here, provider.people = "", set(), {}
        provider.away.clear()
    for signing in (google, apple):
        signing.says, signing.signer.forges = {}, False


def name_of_one(provider: Provider) -> str:
    return type(provider).__name__.lower()


def through(browser: Browser, provider: Provider, account: str = "", page: str = SIGN_IN) -> Any:
    """To a provider and back, as somebody who agreed there, or who refused; Apple's answer is posted from its own site."""
    url = target_of(browser.send(page, f"/_/account/with/{name_of_one(provider)}/", next="/eau/"))
    answer = provider.sign_in(url, account)
    return browser.get(posted_by(answer)["Location"] if isinstance(provider, Apple) else within(answer.location))


def within(url: str) -> str:
    where = urlsplit(url)
    assert where.netloc == "localhost"
    return f"{where.path}?{where.query}"


def posted_by(answer: Answer, **more: str) -> Any:
    """What becomes of Apple's form, in a browser that sends no cookie of ours with it; but what is set is kept by who came."""
    told = {key: html.unescape(value) for key, value in re.findall(r'name="(\w+)" value="([^"]*)"', answer.body)}
    return Browser().post(BACK, {**told, **more}, headers={"Origin": "https://appleid.apple.com"})


def through_apple(browser: Browser, apple: Apple, account: str) -> Any:
    """As above, with the cookie that the answer to Apple's form sets."""
    answer = posted_by(apple.sign_in(target_of(browser.send(SIGN_IN, "/_/account/with/apple/", next="/eau/")), account))
    browser.cookies.update(answer.cookies)
    return browser.get(answer["Location"])


class TestWhatIsNotSignedForThisVisit:
    @pytest.mark.parametrize("says", [{"nonce": "another visit's"}, {"nonce": ""}, {"aud": "another paper"}, {"iss": "https://evil.example"}, {"exp": 1}, {"sub": ""}, {"sub": 7}])
    @pytest.mark.parametrize("name", ["google", "apple"])
    def test_opens_nothing_and_one_goes_on_another_way(self, browser: Browser, elsewhere: Elsewhere, name: str, says: dict[str, Any]) -> None:
        provider = getattr(elsewhere, name)
        provider.knows("one", **SOMEBODY)
        provider.says = says
        assert through(browser, provider, "one")["Location"] == FAILED and not User.objects.exists()
        page = browser.get(FAILED).content.decode()
        assert 'name="next" value="/eau/"' in page and "said--problem" in page

    @pytest.mark.parametrize("name", ["google", "apple"])
    def test_under_anothers_signature_opens_nothing(self, browser: Browser, elsewhere: Elsewhere, name: str) -> None:
        provider = getattr(elsewhere, name)
        provider.knows("one", **SOMEBODY)
        provider.signer.forges = True
        assert through(browser, provider, "one")["Location"] == FAILED and not User.objects.exists()

    def test_changes_nothing_of_who_is_known(self, browser: Browser, elsewhere: Elsewhere) -> None:
        elsewhere.google.knows("one", **SOMEBODY)
        through(Browser(), elsewhere.google, "one")
        elsewhere.google.says = {"nonce": "another visit's"}
        assert through(browser, elsewhere.google, "one")["Location"] == FAILED and browser.get(OWN).status_code == 302


@pytest.mark.parametrize("name", ["google", "facebook", "apple"])
class TestTurningBackAndTroubles:
    def test_who_refuses_is_told_that_nothing_was_done(self, browser: Browser, elsewhere: Elsewhere, name: str) -> None:
        assert through(browser, getattr(elsewhere, name))["Location"] == CANCELLED

    def test_a_provider_that_is_away(self, browser: Browser, elsewhere: Elsewhere, name: str) -> None:
        provider = getattr(elsewhere, name)
        provider.knows("one", **SOMEBODY)
        provider.away |= {"/token", "/auth/token", f"/{keys_of.GRAPH}/oauth/access_token"}
        assert through(browser, provider, "one")["Location"] == FAILED

    def test_who_is_signed_in_is_told_on_their_page(self, browser: Browser, elsewhere: Elsewhere, letters: Any, name: str) -> None:
        sign_in(browser, letters)
        answer = through(browser, getattr(elsewhere, name), page=OWN)
        assert browser.get(answer["Location"])["Location"] == OWN and browser.get(OWN).content.decode().count('class="said"') == 1


class TestFacebook:
    def test_is_asked_at_a_version_that_it_still_answers(self, browser: Browser, elsewhere: Elsewhere) -> None:
        assert f"/{keys_of.GRAPH}/dialog/oauth?" in target_of(browser.send(SIGN_IN, "/_/account/with/facebook/"))

    @pytest.mark.parametrize("more", [{}, {"verified": True}, {"email_verified": True}])
    def test_has_verified_no_address_whatever_it_says(self, browser: Browser, elsewhere: Elsewhere, letters: Any, more: dict[str, Any]) -> None:
        sign_in(Browser(), letters)
        elsewhere.facebook.knows("one", **SOMEBODY, **{key: value for key, value in more.items() if key not in SOMEBODY})
        assert through(browser, elsewhere.facebook, "one")["Location"] == JOIN and not SocialAccount.objects.exists()

    def test_without_the_permission_for_an_address(self, browser: Browser, elsewhere: Elsewhere) -> None:
        elsewhere.facebook.knows("one", id="77", name="Inès Caradec")
        assert through(browser, elsewhere.facebook, "one")["Location"] == JOIN
        assert re.search(r'id="address"[^>]* value=""', browser.get(JOIN).content.decode())

    def test_letters_to_any_address_are_as_few_as_from_the_ways_in(self, browser: Browser, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, letters: Any) -> None:
        monkeypatch.setitem(rates.A_MINUTE, "letter", 2)
        elsewhere.facebook.knows("one", **SOMEBODY)
        through(browser, elsewhere.facebook, "one")
        answers = [browser.send(JOIN, address=f"somebody-{number}@orbance.example") for number in range(3)]
        assert [answer.status_code for answer in answers] == [302, 302, 429] and len(letters) == 2
        assert 'value="somebody-2@orbance.example"' in answers[2].content.decode()


class TestApple:
    def test_an_answer_comes_without_cookies_and_is_checked_where_they_are(self, browser: Browser, elsewhere: Elsewhere) -> None:
        elsewhere.apple.knows("one", **SOMEBODY)
        answer = through_apple(browser, elsewhere.apple, "one")
        assert answer["Location"] == "/_/account/welcome/?next=%2Feau%2F" and 'value="Inès Caradec"' in browser.get(answer["Location"]).content.decode()
        assert SocialAccount.objects.get().extra_data == {"name": "Inès Caradec"}
        assert browser.cookies["apple"]["httponly"] and browser.cookies["apple"]["samesite"] == "Lax"

    def test_the_cookie_is_the_hosts_own_over_https(self, elsewhere: Elsewhere, settings: Any) -> None:
        settings.SECURE_COOKIES = True
        elsewhere.apple.knows("one", **SOMEBODY)
        answer = posted_by(elsewhere.apple.sign_in(target_of(Browser().send(SIGN_IN, "/_/account/with/apple/")), "one"))
        cookie = answer.cookies["__Host-apple"]
        assert cookie["secure"] and cookie["path"] == "/" and not cookie["domain"] and 0 < cookie["max-age"] <= 600

    def test_the_name_is_told_once_and_kept_when_something_fails_and_afterwards(self, browser: Browser, elsewhere: Elsewhere) -> None:
        elsewhere.apple.knows("one", **SOMEBODY)
        elsewhere.apple.away.add("/auth/keys")
        assert through_apple(browser, elsewhere.apple, "one")["Location"] == FAILED
        elsewhere.apple.away.clear()
        through_apple(browser, elsewhere.apple, "one")
        assert 'value="Inès Caradec"' in browser.get("/_/account/welcome/").content.decode()
        other = Browser()
        through_apple(other, elsewhere.apple, "one")  # without having told a name here, on another day and in another browser
        assert 'value="Inès Caradec"' in other.get("/_/account/welcome/").content.decode() and SocialAccount.objects.get().extra_data == {"name": "Inès Caradec"}

    def test_a_name_is_nobody_elses(self, browser: Browser, elsewhere: Elsewhere) -> None:
        elsewhere.apple.knows("one", **SOMEBODY)
        elsewhere.apple.away.add("/auth/token")
        through_apple(browser, elsewhere.apple, "one")
        elsewhere.apple.away.clear()
        elsewhere.apple.knows("two", **{**SOMEBODY, "sub": "78", "email": "two@orbance.example", "first": "", "last": ""})
        through_apple(browser, elsewhere.apple, "two")
        assert "Inès" not in browser.get("/_/account/welcome/").content.decode()

    def test_nothing_is_stored_for_whoever_posts(self, elsewhere: Elsewhere) -> None:
        answer = Browser().post(BACK, {"code": "c" * 90_000, "state": "s", "user": '{"name":{"firstName":"' + "a" * 90_000 + '"}}', "id_token": "x" * 90_000})
        assert answer.status_code == 302 and len(answer["Location"]) < 2_000 and not answer.cookies and not Session.objects.exists()
        assert Browser().get(BACK).status_code == 405

    @pytest.mark.parametrize("user", ["", "x", "[]", "7", "null", '{"name": 7}', '{"name": {"firstName": ["x"]}, "more": 1}', '{"name": {}}', "[" * 3_000])
    def test_what_is_no_name_is_none(self, elsewhere: Elsewhere, user: str) -> None:
        assert all(isinstance(part, str) for part in name_of(user).values())
        assert Browser().post(BACK, {"code": "c", "state": "s", "user": user, "id_token": "a.b.c"}).status_code == 302

    def test_a_name_that_says_more_is_shortened_and_shown_as_text(self) -> None:
        assert name_of(json.dumps({"name": {"firstName": " <b>Inès</b> ", "lastName": "x" * 500}})) == {"firstName": "<b>Inès</b>", "lastName": "x" * 100}

    def test_an_answer_of_somebody_else_changes_nobodys_session(self, browser: Browser, elsewhere: Elsewhere) -> None:
        elsewhere.apple.knows("one", **SOMEBODY)
        answer = posted_by(elsewhere.apple.sign_in(target_of(Browser().send(SIGN_IN, "/_/account/with/apple/")), "one"))
        assert browser.get(answer["Location"])["Location"] == f"{SIGN_IN}?failed=provider" and browser.get(OWN).status_code == 302


class TestLinking:
    def test_an_account_that_is_anothers_is_told_to_be(self, browser: Browser, elsewhere: Elsewhere, letters: Any) -> None:
        elsewhere.google.knows("one", **{**SOMEBODY, "email": "other@orbance.example"})
        through(Browser(), elsewhere.google, "one")
        sign_in(browser, letters)
        through(browser, elsewhere.google, "one", OWN)
        assert SocialAccount.objects.get().user.email == "other@orbance.example"
        assert browser.get(OWN).content.decode().count('class="said"') == 1

    def test_a_letter_that_proves_an_address_suggests_the_name_from_elsewhere(self, browser: Browser, elsewhere: Elsewhere, letters: Any) -> None:
        elsewhere.google.knows("one", **{**SOMEBODY, "email_verified": False})
        assert through(browser, elsewhere.google, "one")["Location"] == JOIN
        browser.send(JOIN, address=ADDRESS)
        answer = browser.send("/_/account/code/", code=code_of(letters[-1]))
        assert 'value="Inès Caradec"' in browser.get(answer["Location"]).content.decode()
