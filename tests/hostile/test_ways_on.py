"""Where a reader is sent on to: a page of this paper, whatever the address or the form says."""
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail

from rotative.masthead.readers import follows, visits
from rotative.masthead.readers.models import Reader
from rotative.newsroom.models import Article
from tests.hostile.conftest import Browser, reader
from tests.prepared import ROOT

OUT = [
    "https://evil.example", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "/\\/evil.example", "https:evil.example",
    "https:/evil.example", "http:///evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "\tjavascript:alert(1)", " //evil.example", "/\t/evil.example",
    "/\n/evil.example", "/\r\nLocation: https://evil.example", "/%0d%0aSet-Cookie:a=b\r\n", "@evil.example", "evil.example", "/\u2028/evil.example", "/\x00/evil.example",
    "https://localhost@evil.example", "https://localhost.evil.example", "http://localhost:80@evil.example", "/desk/", "/desk", "/desk/users/", "?next=//evil.example", "//localhost\\@evil.example",
    "/_/account/enter/" + "a" * 43 + "/", "\uff0f\uff0fevil.example", "/" + "a" * 900,
]  # fmt: skip


def leads(answer: Any) -> str:
    """Where an answer sends on to, at last."""
    where = answer.headers.get("Location") or json.loads(answer.content).get("url", "")
    assert "\n" not in where and "\r" not in where
    following = parse_qs(urlsplit(where).query).get("next", [""])[0]
    return following or where


def is_ours(where: str) -> bool:
    return where.startswith("/") and not where.startswith(("//", "/\\", "/desk")) and not urlsplit(where).netloc


@pytest.fixture
def paper(story: Article, monkeypatch: Any) -> Article:
    monkeypatch.setattr("rotative.masthead.posting.transaction.on_commit", lambda run: run())
    monkeypatch.setattr(follows, "_kinds", {"author": lambda key, language: follows.Followed("Ada", "/a/", "fr")})
    mail.outbox = []
    return story


@pytest.mark.parametrize("path", OUT)
def test_no_way_on_leads_out(paper: Article, path: str) -> None:
    assert visits.within(path) == ""
    client, user = Browser(), reader()
    answers = [
        client.send("/_/account/sign-in/", address=user.email, next=path),
        client.send("/_/account/code/", code=re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0], next=path),
        client.get("/_/account/sign-in/", {"next": path}),
        client.send("/_/account/welcome/", name="Yvonne Castagnet", next=path),
        client.send("/_/account/confirm/", next=path),
        client.send("/_/account/code/", code=re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0], next=path),
        client.send("/_/follow/author/7/", want="1", next=path),
        client.send("/_/account/", "/_/account/sign-out/", next=path),
        Browser().get("/_/account/", {"next": path}),
        Browser().get("/_/account/welcome/", {"next": path}),
        Browser().get("/_/contributions/", {"next": path, "page": path}),
        Browser().get(f"/_/follow/author/7/?next={path[:90]}".encode("ascii", "ignore").decode()),
    ]
    Reader.objects.update(name="")
    client.send("/_/account/sign-in/", address=user.email, next=path)
    answers.append(client.send("/_/account/code/", code=re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0]))
    assert [answer.status_code for answer in answers] == [302, 302, 302, 302, 302, 302, 303, 302, 302, 302, 302, 302, 302]
    assert [where for answer in answers if not is_ours(where := leads(answer))] == []


@pytest.mark.parametrize("path", [each for each in OUT if "\x00" not in each])
def test_nor_at_the_door_of_the_desk(paper: Article, path: str, django_user_model: Any) -> None:
    from rotative.masthead.roles import Role, group_of

    staff = django_user_model.objects.create_user("", "ines@amer.example", "long and wet as the Orbance")
    staff.groups.add(group_of(Role.REPORTER))
    answer = Browser().send("/desk/login/", username="ines@amer.example", password="long and wet as the Orbance", next=path)
    where = urlsplit(answer["Location"])
    assert answer.status_code == 302 and not where.netloc and not where.scheme and not answer["Location"].startswith(("//", "/\\"))


@pytest.mark.parametrize("path", ["//evil.example/", "//evil.example", "/\\evil.example/", "//evil.example/%2e%2e", "///evil.example/x", "/_//evil.example", "//evil.example/_/account"])
def test_nor_an_address_that_begins_as_another_host(paper: Article, path: str) -> None:
    answer = Browser().get("/", PATH_INFO=path)
    assert answer.status_code in (301, 302, 404) and is_ours(answer.headers.get("Location", "/"))


def test_only_one_place_reads_where_to_go_next() -> None:
    """What is typed as ``next`` comes through ``visits.within``, or not at all."""
    reads = re.compile(r"""\.get\(\s*["']next["']|\[["']next["']\]""")
    found = {str(file.relative_to(ROOT / "src")) for file in Path(ROOT / "src/rotative").rglob("*.py") if reads.search(file.read_text())}
    assert found == {"rotative/masthead/readers/visits.py", "rotative/masthead/readers/views/providers.py"}
    assert 'visits.within(login.state.get("next") or "")' in (ROOT / "src/rotative/masthead/readers/views/providers.py").read_text()
