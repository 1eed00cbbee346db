"""Another address for an account: proven by its mail, told to the former one, taken back from there; and everything that must not be."""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rotative.masthead.models import Letter, User
from rotative.masthead.readers import moving
from rotative.masthead.readers.models import AddressChange, Entry, Reader
from rotative.masthead.readers.tasks import forget
from rotative.masthead.roles import Role, establish, group_of
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of, link_of, sign_in

OWN, WHERE, CODE, SIGN_IN = "/_/account/", "/_/account/address/", "/_/account/code/", "/_/account/sign-in/"
NEW = "ines@ailleurs.example"


@pytest.fixture
def reader(browser: Browser, letters: Any) -> Reader:
    found = sign_in(browser, letters)
    letters.clear()
    return found


def back_of(letter: Any) -> str:
    return re.search(r"http://localhost(/_/account/address/back/\S+)", letter.body)[1]


def move(browser: Browser, letters: Any, to: str = NEW) -> str:
    """From the page to the code; the link of the letter to the former address."""
    browser.send(WHERE, address=to)
    assert letters[-1].to == [to]
    assert browser.send(CODE, code=code_of(letters[-1]))["Location"] == OWN
    return back_of(letters[-1])


def is_in(browser: Browser) -> bool:
    return browser.get(OWN).status_code == 200


class TestTheWay:
    def test_from_ones_page_to_a_letter_to_the_new_address_and_one_to_the_former(self, browser: Browser, reader: Reader, letters: Any) -> None:
        assert WHERE in browser.get(OWN).content.decode() and ADDRESS in browser.get(WHERE).content.decode()
        assert browser.send(WHERE, address=f" {NEW.upper()} ")["Location"] == CODE
        assert User.objects.get().email == ADDRESS, "Nothing counts before the letter was read."
        assert letters[0].to == [NEW] and "http" not in letters[0].body, "A code only: a link would do for whoever is sent one."
        page = browser.get(CODE).content.decode()
        assert NEW in page and WHERE in page
        assert browser.send(CODE, code=code_of(letters[0]))["Location"] == OWN
        assert User.objects.get().email == NEW and is_in(browser) and NEW in browser.get(OWN).content.decode()
        told = letters[1]
        assert told.to == [ADDRESS] and NEW not in told.body and told.alternatives and NEW not in told.alternatives[0].content
        assert "?in=fr" in told.body and f"{moving.DAYS} " in told.body

    def test_from_then_on_the_new_one_signs_in_and_the_former_is_nobodys(self, browser: Browser, reader: Reader, letters: Any) -> None:
        move(browser, letters)
        other = Browser()
        assert sign_in(other, letters, NEW) == reader and User.objects.count() == 1
        stranger = Browser()
        assert sign_in(stranger, letters, ADDRESS, "Someone Else") != reader and User.objects.count() == 2

    def test_it_is_in_what_one_takes_along_and_goes_after_its_days(self, browser: Browser, reader: Reader, letters: Any) -> None:
        move(browser, letters)
        told = browser.get("/_/account/everything.json").json()["account"]["address_changes"]
        assert [(each["before"], each["after"]) for each in told] == [(ADDRESS, NEW)]
        AddressChange.objects.update(until=timezone.now())
        assert forget.call() >= 1 and not AddressChange.objects.exists()

    def test_leaving_leaves_nothing_of_either_address(self, browser: Browser, reader: Reader, letters: Any) -> None:
        move(browser, letters)
        Letter.objects.create(to=ADDRESS, subject="s", text="t")
        assert browser.send("/_/account/leave/", words="remove").status_code == 200
        assert not AddressChange.objects.exists() and not Letter.objects.exists() and not Entry.objects.exists()


class TestTakingBack:
    def test_looking_does_nothing_the_button_does_and_all_are_out(self, browser: Browser, reader: Reader, letters: Any) -> None:
        Authenticator.objects.create(user=reader.user, type="webauthn", data={"name": "kept"})
        Authenticator.objects.update(created_at=timezone.now() - timedelta(days=9))
        link = move(browser, letters)
        Authenticator.objects.create(user=reader.user, type="webauthn", data={"name": "thief's"})
        SocialAccount.objects.create(user=reader.user, provider="openid", uid="thief")
        owner = Browser()
        page = owner.get(link)
        assert page.status_code == 200 and ADDRESS in page.content.decode() and NEW not in page.content.decode()
        assert owner.head(link).status_code == 200 and User.objects.get().email == NEW
        assert ADDRESS in owner.send(link).content.decode()
        assert User.objects.get().email == ADDRESS and not is_in(browser) and not is_in(owner)
        assert [each.data["name"] for each in Authenticator.objects.all()] == ["kept"] and not SocialAccount.objects.exists()
        assert owner.get(link).status_code == 410 and not AddressChange.objects.exists()

    def test_of_several_the_first_takes_all_back(self, browser: Browser, reader: Reader, letters: Any) -> None:
        first = move(browser, letters)
        second = move(browser, letters, "third@ailleurs.example")
        Browser().send(first)
        assert User.objects.get().email == ADDRESS and Browser().get(second).status_code == 410

    def test_it_is_good_for_seven_days(self, browser: Browser, reader: Reader, letters: Any, time_machine: Any) -> None:
        link = move(browser, letters)
        time_machine.move_to(timezone.now() + timedelta(days=moving.DAYS, minutes=-1))
        assert Browser().get(link).status_code == 200
        time_machine.move_to(timezone.now() + timedelta(minutes=2))
        assert Browser().get(link).status_code == 410 and Browser().post(link).status_code == 403
        assert User.objects.get().email == NEW

    def test_an_address_that_has_an_account_again_is_said_so_and_the_link_stays(self, browser: Browser, reader: Reader, letters: Any) -> None:
        link = move(browser, letters)
        other = Browser()
        sign_in(other, letters, ADDRESS, "Someone Else")
        assert Browser().send(link).status_code == 409 and User.objects.get(pk=reader.user_id).email == NEW and is_in(browser)
        other.send("/_/account/leave/", words="remove")
        assert Browser().send(link).status_code == 200 and User.objects.get().email == ADDRESS

    def test_who_opens_it_in_anothers_browser_leaves_them_signed_in(self, browser: Browser, reader: Reader, letters: Any) -> None:
        link, other = move(browser, letters), Browser()
        sign_in(other, letters, "other@orbance.example", "Other")
        assert other.send(link).status_code == 200 and is_in(other)

    def test_nothing_of_the_link_is_in_the_database(self, browser: Browser, reader: Reader, letters: Any) -> None:
        link = move(browser, letters)
        assert len(link.split("/")[5]) == 43 and link.split("/")[5] not in str(list(AddressChange.objects.values()))


class TestWhatMayNotBe:
    def test_an_address_that_has_an_account_is_answered_alike_until_its_mail_was_read(self, browser: Browser, reader: Reader, letters: Any) -> None:
        sign_in(Browser(), letters, "taken@orbance.example", "Taken")
        answers, asked = [], []
        for address in ("taken@orbance.example", "nobody@orbance.example"):
            with CaptureQueriesContext(connection) as queries:
                answer = browser.send(WHERE, address=address)
            answers.append((answer.status_code, answer["Location"], browser.get(CODE).content.decode().replace(address, "")[:2000]))
            asked.append([query["sql"].split(" ")[0] for query in queries])
        assert asked[0] == asked[1] and answers[0][:2] == answers[1][:2]
        browser.send(WHERE, address="taken@orbance.example")
        answer = browser.send(CODE, code=code_of(letters[-1]))
        assert answer.status_code == 409 and User.objects.get(pk=reader.user_id).email == ADDRESS and not AddressChange.objects.exists()

    def test_the_code_of_a_new_address_does_not_show_who_one_is(self, browser: Browser, reader: Reader, letters: Any, monkeypatch: Any) -> None:
        """Who sits down at another's browser could read the mail of an address of their own."""
        browser.send(WHERE, address=NEW)
        monkeypatch.setattr("rotative.masthead.readers.arriving.FRESH", 0)
        browser.send(CODE, code=code_of(letters[-1]))
        assert browser.get("/_/account/leave/")["Location"].startswith("/_/account/confirm/")

    def test_who_signed_in_long_ago_shows_that_it_is_them_by_the_former_address(self, browser: Browser, reader: Reader, letters: Any, monkeypatch: Any) -> None:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.get(WHERE).content.decode())[1]
        monkeypatch.setattr("rotative.masthead.readers.arriving.FRESH", 0)
        assert browser.get(WHERE)["Location"] == "/_/account/confirm/?next=%2F_%2Faccount%2Faddress%2F"
        assert browser.post(WHERE, {"csrfmiddlewaretoken": token, "address": NEW}).status_code == 302 and not letters

    def test_a_stranger_gives_their_address_to_nobody(self, browser: Browser, reader: Reader, letters: Any) -> None:
        """Somebody types another's address: what that person does with the letter, in their own browser, joins nothing."""
        browser.send(WHERE, address="victim@orbance.example")
        sent, victim = letters[-1], Browser()
        victim.send(SIGN_IN, address="victim@orbance.example")
        assert victim.send(CODE, code=code_of(sent)).status_code == 400, "It is the code of another letter."
        assert victim.send(CODE, code=code_of(letters[-1])).status_code == 302
        assert User.objects.get(email="victim@orbance.example").pk != reader.user_id
        assert browser.send(CODE, code=code_of(sent)).status_code == 409 and User.objects.get(pk=reader.user_id).email == ADDRESS

    def test_of_two_who_prove_the_same_address_one_has_it(self, browser: Browser, reader: Reader, letters: Any) -> None:
        other = Browser()
        second = sign_in(other, letters, "other@orbance.example", "Other")
        for each in (browser, other):
            each.send(WHERE, address=NEW)
        codes = [code_of(letter) for letter in letters[-2:]]
        assert browser.send(CODE, code=codes[0]).status_code == 302
        assert other.send(CODE, code=codes[1]).status_code == 403 and other.get(CODE)["Location"].startswith(SIGN_IN), "Its letter is void."
        assert User.objects.get(email=NEW).pk == reader.user_id and User.objects.get(pk=second.user_id).email == "other@orbance.example"

    def test_ways_in_that_were_sent_to_the_former_address_are_void(self, browser: Browser, reader: Reader, letters: Any) -> None:
        other = Browser()
        other.send(SIGN_IN, address=ADDRESS)
        link = link_of(letters[-1])
        move(browser, letters)
        assert Browser().get(link).status_code == 410 and User.objects.count() == 1

    def test_a_code_asked_for_by_one_is_nothing_for_who_signs_in_after_them(self, browser: Browser, reader: Reader, letters: Any) -> None:
        browser.send(WHERE, address=NEW)
        sent = letters[-1]
        browser.send(OWN, "/_/account/sign-out/")
        sign_in(browser, letters, "other@orbance.example", "Other")
        assert browser.send(CODE, code=code_of(sent)).status_code == 403 and not User.objects.filter(email=NEW).exists()

    @pytest.mark.parametrize("address", ["", "x", "a@b", "a@b.example\nBcc: c@d.example", "x" * 300 + "@b.example", ADDRESS, f" {ADDRESS.upper()}"])
    def test_what_is_no_other_address_is_told_so(self, browser: Browser, reader: Reader, letters: Any, address: str) -> None:
        answer = browser.send(WHERE, address=address)
        assert answer.status_code == 400 and 'role="alert"' in answer.content.decode() and not letters

    def test_nobodys_mailbox_is_filled(self, browser: Browser, reader: Reader, letters: Any) -> None:
        answers = [browser.send(WHERE, address=NEW).status_code for _ask in range(7)]
        assert answers == [302] * 5 + [429] * 2 and len(letters) == 5

    def test_who_works_here_asks_the_publisher(self, browser: Browser, reader: Reader, letters: Any) -> None:
        establish()
        reader.user.groups.add(group_of(Role.REPORTER))
        assert 'name="address"' not in browser.get(WHERE).content.decode()
        browser.send(OWN, WHERE, address=NEW)
        assert not letters

    def test_who_has_not_signed_in_does_so_first(self) -> None:
        assert Browser().get(WHERE)["Location"] == "/_/account/sign-in/?next=%2F_%2Faccount%2Faddress%2F"

    def test_links_that_are_none_open_nothing(self, reader: Reader) -> None:
        for link in ("a" * 43, "-" * 43):
            assert Browser().get(f"{WHERE}back/{link}/").status_code == 410
        assert Browser().get(f"{WHERE}back/short/").status_code == 404
