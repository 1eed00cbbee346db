"""What every page is, byte for byte: valid HTML in good order, sent with the headers it needs."""
from __future__ import annotations

import http.client
import re
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import html5lib
import pytest

from tests.journeys.reading import Newsstand
from tests.journeys.test_every_page import KINDS, NOT_PRINTED
from tests.paper.markup import faults_of

pytestmark = pytest.mark.slow
POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
    "worker-src 'self'", "media-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
}  # fmt: skip
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A card may be framed by any site, and does nothing there.
CARDS_POLICY = {each.replace("'self'", "'none'") for each in POLICY - {"style-src 'self'", "img-src 'self'", "font-src 'self'", "frame-ancestors 'none'"}}
CARDS_POLICY |= {"style-src 'self'", "img-src 'self'", "font-src 'self'", "frame-ancestors *"}
CARDS_HEADERS: dict[str, str | None] = {**HEADERS, "X-Frame-Options": None, "Cross-Origin-Resource-Policy": "cross-origin"}
STATUSES = {"missing": 404, "withdrawn": 410, "off the page": 503}
FRAGMENTS = ("/_/panel/fr/latest/", "/_/panel/fr/most-read/", "/_/panel/fr/search/")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def tree(self) -> Any:
        return html5lib.parse(self.text, namespaceHTMLElements=False)


@pytest.fixture(scope="module")
def answers(newsstand: Newsstand) -> dict[str, Answer]:
    return {kind: ask(newsstand, newsstand.pages[kind]) for kind in KINDS}


def ask(stand: Newsstand, path: str) -> Answer:
    with closing(http.client.HTTPConnection(stand.host, timeout=60)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode())


def errors_of(html: str, fragment: bool = False) -> list[Any]:
    parser = html5lib.HTMLParser()
    parser.parseFragment(html) if fragment else parser.parse(html)
    return parser.errors


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_valid(answers, kind):
    assert errors_of(answers[kind].text) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_to_the_content_model(answers, kind):
    assert faults_of(answers[kind].text) == []


@pytest.mark.parametrize("path", FRAGMENTS)
def test_the_inside_of_a_drawer_is_valid(newsstand, path):
    assert errors_of(ask(newsstand, path).text, fragment=True) == []


@pytest.mark.parametrize("kind", KINDS)
def test_headings_stand_in_order_under_one_title(answers, kind):
    levels = [int(each.tag[1]) for each in outside_dialogs(answers[kind].tree) if isinstance(each.tag, str) and re.fullmatch("h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in zip(levels, levels[1:], strict=False)), levels


def outside_dialogs(tree: Any) -> list[Any]:
    inside = {each for dialog in tree.iter("dialog") for each in dialog.iter()}
    return [each for each in tree.iter() if each not in inside]


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_what_names_them_finds_them(answers, kind):
    every = list(answers[kind].tree.iter())
    ids = [each.get("id") for each in every if each.get("id")]
    assert len(ids) == len(set(ids))
    named = {name for each in every for key in ("aria-labelledby", "aria-describedby", "for") for name in each.get(key, "").split()}
    named |= {each.get("href")[1:] for each in every if each.get("href", "").startswith("#")}
    assert named <= set(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_words_and_keeps_its_place(answers, kind):
    for picture in answers[kind].tree.iter("img"):
        assert picture.get("alt") is not None, picture.attrib
        assert picture.get("width", "").isdigit(), picture.attrib
        assert picture.get("height", "").isdigit(), picture.attrib


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_has_a_name(answers, kind):
    tree = answers[kind].tree
    labelled = [field for label in tree.iter("label") if "".join(label.itertext()).strip() for field in label.iter("input")]
    for field in tree.iter("input"):
        assert field.get("type") == "hidden" or field.get("aria-label") or field.get("aria-labelledby") or field in labelled
    for button in tree.iter("button"):
        assert "".join(button.itertext()).strip() or button.get("aria-label")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_inline(answers, kind):
    tree = answers[kind].tree
    assert [each.get("src") for each in tree.iter("script") if each.get("type") != "application/ld+json" and not each.get("src")] == []
    assert list(tree.iter("style")) == []
    assert [name for each in tree.iter() for name in each.attrib if name == "style" or str(name).startswith("on")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_how_a_browser_must_treat_it(answers, kind):
    answer = answers[kind]
    assert answer.status == STATUSES.get(kind, 200)
    headers = CARDS_HEADERS if kind == "card of a text" else HEADERS
    assert set(answer.headers["Content-Security-Policy"].split("; ")) == (CARDS_POLICY if kind == "card of a text" else POLICY)
    assert {name: answer.headers[name] for name in headers} == headers
    assert "camera=()" in answer.headers["Permissions-Policy"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NOT_PRINTED])
def test_a_printed_page_is_the_same_for_every_reader(answers, kind):
    headers = answers[kind].headers
    assert "Set-Cookie" not in headers
    assert not {"accept-language", "cookie"} & {each.strip().lower() for each in headers.get("Vary", "").split(",")}
    assert "csrf" not in answers[kind].text
