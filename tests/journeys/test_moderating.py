"""A moderator goes through the queue with the keyboard alone, and without script; two never have the same; a reader reports."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.conftest import served
from tests.journeys.newsroom import Newsroom, at_browsers
from tests.journeys.reading import DESK, HEIGHTS, PHONE
from tests.journeys.test_every_page import RULES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Queue(Newsroom):
    def number(self, text: str) -> int:
        return int(self.ask("select id from discussion_contribution where text like ?", f"%{text}%")[0][0])

    def state(self, text: str) -> str:
        return str(self.ask("select state from discussion_contribution where text like ?", f"%{text}%")[0][0])

    def acts(self, text: str) -> list[str]:
        return [row[0] for row in self.ask("select act from discussion_decision where contribution_id = ? order by id", self.number(text))]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Queue]:
    home = tmp_path_factory.mktemp("moderated")
    with served(home, "tests.journeys.moderating_seed") as address:
        yield Queue(address, home)


@pytest.fixture
def at(chromium: Any, newsroom: Queue) -> Iterator[Any]:
    yield from at_browsers(chromium, newsroom.address)


def press(page: Any, key: str, leads_to: str) -> None:
    with page.expect_navigation(url=re.compile(leads_to)):
        page.keyboard.press(key)
    page.wait_for_load_state("load")


def test_the_queue_is_gone_through_with_the_keyboard_alone(at, newsroom):
    someone = at("moderator")
    page = someone.page
    someone.go("/desk/discussion/")
    press(page, "o", r"/discussion/\d+/\?tab=pending")
    assert page.locator("mark").inner_text().startswith("voleuse")
    page.keyboard.press("?")
    expect(page.locator(".talk-dialog")).to_be_visible()
    assert page.locator(".talk-dialog dt").all_inner_texts()[:2] == ["a", "r"]
    page.keyboard.press("Escape")
    page.locator(".talk-item").focus()
    page.keyboard.press("r")  # no ground yet: it is led to
    assert page.evaluate("document.activeElement.name") == "ground"
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=because]")).to_have_value(re.compile("Vos mots injurient"))
    page.keyboard.press("Tab")
    page.keyboard.type("Vous traitez une personne de voleuse.")
    expect(page.locator("[name=because]")).to_have_value("Vous traitez une personne de voleuse.")
    press(page, "Control+Enter", r"/discussion/\d+/\?tab=pending")
    assert (newsroom.state("La voleuse"), newsroom.acts("La voleuse")) == ("rejected", ["reject"])
    shown = page.locator(".talk-text").first.inner_text()
    press(page, "a", r"/discussion/\d+/\?tab=pending")
    assert newsroom.state(shown) == "shown"
    press(page, "z", r"/discussion/\d+/\?tab=pending")
    assert (newsroom.state(shown), newsroom.acts(shown)) == ("held", ["accept", "undo"])
    press(page, "l", r"/discussion/\?tab=pending")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('[data-row]')")
    page.keyboard.press(" ")
    assert page.locator("[data-row] input:checked").count() == 1
    ticked = page.locator("[data-row]:has(input:checked) .talk-words").inner_text()
    press(page, "A", r"/discussion/\?tab=pending")
    assert newsroom.state(ticked) == "shown" or "minuit" in ticked


def test_two_moderators_never_have_the_same(at, newsroom):
    number = newsroom.number("MOITIÉ PRIX")
    one, other = at("moderator"), at("second")
    one.go(f"/desk/discussion/{number}/")
    other.go(f"/desk/discussion/{number}/")
    assert other.page.locator(".talk-notice.is-taken").is_visible()
    assert other.page.locator("[data-decide]").count() == 0
    one.go("/desk/discussion/")  # left: free at once
    for _ in range(20):
        other.go(f"/desk/discussion/{number}/")
        if other.page.locator("[data-decide]").count():
            break
        other.page.wait_for_timeout(100)
    assert other.page.locator("[data-decide]").count() == 1


def test_all_of_it_works_without_script(at, newsroom):
    someone = at("moderator", java_script_enabled=False)
    page = someone.page
    number = newsroom.number("un vendu")
    someone.go(f"/desk/discussion/{number}/?tab=reported")
    page.locator("button[value=remove]").click()
    assert newsroom.state("un vendu") == "shown"
    assert page.locator("[name=ground]").get_attribute("aria-invalid") == "true"
    page.select_option("[name=ground]", "insult")
    page.fill("[name=because]", "« Vendu » est une injure.")
    page.locator("button[value=remove]").click()
    assert newsroom.state("un vendu") == "removed"
    someone.go("/desk/discussion/?tab=all")
    page.locator(".talk-lately button").first.click()
    assert newsroom.state("un vendu") == "shown"
    someone.go("/desk/discussion/?tab=pending&q=échelle")
    page.check("[data-row] input")
    page.locator(".talk-bulk button[value=accept]").click()
    assert newsroom.state("échelle") == "shown"


def test_a_reader_reports_without_account_and_without_script(at, newsroom):
    reader = at(java_script_enabled=False)
    page = reader.page
    number = newsroom.number("neuf vannes")
    reader.go(f"/_/report/{number}/")
    page.fill("#because", "Les chiffres sont faux.")
    page.locator(".writing__do button").click()
    assert page.locator(".writing__wrong").count() == 4
    assert page.input_value("#because") == "Les chiffres sont faux."
    page.check("[value=falsehood]")
    page.fill("#name", "Servane Le Guirec")
    page.fill("#email", "servane@mer.example")
    page.check("[name=in_good_faith]")
    page.locator(".writing__do button").click()
    assert page.locator("[role=status]").is_visible()
    assert newsroom.ask("select ground, name from discussion_report where contribution_id = ?", number) == [("falsehood", "Servane Le Guirec")]


def test_no_page_has_a_barrier_or_is_wider_than_a_telephone(at, newsroom):
    someone = at("publisher")
    yvonne = newsroom.ask("select writer_id from discussion_contribution where text like '%voleuse%'")[0][0]
    story = newsroom.ask("select article_id from discussion_contribution")[0][0]
    held = newsroom.number("bateliers, qui")
    pages = ["", "?tab=reported", "?tab=appeals", "?tab=all", f"{held}/", f"{newsroom.number('un vendu')}/?tab=reported", f"people/writer/{yvonne}/?over={held}", "stories/", f"stories/{story}/", "appeals/1/", "figures/", "sealed/", f"sealed/{held}/"]
    found = {}
    for address in [*(f"/desk/discussion/{each}" for each in pages), f"/_/report/{newsroom.number('neuf vannes')}/"]:
        someone.go(address)
        someone.page.evaluate(Axe().axe_script)
        for width in (PHONE, DESK):
            for light in ("light", "dark"):
                found[f"{address} {width} {light}"] = _barriers(someone.page, width, light)
    wrong = {where: each for where, each in found.items() if each}
    assert not wrong, "\n".join(map(str, wrong.items()))


def _barriers(page: Any, width: int, light: str) -> list[Any]:
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    page.emulate_media(color_scheme=light)
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    within = {"include": [["main"]]}
    rules = {**RULES, "rules": {**RULES.get("rules", {}), "region": {"enabled": False}}}
    found = [(each["id"], [node["target"] for node in each["nodes"]]) for each in page.evaluate("([within, rules]) => axe.run(within, rules)", [within, rules])["violations"]]
    wide = page.evaluate("[...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.talk-wide, .w-sr-only, dialog, header, option')).map(each => each.outerHTML.slice(0, 90)).slice(0, 3)")
    return found + ([("wide", wide)] if wide else [])
