"""Signing in by mail: what works, and everything that must not."""
from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from rotative.masthead.models import User
from rotative.masthead.readers import entries, visits
from rotative.masthead.readers.models import Entry, Reader
from rotative.masthead.roles import Role, establish, group_of
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of, link_of, sign_in

SIGN_IN, CODE, OWN = "/_/account/sign-in/", "/_/account/code/", "/_/account/"


def is_in(browser: Browser) -> bool:
    return browser.get(OWN).status_code == 200


class TestTheWay:
    def test_by_code_from_an_address_to_a_name_to_where_one_was_going(self, browser: Browser, letters: Any) -> None:
        first = browser.get("/_/account/?in=en")
        assert (first.status_code, first["Location"]) == (302, "/_/account/sign-in/?next=%2F_%2Faccount%2F%3Fin%3Den")
        answer = browser.send(f"{SIGN_IN}?next=/eau/", address=f" {ADDRESS.upper()} ", next="/eau/")
        assert (answer.status_code, answer["Location"]) == (302, CODE)
        (letter,) = letters
        assert letter.to == [ADDRESS] and code_of(letter) in letter.subject and code_of(letter) in letter.alternatives[0].content
        answer = browser.send(CODE, code=code_of(letter).replace(" ", ""))
        assert answer["Location"] == "/_/account/welcome/?next=%2Feau%2F"
        assert browser.send(answer["Location"], name=" Inès   Caradec ", next="/eau/")["Location"] == "/eau/"
        reader = Reader.objects.get()
        assert (reader.name, reader.user.email, reader.user.has_usable_password()) == ("Inès Caradec", ADDRESS, False)
        assert "Inès Caradec" in browser.get(OWN).content.decode()

    def test_by_link_in_another_browser_with_one_button(self, browser: Browser, letters: Any) -> None:
        browser.send(SIGN_IN, address=ADDRESS, next="/eau/")
        link, other = link_of(letters[0]), Browser()
        for _scan in range(3):
            page = other.get(link)
            assert page.status_code == 200 and ADDRESS in page.content.decode() and not is_in(other)
        assert other.head(link).status_code == 200
        assert other.send(link)["Location"] == "/_/account/welcome/?next=%2Feau%2F"
        assert is_in(other) and not is_in(browser)

    def test_who_comes_back_has_the_same_account_and_is_asked_for_no_name(self, browser: Browser, letters: Any) -> None:
        reader = sign_in(browser, letters)
        other = Browser()
        other.send(SIGN_IN, address=ADDRESS)
        assert other.send(CODE, code=code_of(letters[-1]))["Location"] == OWN
        assert Reader.objects.get() == reader

    def test_signing_out(self, browser: Browser, letters: Any) -> None:
        sign_in(browser, letters)
        assert browser.get("/_/account/sign-out/").status_code == 405
        assert browser.send(OWN, "/_/account/sign-out/")["Location"] == "/"
        assert not is_in(browser)

    @pytest.mark.parametrize("page", [SIGN_IN, OWN, CODE, "/_/account/enter/" + "a" * 43 + "/"])
    def test_no_page_is_kept_or_indexed(self, browser: Browser, page: str) -> None:
        answer = browser.get(page)
        assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex")
        assert "unsafe-inline" not in answer["Content-Security-Policy"]


class TestCodesAndLinks:
    @pytest.fixture
    def asked(self, browser: Browser, letters: Any) -> Any:
        browser.send(SIGN_IN, address=ADDRESS)
        return letters[0]

    def test_a_code_opens_once(self, browser: Browser, asked: Any) -> None:
        entry = Entry.objects.get()
        assert entries.open_by_code(entry.pk, code_of(asked)) and not entries.open_by_code(entry.pk, code_of(asked))
        assert browser.send(CODE, code=code_of(asked)).status_code == 400 and not is_in(browser)

    def test_a_link_opens_once_and_takes_the_code_with_it(self, browser: Browser, asked: Any) -> None:
        assert Browser().send(link_of(asked)).status_code == 302
        again = Browser()
        assert again.get(link_of(asked)).status_code == 410 and again.post(link_of(asked)).status_code == 403
        assert browser.send(CODE, code=code_of(asked)).status_code == 400

    def test_five_wrong_codes_void_the_letter(self, browser: Browser, asked: Any) -> None:
        wrong = "0000 0000" if code_of(asked) != "0000 0000" else "1111 1111"
        assert {browser.send(CODE, code=wrong).status_code for _try in range(entries.TRIES)} == {400}
        assert browser.send(CODE, code=code_of(asked)).status_code == 400 and not is_in(browser)

    def test_a_code_is_of_the_browser_that_asked(self, asked: Any) -> None:
        assert Browser().get(CODE)["Location"].startswith(SIGN_IN)

    def test_both_are_void_after_a_quarter_of_an_hour(self, browser: Browser, asked: Any) -> None:
        Entry.objects.update(until=timezone.now())
        assert browser.send(CODE, code=code_of(asked)).status_code == 400
        assert browser.get(link_of(asked)).status_code == 410

    def test_neither_is_in_the_database(self, asked: Any) -> None:
        kept = str(list(Entry.objects.values()))
        assert code_of(asked).replace(" ", "") not in kept and link_of(asked).split("/")[4] not in kept

    @pytest.mark.parametrize("code", ["", "x" * 100, "\x00", "１２３４５６７８", "0" * 5000])
    def test_nonsense_is_told_so(self, browser: Browser, asked: Any, code: str) -> None:
        assert browser.send(CODE, code=code).status_code == 400

    def test_an_address_gets_five_letters_an_hour(self, letters: Any) -> None:
        answers = [Browser().send(SIGN_IN, address=ADDRESS).status_code for _ask in range(6)]
        assert answers == [302] * 5 + [429] and len(letters) == 5

    def test_old_ones_are_forgotten(self, asked: Any) -> None:
        Entry.objects.update(created_at=timezone.now() - timedelta(days=2))
        assert entries.forget() == 1


class TestNobodyIsTold:
    def test_a_known_address_is_answered_as_an_unknown_one_by_the_same_queries(self, letters: Any, django_assert_num_queries: Any) -> None:
        sign_in(Browser(), letters)
        answers, asked = [], []
        for address in (ADDRESS, "nobody@orbance.example"):
            from django.db import connection
            from django.test.utils import CaptureQueriesContext

            browser = Browser()
            browser.get(SIGN_IN)
            with CaptureQueriesContext(connection, ) as queries:
                answer = browser.send(SIGN_IN, address=address)
            answers.append((answer.status_code, answer["Location"], browser.get(CODE).content.decode().count("\n")))
            asked.append([query["sql"].split(" ")[0] for query in queries])
        assert answers[0] == answers[1] and asked[0] == asked[1]
        assert letters[-1].subject[9:] == letters[-2].subject[9:]

    def test_an_account_that_is_closed_says_so_to_its_holder_only(self, browser: Browser, letters: Any) -> None:
        sign_in(Browser(), letters)
        User.objects.update(is_active=False)
        assert browser.send(SIGN_IN, address=ADDRESS)["Location"] == CODE
        assert browser.send(CODE, code=code_of(letters[-1]))["Location"] == "/_/account/closed/" and not is_in(browser)

    def test_no_address_is_in_a_log(self, browser: Browser, letters: Any, caplog: Any) -> None:
        with caplog.at_level(logging.DEBUG, logger="rotative"):
            sign_in(browser, letters)
        assert ADDRESS not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("rotative"))


class TestSessions:
    def test_the_key_turns_when_one_signs_in(self, browser: Browser, letters: Any) -> None:
        browser.send(SIGN_IN, address=ADDRESS)
        before = browser.cookies[settings.SESSION_COOKIE_NAME].value
        browser.send(CODE, code=code_of(letters[0]))
        after = browser.cookies[settings.SESSION_COOKIE_NAME].value
        stale = Browser()
        stale.cookies[settings.SESSION_COOKIE_NAME] = before
        assert after != before and is_in(browser) and not is_in(stale)

    def test_a_form_without_its_token_is_refused(self, letters: Any) -> None:
        for page, told in ((SIGN_IN, {"address": ADDRESS}), (CODE, {"code": "1"}), ("/_/account/sign-out/", {}), ("/_/account/leave/", {"words": "keep"}), ("/_/account/sessions/", {})):
            assert Browser().post(page, told).status_code == 403
        assert not letters

    def test_a_reader_never_gets_to_the_desk(self, browser: Browser, letters: Any) -> None:
        sign_in(browser, letters)
        for page in ("/desk/", "/desk/users/", "/desk/pages/", "/desk/account/"):
            assert browser.get(page)["Location"].startswith("/desk/login/")

    def test_who_works_here_and_signs_in_by_mail_still_gives_the_desks_password(self, browser: Browser, letters: Any) -> None:
        establish()
        staff = User.objects.create_user("", ADDRESS, "long and wet as the Orbance", name="Inès")
        staff.groups.add(group_of(Role.PUBLISHER))
        sign_in(browser, letters)
        assert is_in(browser) and browser.get("/desk/")["Location"].startswith("/desk/login/")
        page = browser.get("/desk/login/").content.decode()
        token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        browser.post("/desk/login/", {"csrfmiddlewaretoken": token, "username": ADDRESS, "password": "long and wet as the Orbance"})
        assert browser.get("/desk/").status_code == 200 and is_in(browser)
        assert User.objects.get(pk=staff.pk).check_password("long and wet as the Orbance")

    def test_readers_have_no_password(self, browser: Browser, letters: Any) -> None:
        reader = sign_in(browser, letters)
        assert not Browser().login(username=ADDRESS, password="") and not reader.user.has_usable_password()


class TestWhereItGoes:
    @pytest.mark.parametrize(
        "path",
        ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/desk/", "/a\nb", "/\t/evil.example", "evil", "", "/" + "a" * 500, "///evil.example", "http:/evil", "/_/account/enter/x/", "\x00/"],
    )
    def test_nothing_but_a_page_of_the_paper(self, browser: Browser, letters: Any, path: str) -> None:
        assert visits.within(path) == ""
        sign_in(browser, letters)
        other = Browser()
        other.send(SIGN_IN, address=ADDRESS, next=path)
        assert other.send(CODE, code=code_of(letters[-1]))["Location"] == OWN
        assert other.get(SIGN_IN, {"next": path})["Location"] == OWN

    @pytest.mark.parametrize("path", ["/", "/en/eau/", "/_/account/", "/?q=1#là"])
    def test_a_page_of_the_paper(self, path: str) -> None:
        assert visits.within(path) == path


class TestLanguage:
    def test_what_was_asked_then_ones_own_then_the_browsers(self, browser: Browser, letters: Any) -> None:
        def language(**headers: str) -> str:
            return browser.get(CODE if "code" in headers else SIGN_IN, headers=headers).content.decode().split('lang="')[1][:2]

        english = {"Accept-Language": "de, en-GB;q=0.8, fr;q=0.5"}
        assert language() == "fr" and language(**english) == "en"
        browser.get(f"{SIGN_IN}?in=fr", headers=english)
        assert language(**english) == "fr"
        assert browser.cookies["in"].value == "fr" and not browser.cookies["in"]["max-age"]

    def test_a_letter_is_in_the_language_of_its_page(self, browser: Browser, letters: Any) -> None:
        browser.get(f"{SIGN_IN}?in=en")
        browser.send(SIGN_IN, address=ADDRESS)
        assert "is your code" in letters[0].subject and letters[0].body.count("?in=en") == 1


@pytest.mark.parametrize("address", ["", "x", "a@b", "a@b.example\nBcc: c@d.example", "x" * 300 + "@b.example", '"><script>@b.example'])
def test_what_is_no_address_is_told_so_and_stays_in_the_form(browser: Browser, letters: Any, address: str) -> None:
    answer = browser.send(SIGN_IN, address=address)
    assert answer.status_code == 400 and not letters and "<script>@" not in answer.content.decode()


@pytest.mark.parametrize("name", ["", "a", "12", "x" * 61, "\u202eInès", "ines@orbance.example", "www.orbance.example", "\x00\x00"])
def test_a_name_that_can_not_be_signed_with(browser: Browser, letters: Any, name: str) -> None:
    reader = sign_in(browser, letters)
    answer = browser.send(OWN, name=name)
    kept = Reader.objects.get(pk=reader.pk).name
    assert (answer.status_code, kept) in ((400, "Inès Caradec"), (302, "Inès"))
