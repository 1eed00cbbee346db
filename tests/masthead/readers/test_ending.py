"""The link that ends letters: one click without cookies (RFC 8058), one button for a person, and nothing else."""
from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from rotative.masthead.readers.notices import kinds, links, wishes
from rotative.masthead.readers.notices.kinds import Kind
from rotative.masthead.readers.notices.links import Ending
from rotative.masthead.readers.notices.models import How, Wish
from tests.factories import NOON
from tests.masthead.readers.conftest import ADDRESS
from tests.paper.markup import faults_of

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture(autouse=True)
def registered(monkeypatch: Any) -> None:
    monkeypatch.setattr(kinds, "_kinds", {})
    for name, title in (("wave", "Waves"), ("storm", "Storms")):
        kinds.register(Kind(name, title, "", str, lambda notices: {}))


@pytest.fixture
def user() -> Any:
    made = User.objects.create_user("", ADDRESS, None)
    Reader.objects.create(user=made, name="Inès Caradec", language="fr")
    return made


def path(user: Any, *names: str) -> str:
    return links.url_of(Ending(user.pk, None, names or ("wave",)), "en").removeprefix("http://localhost")


@pytest.fixture
def mailer() -> Client:
    """A mail program: no cookie, no session, no page before."""
    return Client(enforce_csrf_checks=True, SERVER_NAME="localhost")


@pytest.mark.parametrize("form", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_one_click_of_a_mail_program_ends_it(user: Any, mailer: Client, form: str) -> None:
    sent = {"data": ONE_CLICK} if form.startswith("multipart") else {"data": "List-Unsubscribe=One-Click", "content_type": form}
    answer = mailer.post(path(user), **sent)
    assert (answer.status_code, answer.content, "Location" in answer) == (200, b"", False)
    assert not answer.cookies and "Set-Cookie" not in answer
    assert wishes.of(user) == {"wave": How.NEVER, "storm": How.DAILY}
    assert mailer.post(path(user), ONE_CLICK).status_code == 200, "Once more is no error."


def test_looking_ends_nothing_and_shows_one_button_and_nobody(user: Any, mailer: Client) -> None:
    for _scanner in range(2):
        page = mailer.get(path(user, "wave", "storm"))
    text = page.content.decode()
    assert page.status_code == 200 and not page.cookies and page["Cache-Control"] == "no-store" and not Wish.objects.exists()
    assert faults_of(text) == []
    main = text.split("<main")[1].split("</main")[0]
    assert main.count("<button") == 1 and "Waves" in main and "Storms" in main and "#notices" in main
    assert ADDRESS not in text and "Caradec" not in text


def test_the_button_of_the_page(user: Any, mailer: Client) -> None:
    answer = mailer.post(path(user, "wave", "storm"), {"button": "1"})
    assert answer.status_code == 200 and "It is done" in answer.content.decode() and set(wishes.of(user).values()) == {How.NEVER}


def test_it_says_nothing_to_who_reads_it_and_is_never_the_same_twice(user: Any) -> None:
    tokens = {links.token_of(Ending(user.pk, None, ("wave",))) for _letter in range(3)}
    assert len(tokens) == 3 and all("wave" not in token and str(user.pk) + "," not in token for token in tokens)
    assert all(re.fullmatch(r"[\w=-]{60,400}", token) for token in tokens)
    assert len(links.token_of(Ending(10**18, None, tuple(f"{number:020}" for number in range(6))))) <= 400


def test_nobody_makes_one(user: Any, mailer: Client, settings: Any) -> None:
    other = User.objects.create_user("", "liam@orbance.example", None)
    good = path(user)
    token = good.split("/")[3]
    for place in (0, 10, 60, len(token) - 5):  # of the very last letters some bits say nothing
        forged = good.replace(token, token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :])
        assert mailer.post(forged, ONE_CLICK).status_code == 404 and mailer.get(forged).status_code == 404
    assert mailer.post(good.replace(token, "A" * 100), {"button": "1"}).status_code == 404
    settings.SECRET_KEY = "another paper's secret, and not ours at all"
    elsewhere = path(user)
    settings.SECRET_KEY = "x" * 50
    assert mailer.post(elsewhere, ONE_CLICK).status_code == 404
    assert not Wish.objects.exists()
    mailer.post(path(user), ONE_CLICK)
    assert wishes.of(other)["wave"] == How.DAILY, "One's link ends nothing of another's."


def test_it_opens_nothing_else(user: Any, mailer: Client) -> None:
    token = path(user).split("/")[3]
    mailer.get(path(user))
    for address in (f"/_/account/enter/{token}/", f"/_/comment/confirm/{token}/", "/_/account/", "/_/account/notices/"):
        assert mailer.get(address).status_code in (302, 404, 410)


def test_who_has_left_is_answered_like_anybody(user: Any, mailer: Client) -> None:
    gone = path(user)
    user.delete()
    assert mailer.post(gone, ONE_CLICK).status_code == 200 and not Wish.objects.exists()


def test_an_address_without_an_account_ends_what_it_asked_for(mailer: Client) -> None:
    wishes.ask("maud@orbance.example", "wave", "fr", NOON)
    wish = Wish.objects.get()
    where = links.url_of(Ending(None, wish.pk, ("wave",)), "en").removeprefix("http://localhost")
    page = mailer.get(where).content.decode()
    assert "maud" not in page and "#notices" not in page
    assert mailer.post(where, ONE_CLICK).status_code == 200 and wishes.of(None, "maud@orbance.example")["wave"] == How.NEVER
    wishes.ask("maud@orbance.example", "wave", "fr", NOON)
    assert Wish.objects.get().pk == wish.pk, "The link of an old letter holds when they ask again."
