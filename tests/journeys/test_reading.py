"""A reader with a telephone, then one at a desk, reads the paper from the front to the last link."""
from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.reading import DESK, Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DRAWERS = ("search", "latest", "most-read")


def heading(reader: Reader) -> Any:
    return reader.page.locator("main h1")


def drawer_link(reader: Reader, name: str) -> Any:
    return reader.page.locator(f"[data-drawer={name}]")


# ── From page to page ──────────────────────────────────────────────────────────


def test_a_headline_of_the_front_opens_its_story_and_back_is_the_front(reader):
    reader.go("front")
    headline = reader.page.locator(".teaser--lead h2 a")
    address = headline.get_attribute("href")
    reader.press(headline)
    expect(heading(reader)).to_be_visible()
    assert reader.path == address
    reader.page.go_back()
    expect(reader.page.locator(".masthead--front")).to_be_visible()


def test_the_crumbs_of_a_story_lead_to_its_section(reader):
    reader.go("article")
    crumb = reader.page.locator(".crumbs a").last
    name = crumb.inner_text()
    reader.press(crumb)
    expect(heading(reader)).to_have_text(name)
    expect(reader.page.locator(".sections [aria-current]")).to_have_text(name)


def test_a_byline_leads_to_the_author_whose_page_lists_the_story(reader):
    reader.go("article")
    story, name = heading(reader).inner_text(), reader.page.locator(".byline [rel=author]").inner_text()
    reader.press(reader.page.locator(".byline [rel=author]"))
    expect(heading(reader)).to_have_text(name)
    expect(reader.page.locator(".row h3", has_text=story[:40])).to_be_visible()


def test_a_story_leads_to_its_topic_and_to_its_dossier_which_lead_back(reader):
    for link in (".topics li:last-child a", ".head .label a"):
        reader.go("article")
        reader.press(reader.page.locator(link).last)
        expect(heading(reader)).to_be_visible()
        reader.press(reader.page.locator(f"main a[href='{reader.stand.pages['article']}']").first)
        expect(reader.page.locator("article.sheet .byline").first).to_be_visible()


def test_a_day_leads_to_another_by_the_calendar(reader):
    reader.go("day")
    shown = heading(reader).inner_text()
    day = reader.page.locator(".calendar td a:not([aria-current])").first
    number = day.inner_text()
    reader.press(day)
    expect(heading(reader)).to_contain_text(re.compile(rf"\b{number}(er)?\b"))
    assert heading(reader).inner_text() != shown
    expect(reader.page.locator(".hours a").first).to_be_visible()


def test_a_section_has_older_pages_and_newer_ones(reader):
    reader.go("/sports/")
    reader.press(reader.page.locator(".pager [rel=next]"))
    expect(reader.page.locator(".rows .row").first).to_be_visible()
    assert "/page/" in reader.path
    reader.press(reader.page.locator(".pager [rel=prev]"))
    expect(reader.page.locator(".teaser--lead")).to_be_visible()
    assert reader.path == "/sports/"


# ── Drawers ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", DRAWERS)
def test_a_drawer_is_filled_when_it_is_opened_and_not_before(reader, name):
    reader.go("front")
    reader.page.wait_for_load_state("networkidle")
    assert not reader.asked_for("/_/panel/")
    reader.press(drawer_link(reader, name))
    expect(reader.page.locator(f"#{name} > :last-child a").first).to_be_visible()
    assert len(reader.asked_for("/_/panel/")) == 1
    reader.press(reader.page.locator(f"#{name} .drawer__head button"))
    expect(reader.page.locator(f"#{name}")).to_be_hidden()
    expect(drawer_link(reader, name)).to_be_focused()
    assert reader.path == "/"


@pytest.mark.parametrize("name", [*DRAWERS, "reading"])
def test_a_drawer_opens_and_closes_by_keyboard_and_gives_the_focus_back(reader, name):
    reader.go("article")
    drawer_link(reader, name).focus()
    reader.type("Enter")
    expect(reader.page.locator(f"#{name}")).to_be_visible()
    reader.type("Tab", "Tab", "Tab")
    assert reader.page.evaluate("name => !document.activeElement.closest('main') && document.getElementById(name).open", name)
    reader.type("Escape")
    expect(reader.page.locator(f"#{name}")).to_be_hidden()
    expect(drawer_link(reader, name)).to_be_focused()


def test_a_click_beside_a_drawer_closes_it(readers):
    reader = readers(width=DESK)
    reader.go("front")
    drawer_link(reader, "latest").click()
    expect(reader.page.locator("#latest li").first).to_be_visible()
    reader.page.locator("#latest").click(position={"x": 20, "y": 20})
    expect(reader.page.locator("#latest")).to_be_visible()
    reader.page.mouse.click(40, 400)
    expect(reader.page.locator("#latest")).to_be_hidden()


# ── Search ─────────────────────────────────────────────────────────────────────


def test_search_finds_a_word_of_a_storys_text_and_shows_it(reader):
    reader.go("front")
    reader.press(drawer_link(reader, "search"))
    expect(reader.page.locator("#search input")).to_be_focused()
    reader.page.keyboard.type("sanatorium")
    reader.type("Enter")
    expect(reader.page.locator(".search__found")).to_contain_text("sanatorium")
    expect(reader.page.locator(".row mark").first).to_have_text(re.compile("sanatorium", re.I))
    reader.press(reader.page.locator(".row h3 a").first)
    expect(reader.page.locator(".prose")).to_contain_text("sanatorium")


def test_a_search_without_result_says_so_and_offers_subjects(reader):
    reader.go("search")
    reader.page.locator("main input[name=q]").fill("xylophone")
    reader.type("Enter")
    expect(reader.page.locator(".search__found")).to_have_text("Aucun article pour « xylophone »")
    expect(reader.page.locator(".search__advice")).to_be_visible()
    expect(reader.page.locator("main .topics a").first).to_be_visible()


# ── Likes and counts ───────────────────────────────────────────────────────────


def like_of(reader, liked):
    """The button of a like on an article's page, and its count once it has come. The file it comes from may be some seconds old."""
    reader.go("article")
    button = reader.page.locator(liked)
    button.scroll_into_view_if_needed()
    count = button.locator("[data-count]")
    expect(count).to_have_attribute("data-number", re.compile(r"\d+"))
    return button, count


def number_of(count):
    return int(count.get_attribute("data-number"))


@pytest.mark.parametrize("liked", ["main a[data-like]", "footer a[data-like]"], ids=["a story", "the paper"])
def test_a_reader_likes_and_takes_it_back(reader, liked):
    button, count = like_of(reader, liked)
    reader.press(button)
    expect(button).to_have_attribute("aria-pressed", "true")
    with_mine = number_of(count)
    reader.press(button)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(count).to_have_attribute("data-number", str(with_mine - 1))
    assert reader.path == reader.stand.pages["article"]


@pytest.mark.parametrize("liked", ["main a[data-like]", "footer a[data-like]"], ids=["a story", "the paper"])
def test_a_like_of_an_earlier_visit_is_taken_back_with_one_press(reader, liked):
    button, count = like_of(reader, liked)
    reader.press(button)
    expect(button).to_have_attribute("aria-pressed", "true")
    with_mine = number_of(count)
    reader.page.reload()
    reader.press(button)
    expect(count).to_have_attribute("data-number", str(with_mine - 1))
    expect(button).to_have_attribute("aria-pressed", "false")


def answered(body, route):
    route.fulfill(body=body, content_type="application/json")


@pytest.mark.parametrize(
    ("page", "number", "shown"),
    [("article", 1284, "1\u202f284"), ("article", 12345, "12,3\u00a0k"), ("English article", 1284, "1,284"), ("English article", 12345, "12.3K")],
)
def test_counts_come_from_their_file_written_as_the_language_writes_them(readers, page, number, shown):
    reader = readers()
    for name, numbers in (("article/*", {"likes": number}), ("paper", {"likes": 3, "paper_likes": 3})):
        reader.page.route(f"**/_/counts/{name}.json", partial(answered, json.dumps(numbers)))
    reader.go(page)
    reader.page.locator("footer[data-counts]").scroll_into_view_if_needed()
    expect(reader.page.locator("main [data-count=likes]")).to_have_text(shown)
    expect(reader.page.locator("footer [data-count=paper_likes]")).to_have_text("3")


# ── Languages and dates ────────────────────────────────────────────────────────


def test_a_translated_story_is_read_in_english_and_in_french_again(reader):
    reader.go("article")
    reader.press(reader.page.locator(".languages a[lang=en]"))
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    assert reader.path == reader.stand.pages["English article"]
    reader.press(reader.page.locator(".languages a[lang=fr]"))
    expect(reader.page.locator("html")).to_have_attribute("lang", "fr")
    assert reader.path == reader.stand.pages["article"]


def test_from_a_story_that_is_not_translated_the_other_language_is_its_front(reader):
    reader.go("not translated")
    reader.press(reader.page.locator(".languages a[lang=en]"))
    expect(reader.page.locator(".masthead--front")).to_be_visible()
    assert reader.path == "/en/"


def test_the_masthead_of_a_story_says_the_day_in_the_pages_language(readers):
    reader = readers(timezone_id="Europe/Paris")
    reader.page.clock.install(time="2026-11-24T10:00:00Z")
    for page, day in {"article": "Mardi 24 novembre 2026", "English article": "Tuesday 24 November 2026"}.items():
        reader.go(page)
        expect(reader.page.locator("[data-today]")).to_have_text(day)


# ── A reader's own ways ────────────────────────────────────────────────────────


@pytest.mark.parametrize(("kind", "choice"), [("theme", "dark"), ("text", "largest")])
def test_colours_and_size_of_text_are_kept_from_page_to_page(reader, kind, choice):
    reader.go("article")
    reader.press(drawer_link(reader, "reading"))
    button = reader.page.locator(f"[data-{kind}-choice={choice}]")
    before = reader.page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).fontSize]")
    reader.press(button)
    expect(button).to_have_attribute("aria-pressed", "true")
    reader.go("front")
    expect(reader.page.locator("html")).to_have_attribute(f"data-{kind}", choice)
    after = reader.page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).fontSize]")
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_story_is_passed_on_without_a_third_party(readers):
    reader = readers(permissions=["clipboard-read", "clipboard-write"])
    reader.go("article")
    shared = reader.page.locator(".actions")
    expect(shared.locator("a[href^='mailto:']")).to_be_visible()
    expect(shared.locator("a[href^='sms:']")).to_be_visible()
    expect(shared.locator("[data-share]")).to_be_hidden()
    shared.locator("[data-copy]").click()
    expect(shared.locator("[role=status]")).to_have_text("Copié")
    assert reader.page.evaluate("navigator.clipboard.readText()") == reader.stand.address + reader.stand.pages["article"]


def test_what_comes_from_another_site_loads_nothing_until_it_is_followed(reader):
    reader.go("every block")
    link = reader.page.locator(".embed a")
    link.scroll_into_view_if_needed()
    reader.page.wait_for_load_state("networkidle")
    assert reader.page.locator("iframe").count() == 0
    assert not reader.strangers
    assert link.get_attribute("href") == "https://video.example.org/course"


def test_a_reading_is_counted_after_five_seconds_in_sight_and_once(readers):
    reader = readers()
    reader.page.clock.install()
    reader.go("article")
    reader.page.clock.run_for(4_000)
    assert not reader.asked_for("/_/read/")
    with reader.page.expect_request("**/_/read/*/"):
        reader.page.clock.run_for(2_000)
    reader.page.clock.run_for(20_000)
    assert len(reader.asked_for("/_/read/")) == 1
