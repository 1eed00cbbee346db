"""A reader who uses the keyboard alone, from the front to a like."""
from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.reading import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FAR = 400
OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"


def tab_to(reader: Reader, selector: str) -> None:
    """Press Tab until the focus is on it, and see it there."""
    for _ in range(FAR):
        reader.type("Tab")
        if reader.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert reader.page.evaluate(OUTLINE) != "none"
            return
    raise AssertionError(f"{selector} can not be reached")


def test_the_first_key_skips_to_the_content(reader):
    reader.go("article")
    reader.type("Tab")
    skip = reader.page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    reader.type("Enter", "Tab")
    assert reader.page.evaluate("document.activeElement.closest('main') !== null")


def test_from_the_front_to_a_story_to_a_like(reader):
    reader.go("front")
    reader.type("Tab", "Enter")
    tab_to(reader, ".teaser--lead h2 a")
    reader.type("Enter")
    expect(reader.page.locator(".prose")).to_be_visible()
    tab_to(reader, "main a[data-like]")
    for key, pressed in (("Space", "true"), ("Enter", "false")):
        reader.type(key)
        expect(reader.page.locator("main a[data-like]")).to_have_attribute("aria-pressed", pressed)


def test_whatever_has_the_focus_is_seen(reader):
    reader.go("every block")
    for _ in range(FAR):
        reader.type("Tab")
        if reader.page.evaluate("document.activeElement === document.body"):
            return
        assert reader.page.evaluate(OUTLINE) != "none"
