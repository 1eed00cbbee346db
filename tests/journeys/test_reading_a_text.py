"""From a story to its dossier, to where a party stands, to its words, to the story that has them, and back; and the card on another site."""
from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.reading import DESK, PHONE, TABLET, Reader
from tests.journeys.test_every_page import _barriers
from tests.journeys.test_reading_by_keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CELL = "#point-2 a.pos.no"


@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_from_a_story_to_the_words_of_a_party_and_back_without_script(readers, width):
    reader = readers(width=width, script=False)
    reader.go("/sports/partie-2/")
    reader.press(reader.page.locator("a[href='/dossiers/negociation/']").first)
    reader.press(reader.page.locator("a.more[href='/textes/le-texte-d-essai/']"))
    cell = reader.page.locator(CELL).first
    expect(cell).to_have_text("rejette")
    reader.press(cell)
    said = reader.page.locator("li:target")
    expect(said).to_be_in_viewport()
    expect(said).to_contain_text("c’est non")
    reader.press(said.locator(".said a").first)
    expect(reader.page).to_have_url(re.compile(r"/sports/partie-\d/#s\d+$"))
    reader.page.go_back()
    expect(reader.page.locator("li:target")).to_be_in_viewport()
    reader.press(reader.page.locator("section.told:has(:target) > .meta a"))
    expect(reader.page.locator("#point-2 th")).to_be_in_viewport()


def test_the_same_by_keyboard(reader):
    reader.go("dossier with a record")
    tab_to(reader, "a.more[href='/textes/le-texte-d-essai/']")
    reader.type("Enter")
    expect(reader.page.locator("main h1")).to_be_visible()
    tab_to(reader, CELL)
    reader.type("Enter")
    expect(reader.page.locator("li:target")).to_be_in_viewport()
    tab_to(reader, "li:target .said a")
    reader.type("Enter")
    expect(reader.page.locator("article.sheet h1")).to_be_visible()
    reader.page.go_back()
    expect(reader.page.locator("li:target")).to_be_in_viewport()


def test_on_a_telephone_each_position_stands_by_its_party(readers):
    reader = readers(width=PHONE)
    reader.go("text")
    row = reader.page.locator("#point-2")
    # The demonstration knows the first of these parties, too, and by a shorter name.
    for name, word in ((re.compile("Hautes vallées|Syndicat"), "rejette"), ("Port", "accepte")):
        cell = row.locator("td", has_text=name)
        expect(cell.locator(".party")).to_be_visible()
        expect(cell.locator(".pos")).to_have_text(word)


def test_at_a_desk_the_table_has_its_heads(readers):
    reader = readers(width=DESK)
    reader.go("text")
    expect(reader.page.locator("#point-2 .party").first).to_be_hidden()
    expect(reader.page.get_by_role("columnheader", name="Port").first).to_be_visible()
    assert reader.page.get_by_role("rowheader").count() == 24


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_who_hears_the_page_hears_a_table_on_a_telephone_too(readers, width):
    reader = readers(width=width)
    reader.go("text")
    nodes = reader.context.new_cdp_session(reader.page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
    assert (roles["table"], roles["rowheader"], roles["columnheader"]) == (4, 24, 24)
    assert roles["cell"] + roles["gridcell"] == 120


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_a_timeline_is_drawn_as_wide_as_there_is_room(readers, width):
    reader = readers(width=width)
    reader.go("dossier with a record")
    seen = [reader.page.locator(f".drawing--{form}").is_visible() for form in ("narrow", "wide")]
    assert seen == [width < TABLET, width >= TABLET]
    lettering = reader.page.evaluate("[...document.querySelectorAll('.chronology svg, .matrix svg')].filter(each => each.clientWidth).map(each => parseFloat(getComputedStyle(each.querySelector('text')).fontSize) * each.clientWidth / each.viewBox.baseVal.width)")
    assert min(lettering) >= 10.5


@pytest.mark.parametrize("kind", ["text", "card of a text", "dossier with a record"])
@pytest.mark.parametrize("light", ["light", "dark"])
def test_a_tablet_has_no_barrier_either(readers, kind, light):
    reader = readers(width=TABLET)
    reader.page.emulate_media(color_scheme=light)
    reader.go(kind)
    reader.page.evaluate(Axe().axe_script)
    assert _barriers(reader, TABLET, light) == []


def test_on_paper_there_are_the_words_and_nothing_to_copy(readers):
    reader = readers(width=DESK)
    reader.go("text")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("textarea")).to_be_hidden()
    expect(reader.page.locator("#point-2")).to_be_visible()
    expect(reader.page.locator(".told .said").first).to_be_visible()


# ── The card on another site ───────────────────────────────────────────────────


@contextmanager
def another_site(folder: Path, body: str) -> Iterator[str]:
    """A site of somebody else, which shows a page of its own."""
    (folder / "index.html").write_text(f"<!doctype html><title>Ailleurs</title>{body}")
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def snippet_of(reader: Reader) -> str:
    reader.go("text")
    return str(reader.page.locator("#snippet").input_value())


def test_the_snippet_shows_the_card_on_another_site_and_leads_to_the_text(readers, page, tmp_path):
    reader = readers()
    snippet = snippet_of(reader)
    with another_site(tmp_path, snippet) as site:
        page.goto(site)
        card = page.frame_locator("iframe")
        expect(card.locator("svg").first).to_be_visible()
        card.locator("h1 a").click()
        page.wait_for_url(f"{reader.stand.address}/textes/le-texte-d-essai/")


def test_no_other_page_is_shown_on_another_site(readers, page, tmp_path):
    reader = readers()
    snippet = snippet_of(reader).replace("/_/embed/fr/text/", "/textes/")
    with another_site(tmp_path, snippet) as site:
        page.goto(site)
        page.wait_for_timeout(500)
        assert page.frames[1].url.startswith("chrome-error:")


@pytest.mark.parametrize("width", [320, PHONE, TABLET, DESK])
def test_the_frame_is_as_high_as_the_card(readers, width):
    reader = readers()
    high = int(re.search(r'height="(\d+)"', snippet_of(reader))[1])
    reader.page.set_viewport_size({"width": width, "height": high})
    reader.go("card of a text")
    assert reader.page.evaluate("document.documentElement.scrollHeight") <= high
