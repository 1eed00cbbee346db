"""Somebody is answered: they see it on their page, are told by a letter through a real mail server, and end that with one click."""
from __future__ import annotations

import os
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.journeys.conftest import Visitor, _environment, served, working
from tests.journeys.mailbox import Mailbox, code_in, receiving
from tests.journeys.newsroom import at_browsers
from tests.journeys.test_readers import ask, check

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STORY, NOTICES = "/pays/derniere-seance/", "/_/account/notices/"
ANSWER = "Vous avez raison, et le quatrième point devrait le dire : je le demanderai à la prochaine séance."
# The worker's look at what is due, four minutes from now: nobody waits for it here.
LOOK = "from datetime import timedelta; from django.utils import timezone; from rotative.masthead.readers.notices import mailing; print(mailing.post_due(timezone.now() + timedelta(minutes=4)))"


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    with receiving() as box:
        yield box


@pytest.fixture(scope="module")
def house(mailbox: Mailbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """A paper that sends mail, with its worker; its address, and its environment."""
    home: Path = tmp_path_factory.mktemp("notices")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EMAIL_URL", f"smtp://127.0.0.1:{mailbox.port}")
        patch.setenv("MAIL_FROM", "L'Amer <desk@amer.example>")
        with served(home, "tests.journeys.notices_seed") as address, working(home, address):
            yield address, _environment(home, address)


@pytest.fixture
def visit(chromium: Any, house: Any) -> Iterator[Any]:
    yield from at_browsers(chromium, house[0])


def enter(visitor: Visitor, mailbox: Mailbox, address: str) -> None:
    ask(visitor, address)
    visitor.page.fill("#code", code_in(mailbox.next_to(address, 60)))
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/_/account/")


def look(environment: dict[str, str]) -> int:
    """Have the worker's task run; how many letters it has laid in the post, for the worker to send."""
    done = subprocess.run([sys.executable, "-m", "django", "shell", "--no-imports", "-c", LOOK], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    return int(done.stdout.split()[-1])


def answer(visitor: Visitor, pair: str) -> None:
    """Beneath the story or, without script, on the page of the form."""
    page = visitor.page
    visitor.go("/_/discussion/fr/" + STORY_NUMBER[0] + "/")
    said = page.locator(".comment", has_text=f"({pair})")
    said.locator("[data-answer]").click()
    page.locator("form textarea[name=text]").fill(f"{ANSWER} Signé {pair}.")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator(".comment", has_text=f"Signé {pair}.").first).to_be_visible()


STORY_NUMBER: list[str] = []


@pytest.fixture(autouse=True)
def story_number(house: Any) -> None:
    with urllib.request.urlopen(house[0] + STORY) as page:
        STORY_NUMBER[:] = [page.read().decode().split("/_/discussion/fr/")[1].split("/")[0]]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_answered_told_opened_and_ended_with_one_click(visit: Any, mailbox: Mailbox, house: Any, script: bool) -> None:
    pair = "script" if script else "noscript"
    yvonne, idris = visit(script=script), visit(script=script)
    enter(yvonne, mailbox, f"yvonne-{pair}@lac.example")
    yvonne.page.select_option("#wish-reply", "at_once")
    yvonne.page.locator("form[aria-labelledby=notices] button").click()
    expect(yvonne.page.locator("#wish-reply")).to_have_value("at_once")
    yvonne.go(NOTICES)
    expect(yvonne.page.locator(".standfirst")).to_contain_text("Rien encore")
    enter(idris, mailbox, f"idris-{pair}@lac.example")
    answer(idris, pair)

    yvonne.go("/_/account/")
    expect(yvonne.page.locator(".title--reader .label")).to_have_text("1 nouvel avis")
    yvonne.page.locator(".title--reader .label a").click()
    row = yvonne.page.locator(".notices li")
    expect(row).to_have_count(1)
    expect(row.locator(".notices__new")).to_have_text("Nouveau")
    expect(row).to_contain_text("Idris Benhaddou vous a répondu")
    row.get_by_role("link").press("Enter")
    yvonne.page.wait_for_url("**/_/discussion/**")
    yvonne.go(NOTICES)
    expect(yvonne.page.locator(".notices li")).to_have_count(1)
    expect(yvonne.page.locator(".notices__new")).to_have_count(0)
    assert look(house[1]) == 0, "What was seen already is not mailed."


def test_the_letter_and_its_one_click(visit: Any, mailbox: Mailbox, house: Any) -> None:
    yvonne, idris, address = visit(script=False), visit(), "yvonne-clicks@lac.example"
    enter(yvonne, mailbox, address)
    yvonne.page.select_option("#wish-reply", "at_once")
    yvonne.page.locator("form[aria-labelledby=notices] button").click()
    enter(idris, mailbox, "idris-clicks@lac.example")
    answer(idris, "clicks")
    assert look(house[1]) == 1
    letter = mailbox.next_letter_to(address, 60)
    assert letter["Subject"] == "Idris Benhaddou vous a répondu" and letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = str(letter["List-Unsubscribe"]).strip(" <>")

    stranger = visit(script=False)
    stranger.page.goto(url)
    expect(stranger.page.locator("main form button")).to_have_count(1)
    body = urllib.parse.urlencode({"List-Unsubscribe": "One-Click"}).encode()
    with urllib.request.urlopen(urllib.request.Request(url, body)) as answered:
        assert answered.status == 200 and answered.read() == b"" and answered.geturl() == url and not answered.headers["Set-Cookie"]
    yvonne.go("/_/account/")
    expect(yvonne.page.locator("#wish-reply")).to_have_value("never")
    stranger.page.locator("main form button").click()
    expect(stranger.page.locator(".standfirst")).to_contain_text("C’est fait")
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(url.replace("/unsubscribe/gAAAA", "/unsubscribe/gAAAB"))


def test_every_page_of_notices_has_no_barrier_and_all_are_seen_with_one_button(visit: Any, mailbox: Mailbox) -> None:
    yvonne = visit()
    page = yvonne.page
    enter(yvonne, mailbox, "yvonne-shots@lac.example")
    check(yvonne)
    yvonne.go(NOTICES)
    expect(page.locator(".notices__new")).to_have_count(5)
    expect(page.locator(".notices")).to_contain_text("Une réponse qui n’est plus là")
    check(yvonne)
    page.get_by_role("button", name="Tout marquer comme vu").click()
    expect(page.locator("[role=status]")).to_have_text("5 avis sont marqués comme vus.")
    expect(page.locator(".notices__new")).to_have_count(0)
    check(yvonne)
    yvonne.go("/_/unsubscribe/" + "A" * 100 + "/")
    check(yvonne)


if os.environ.get("SHOTS"):  # for who changes the look: the pages as pictures, in that folder

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_pictures(visit: Any, mailbox: Mailbox, house: Any, language: str) -> None:
        folder, yvonne = Path(os.environ["SHOTS"]), visit()

        def shoot(name: str) -> None:
            for width in (360, 768, 1280):
                for light in ("light", "dark"):
                    yvonne.page.set_viewport_size({"width": width, "height": 800})
                    yvonne.page.emulate_media(color_scheme=light)
                    yvonne.page.screenshot(path=folder / f"{name}-{language}-{width}-{light}.png", full_page=True)

        enter(yvonne, mailbox, "yvonne-shots@lac.example")
        yvonne.go(f"{NOTICES}?in={language}")
        shoot("notices")
        yvonne.go(f"/_/account/?in={language}")
        shoot("own")
        code = f"from rotative.masthead.readers.notices import links; print(links.url_of(links.Ending(1, None, ('reply', 'pick')), '{language}'))"
        done = subprocess.run([sys.executable, "-m", "django", "shell", "--no-imports", "-c", code], env=house[1], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
        yvonne.page.goto(done.stdout.split()[-1])
        shoot("ending")
