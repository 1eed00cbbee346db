"""Signing in with Mastodon: a real instance over HTTPS, of which nothing else is public here; and no way into private networks."""
from __future__ import annotations

import ssl
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount

from rotative.masthead.models import User
from rotative.masthead.readers import instances
from rotative.masthead.readers.models import Instance
from tests.elsewhere.mastodon import Mastodon
from tests.elsewhere.serving import Answer, listening
from tests.elsewhere.signing import certificate
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of, fields_of, sign_in
from tests.masthead.readers.oidc import target_of

HOST, SIGN_IN, GO, JOIN = "toots.example", "/_/account/sign-in/", "/_/account/with/mastodon/", "/_/account/join/"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Mastodon, Path]]:
    file = certificate(tmp_path_factory.mktemp("instance"), HOST)
    with listening(Mastodon(callback=f"http://localhost/_/account/back/mastodon/{HOST}/"), file) as provider:
        yield cast(Mastodon, provider), file


@pytest.fixture
def instance(served: tuple[Mastodon, Path], settings: Any, monkeypatch: Any) -> Mastodon:
    """The instance, as if its address were public."""
    provider, file = served
    settings.MASTODON = True
    monkeypatch.setattr(instances, "PORT", urlsplit(provider.url).port)
    monkeypatch.setattr(instances, "public_address", lambda host: "127.0.0.1")
    monkeypatch.setattr(instances, "trust", lambda: ssl.create_default_context(cafile=str(file)))
    for kept in (provider.asked, provider.refused, provider.answers, provider.papers, provider.away):
        kept.clear()
    provider.knows("ines", id="42", username="ines", acct="ines", display_name="Inès", note="<p>secret life</p>")
    return provider


def off(browser: Browser, **told: str) -> str:
    return target_of(browser.send(SIGN_IN, GO, instance=HOST, **told))


def through(browser: Browser, instance: Mastodon, account: str = "ines", **told: str) -> Any:
    """To the instance and back, as somebody who agreed there, or who refused."""
    back = urlsplit(instance.sign_in(off(browser, **told), account).location)
    assert back.netloc == "localhost"
    return browser.get(f"{back.path}?{back.query}")


class TestTheWay:
    def test_registers_once_and_the_address_is_proven_by_a_letter(self, browser: Browser, instance: Mastodon, letters: Any) -> None:
        assert through(browser, instance)["Location"] == JOIN
        assert "@ines@toots.example" in browser.get(JOIN).content.decode()
        browser.send(JOIN, address=ADDRESS)
        browser.send("/_/account/code/", code=code_of(letters[-1]))
        account = SocialAccount.objects.get()
        assert (account.provider, account.uid, account.user.email, account.extra_data) == (HOST, "42", ADDRESS, {"acct": "@ines@toots.example"})
        other = Browser()
        assert through(other, instance)["Location"].startswith("/_/account/welcome/")
        assert instance.asked.count("/api/v1/apps") == 1 and Instance.objects.count() == 1 and instance.refused == []

    def test_a_code_that_is_no_good(self, browser: Browser, instance: Mastodon) -> None:
        state = parse_qs(urlsplit(off(browser, next="/eau/")).query)["state"][0]
        answer = browser.get(f"/_/account/back/mastodon/{HOST}/?code=bad&state={state}")
        assert answer["Location"] == f"{SIGN_IN}?failed=provider&next=%2Feau%2F" and not User.objects.exists() and instance.refused == ["The code is none"]

    def test_who_refuses_is_told_that_nothing_was_done(self, browser: Browser, instance: Mastodon) -> None:
        assert through(browser, instance, "", next="/eau/")["Location"] == f"{SIGN_IN}?failed=cancelled&next=%2Feau%2F"

    def test_an_answer_of_another_instance_opens_nothing(self, browser: Browser, instance: Mastodon) -> None:
        Instance.objects.create(host="other.example", client_id="x", secret="y")
        state = parse_qs(urlsplit(off(browser)).query)["state"][0]
        assert browser.get(f"/_/account/back/mastodon/other.example/?code=good&state={state}")["Location"] == "/_/account/sign-in/?failed=provider"
        assert browser.get("/_/account/back/mastodon/unknown.example/?code=good&state=x").status_code == 404

    @pytest.mark.parametrize("answer", [(302, "{}"), (200, "[]"), (200, "<html>"), (200, "{}"), (200, '{"client_id": 7, "client_secret": "x"}'), (500, "{}"), (200, "x" * 300_000)])
    def test_what_does_not_answer_as_mastodon_does_is_told_so(self, browser: Browser, instance: Mastodon, answer: tuple[int, str]) -> None:
        instance.answers["/api/v1/apps"] = Answer(answer[1], answer[0], location="https://127.0.0.1/inside" if answer[0] == 302 else "")
        page = browser.send(SIGN_IN, GO, instance=HOST, next="/eau/")
        assert page.status_code == 400 and f'value="{HOST}"' in page.content.decode() and 'name="next" value="/eau/"' in page.content.decode() and not Instance.objects.exists()

    def test_a_certificate_of_another_name_is_refused(self, browser: Browser, instance: Mastodon) -> None:
        assert browser.send(SIGN_IN, GO, instance="evil.example").status_code == 400 and not instance.asked

    @pytest.mark.parametrize("typed", ["", "no name", HOST])
    def test_it_is_told_beside_the_instance_and_what_was_typed_stays(self, browser: Browser, instance: Mastodon, typed: str) -> None:
        instance.answers["/api/v1/apps"] = Answer("{}", 500)
        page = browser.send(SIGN_IN, GO, instance=typed).content.decode()
        field = fields_of(page)["instance"]
        assert (field["value"], field["aria-describedby"], field["aria-invalid"]) == (typed, "problem", "true") and "autofocus" in field
        assert page.count('id="problem"') == page.count("said--problem") - page.count("data-failed") == 1 == sum("autofocus" in each for each in fields_of(page[page.index("<main") :]).values())
        assert page.index('<label for="instance"') < page.index('id="problem"') < page.index('id="instance"')
        assert fields_of(page)["address"].keys().isdisjoint({"aria-describedby", "aria-invalid", "autofocus"})

    def test_who_is_signed_in_is_told_on_their_page(self, browser: Browser, instance: Mastodon, letters: Any) -> None:
        sign_in(browser, letters)
        assert browser.send("/_/account/", GO, instance="evil.example")["Location"] == "/_/account/"
        assert browser.get("/_/account/").content.decode().count('class="said"') == 1

    def test_it_is_offered_when_it_is_set(self, browser: Browser, settings: Any) -> None:
        assert GO not in browser.get(SIGN_IN).content.decode() and browser.send(SIGN_IN, GO, instance=HOST).status_code == 404
        settings.MASTODON = True
        assert GO in browser.get(SIGN_IN).content.decode()


class TestKeysThatAreKept:
    """Whoever is sent to an instance finds one that is there, and that knows the paper."""

    def test_an_instance_that_has_forgotten_the_paper_gives_it_new_keys(self, browser: Browser, instance: Mastodon) -> None:
        off(browser)
        before = Instance.objects.get().client_id
        instance.papers.clear()
        assert through(browser, instance)["Location"] == JOIN
        assert Instance.objects.get().client_id in instance.papers and before not in instance.papers

    @pytest.mark.parametrize("trouble", [Answer("{}", 503), Answer("{}", 302, location="https://127.0.0.1/inside"), Answer("<html>")])
    def test_one_that_is_away_keeps_its_keys_and_nobody_is_sent_there(self, browser: Browser, instance: Mastodon, trouble: Answer) -> None:
        off(browser)
        instance.answers["/oauth/token"] = trouble
        assert browser.send(SIGN_IN, GO, instance=HOST).status_code == 400 and Instance.objects.count() == 1
        instance.answers.clear()
        assert through(browser, instance)["Location"] == JOIN and len(instance.papers) == 1

    @pytest.mark.parametrize("status", [400, 403, 404])
    def test_a_kin_of_mastodon_that_gives_keys_to_readers_only_is_taken_at_its_word(self, browser: Browser, instance: Mastodon, status: int) -> None:
        off(browser)
        instance.answers["/oauth/token"] = Answer('{"error": "unsupported_grant_type"}', status)
        assert off(browser) and len(instance.papers) == 1


class TestPrivateNetworks:
    @pytest.mark.parametrize("typed", ["mastodon.social", " https://Mastodon.Social/ ", "@ines@mastodon.social", "ines@mastodon.social"])
    def test_an_instance_is_named_in_many_ways(self, typed: str) -> None:
        assert instances.host_of(typed) == "mastodon.social"

    @pytest.mark.parametrize(
        "typed",
        [
            "", "localhost", "127.0.0.1", "[::1]", "http://mastodon.social", "mastodon.social:8080", "mastodon.social/x", "a..b", "-a.example", "2130706433", "0x7f.1", "a.example#b", "a.example?b",
            "a b.example", "a.example\r\nHost: b", "x" * 300 + ".example", "169.254.169.254", "10.1", "a.example@", "ftp://a.example", "a.example\x00",
        ],
    )  # fmt: skip
    def test_what_is_no_name_of_an_instance(self, browser: Browser, settings: Any, typed: str) -> None:
        settings.MASTODON = True
        assert instances.host_of(typed) == ""
        assert browser.send(SIGN_IN, GO, instance=typed).status_code == 400 and not Instance.objects.exists()

    @pytest.mark.parametrize("addresses", [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["::1"], ["::ffff:127.0.0.1"], ["fd00::1"], ["64:ff9b::7f00:1"], ["93.184.216.34", "192.168.1.1"], ["0.0.0.0"], ["100.64.0.1"], []])
    def test_a_name_that_leads_inside_is_not_asked(self, monkeypatch: Any, addresses: list[str]) -> None:
        monkeypatch.setattr(instances.socket, "getaddrinfo", lambda *args, **kwargs: [(0, 0, 0, "", (each, 443)) for each in addresses])
        monkeypatch.setattr(instances.socket, "create_connection", lambda *args: pytest.fail("it was asked"))
        with pytest.raises(instances.Unreachable):
            instances.ask(HOST, "/api/v1/apps", {})

    def test_the_address_that_was_looked_at_is_the_one_that_is_asked(self, monkeypatch: Any) -> None:
        answers = iter([["93.184.216.34"], ["127.0.0.1"]])
        asked: list[str] = []
        monkeypatch.setattr(instances.socket, "getaddrinfo", lambda *args, **kwargs: [(0, 0, 0, "", (each, 443)) for each in next(answers)])

        def connect(address: Any, *args: Any) -> Any:
            asked.append(address[0])
            raise OSError

        monkeypatch.setattr(instances.socket, "create_connection", connect)
        with pytest.raises(instances.Unreachable):
            instances.ask(HOST, "/api/v1/apps", {})
        assert asked == ["93.184.216.34"] and ip_address(asked[0]).is_global
