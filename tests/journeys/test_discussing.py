"""A discussion in a browser: read beneath its story, answered in place, with script and without; nothing that is typed is lost."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import TimeoutError, expect

from tests.journeys.conftest import Visitor
from tests.journeys.test_readers import check

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STORY = "/pays/derniere-seance/"
TEXT = "J’ai compté les vannes sur la photographie de mardi : il y en a dix, pas onze, et deux sont rouillées."


@pytest.fixture
def reader(chromium: Any, discussed: str) -> Iterator[Visitor]:
    someone = Visitor(chromium, discussed)
    yield someone
    assert not someone.violations
    someone.context.close()


@pytest.fixture
def without_script(chromium: Any, discussed: str) -> Iterator[Visitor]:
    someone = Visitor(chromium, discussed)
    someone.sign_in("reporter")
    state = someone.context.storage_state()
    someone.context.close()
    someone.context = chromium.new_context(locale="fr-FR", viewport={"width": 360, "height": 740}, java_script_enabled=False, storage_state=state)
    someone.page = someone.context.new_page()
    yield someone
    someone.context.close()


def beneath(visitor: Visitor, story: str = STORY) -> Any:
    visitor.go(story)
    part = visitor.page.locator("section.discussion")
    part.scroll_into_view_if_needed()
    with suppress(TimeoutError):  # the threads were there before they could be seen
        part.locator("[data-answer]").first.wait_for(timeout=1000)
    if not part.locator(".threads").is_visible():
        part.get_by_role("link", name="Lire et répondre").click()
    expect(part.locator(".threads")).to_be_visible()
    return part


def test_a_story_has_its_discussion_beneath_it_and_is_answered_there(reader):
    reader.sign_in("reporter")
    part = beneath(reader)
    expect(part.locator(".comment").first).to_be_visible()
    part.get_by_role("link", name="Écrire une contribution").click()
    form = part.locator("form.writing__form")
    form.locator("[name=text]").fill(TEXT)
    form.get_by_role("button", name="Envoyer", exact=True).click()
    expect(part.get_by_role("status")).to_contain_text("Votre contribution est parue")
    expect(part.locator(".comment", has_text="J’ai compté les vannes")).to_be_visible()
    expect(part.locator(".comment", has_text="J’ai compté les vannes")).to_contain_text("de la rédaction")


def test_an_answer_by_keyboard_stands_under_what_it_answers(reader):
    reader.sign_in("reporter")
    part = beneath(reader)
    said = part.locator(".comment", has_text="La quatrième version donne neuf vannes")
    said.get_by_role("link", name="Répondre").focus()
    reader.page.keyboard.press("Enter")
    expect(said.locator("[name=text]")).to_be_focused()
    reader.page.keyboard.type("Les deux autres sont à l’amont, sous le pont, et personne ne les a rendues à quiconque.")
    reader.page.keyboard.press("Escape")
    expect(said.locator("[name=text]")).to_have_count(0)
    reader.page.keyboard.press("Enter")
    expect(said.locator("[name=text]")).to_have_value("Les deux autres sont à l’amont, sous le pont, et personne ne les a rendues à quiconque.")
    said.get_by_role("button", name="Envoyer", exact=True).press("Enter")
    expect(part.locator("ol ol .comment", has_text="sous le pont")).to_be_visible()


def test_what_is_given_back_says_why_where_one_writes(reader):
    reader.sign_in("reporter")
    part = beneath(reader)
    part.get_by_role("link", name="Écrire une contribution").click()
    part.locator("form [name=text]").fill("x")
    part.get_by_role("button", name="Envoyer", exact=True).click()
    expect(part.get_by_role("alert")).to_contain_text("trop court")
    expect(part.locator("form [name=text]")).to_have_value("x")


def test_who_has_not_signed_is_led_there_and_their_draft_stays(reader):
    part = beneath(reader)
    part.get_by_role("link", name="Écrire une contribution").click()
    part.locator("form [name=text]").fill(TEXT)
    expect(part.get_by_role("button", name="Envoyer", exact=True)).to_be_hidden()
    part.get_by_role("link", name="Signer").click()
    reader.page.wait_for_url("**/_/account/sign-in/**")
    part = beneath(reader)
    part.get_by_role("link", name="Écrire une contribution").click()
    expect(part.locator("form [name=text]")).to_have_value(TEXT)


def test_a_guest_writes_in_place_and_is_told_of_the_letter(reader):
    part = beneath(reader)
    part.get_by_role("link", name="Écrire une contribution").click()
    part.get_by_label("Votre texte").fill("Je passe par là tous les matins : les deux vannes sont ouvertes depuis dimanche.")
    part.get_by_label("Le nom que les lecteurs voient").fill("Maud Lartigau")
    part.get_by_label("Votre adresse électronique").fill("maud@lac.example")
    tell = part.get_by_label("M’écrire quand quelqu’un répond à ce que j’écris")
    expect(tell).not_to_be_checked()
    tell.check()
    with reader.page.expect_request(lambda request: request.method == "POST" and "/_/comment/" in request.url) as sent:
        part.get_by_role("button", name="Envoyer en invité").click()
    assert "tell=1" in sent.value.post_data
    expect(part.get_by_role("status").filter(has_text="Un courrier est en route")).to_be_visible()
    reader.go(part.get_attribute("data-page"))
    expect(reader.page.locator(".comment", has_text="Je passe par là")).to_have_count(0)


def test_a_person_is_hidden_and_read_again_and_answers_fold(reader):
    part = beneath(reader)
    first = part.locator(".comment", has_text="La quatrième version donne neuf vannes")
    fold = first.get_by_role("button", name="Replier")
    fold.click()
    expect(part.locator(".comment", has_text="page 14")).to_be_hidden()
    fold.click()
    first.get_by_role("link", name="Masquer").click()
    expect(first).to_be_hidden()
    part = beneath(reader)
    expect(first).to_be_hidden()
    part.get_by_role("button", name="La lire de nouveau").first.click()
    expect(first).to_be_visible()


def test_whom_one_hides_is_kept_with_the_account_and_read_again_from_its_page(reader, chromium, discussed):
    part = beneath(reader)
    said = part.locator(".comment", has_text="La quatrième version donne neuf vannes")
    said.get_by_role("link", name="Masquer").click()
    expect(part.get_by_role("button", name="La lire de nouveau").first).to_be_focused()
    reader.sign_in("publisher")
    reader.go("/_/account/")
    beneath(reader)
    expect(said).to_be_hidden()
    assert reader.page.evaluate("localStorage.getItem('muted')") is None
    elsewhere = Visitor(chromium, discussed)
    elsewhere.sign_in("publisher")
    elsewhere.go("/_/mutes/")
    check(elsewhere)
    expect(elsewhere.page.locator(".mine")).to_contain_text("Odile Marrec")
    hidden = beneath(elsewhere).locator(".comment", has_text="La quatrième version donne neuf vannes")
    expect(hidden).to_be_hidden()
    elsewhere.go("/_/account/")
    elsewhere.page.get_by_role("link", name="Les voir, et les lire de nouveau").click()
    elsewhere.page.get_by_role("button", name="Afficher de nouveau Odile Marrec").click()
    expect(elsewhere.page.locator(".mine")).to_have_count(0)
    elsewhere.context.close()
    beneath(reader)
    expect(said).to_be_visible()


def test_respect_is_said_in_place_and_taken_back(reader):
    reader.sign_in("reporter")
    part = beneath(reader)
    link = part.locator(".comment", has_text="La quatrième version donne neuf vannes").locator("[data-respect]")
    link.click()
    expect(link).to_have_attribute("aria-pressed", "true")
    expect(link).to_contain_text("1")
    link.click()
    expect(link).to_have_attribute("aria-pressed", "false")


def test_the_whole_way_without_script(without_script):
    page = without_script.page
    without_script.go(STORY)
    page.get_by_role("link", name="Lire et répondre").click()
    page.get_by_role("link", name="Écrire une contribution").click()
    page.fill("#text", "Sans script aussi, on voudrait bien savoir où sont passées les deux vannes de la troisième version.")
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.locator(".comment", has_text="Sans script aussi")).to_be_visible()
    assert "#c" in page.url
    page.locator(".comment", has_text="page 14").get_by_role("link", name="Approuver").click()
    page.get_by_role("button", name="J’approuve").click()
    expect(page.locator("h1")).to_contain_text("Orbance")
    page.locator(".comment", has_text="page 14").get_by_role("link", name="Masquer").click()
    page.get_by_role("button", name="Ne plus la lire").click()
    expect(page.get_by_role("status")).to_contain_text("Vous ne lisez pas Idris Benhaddou")
    page.get_by_role("link", name="Toutes les personnes que je ne lis pas").click()
    page.get_by_role("button", name="Afficher de nouveau").click()
    expect(page.get_by_text("Il n’y a personne que vous ne lisiez pas")).to_be_visible()


def test_no_page_of_it_has_a_barrier(reader):
    reader.sign_in("reporter")
    part = beneath(reader)
    part.get_by_role("link", name="Écrire une contribution").click()
    expect(part.locator("form [name=text]")).to_be_visible()
    check(reader)
    address = part.get_attribute("data-page")
    for path in (address, part.get_by_role("link", name="Écrire une contribution").get_attribute("href"), "/_/contributions/", part.locator("[data-respect]").first.get_attribute("href"), part.locator("[data-mute]").first.get_attribute("href")):
        reader.go(path)
        check(reader)
