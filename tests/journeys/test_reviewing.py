"""A reporter goes through what was read in a story: by keyboard alone, by mouse, without script, in light and in dark."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories import record
from tests.journeys.conftest import Visitor, served
from tests.journeys.newsroom import Newsroom, at_browsers

pytestmark = [pytest.mark.browser, pytest.mark.slow]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class Desk(Newsroom):
    def story(self, title: str) -> int:
        return int(self.ask("select id from wagtailcore_page where title = ?", title)[0][0])

    def states(self, pk: int, kind: str = "statement") -> list[str]:
        return [row[0] for row in self.ask(f"select state from record_{kind} where article_id = ? order by id", pk)]  # noqa: S608


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp("reviewed")
    with served(home, "tests.journeys.reviewing_seed") as address:
        yield Desk(address, home)


@pytest.fixture
def at(chromium: Any, newsroom: Desk) -> Iterator[Any]:
    yield from at_browsers(chromium, newsroom.address)


def settled(page: Any) -> None:
    """Whatever was sent is answered and shown."""
    expect(page.locator(".is-sent")).to_have_count(0)


def current(page: Any) -> str:
    return str(page.evaluate("document.activeElement.closest('[data-item]')?.id || ''"))


def open_beside(someone: Visitor, pk: int) -> Any:
    """The editor of a story, with the panel opened by its key."""
    someone.go(f"/desk/pages/{pk}/edit/")
    page = someone.page
    page.wait_for_selector("[data-edit-form]")
    page.keyboard.press("Control+e")
    page.wait_for_selector("[data-record-review]")
    expect(page.locator("[data-item]:focus")).to_have_count(1)
    return page


def test_one_key_an_item(at, newsroom):
    pk = newsroom.story("Brouillon lu")
    page = open_beside(at("reporter"), pk)
    first = current(page)
    for key in ("a", "r", "a"):
        page.keyboard.press(key)
    settled(page)
    assert newsroom.states(pk) == ["accepted", "rejected", "accepted"]
    assert newsroom.states(pk, "appearance") == ["accepted", "suggested"]
    page.keyboard.press("u")
    settled(page)
    assert newsroom.states(pk) == ["accepted", "rejected", "suggested"]
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    assert current(page) == first
    page.keyboard.press("u")
    settled(page)
    assert newsroom.states(pk) == ["suggested", "rejected", "suggested"]
    expect(page.locator(f"#{first} .record-item__state")).to_have_text("")


def test_the_ends_the_speaker_and_the_act_are_mended_by_keyboard(at, newsroom):
    pk = newsroom.story("Brouillon aux mots")
    page = open_beside(at("reporter"), pk)
    page.keyboard.press("m")
    words = page.locator("[data-words-shown]")
    expect(words).to_have_text(record.VALMER)
    expect(page.locator("[data-words-keys]")).to_be_focused()
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    expect(words).to_have_text("accord sera signé avant la fin du")
    while not page.evaluate("document.activeElement.id === 'record_speaker'"):
        page.keyboard.press("Tab")
    page.keyboard.type("Anna")
    while not page.evaluate("document.activeElement.id === 'record_via'"):
        page.keyboard.press("Tab")
    page.keyboard.type("armada")  # letters that are keys elsewhere
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-record-mending]", state="detached")
    row = newsroom.ask("select words, state, via, speaker_id from record_statement where article_id = ? order by id", pk)[0]
    speaker = newsroom.ask("select id from record_appearance where article_id = ? and name = 'Anna Ossola'", pk)[0][0]
    assert row == ("accord sera signé avant la fin du", "mended", "armada", speaker)
    assert newsroom.states(pk)[1:3] == ["suggested", "suggested"]


def test_the_ends_are_dragged(at, newsroom):
    pk = newsroom.story("Brouillon lu")
    someone = at("reporter")
    someone.go(f"/desk/record/stories/{pk}/")
    page = someone.page
    page.locator("[data-item] a[data-key=m]").nth(2).click()
    words = page.locator("[data-words-shown]")
    expect(words).to_have_text(record.UNNAMED)
    place, target = page.locator(".record-handle.is-end").bounding_box(), page.evaluate(WORD, "sont")
    page.mouse.move(place["x"], place["y"] + place["height"] / 2)
    page.mouse.down()
    page.mouse.move(target["right"] - 2, target["top"] + target["height"] / 2, steps=6)
    page.mouse.up()
    expect(words).to_have_text("les onze feuillets sont")
    page.keyboard.press("Escape")
    page.wait_for_selector("[data-record-mending]", state="detached")
    assert newsroom.ask("select words from record_statement where article_id = ?", pk)[2][0] == record.UNNAMED


WORD = """word => {
    const piece = [...document.querySelectorAll("[data-at]")].find((each) => each.textContent.includes(word)).firstChild;
    const range = document.createRange();
    range.setStart(piece, piece.data.indexOf(word));
    range.setEnd(piece, piece.data.indexOf(word) + word.length);
    return range.getBoundingClientRect().toJSON();
}"""


def test_words_that_were_selected_are_added_with_one_key(at, newsroom):
    pk = newsroom.story("Brouillon aux mots")
    someone = at("reporter")
    someone.go(f"/desk/record/stories/{pk}/")
    page = someone.page
    start, end = page.evaluate(WORD, "parle"), page.evaluate(WORD, "communes.")
    page.mouse.move(start["left"] + 1, start["top"] + 8)
    page.mouse.down()
    page.mouse.move(end["right"] - 6, end["top"] + 8, steps=5)
    page.mouse.up()
    page.locator("[data-record-text]").focus()
    page.keyboard.press("s")
    expect(page.locator("[data-words-shown]")).to_have_text("parle pour les communes")
    page.select_option("#record_speaker", label="Anna Ossola")
    page.locator("[data-record-mending] button[type=submit]").click()
    page.wait_for_selector("[data-record-mending]", state="detached")
    assert newsroom.ask("select words, state from record_statement where article_id = ? and origin = 'hand'", pk) == [("parle pour les communes", "accepted")]


def test_a_statement_is_added_by_keyboard_alone(at, newsroom):
    pk = newsroom.story("En ligne")
    page = open_beside(at("editor"), pk)
    page.keyboard.press("e")
    expect(page.locator("[data-words-keys]")).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator("[data-words-shown]")).to_have_text("Les cinq parties")
    while not page.evaluate("document.activeElement.id === 'record_what'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("Les cinq se voient")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-record-mending]", state="detached")
    assert newsroom.ask("select what, words from record_event where article_id = ? and origin = 'hand'", pk) == [("Les cinq se voient", "Les cinq parties")]


def test_who_somebody_is_is_offered_as_one_types(at, newsroom):
    pk = newsroom.story("Brouillon aux mots")
    someone = at("reporter")
    someone.go(f"/desk/record/stories/{pk}/")
    page = someone.page
    page.locator("[data-item][data-kind=appearance] a[data-key=m]").last.click()
    page.fill("#record_actor", "")
    page.locator("#record_actor").type("osso")
    number = newsroom.ask("select id from record_actor where slug = 'anna-ossola'")[0][0]
    page.fill("#record_actor", page.locator(f"#record-actors option[value$='#{number}']").get_attribute("value"))
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-record-mending]", state="detached")
    assert newsroom.ask("select a.slug from record_appearance p join record_actor a on a.id = p.actor_id where p.article_id = ? and p.name = 'Anna Ossola'", pk) == [("anna-ossola",)]


def test_a_rewritten_statement_is_placed_again(at, newsroom):
    pk = newsroom.story("Retouché")
    page = open_beside(at("editor"), pk)
    item = page.locator("[data-item]").first
    expect(item).to_contain_text(record.VALMER)
    assert current(page) == item.get_attribute("id")
    page.keyboard.press("m")
    expect(page.locator("[data-words-keys]")).to_be_focused()
    shown = page.locator("[data-words-shown]")
    expect(shown).to_have_text("l'")  # where it was
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(shown).to_have_text("l'accord pourrait être signé un jour")
    page.locator("[data-record-mending] button[type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-record-mending]", state="detached")
    assert newsroom.ask("select words, state from record_statement where article_id = ? order by id", pk)[0] == ("l'accord pourrait être signé un jour", "mended")


def test_points_are_taken_and_rewritten_under_their_field(at, newsroom):
    someone = at("reporter")
    pk = newsroom.story("Brouillon aux mots")
    someone.go(f"/desk/pages/{pk}/edit/")
    page = someone.page
    page.locator("[data-offer-verb=rewrite]").focus()
    page.keyboard.press("m")
    expect(page.locator("[data-contentpath=essentials] input[type=text]")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" Peut-être.")
    page.keyboard.press("Tab")
    page.wait_for_selector("[data-record-offers]", state="detached")
    until(lambda: newsroom.states(pk, "essential") == ["mended"], page)
    assert newsroom.ask("select text from record_essential where article_id = ?", pk)[0][0].endswith("Peut-être.")

    pk = newsroom.story("Brouillon lu")
    someone.go(f"/desk/pages/{pk}/edit/")
    page.locator("[data-offer-verb=take]").focus()
    page.keyboard.press("a")
    page.wait_for_selector("[data-record-offers]", state="detached")
    assert page.input_value("[data-contentpath=essentials] input[type=text]") == "L'accord serait signé avant la fin du mois."
    assert newsroom.states(pk, "essential") == ["accepted"]


def until(is_so: Any, page: Any) -> None:
    for _ in range(100):
        if is_so():
            return
        page.wait_for_timeout(100)
    raise TimeoutError


def test_an_answer_takes_no_form_away_in_which_something_is_written(at, newsroom):
    pk = newsroom.story("Brouillon pressé")
    page = open_beside(at("reporter"), pk)
    held: list[Any] = []
    page.route(re.compile(r"/decide/"), lambda route: held.append(route))
    page.keyboard.press("r")
    page.keyboard.press("m")  # before the desk answered
    page.wait_for_timeout(300)
    held.pop().continue_()
    expect(page.locator("#record_via")).to_be_visible()
    assert newsroom.states(pk)[0] == "rejected"
    page.fill("#record_via", "Le Courrier")
    page.locator("[data-item][data-kind=event] [data-key=a]").click()
    page.wait_for_timeout(300)
    held.pop().continue_()
    until(lambda: newsroom.states(pk, "event") == ["accepted"], page)
    expect(page.locator("[data-item][data-kind=event][data-state=accepted]:not(.is-sent)")).to_have_count(1)
    assert page.input_value("#record_via") == "Le Courrier"
    page.unroute(re.compile(r"/decide/"))
    page.locator("[data-record-mending] button[type=submit]").click()
    page.wait_for_selector("[data-record-mending]", state="detached")
    assert newsroom.states(pk)[:2] == ["rejected", "mended"]


def test_the_panel_says_that_it_reads_and_shows_what_was_read(at, newsroom):
    pk = newsroom.story("Retouché")
    newsroom.ask("insert into record_wantedreading (article_id, state, due, begun_at, anew, task, problem) values (?, 'under-way', datetime('now'), datetime('now'), 0, 'x', '')", pk)
    page = open_beside(at("editor"), pk)
    expect(page.locator(".record-status.is-under-way")).to_be_visible()
    newsroom.ask("delete from record_wantedreading where article_id = ?", pk)
    page.wait_for_selector(".record-status.is-read")


def test_when_the_desk_does_not_answer_nothing_is_lost(at, newsroom):
    pk = newsroom.story("Brouillon sans script")
    page = open_beside(at("reporter"), pk)
    page.route(re.compile(r"/decide/"), lambda route: route.abort())
    with page.expect_request(re.compile(r"/decide/")):
        page.keyboard.press("a")
    expect(page.locator("[data-record-offline]")).to_be_visible()
    assert newsroom.states(pk)[0] == "suggested"


def test_all_of_it_works_without_script(at, newsroom):
    pk = newsroom.story("Brouillon sans script")
    someone = at("reporter", java_script_enabled=False)
    someone.go(f"/desk/record/stories/{pk}/")
    page = someone.page
    page.locator("[data-item] button[value=accept]").first.click()
    assert newsroom.states(pk)[0] == "accepted"
    page.locator("[data-item] button[value=take-back]").first.click()
    assert newsroom.states(pk)[0] == "suggested"
    page.locator("[data-item] a[data-key=m]").nth(1).click()
    page.fill("#record_words", "pas dans le texte")
    page.locator("[data-record-mending] button[type=submit]").click()
    expect(page.locator("[data-record-field=words]")).to_contain_text("dernier brouillon")
    page.fill("#record_words", "Nous ne signerons rien")
    page.locator("[data-record-mending] button[type=submit]").click()
    assert newsroom.ask("select words, state from record_statement where article_id = ? order by id", pk)[1] == ("Nous ne signerons rien", "mended")
    page.locator("[data-add=event]").click()
    page.fill("#record_words", "se sont réunies mardi")
    page.fill("#record_what", "Une réunion")
    page.locator("[data-record-mending] button[type=submit]").click()
    assert newsroom.states(pk, "event") == ["suggested", "accepted"]
    page.locator("button[value=take]").click()
    assert newsroom.states(pk, "essential") == ["accepted"]
    someone.go(f"/desk/record/stories/{pk}/")
    expect(page.locator("[data-kind=essential]")).to_contain_text("dans l’article")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_panel_has_no_fault_that_a_machine_finds(at, newsroom, width, scheme):
    pk = newsroom.story("Retouché")
    someone = at("editor", viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = someone.page
    for address in (f"/desk/record/stories/{pk}/", f"/desk/record/stories/{newsroom.story('En ligne')}/add/statement/"):
        someone.go(address)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width == 1280:
        page = open_beside(someone, pk)
        assert faults(page, "[data-side-panel=record]") == []


def faults(page: Any, within: str = "[data-record-place]") -> list[str]:
    page.evaluate(Axe().axe_script)
    found = page.evaluate("([within, rules]) => axe.run(within, rules)", [within, RULES])["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]} {each['nodes'][0].get('failureSummary', '')[:200]}" for each in found]


SEEN = "isHidden => { Object.defineProperty(document, 'hidden', { get: () => isHidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }"


def test_a_page_that_waits_asks_ever_more_rarely_and_only_while_it_is_seen(at, newsroom):
    someone = at("reporter")
    page, asked, is_away = someone.page, [], []

    def count(route: Any) -> None:
        asked.append(route.request.url)
        route.abort() if is_away else route.continue_()

    page.route("**/state/", count)
    someone.go(f"/desk/record/stories/{newsroom.story('Jamais lu')}/")
    expect(page.locator("[data-record-status]")).to_contain_text(re.compile("attente|Waits"))
    page.wait_for_timeout(11_500)
    assert 2 <= len(asked) <= 4, "At 1.5, 4.5 and 10.5 seconds."
    page.evaluate(SEEN, True)
    hidden = len(asked)
    page.wait_for_timeout(3_000)
    assert len(asked) == hidden
    is_away.append(True)
    page.evaluate(SEEN, False)
    page.wait_for_timeout(500)
    assert len(asked) == hidden + 1, "Who comes back is told at once."
    expect(page.locator("[data-record-offline]")).to_be_visible(timeout=15_000)
    is_away.clear()
    page.evaluate(SEEN, False)
    page.wait_for_timeout(500)
    expect(page.locator("[data-record-offline]")).to_be_hidden()
