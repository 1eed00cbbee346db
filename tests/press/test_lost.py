"""What no reader and no accident may take from the edition, and what the proof sees."""
from __future__ import annotations

import gzip
import os
import shutil
import signal
import sqlite3
from contextlib import suppress

import pytest
from wagtail.contrib.redirects.models import Redirect

from rotative.press.edition import Unprintable
from rotative.press.running import Running
from tests.press.papers import new, serving
from tests.press.small import Press, two_stories
from tests.project.running import until


@pytest.fixture
def press(db, tmp_path):
    """A printed paper of two stories and a redirect made by hand."""
    two_stories()
    Redirect.objects.create(old_path="/vieux", redirect_link="/pays/un/")
    press = Press(tmp_path)
    press.print()
    return press


NO_NAMES = ["/index.html", "/pays/index.html", "/pays/un/index.html.br", "/feed.atom.br", "/feed.atom.gz", "/pays", "/_", "/vieux", "/.half-index.html", "/+missing/fr/"]


@pytest.mark.parametrize("path", NO_NAMES)
def test_a_path_that_names_the_file_of_another_takes_nothing_away(press, path):
    before = {each: press.edition.body_of(each) for each in press.edition.paths()}
    with suppress(Unprintable):
        press.presser.demand(path)
    assert {each: press.edition.body_of(each) for each in press.edition.paths()} == before
    assert press.ledger.failures() == []
    assert press.differing() == []


@pytest.mark.parametrize("path", [*NO_NAMES, "/+missing/fr", "/+missing/junk", "/desk/", "pays/"])
def test_what_is_no_page_is_not_printed_for_who_asks(press, path):
    running = Running.__new__(Running)
    running.presser, running.begun = press.presser, True
    assert running._answer_to({"print": path}) == {"printed": False, "why": "not a page"}


def test_a_redirect_led_elsewhere_is_printed_again(press):
    assert b"/pays/un/" in press.edition.body_of("/vieux/")
    Redirect.objects.update(redirect_link="/pays/deux/")
    assert press.print() == {"/vieux/"}
    assert b"/pays/deux/" in press.edition.body_of("/vieux/")
    Redirect.objects.update(is_permanent=False)
    assert press.print() == {"/vieux/"}
    assert b'"status":302' in press.edition.body_of("/vieux/")
    assert press.differing() == []
    Redirect.objects.all().delete()
    press.print()
    assert press.edition.body_of("/vieux/") is None


def test_the_proof_sees_headers_and_compressed_forms(press):
    press.edition.answer("/vieux/", 302, {"Location": "/ailleurs/"}, b"")
    page = press.edition.page_file("/pays/un/")
    page.with_name("index.html.gz").write_bytes(gzip.compress(b"something else"))
    press.edition.page_file("/pays/deux/").with_name("index.html.br").write_bytes(b"torn")
    assert press.differing() == ["packed wrongly: /pays/deux/", "packed wrongly: /pays/un/", "stale: /vieux/"]


def test_an_edition_that_is_gone_is_printed_again(press):
    shutil.rmtree(press.edition.pages)
    press.again()
    press.print()
    assert press.differing() == []


def test_a_file_that_is_lost_is_printed_for_who_asks(press):
    press.edition.page_file("/pays/un/").unlink()
    assert press.presser.awaited(["/pays/un/", "/pays/deux/", "/pays/trois/"]) == {"/pays/un/": "/pays/un/"}
    press.presser.demand("/pays/un/")
    assert press.differing() == []


@pytest.mark.slow
def test_a_press_that_waits_says_for_what(tmp_path):
    paper = new(tmp_path / "amer")
    with serving(paper) as served:
        until(paper.is_idle, 60)
        with sqlite3.connect(paper.home / "paper.sqlite3") as database:
            name = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'press%'").fetchall()[0][0]  # all of them: a question that is still open holds its moment, and cannot write
            database.execute(f'DROP TRIGGER "{name}"')
        before = served.pid("presser")
        os.kill(before, signal.SIGKILL)
        until(lambda: served.pid("presser") not in (None, before) and "trigger" in paper.status().get("trouble", ""), 60)
        told = paper.run("press", "--status")
        assert (told.returncode, told.stderr) == (1, "") and "rotative migrate" in told.stdout
        for words in (["--path", "/pays/"], ["--all"]):
            refused = paper.run("press", *words)
            assert refused.returncode == 1 and "rotative migrate" in refused.stderr and "Traceback" not in refused.stderr
