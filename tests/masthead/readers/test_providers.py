"""Signing in with a real OpenID Connect provider: only what it has verified joins an account."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken

from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from rotative.masthead.roles import Role, establish, group_of
from rotative.project import keys_of
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of, link_of, sign_in
from tests.masthead.readers.oidc import Provider, running, target_of

SIGN_IN, OWN, START, JOIN, CODE = "/_/account/sign-in/", "/_/account/", "/_/account/with/openid/", "/_/account/join/", "/_/account/code/"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running() as provider:
        yield provider


@pytest.fixture(autouse=True)
def keys(settings: Any, provider: Provider) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = keys_of.oidc(provider.url, "Gazette ID", "amer", "a secret")


def through(browser: Browser, provider: Provider, sub: str, **told: str) -> Any:
    return browser.get(provider.sign_in(target_of(browser.send(SIGN_IN, START, **told)), sub))


def is_in(browser: Browser) -> bool:
    return browser.get(OWN).status_code == 200


class TestAVerifiedAddress:
    def test_makes_an_account_with_the_name_as_a_suggestion_and_goes_on(self, browser: Browser, provider: Provider) -> None:
        provider.knows("u1", email=ADDRESS, email_verified=True, name="Inès Caradec", picture="https://elsewhere.example/ines.png")
        assert "Gazette ID" in browser.get(SIGN_IN).content.decode()
        answer = through(browser, provider, "u1", next="/eau/")
        assert answer["Location"] == "/_/account/welcome/?next=%2Feau%2F" and 'value="Inès Caradec"' in browser.get(answer["Location"]).content.decode()
        account = SocialAccount.objects.get()
        assert (account.provider, account.uid, account.user.email) == ("openid", "u1", ADDRESS)
        assert account.extra_data == {"name": "Inès Caradec"} and not SocialToken.objects.exists() and not Reader.objects.get().name
        assert not account.user.has_usable_password()

    def test_joins_the_account_that_has_it(self, browser: Browser, provider: Provider, letters: Any) -> None:
        reader = sign_in(Browser(), letters)
        provider.knows("u2", email=ADDRESS.upper(), email_verified=True)
        assert through(browser, provider, "u2")["Location"] == OWN and is_in(browser)
        assert SocialAccount.objects.get().user == reader.user and User.objects.count() == 1

    def test_opens_a_reporters_page_and_not_the_desk_and_leaves_the_password(self, browser: Browser, provider: Provider) -> None:
        establish()
        staff = User.objects.create_user("", ADDRESS, "long and wet as the Orbance")
        staff.groups.add(group_of(Role.PUBLISHER))
        provider.knows("u3", email=ADDRESS, email_verified=True)
        through(browser, provider, "u3")
        assert browser.get("/_/account/welcome/").status_code == 200 and browser.get("/desk/")["Location"].startswith("/desk/login/")
        assert User.objects.get().check_password("long and wet as the Orbance")

    def test_of_a_closed_account_opens_nothing_and_links_nothing(self, browser: Browser, provider: Provider) -> None:
        User.objects.create_user("", ADDRESS, None, is_active=False)
        provider.knows("u4", email=ADDRESS, email_verified=True)
        assert through(browser, provider, "u4")["Location"] == "/_/account/closed/" and not is_in(browser) and not SocialAccount.objects.exists()

    def test_the_key_of_the_session_turns(self, browser: Browser, provider: Provider) -> None:
        provider.knows("u5", email=ADDRESS, email_verified=True)
        back = provider.sign_in(target_of(browser.send(SIGN_IN, START)), "u5")
        before = browser.session.session_key
        browser.get(back)
        assert browser.session.session_key != before


class TestAnAddressThatIsNotVerified:
    @pytest.mark.parametrize("claim", [{}, {"email_verified": False}, {"email_verified": "false"}, {"email_verified": None}, {"email_verified": 0}])
    def test_never_joins_an_account(self, browser: Browser, provider: Provider, letters: Any, claim: dict[str, Any]) -> None:
        sign_in(Browser(), letters)
        provider.knows("thief", email=ADDRESS, name="Thief", **claim)
        assert through(browser, provider, "thief")["Location"] == JOIN and not is_in(browser)
        assert not SocialAccount.objects.exists() and User.objects.count() == 1

    def test_makes_no_account_that_waits_for_its_owner(self, browser: Browser, provider: Provider, letters: Any) -> None:
        provider.knows("early", email=ADDRESS, name="Early")
        through(browser, provider, "early")
        browser.send(JOIN, address=ADDRESS)
        assert not User.objects.exists(), "nobody has an account before a letter has come back"
        sign_in(Browser(), letters)
        assert not SocialAccount.objects.exists() and not is_in(browser)

    def test_is_proven_by_a_letter_and_the_provider_is_enough_from_then_on(self, browser: Browser, provider: Provider, letters: Any) -> None:
        provider.knows("u6", email="typo@orbance.example", name="Inès", preferred_username="ines")
        through(browser, provider, "u6", next="/eau/")
        page = browser.get(JOIN).content.decode()
        assert 'value="typo@orbance.example"' in page and "Gazette ID" in page
        assert browser.send(JOIN, address="no").status_code == 400
        assert browser.send(JOIN, address=ADDRESS)["Location"] == CODE
        assert browser.send(CODE, code=code_of(letters[-1]))["Location"] == "/_/account/welcome/?next=%2Feau%2F"
        assert SocialAccount.objects.get().user.email == ADDRESS and User.objects.count() == 1
        other = Browser()
        through(other, provider, "u6")
        assert other.get("/_/account/welcome/").status_code == 200

    def test_what_somebody_left_in_a_shared_browser_is_joined_to_nobody_else(self, browser: Browser, provider: Provider, letters: Any) -> None:
        provider.knows("left", name="Left behind")
        assert through(browser, provider, "left")["Location"] == JOIN
        browser.send(JOIN, address="left@orbance.example")
        sign_in(browser, letters)
        assert not SocialAccount.objects.exists()

    def test_the_link_of_the_letter_signs_in_and_joins_nothing_in_another_browser(self, browser: Browser, provider: Provider, letters: Any) -> None:
        provider.knows("u7")
        through(browser, provider, "u7")
        browser.send(JOIN, address=ADDRESS)
        other = Browser()
        other.send(link_of(letters[-1]))
        assert User.objects.get().email == ADDRESS and not SocialAccount.objects.exists()


class TestLinking:
    def test_from_ones_page_and_taking_off(self, browser: Browser, provider: Provider, letters: Any) -> None:
        reader = sign_in(browser, letters)
        provider.knows("u8", email="elsewhere@orbance.example", email_verified=True, preferred_username="ines.c")
        answer = browser.get(provider.sign_in(target_of(browser.send(OWN, START)), "u8"))
        assert answer["Location"] == OWN and SocialAccount.objects.get().user == reader.user and User.objects.count() == 1
        page = browser.get(OWN).content.decode()
        assert "ines.c" in page
        browser.send(OWN, re.search(r"/_/account/links/\d+/", page)[0])
        assert not SocialAccount.objects.exists()

    def test_one_that_is_anothers_stays_anothers(self, browser: Browser, provider: Provider, letters: Any) -> None:
        provider.knows("u9", email="other@orbance.example", email_verified=True)
        through(Browser(), provider, "u9")
        sign_in(browser, letters)
        browser.get(provider.sign_in(target_of(browser.send(OWN, START)), "u9"))
        assert SocialAccount.objects.get().user.email == "other@orbance.example"
        pk = SocialAccount.objects.get().pk
        browser.send(OWN, f"/_/account/links/{pk}/")
        assert SocialAccount.objects.exists()

    def test_who_signed_in_long_ago_shows_that_it_is_them(self, browser: Browser, provider: Provider, letters: Any, monkeypatch: Any) -> None:
        sign_in(browser, letters)
        monkeypatch.setattr("rotative.masthead.readers.arriving.FRESH", 0)
        assert browser.send(OWN, START)["Location"].startswith("/_/account/confirm/")


class TestWhatMayNotBe:
    def test_a_start_from_another_site_or_by_a_link(self, browser: Browser) -> None:
        assert browser.get(START).status_code == 405 and browser.post(START).status_code == 403

    def test_an_answer_that_this_browser_did_not_ask_for(self, browser: Browser, provider: Provider) -> None:
        provider.knows("u10", email=ADDRESS, email_verified=True)
        back = provider.sign_in(target_of(Browser().send(SIGN_IN, START)), "u10")
        assert browser.get(back)["Location"] == "/_/account/sign-in/?failed=provider" and not is_in(browser)

    def test_an_answer_twice(self, browser: Browser, provider: Provider) -> None:
        provider.knows("u11", email=ADDRESS, email_verified=True)
        back = provider.sign_in(target_of(browser.send(SIGN_IN, START)), "u11")
        browser.get(back)
        stale = Browser()
        assert stale.get(back)["Location"] == browser.get(back)["Location"] == "/_/account/sign-in/?failed=provider"

    def test_turning_back_is_told_and_nothing_is_done(self, browser: Browser, provider: Provider) -> None:
        back = provider.sign_in(target_of(browser.send(SIGN_IN, START)), deny=True)
        answer = browser.get(back)
        assert answer["Location"] == "/_/account/sign-in/?failed=cancelled"
        assert "said--problem" in browser.get(answer["Location"]).content.decode()

    @pytest.mark.parametrize("query", ["", "?code=x", "?state=x&code=y", "?error=access_denied", "?code=%00&state=%00", "?error=<script>alert(1)</script>"])
    def test_nonsense_at_the_way_back(self, browser: Browser, query: str) -> None:
        answer = browser.get(f"/_/account/back/openid/openid/{query}")
        assert answer["Location"].startswith("/_/account/sign-in/?failed=") and b"<script>alert" not in browser.get(answer["Location"]).content

    def test_a_way_on_that_leads_out_of_the_paper(self, browser: Browser, provider: Provider, letters: Any) -> None:
        sign_in(Browser(), letters)
        provider.knows("u12", email=ADDRESS, email_verified=True)
        assert through(browser, provider, "u12", next="https://evil.example/")["Location"] == OWN

    def test_a_provider_that_is_away(self, browser: Browser, settings: Any) -> None:
        settings.SOCIALACCOUNT_PROVIDERS = keys_of.oidc("http://127.0.0.1:9", "Gazette ID", "amer", "")
        assert browser.send(SIGN_IN, START)["Location"] == "/_/account/sign-in/?failed=provider"

    def test_a_provider_without_keys_is_nowhere(self, browser: Browser, settings: Any) -> None:
        settings.SOCIALACCOUNT_PROVIDERS = {}
        page = browser.get(SIGN_IN).content.decode()
        assert "Gazette ID" not in page and "/_/account/with/" not in page
        assert browser.send(SIGN_IN, START).status_code == 404 and browser.get("/_/account/back/openid/openid/").status_code == 404


class TestKeys:
    ALL = {
        "google": keys_of.google("id", "secret"),
        "facebook": keys_of.facebook("id", "secret"),
        "apple": keys_of.apple("org.amer.paper", "TEAM", "KEY", "-----BEGIN PRIVATE KEY-----\\nMIG\\n-----END PRIVATE KEY-----"),
    }

    @pytest.mark.parametrize(("name", "host"), [("google", "accounts.google.com"), ("facebook", "www.facebook.com"), ("apple", "appleid.apple.com")])
    def test_a_provider_is_offered_with_its_keys_and_leads_there(self, browser: Browser, settings: Any, name: str, host: str) -> None:
        settings.SOCIALACCOUNT_PROVIDERS = self.ALL[name]
        assert browser.get(SIGN_IN).content.decode().count("/_/account/with/") == 1
        url = target_of(browser.send(SIGN_IN, f"/_/account/with/{name}/"))
        assert url.startswith(f"https://{host}/") and f"%2F_%2Faccount%2Fback%2F{name}%2F" in url and "state=" in url

    def test_apple_posts_from_its_own_site_and_what_it_says_is_checked_at_the_next_step(self, browser: Browser, settings: Any) -> None:
        settings.SOCIALACCOUNT_PROVIDERS = self.ALL["apple"]
        answer = browser.post("/_/account/back/apple/", {"code": "c", "state": "forged"})
        assert "/_/account/back/apple/finish/?code=c&state=forged" in answer["Location"]
        assert browser.get(answer["Location"])["Location"] == "/_/account/sign-in/?failed=provider" and not is_in(browser)

    def test_half_of_the_keys_are_none(self) -> None:
        assert not any((keys_of.oidc("https://id.example", "", "", ""), keys_of.google("id", ""), keys_of.facebook("", "s"), keys_of.apple("c", "t", "k", "")))
