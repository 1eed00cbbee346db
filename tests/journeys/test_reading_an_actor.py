"""An actor's page, by keyboard alone and with script off: from a name to what was said, to the story, to older pages and back."""
from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.reading import DESK, PHONE, Reader
from tests.journeys.test_reading_by_keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def scriptless(readers, request) -> Reader:
    return readers(width=request.param, script=False)


def test_from_the_words_to_the_story_by_keyboard(reader):
    reader.go("actor")
    tab_to(reader, ".statements > li:nth-child(2) .said a")
    words = reader.page.locator(":focus").text_content() or ""  # as they are, not with the capital that they are shown with
    reader.type("Enter")
    expect(reader.page.locator("article.sheet")).to_contain_text(words)
    expect(reader.page).to_have_url(re.compile(r"/accord-jour-\d+/#s\d+$"))


def test_from_a_denial_to_who_denies_by_keyboard(reader):
    reader.go("actor")
    tab_to(reader, ".statement--denial .who a")
    reader.type("Enter")
    expect(reader.page.locator("main h1")).to_have_text("Anna Ossola")
    expect(reader.page.locator(".contest .statement").first).to_contain_text("Inès Valmer")


def test_older_pages_and_back_with_script_off(scriptless):
    reader = scriptless
    reader.go("actor")
    expect(reader.page.locator(".tally").first).to_be_visible()
    assert reader.page.locator(".statements > li").count() == 20
    reader.press(reader.page.locator(".pager [rel=next]"))
    expect(reader.page).to_have_url(re.compile(r"/page/1/$"))
    assert reader.page.locator(".statements > li").count() == 20
    reader.press(reader.page.locator(".pager [rel=prev]"))
    expect(reader.page).to_have_url(reader.stand.address + reader.stand.pages["actor"])


def test_positions_lead_to_the_text_and_roles_are_told_with_script_off(scriptless):
    reader = scriptless
    reader.go("actor")
    expect(reader.page.locator(".roles")).to_contain_text("depuis 2019")
    expect(reader.page.locator(".tally--pos")).to_contain_text("sous condition")
    assert "/textes/" in (reader.page.locator("section:has(.tally--pos) .meta a").get_attribute("href") or "")


def test_the_page_is_printed_whole_without_what_only_a_screen_can_do(readers):
    reader = readers()
    reader.go("actor")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".statements")).to_be_visible()
    for selector in (".pager", ".feeds", ".bar nav"):
        expect(reader.page.locator(selector).first).to_be_hidden()
