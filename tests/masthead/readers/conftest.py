"""A paper whose readers sign in, and a browser that has its cookies and its tokens."""
from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from rotative.masthead.readers.models import Reader
from tests import factories

ADDRESS = "ines.caradec@orbance.example"


class Browser(Client):
    """Sends each form with the token of the page it is on, as a browser does."""

    def __init__(self, **more: Any) -> None:
        super().__init__(enforce_csrf_checks=True, SERVER_NAME="localhost", **more)

    def send(self, page: str, to: str = "", accept: str = "", /, **told: str) -> Any:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(page).content.decode())
        return self.post(to or page, {"csrfmiddlewaretoken": token[1] if token else "", **told}, headers={"Accept": accept} if accept else None)


@pytest.fixture(autouse=True)
def emptied(db: None) -> None:
    cache.clear()
    factories.paper()


@pytest.fixture
def letters(django_capture_on_commit_callbacks: Any, monkeypatch: Any) -> Any:
    """What was sent; letters go at once, without waiting for the transaction of the test to end."""
    monkeypatch.setattr("rotative.masthead.posting.transaction.on_commit", lambda run: run())
    mail.outbox = getattr(mail, "outbox", [])
    return mail.outbox


@pytest.fixture
def browser() -> Browser:
    return Browser()


def code_of(letter: Any) -> str:
    return re.search(r"\d{4} \d{4}", letter.body)[0]


def link_of(letter: Any) -> str:
    return re.search(r"http://localhost(/_/account/enter/\S+)", letter.body)[1]


def fields_of(page: str) -> dict[str, dict[str, str]]:
    """The attributes of each field of a page, by its name on the page."""
    attributes = [dict(re.findall(r'([\w-]+)(?:="([^"]*)")?', tag)) for tag in re.findall(r"<input ([^>]*)>", page)]
    return {each["id"]: each for each in attributes if "id" in each}


def sign_in(browser: Browser, letters: Any, address: str = ADDRESS, name: str = "Inès Caradec") -> Reader:
    """By mail, with the code."""
    browser.send("/_/account/sign-in/", address=address)
    browser.send("/_/account/code/", code=code_of(letters[-1]))
    reader = Reader.objects.get(user__email=address)
    if not reader.name:
        browser.send("/_/account/welcome/", name=name)
    return Reader.objects.get(pk=reader.pk)
