"""The same paper with script off: it reads, its links lead to pages, its forms work."""
from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.reading import DESK, PHONE, Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def reader(readers, request) -> Reader:
    return readers(width=request.param, script=False)


def test_a_story_reads_and_leads_to_its_author_and_back(reader):
    reader.go("front")
    reader.press(reader.page.locator(".teaser--lead h2 a"))
    expect(reader.page.locator(".prose p").first).to_be_visible()
    reader.press(reader.page.locator(".byline [rel=author]"))
    expect(reader.page.locator("main h1")).to_be_visible()
    reader.press(reader.page.locator(".masthead__name"))
    expect(reader.page.locator(".masthead--front")).to_be_visible()


@pytest.mark.parametrize("name", ["search", "latest", "most-read"])
def test_the_link_of_a_drawer_leads_to_its_page(reader, name):
    reader.go("article")
    link = reader.page.locator(f"[data-drawer={name}]")
    address = link.get_attribute("href")
    reader.press(link)
    expect(reader.page.locator("main h1")).to_be_visible()
    assert reader.path == address


def test_nothing_is_shown_that_needs_script(reader):
    reader.go("article")
    assert reader.page.locator(".scripted").count() > 0
    for number in range(reader.page.locator(".scripted").count()):
        expect(reader.page.locator(".scripted").nth(number)).to_be_hidden()


def test_search_answers(reader):
    reader.go("search")
    reader.page.locator("main input[name=q]").fill("sanatorium")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".row mark").first).to_have_text(re.compile("sanatorium", re.I))


def test_a_story_is_liked_by_a_form_and_the_like_is_taken_back(reader):
    for answer in ("Ne plus aimer", "J’aime"):
        reader.go("article")
        reader.press(reader.page.locator("main a[data-like]"))
        reader.press(reader.page.locator("main form button"))
        expect(reader.page.locator("article.sheet .byline").first).to_be_visible()
        reader.press(reader.page.locator("main a[data-like]"))
        expect(reader.page.locator("main form button")).to_contain_text(answer)


def test_the_language_changes(reader):
    reader.go("article")
    reader.press(reader.page.locator(".languages a[lang=en]"))
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    assert reader.path == reader.stand.pages["English article"]
