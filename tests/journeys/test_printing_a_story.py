"""A story on paper, and a front: its words and its picture, without what only a screen needs."""
from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOR_SCREENS = ".sections, .tools, .crumbs, .languages, .skip, .appeal, .part--follow, .discussion, .related, .colophon nav, dialog"
PAPER_TOO = ".masthead__name, main h1, .standfirst, .byline, .prose p, .legal"
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def test_a_story_takes_four_sheets_at_most(readers):
    reader = readers()
    for kind in ("article", "longest"):
        reader.go(kind)
        printed = reader.page.pdf(format="A4", prefer_css_page_size=True)
        assert 1 <= len(PAGE.findall(printed)) <= 4


def test_a_front_takes_three_pages_at_most(readers):
    reader = readers()
    for kind in ("front", "English front"):
        reader.go(kind)
        reader.page.wait_for_load_state("networkidle")
        printed = reader.page.pdf(format="A4", prefer_css_page_size=True)
        assert 1 <= len(PAGE.findall(printed)) <= 3


def test_what_only_a_screen_needs_is_not_printed(readers):
    reader = readers()
    reader.go("article")
    reader.page.emulate_media(media="print")
    shown = "selector => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility()).map((each) => each.className || each.tagName)"
    assert reader.page.evaluate(shown, FOR_SCREENS) == []
    assert len(reader.page.evaluate(shown, PAPER_TOO)) >= 12


def test_paper_is_white_by_night_too(readers):
    reader = readers(color_scheme="dark")
    reader.go("article")
    reader.page.emulate_media(media="print", color_scheme="dark")
    assert reader.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
