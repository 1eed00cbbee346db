"""A publisher erases a reader's account at the desk: told what goes, asked what becomes of the words."""
from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_an_account_is_erased_with_the_choice_of_its_words(visitor: Any) -> None:
    publisher = visitor("publisher")
    page = publisher.page
    publisher.go("/desk/users/new/")
    page.fill("[name=email]", "yvonne@lac.example")
    page.fill("[name=name]", "Yvonne Castagnet")
    page.fill("[name=password]", "long and wet as the Orbance")
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/desk/users/")
    publisher.go("/desk/users/?q=yvonne")
    where = page.locator("a[href*='/desk/users/edit/']").first.get_attribute("href").replace("/edit/", "/delete/")
    publisher.go(where)
    expect(page.locator("main, #main").first).to_contain_text("yvonne@lac.example")
    for width in (360, 1280) if os.environ.get("SHOTS") else ():
        for light in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=light)
            page.screenshot(path=Path(os.environ["SHOTS"]) / f"erase-{width}-{light}.png", full_page=True)
    button = page.get_by_role("button", name="Effacer le compte")
    button.click()
    expect(page.locator("main, #main").first).to_contain_text("Choisissez ce que deviennent ses mots")
    page.locator("[name=words][value=keep]").check()
    button.click()
    expect(page.get_by_text("est effacé")).to_be_visible()
    publisher.go("/desk/users/?q=yvonne")
    expect(page.locator("a[href*='/desk/users/edit/']")).to_have_count(0)
    assert not publisher.violations
