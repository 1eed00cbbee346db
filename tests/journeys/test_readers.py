"""Readers sign in, in a browser: by mail with script and without, with a passkey; their page; leaving."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.conftest import Lettered, Visitor
from tests.journeys.mailbox import Mailbox, code_in, link_in
from tests.journeys.newsroom import at_browsers

pytestmark = [pytest.mark.browser, pytest.mark.slow]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def mailbox(lettered: Lettered) -> Mailbox:
    return lettered.mailbox


@pytest.fixture
def visit(chromium: Any, lettered: Lettered) -> Iterator[Any]:
    yield from at_browsers(chromium, lettered.address)


def ask(visitor: Visitor, address: str, path: str = "/_/account/") -> None:
    visitor.go(path)
    visitor.page.fill("#address", address)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/_/account/code/")


def enter(visitor: Visitor, mailbox: Mailbox, address: str, name: str) -> None:
    ask(visitor, address)
    visitor.page.fill("#code", code_in(mailbox.next_to(address)))
    visitor.page.keyboard.press("Enter")
    visitor.page.fill("#name", name)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/_/account/")


def check(visitor: Visitor) -> None:
    """No barrier, by day and by night, on a telephone and at a desk; nothing scrolls sideways."""
    visitor.page.evaluate(Axe().axe_script)
    found = {}
    for width in (360, 1280):
        for light in ("light", "dark"):
            visitor.page.set_viewport_size({"width": width, "height": 800})
            visitor.page.emulate_media(color_scheme=light)
            barriers = visitor.page.evaluate("rules => axe.run(rules)", RULES)["violations"]
            found[f"{visitor.page.url} {width} {light}"] = [(each["id"], [node["target"] for node in each["nodes"]]) for each in barriers]
        assert visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert not {where: barriers for where, barriers in found.items() if barriers}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_by_mail_with_the_code_follow_a_topic_and_find_it_on_ones_page(visit: Any, mailbox: Mailbox, script: bool) -> None:
    visitor, address = visit(script=script), f"code-{script}@orbance.example".lower()
    enter(visitor, mailbox, address, "Inès Caradec")
    page = visitor.page
    expect(page.locator(".initials").first).to_have_text("IC")
    visitor.go("/pays/")
    page.click("a[data-follow]")
    if script:
        expect(page.locator("a[data-follow]")).to_have_attribute("aria-pressed", "true")
    else:
        page.click("main form .button")
    visitor.go("/_/account/")
    expect(page.locator(".kept a[href='/pays/']")).to_be_visible()
    page.click(".kept li:has(a[href='/pays/']) button")
    expect(page.locator(".kept a[href='/pays/']")).to_have_count(0)


def test_by_mail_with_the_link_in_another_browser(visit: Any, mailbox: Mailbox) -> None:
    ask(visit(), "link@orbance.example")
    other = visit()
    other.page.goto(link_in(mailbox.next_to("link@orbance.example")).replace("127.0.0.1", "localhost"))
    check(other)
    other.page.click("main form button")
    other.page.fill("#name", "Liam")
    other.page.keyboard.press("Enter")
    expect(other.page.locator(".initials").first).to_have_text("L")


def test_a_passkey_is_added_named_used_and_removed(visit: Any, mailbox: Mailbox) -> None:
    visitor = visit()
    page = visitor.page
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    enter(visitor, mailbox, "key@orbance.example", "Katell")
    page.fill("#passkey-name", "Mon téléphone")
    page.click("[data-passkey=add] button")
    expect(page.locator(".kept__name [name=name]")).to_have_value("Mon téléphone")
    page.fill(".kept__name [name=name]", "Clé")
    page.click(".kept__name .plainly >> nth=0")
    expect(page.locator(".kept__name [name=name]")).to_have_value("Clé")
    page.click("form[action$='/sign-out/'] button")
    page.wait_for_url(re.compile(r"localhost:\d+/$"))
    visitor.go("/_/account/sign-in/?next=/pays/")
    check(visitor)
    page.click("[data-passkey=enter] button")
    page.wait_for_url(re.compile(r":\d+/pays/$"))
    visitor.go("/_/account/")
    page.click(".kept__name [name=remove]")
    expect(page.locator(".kept__name")).to_have_count(0)
    page.click("form[action$='/sign-out/'] button")
    visitor.go("/_/account/sign-in/")
    page.click("[data-passkey=enter] button")
    expect(page.locator("[data-passkey=enter] [role=alert]")).to_be_visible()


def test_every_page_of_an_account_has_no_barrier_and_leaving_leaves_nothing(visit: Any, mailbox: Mailbox) -> None:
    visitor, address = visit(), "leaves@orbance.example"
    page = visitor.page
    visitor.go("/_/account/sign-in/")
    check(visitor)
    ask(visitor, address)
    check(visitor)
    page.fill("#code", "0000 0000")
    page.keyboard.press("Enter")
    expect(page.locator("[role=alert]")).to_be_visible()
    check(visitor)
    page.fill("#code", code_in(mailbox.next_to(address)))
    page.keyboard.press("Enter")
    expect(page.locator("#name")).to_be_visible()
    check(visitor)
    page.fill("#name", "Noé Kermor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/_/account/")
    for path in ("/_/account/", "/_/account/confirm/", "/_/account/leave/", "/_/account/enter/" + "a" * 43 + "/", "/_/account/closed/"):
        visitor.go(path)
        check(visitor)
    visitor.go("/_/account/")
    with page.expect_download() as download:
        page.click("a[href$='everything.json']")
    assert address in Path(download.value.path()).read_text()
    visitor.go("/_/account/leave/")
    page.check("[value=remove]")
    page.click("main form .button--full")
    expect(page.locator("h1")).to_be_visible()
    check(visitor)
    visitor.go("/_/account/")
    assert "/sign-in/" in page.url


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_address_is_changed_by_its_mail_and_taken_back_from_the_former_one(visit: Any, mailbox: Mailbox, script: bool) -> None:
    visitor, former, new = visit(script=script), f"former-{script}@orbance.example".lower(), f"new-{script}@orbance.example".lower()
    look = check if script else lambda visitor: None
    enter(visitor, mailbox, former, "Enora")
    page = visitor.page
    page.get_by_role("link", name="Changer d’adresse").click()
    look(visitor)
    shoot(visitor, "address")
    page.fill("#address", former)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("déjà votre adresse")
    look(visitor)
    page.fill("#address", new)
    page.keyboard.press("Enter")
    page.wait_for_url("**/_/account/code/")
    page.fill("#code", code_in(mailbox.next_to(new)))
    page.keyboard.press("Enter")
    page.wait_for_url("**/_/account/")
    expect(page.get_by_role("status")).to_contain_text(new)
    shoot(visitor, "address-changed")
    link = re.search(r"https?://\S+/address/back/\S+", mailbox.next_to(former))
    other = visit(script=script)
    other.page.goto(link[0].replace("127.0.0.1", "localhost"))
    look(other)
    shoot(other, "address-back")
    other.page.get_by_role("button", name="Annuler le changement").click()
    expect(other.page.locator("h1")).to_have_text("Votre adresse est rétablie")
    look(other)
    shoot(other, "address-restored")
    visitor.go("/_/account/")
    assert "/sign-in/" in page.url, "Whoever was in is out."
    visitor.go("/_/account/address/back/" + "a" * 43 + "/")
    look(visitor)


def shoot(visitor: Visitor, name: str) -> None:
    """For who changes the look: the page as pictures, in the folder that SHOTS names."""
    for width in (360, 1280) if os.environ.get("SHOTS") else ():
        for light in ("light", "dark"):
            visitor.page.set_viewport_size({"width": width, "height": 800})
            visitor.page.emulate_media(color_scheme=light)
            visitor.page.screenshot(path=Path(os.environ["SHOTS"]) / f"{name}-{width}-{light}.png", full_page=True)


def test_the_pages_of_a_follow_have_no_barrier(visit: Any, mailbox: Mailbox) -> None:
    visitor = visit()
    enter(visitor, mailbox, "follows@orbance.example", "Fañch")
    visitor.go("/pays/")
    check(visitor)
    visitor.go(visitor.page.locator("a[data-follow]").get_attribute("href"))
    check(visitor)


def test_nothing_of_a_reader_is_on_a_printed_page(visit: Any, mailbox: Mailbox) -> None:
    visitor, anybody = visit(), visit()
    enter(visitor, mailbox, "same@orbance.example", "Samson Unique")
    for path in ("/", "/pays/"):
        assert visitor.context.request.get(visitor.address + path).body() == anybody.context.request.get(anybody.address + path).body()


if os.environ.get("SHOTS"):  # for who changes the look: the pages as pictures, in that folder

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_pictures(visit: Any, mailbox: Mailbox, language: str) -> None:
        folder, address = Path(os.environ["SHOTS"]), f"shots-{language}@orbance.example"
        visitor = visit()

        def shoot(name: str) -> None:
            for width in (360, 768, 1280):
                for light in ("light", "dark"):
                    visitor.page.set_viewport_size({"width": width, "height": 800})
                    visitor.page.emulate_media(color_scheme=light)
                    visitor.page.screenshot(path=folder / f"{name}-{language}-{width}-{light}.png", full_page=True)

        visitor.go(f"/_/account/sign-in/?in={language}")
        shoot("sign-in")
        ask(visitor, address, f"/_/account/sign-in/?in={language}")
        shoot("code")
        visitor.page.fill("#code", code_in(mailbox.next_to(address)))
        visitor.page.keyboard.press("Enter")
        visitor.page.fill("#name", "Inès Caradec")
        shoot("welcome")
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_url("**/_/account/")
        for path in ("/pays/", "/culture/"):
            visitor.go(path)
            visitor.page.click("a[data-follow]")
            expect(visitor.page.locator("a[data-follow]")).to_have_attribute("aria-pressed", "true")
        shoot("section")
        visitor.go("/_/account/")
        shoot("own")
        visitor.go("/_/account/leave/")
        shoot("leave")
        visitor.go("/_/account/confirm/")
        shoot("confirm")
