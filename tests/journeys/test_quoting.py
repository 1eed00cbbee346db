"""A reader quotes words of a story: by mouse, by keyboard, on a telephone, without script; and follows a quotation to its words."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.reading import PHONE
from tests.journeys.test_readers import check

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STORY = "/pays/sur-la-porte/"
WORDS = "Elle donne neuf vannes à la Compagnie"
SELECT = """words => {
  const walk = document.createTreeWalker(document.querySelector(".sheet__body"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
    return true;
  }
}"""


@pytest.fixture
def reader(chromium: Any, discussed: str) -> Iterator[Visitor]:
    someone = Visitor(chromium, discussed)
    yield someone
    assert not someone.violations
    someone.context.close()


def select(reader: Visitor, words: str = WORDS) -> Any:
    assert reader.page.evaluate(SELECT, words)
    button = reader.page.get_by_role("button", name="Citer dans une contribution")
    expect(button).to_be_visible()
    return button


def form(reader: Visitor) -> Any:
    found = reader.page.locator(".signing form.writing__form")
    expect(found.locator("[name=text]")).to_be_focused()
    return found


def test_words_are_selected_quoted_sent_and_found_again(reader: Visitor) -> None:
    reader.sign_in("editor")
    reader.go(STORY)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    assert not [url for url in asked if "/_/quote." in url]
    select(reader).click()
    written = form(reader)
    expect(written.locator("[data-quoted]")).to_contain_text(WORDS)
    written.locator("[name=text]").fill("Neuf, et pas onze : la photographie de mardi en montre pourtant onze, et je les ai comptées deux fois.")
    written.get_by_role("button", name="Envoyer", exact=True).click()
    said = reader.page.locator(".comment", has_text="Neuf, et pas onze")
    expect(said.get_by_role("link", name=WORDS)).to_be_visible()
    assert len([url for url in asked if "/_/quote." in url]) == 1
    reader.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    said.get_by_role("link", name=WORDS).click()
    expect(reader.page.locator(".sheet__body p").first).to_be_in_viewport()


def test_a_quotation_in_a_discussion_of_its_own_leads_to_the_words_in_the_story(reader: Visitor) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 300})
    reader.go(STORY)
    reader.go(str(reader.page.locator("section.discussion").get_attribute("data-page")))
    reader.page.locator(".comment__passage a").first.click()
    reader.page.wait_for_url(f"**{STORY}*")
    expect(reader.page.locator(".sheet__body p").first).to_be_in_viewport()


def test_the_keyboard_selects_and_quotes(reader: Visitor) -> None:
    reader.sign_in("editor")
    reader.go(STORY)
    reader.page.locator(".sheet__body p").nth(2).dblclick(position={"x": 12, "y": 10})
    for _ in range(3):
        reader.page.keyboard.press("Shift+Control+ArrowRight")
    expect(reader.page.get_by_role("button", name="Citer dans une contribution")).to_be_visible()
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_role("button", name="Citer dans une contribution")).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(form(reader).locator("[data-quoted]")).to_contain_text("La dernière séance")


def test_escape_and_another_click_put_the_offer_away_and_what_is_typed_stays(reader: Visitor) -> None:
    reader.sign_in("editor")
    reader.go(STORY)
    button = select(reader)
    reader.page.keyboard.press("Escape")
    expect(button).to_be_hidden()
    select(reader, "les bateliers attendaient").click()
    written = form(reader)
    written.locator("[name=text]").fill("Six heures, sous la pluie.")
    select(reader, "Elle sera publique").click()
    expect(written.locator("[data-quoted]")).to_contain_text("Elle sera publique")
    expect(written.locator("[name=text]")).to_have_value("Six heures, sous la pluie.")
    reader.go(STORY)
    select(reader).click()
    expect(form(reader).locator("[name=text]")).to_have_value("Six heures, sous la pluie.")
    form(reader).get_by_role("button", name="Ne rien citer").click()
    expect(written.locator("[data-quoted]")).to_be_hidden()
    written.get_by_text("Citer un passage de l’article").click()
    expect(written.locator("[name=passage]")).to_have_value("")


def test_words_that_are_not_there_are_told_where_one_writes(reader: Visitor) -> None:
    reader.sign_in("editor")
    reader.go(STORY)
    reader.go(str(reader.page.locator("section.discussion").get_attribute("data-page")))
    reader.page.get_by_role("link", name="Écrire une contribution").click()
    written = form(reader)
    written.locator("[name=text]").fill("Une phrase assez longue pour être une contribution, et sur le sujet.")
    written.get_by_text("Citer un passage de l’article").click()
    written.locator("[name=passage]").fill("des mots que personne n’a écrits")
    check(reader)
    written.get_by_role("button", name="Envoyer", exact=True).click()
    expect(written.get_by_role("alert")).to_contain_text("n’est pas dans l’article")
    expect(written.locator("[name=passage]")).to_have_value("des mots que personne n’a écrits")


def test_nothing_is_offered_for_other_words_of_the_page(reader: Visitor) -> None:
    reader.go(STORY)
    select(reader)
    reader.page.evaluate("getSelection().selectAllChildren(document.querySelector('.colophon, footer'))")
    expect(reader.page.locator(".quote-this")).to_be_hidden()


@pytest.fixture
def on_a_phone(chromium: Any, discussed: str) -> Iterator[Visitor]:
    someone = Visitor(chromium, discussed)
    someone.context.close()
    someone.context = chromium.new_context(locale="fr-FR", viewport={"width": PHONE, "height": 740}, has_touch=True, is_mobile=True)
    someone.page = someone.context.new_page()
    someone.page.on("console", someone._note)
    yield someone
    assert not someone.violations
    someone.context.close()


def test_on_a_phone_the_offer_stands_at_the_foot_and_a_tap_takes_it(on_a_phone: Visitor) -> None:
    on_a_phone.go(STORY)
    button = select(on_a_phone)
    box = button.bounding_box()
    assert box and box["y"] + box["height"] > 690 and box["height"] >= 44
    check(on_a_phone)
    on_a_phone.page.set_viewport_size({"width": PHONE, "height": 740})
    button.tap()
    expect(form(on_a_phone).locator("[data-quoted]")).to_contain_text(WORDS)


def test_without_script_words_are_pasted_checked_and_kept(chromium: Any, discussed: str) -> None:
    someone = Visitor(chromium, discussed)
    someone.sign_in("editor")
    state = someone.context.storage_state()
    someone.context.close()
    someone.context = chromium.new_context(locale="fr-FR", java_script_enabled=False, storage_state=state)
    someone.page = page = someone.context.new_page()
    someone.go(STORY)
    page.get_by_role("link", name="Lire et répondre").click()
    page.get_by_role("link", name="Écrire une contribution").click()
    page.get_by_text("Citer un passage de l’article").click()
    page.fill("#passage", "des mots que personne n’a écrits")
    page.fill("#text", "La salle des fêtes ne tient pas cent personnes, et nous serons le double au moins jeudi.")
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("n’est pas dans l’article")
    expect(page.locator("#passage")).to_have_value("des mots que personne n’a écrits")
    page.fill("#passage", "dans la salle des fetes")
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.locator(".comment", has_text="cent personnes").get_by_role("link", name="dans la salle des fêtes")).to_be_visible()
    someone.context.close()
