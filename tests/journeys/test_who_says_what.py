"""A reader goes from who says what to the words in the text and back: by keyboard, by touch, with script and without."""
from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.reading import DESK, PHONE, TABLET, Reader
from tests.journeys.test_every_page import _barriers
from tests.journeys.test_reading_by_keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GROUND = "element => getComputedStyle(element).backgroundColor"
NONE = "rgba(0, 0, 0, 0)"


def entry(reader: Reader, name: str) -> Any:
    return reader.page.locator(".statement", has=reader.page.locator(f".who b:text-is('{name}')"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_by_keyboard_to_the_words_and_back(readers, width, script):
    reader = readers(width=width, script=script)
    reader.go("who says what")
    if not script:  # nothing can say where the focus is
        entry(reader, "Inès Valmer").locator(".said a").focus()
    else:
        tab_to(reader, ".statement .said a")
    reader.type("Enter")
    words = reader.page.locator(".prose span:target")
    expect(words).to_be_in_viewport()
    expect(words).to_have_text("l’accord sera signé avant la fin du mois")
    reader.type("Tab")
    back = words.locator(".back")
    expect(back).to_be_focused()
    expect(back).to_have_accessible_name("Retour à Qui dit quoi")
    reader.type("Enter")
    expect(reader.page.locator(".statement:target")).to_be_in_viewport()
    expect(reader.page.locator(".statement:target .who")).to_contain_text("Inès Valmer")
    expect(back).to_be_hidden()


def test_words_are_marked_only_for_who_comes_for_them_and_never_on_paper(reader):
    reader.go("who says what")
    words = reader.page.locator(".prose span[id]").first
    assert words.evaluate(GROUND) == NONE
    expect(reader.page.locator(".back:visible")).to_have_count(0)
    reader.press(entry(reader, "Inès Valmer").locator(".said a"))
    assert words.evaluate(GROUND) != NONE
    reader.page.emulate_media(media="print")
    assert words.evaluate(GROUND) == NONE
    expect(reader.page.locator(".back:visible")).to_have_count(0)


def test_a_denial_faces_its_claim_at_a_desk_and_stands_under_it_on_a_telephone(readers):
    for width, beside in ((DESK, True), (PHONE, False)):
        reader = readers(width=width)
        reader.go("who says what")
        claim, denial = (entry(reader, name).bounding_box() for name in ("Inès Valmer", "Anna Ossola"))
        assert (abs(claim["y"] - denial["y"]) < 2 and denial["x"] > claim["x"]) == beside
        assert (denial["y"] >= claim["y"] + claim["height"]) == (not beside)


def test_how_we_know_is_said_in_words(reader):
    reader.go("who says what")
    shown = entry(reader, "Une source proche des communes")
    expect(shown.locator(".via")).to_contain_text("Source anonyme")
    expect(shown.locator(".via")).to_contain_text("Rapporté par Le Courrier")


def test_a_statement_leads_to_its_words_and_to_what_denies_it(reader):
    reader.go("who says what")
    reader.press(entry(reader, "Inès Valmer").locator(".cite"))
    expect(reader.page.locator("h1")).to_contain_text("Inès Valmer")
    expect(reader.page.locator(".passage span[id]")).to_have_text("l’accord sera signé avant la fin du mois")
    reader.press(entry(reader, "Anna Ossola").locator(".cite"))
    expect(reader.page.locator("h1")).to_contain_text("Anna Ossola")
    reader.press(reader.page.get_by_role("link", name="Lire le passage dans l’article"))
    expect(reader.page.locator(".prose span:target")).to_be_in_viewport()


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_no_barrier_where_words_are_marked(readers, width):
    reader = readers(width=width)
    reader.go("who says what")
    reader.press(entry(reader, "Anna Ossola").locator(".said a"))
    reader.page.evaluate(Axe().axe_script)
    assert not {light: found for light in ("light", "dark") if (found := _barriers(reader, width, light))}
