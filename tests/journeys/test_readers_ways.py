"""What a reader does from end to end, with script and without: sign elsewhere, write as a guest, reply, report, appeal, export, leave."""
from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Lettered, Visitor
from tests.journeys.mailbox import code_in
from tests.journeys.newsroom import Newsroom, at_browsers
from tests.journeys.test_discussing import beneath
from tests.journeys.test_readers import check

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
STORY = "/pays/derniere-seance/"
Visit = Callable[..., Visitor]


@pytest.fixture
def newsroom(lettered: Lettered) -> Newsroom:
    return Newsroom(lettered.address, lettered.home)


@pytest.fixture
def visit(chromium: Any, lettered: Lettered) -> Iterator[Visit]:
    yield from at_browsers(chromium, lettered.address)


def enter(visitor: Visitor, lettered: Lettered, address: str, name: str = "") -> None:
    """Sign in by a letter; the first time, a name is given."""
    visitor.go("/_/account/")
    visitor.page.fill("#address", address)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/_/account/code/")
    visitor.page.fill("#code", code_in(lettered.mailbox.next_to(address)))
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(re.compile("/_/account/(welcome/.*)?$"))
    if name:
        visitor.page.fill("#name", name)
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_url("**/_/account/")


def write(visitor: Visitor, text: str) -> None:
    """On the page of its own, which has the same form with script and without."""
    visitor.go(STORY)
    visitor.go(str(visitor.page.locator("section.discussion").get_attribute("data-page")).replace("/discussion/fr/", "/comment/"))
    visitor.page.fill("#text", text)
    visitor.page.get_by_role("button", name="Envoyer", exact=True).click()


@SCRIPT
def test_somebody_signs_with_an_account_elsewhere(visit: Visit, lettered: Lettered, script: bool) -> None:
    sub = f"gazette-{script}".lower()
    lettered.provider.knows(sub, email=f"{sub}@orbance.example", email_verified=True, name="Aziliz Kermorvan")
    page = visit(script=script).page
    page.route("**/*jsdelivr*/**", lambda route: route.abort())
    page.goto(f"{lettered.address}/_/account/sign-in/?in=fr")
    page.get_by_role("button", name="Gazette ID").click()
    page.wait_for_url(f"{lettered.provider.url}/**")
    page.fill("[name=sub]", sub)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url("**/_/account/welcome/**")
    expect(page.locator("#name")).to_have_value("Aziliz Kermorvan")
    page.click("main form button")
    page.wait_for_url("**/_/account/")
    expect(page.locator(".initials").first).to_have_text("AK")


@SCRIPT
def test_a_guest_writes_confirms_the_address_and_finds_what_becomes_of_it(visit: Visit, lettered: Lettered, newsroom: Newsroom, script: bool) -> None:
    address, text = f"guest-{script}@lac.example".lower(), f"Au ponton {'nord' if script else 'sud'}, l’eau a baissé de deux échelons depuis la fin de la semaine."
    visitor = visit(script=script)
    page = visitor.page
    if script:
        part = beneath(visitor)
        part.get_by_role("link", name="Écrire une contribution").click()
        form = part.locator("form.writing__form")
        form.locator("[name=text]").fill(text)
        form.locator("[name=name]").fill("Maud Lartigau")
        form.locator("[name=email]").fill(address)
        form.get_by_role("button", name="Envoyer en invité").click()
        expect(part.get_by_role("status").filter(has_text="Un courrier est en route")).to_be_visible()
    else:
        visitor.go(STORY)
        page.get_by_role("link", name="Lire et répondre").click()
        page.get_by_role("link", name="Écrire une contribution").click()
        page.fill("#text", text)
        page.fill("#guest-name", "Maud Lartigau")
        page.fill("#guest-email", address)
        page.get_by_role("button", name="Envoyer en invité").click()
        expect(page.get_by_text(address)).to_be_visible()
    link = re.search(r"https?://\S+/confirm/\S+", lettered.mailbox.next_to(address))
    assert link
    page.goto(link[0].replace("127.0.0.1", "localhost"))
    page.get_by_role("button", name="Confirmer").click()
    expect(page.locator("main")).to_contain_text(text)
    assert newsroom.ask("select state from discussion_contribution where text = ?", text)[0][0] in ("held", "shown")


def test_a_reader_replies_without_script(visit: Visit, newsroom: Newsroom) -> None:
    visitor = visit("reporter")
    state = visitor.context.storage_state()
    plain = visit(script=False)
    plain.context.add_cookies(state["cookies"])
    page = plain.page
    plain.go(STORY)
    page.get_by_role("link", name="Lire et répondre").click()
    page.locator(".comment", has_text="La séance finit à minuit").get_by_role("link", name="Répondre").click()
    expect(page.locator("h1")).to_contain_text("Idris Benhaddou")
    page.fill("#text", "À minuit et quart, pour être exact : la cloche de la salle des fêtes avait sonné.")
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.locator("ol ol .comment", has_text="la cloche de la salle")).to_be_visible()


def test_a_reader_reports_from_beneath_the_story_and_is_written_to(visit: Visit, lettered: Lettered) -> None:
    visitor = visit()
    page = visitor.page
    beneath(visitor).locator(".comment", has_text="La séance finit à minuit").get_by_role("link", name="Signaler").click()
    check(visitor)
    page.check("[value=falsehood]")
    page.fill("#because", "Elle a fini à onze heures.")
    page.fill("#name", "Servane Le Guirec")
    page.fill("#email", "servane@mer.example")
    page.check("[name=in_good_faith]")
    page.get_by_role("button", name="Envoyer le signalement").click()
    expect(page.get_by_role("status")).to_be_visible()
    assert "Elle a fini à onze heures." in lettered.mailbox.next_to("servane@mer.example")


@SCRIPT
def test_what_is_rejected_is_told_appealed_against_and_answered_by_another(visit: Visit, lettered: Lettered, newsroom: Newsroom, script: bool) -> None:
    address, text = f"appeals-{script}@lac.example".lower(), f"Voici ce que j’ai vu {'hier' if script else 'mardi'} devant la salle, et personne ne le raconte ainsi."
    visitor = visit(script=script)
    enter(visitor, lettered, address, "Gwenola Prigent")
    write(visitor, text)
    page = visitor.page
    expect(page.locator("main")).to_contain_text("Un modérateur la lit")
    number = newsroom.ask("select id from discussion_contribution where text = ?", text)[0][0]
    first, second = visit("moderator", script), visit("second", script)
    first.go(f"/desk/discussion/{number}/?tab=pending")
    first.page.select_option("[name=ground]", "subject")
    if not script:
        first.page.locator("button[value=reject]").click()  # no reason yet: one for the ground is put there
    expect(first.page.locator("[name=because]")).to_have_value(re.compile("ne porte pas sur l’article"))
    first.page.locator("button[value=reject]").click()
    told = lettered.mailbox.next_to(address)
    assert "ne porte pas sur l’article" in told
    link = re.search(r"https?://\S+/_/decision/\d+/", told)
    assert link
    page.goto(link[0].replace("127.0.0.1", "localhost"))
    check(visitor) if script else None
    page.set_viewport_size({"width": 1280, "height": 900})
    page.fill("#text", "La salle est celle de l’article : c’est devant elle que les bateliers attendaient.")
    page.get_by_role("button", name="Faire un recours").click()
    expect(page.get_by_text("C’est devant elle".lower())).to_be_visible()
    appeal = newsroom.ask("select max(id) from discussion_appeal")[0][0]
    second.go(f"/desk/discussion/appeals/{appeal}/")
    second.page.check("[value=yes]")
    second.page.fill("[name=answer]", "Vous avez raison, nous avions mal lu.")
    second.page.locator(".talk-form button[type=submit]").click()
    letters = lettered.mailbox.next_to(address) + lettered.mailbox.next_to(address)
    assert "Vous avez raison, nous avions mal lu." in letters and "Les lecteurs peuvent de nouveau la voir" in letters
    assert newsroom.ask("select state from discussion_contribution where id = ?", number) == [("shown",)]
    page.reload()
    expect(page.get_by_text("Vous avez raison")).to_be_visible()


@pytest.mark.parametrize(("script", "words"), [(True, "keep"), (False, "keep"), (False, "remove")], ids=["keep, script", "keep, no script", "remove, no script"])
def test_a_reader_takes_everything_along_and_leaves(visit: Visit, lettered: Lettered, newsroom: Newsroom, script: bool, words: str) -> None:
    address, text = f"leaves-{script}-{words}@lac.example".lower(), f"Je pars, et je laisse ceci aux autres ({script}, {words}) : le lac baissait déjà en mars."
    visitor = visit(script=script)
    enter(visitor, lettered, address, "Noé Kermor")
    write(visitor, text)
    expect(visitor.page.locator("main")).to_contain_text(text)
    page = visitor.page
    visitor.go("/_/account/")
    for ending in ("json", "html"):
        with page.expect_download() as download:
            page.click(f"a[href$='everything.{ending}']")
        taken = Path(download.value.path()).read_text()
        assert address in taken and text in (json.loads(taken)["discussion"]["contributions"][0]["text"] if ending == "json" else taken)
    visitor.go("/_/account/leave/")
    page.check(f"[value={words}]")
    page.click("main form .button--full")
    expect(page.locator("h1")).to_contain_text("effacé")
    visitor.go("/_/account/")
    assert "/sign-in/" in page.url
    assert newsroom.ask("select count(*) from masthead_user where email = ?", address) == [(0,)]
    kept = newsroom.ask("select name, voice, writer_id from discussion_contribution where text = ?", text)
    assert kept == ([("", "", None)] if words == "keep" else [])
