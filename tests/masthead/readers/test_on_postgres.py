"""A reader's whole life on PostgreSQL, where a commit is a commit: in by mail, a follow, a copy, out."""
from __future__ import annotations

import json
from typing import Any

import pytest
from django.core import mail

from rotative.masthead.models import Letter, User
from rotative.masthead.readers import follows
from rotative.masthead.readers.models import Entry, Erased, Follow
from rotative.masthead.readers.tasks import forget
from tests import factories
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def emptied() -> None:
    """Nothing of the usual database is touched here."""


@pytest.mark.usefixtures("own_postgres")
def test_a_readers_life(monkeypatch: Any) -> None:
    factories.paper()
    monkeypatch.setattr(follows, "_kinds", {"author": lambda key, language: follows.Followed("Ada", "/a/", "fr")})
    mail.outbox = []
    browser = Browser()
    assert browser.send("/_/account/sign-in/", address="x" * 300 + "@orbance.example").status_code == 400
    browser.send("/_/account/sign-in/", address=ADDRESS)
    assert not Letter.objects.exists() and len(mail.outbox) == 1
    browser.send("/_/account/code/", code=code_of(mail.outbox[0]))
    browser.send("/_/account/welcome/", name="Inès Caradec")
    browser.send("/_/follow/author/7/", want="1")
    assert json.loads(browser.get("/_/account/everything.json").content)["account"]["following"][0]["title"] == "Ada"
    assert browser.get("/_/account/").status_code == 200 and forget.call() == 0
    assert browser.send("/_/account/leave/", words="remove").status_code == 200
    assert not User.objects.exists() and not Follow.objects.exists() and not Entry.objects.exists() and Erased.objects.count() == 1
