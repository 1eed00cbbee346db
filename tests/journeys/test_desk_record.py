"""The desk of the record in a browser: a text drawn up and filled with the keyboard alone, pairs told by one key, no barrier anywhere."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.reading import DESK, HEIGHTS, PHONE
from tests.journeys.test_every_page import RULES

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEW, CHANGED = 1, 2  # where they stand in the list of what becomes of a point
DOSSIER = "/desk/record/dossiers/1/"
TEXT = re.compile(r"/desk/record/texts/\d+/(\?.*)?(#.*)?$")


@pytest.fixture
def editor(visitor: Any) -> Iterator[Any]:
    someone = visitor("editor")
    yield someone
    assert someone.violations == []


def tab_to(page: Any, selector: str) -> None:
    """Go where the keyboard leads, and nowhere else."""
    for _ in range(120):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached with Tab")


def enter(page: Any, selector: str, leads_to: Any) -> None:
    """Press Enter on a link or a button."""
    tab_to(page, selector)
    with page.expect_navigation(url=leads_to):
        page.keyboard.press("Enter")
    page.wait_for_load_state("load")


def write(page: Any, selector: str, words: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def send(page: Any, selector: str = ".register-form button[type=submit]:not([name])", leads_to: Any = TEXT) -> None:
    enter(page, selector, leads_to)
    assert page.locator(".messages .success").count() == 1, page.locator("main").inner_text()


def add_point(page: Any, title: str, is_last: bool = False) -> None:
    write(page, "#id_title", title)
    send(page, ".register-form button[type=submit]:not([name])" if is_last else "[name=another]", TEXT if is_last else re.compile("/points/add/"))


def add_version(page: Any, name: str, day: str, kind: int, now: str) -> None:
    enter(page, "[href$='/versions/add/']", re.compile("/versions/add/"))
    write(page, "#id_name", name)
    write(page, "#id_dated", day)
    page.keyboard.press("Escape")  # the calendar
    tab_to(page, ".register-fold summary")
    if page.locator(".register-fold[open]").count() == 0:
        page.keyboard.press("Enter")
    tab_to(page, "[id^=id_kind_]")
    for _ in range(kind):
        page.keyboard.press("ArrowDown")
    write(page, "[id^=id_now_]", now)
    send(page)


def set_position(page: Any, stance: str, is_said: bool) -> None:
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/parties/"))
    tab_to(page, "[name=stance]")
    for _ in range({"accepts": 0, "rejects": 1, "conditional": 2, "silent": 3}[stance]):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    if is_said:
        tab_to(page, "[name=statements]")
        page.keyboard.press("Space")
    send(page)


def test_a_text_is_drawn_up_and_filled_with_the_keyboard_alone(editor: Any) -> None:
    editor.go(DOSSIER)
    page = editor.page
    enter(page, "[href$='/texts/add/']", re.compile("/texts/add/"))
    write(page, "#id_name", "Le pacte de l'Orbance")
    send(page)
    for axis in ("L'eau", "Le prix"):
        enter(page, "[href$='/axes/add/']", re.compile("/axes/add/"))
        write(page, "#id_name", axis)
        send(page)
    enter(page, "[href*='/points/add/?axis=']", re.compile("/points/add/"))
    add_point(page, "Les vannes")
    add_point(page, "Les mois d'été", is_last=True)
    enter(page, ".register-axis ~ .register-axis [href*='/points/add/']", re.compile("/points/add/"))
    add_point(page, "Le péage", is_last=True)
    assert page.locator(".register-points b").all_inner_texts() == ["1", "2", "3"]
    add_version(page, "Première version", "2026-11-20", NEW, "neuf vannes")
    add_version(page, "Deuxième version", "2026-11-24", CHANGED, "dix vannes")
    assert page.locator(".register-changes del").inner_text() == "neuf vannes"
    for party in ("Valmer", "Ossola"):
        enter(page, "[href$='/parties/add/']", re.compile("/parties/add/"))
        enter(page, f".register-rows a:is({', '.join(_links(page, party))})", TEXT)
        tab_to(page, f"[data-register-cell]:is({', '.join(_cells(page, party))})")
        set_position(page, "accepts" if party == "Valmer" else "rejects", is_said=True)
        here = page.evaluate("document.activeElement.id")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.id") != here
        assert page.evaluate("document.activeElement.hasAttribute('data-register-cell')")
        set_position(page, "silent", is_said=False)
    assert page.locator("[data-register-cell] .register-stance--accepts, [data-register-cell] .register-stance--rejects").count() == 2
    assert page.locator("[data-register-cell] .register-stance--silent").count() == 2
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert "register-stance--rejects" in page.evaluate("document.activeElement.innerHTML"), "Ossola comes first by her name"
    page.reload()
    send(page, ".register-status button")
    assert page.locator(".register-status .w-status--primary").count() == 1


def _links(page: Any, party: str) -> list[str]:
    return [f"[href='{link.get_attribute('href')}']" for link in page.locator(".register-rows a", has_text=party).all()]


def _cells(page: Any, party: str) -> list[str]:
    return [f"#{cell.get_attribute('id')}" for cell in page.locator("[data-register-cell]", has_text=party).all()]


def test_a_pair_is_told_by_one_key_and_undone_by_another(editor: Any) -> None:
    page = editor.page
    for path, key in (("same", "t"), ("contradictions", "y")):
        editor.go(f"/desk/record/{path}/")
        assert page.evaluate("document.activeElement.matches('[data-register-card]')")
        with page.expect_navigation():
            page.keyboard.press(key)
        assert page.locator("[data-register-card]").count() == 0
        with page.expect_navigation():
            page.keyboard.press("z")
        assert page.locator("[data-register-card]").count() == 1


def test_the_table_is_filled_without_script(editor: Any, chromium: Any) -> None:
    text = _text_of(editor)
    context = chromium.new_context(java_script_enabled=False, locale="fr-FR", storage_state=editor.context.storage_state())
    page = context.new_page()
    page.goto(text)
    page.locator("[href$='/points/add/']").last.click()
    page.fill("[name=number]", "4 bis")
    page.fill("[name=title]", "Le débit")
    page.click(".register-form button[type=submit]:not([name])")
    point = page.locator(".register-points li", has_text="Le débit")
    point.locator("summary").click()
    point.locator(".serious").click()
    assert page.locator(".register-points li", has_text="Le débit").count() == 0
    page.locator("[href$='/parties/add/']").click()
    page.locator(".register-rows a").first.click()
    page.locator("[data-register-cell]").first.click()
    page.check("[name=stance][value=silent]")
    page.click(".register-form button[type=submit]:not([name])")
    assert page.locator("[data-register-cell] .register-stance--silent").count() == 1
    context.close()


def _text_of(editor: Any) -> str:
    """A text of one point, drawn up by hand."""
    page = editor.page
    editor.go(DOSSIER + "texts/add/")
    page.fill("#id_name", "Le pacte sans script")
    page.click(".register-form button[type=submit]")
    page.wait_for_url(TEXT)
    found = str(page.url)
    page.goto(found + "points/add/")
    page.fill("#id_title", "Les vannes")
    page.click(".register-form button[type=submit]:not([name])")
    page.wait_for_url(TEXT)
    return found


PLACES = ["waiting/", "same/", "contradictions/", "contradictions/add/?dossier=1", "actors/", "actors/1/", "actors/1/edit/", "actors/1/merge/", "actors/1/merge/3/", "actors/1/split/", "actors/1/roles/add/",
          "precision/", "dossiers/", "dossiers/1/", "dossiers/1/events/add/", "events/1/"]  # fmt: skip


def test_the_desk_of_the_record_has_no_barrier_by_day_and_by_night_on_a_telephone_and_at_a_desk(editor: Any) -> None:
    text = _text_of(editor)
    page = editor.page
    page.goto(text + "parties/add/")
    page.locator(".register-rows a").first.click()
    cell = page.locator("[data-register-cell]").first.get_attribute("href")
    places = [f"{editor.address}/desk/record/{place}" for place in PLACES]
    found = {place: _barriers(page, place) for place in [*places, text, text + "versions/add/", text + "parties/add/", editor.address + cell]}
    assert {place: barriers for place, barriers in found.items() if barriers} == {}


def _barriers(page: Any, place: str) -> dict[str, Any]:
    page.goto(place)
    page.evaluate(Axe().axe_script)
    found = {}
    for width in (PHONE, DESK):
        for light in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            page.emulate_media(color_scheme=light)
            page.wait_for_timeout(250)  # (colours fade)
            result = page.evaluate("rules => axe.run('main', rules)", RULES)["violations"]
            found[f"{width} {light}"] = [(each["id"], [node["target"] for node in each["nodes"]]) for each in result]
        overflow = page.evaluate("document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth")
        found[f"{width} wide"] = [overflow] if overflow > 0 else []
    return {where: each for where, each in found.items() if each}
