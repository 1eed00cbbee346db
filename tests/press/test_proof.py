"""What a proof finds wrong, each by its name, and what is explained of a page."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from rotative.newsroom.models import Article
from rotative.press import proof
from rotative.press.documents import the_paper
from rotative.project.commands import press as command
from tests import factories
from tests.press.small import Press, edited

pytestmark = pytest.mark.django_db


@pytest.fixture
def press(tmp_path: Path) -> Press:
    factories.paper()
    factories.article("Un", factories.section(), slug="un")
    made = Press(tmp_path)
    made.print()
    assert made.differing() == []
    return made


def test_a_page_that_is_not_what_it_would_be_is_stale(press: Press) -> None:
    press.edition.write("/pays/un/", b"otherwise")
    assert press.differing() == ["stale: /pays/un/"]


def test_a_page_that_is_gone_from_the_edition_is_stale(press: Press) -> None:
    press.edition.remove("/pays/un/")
    assert press.differing() == ["stale: /pays/un/"]


def test_a_page_that_the_ledger_does_not_know_is_missing(press: Press) -> None:
    press.ledger.forget_page("/pays/un/")
    assert "missing: /pays/un/" in press.differing()


def test_what_nobody_printed_is_left_over(press: Press) -> None:
    press.edition.write("/pays/oubli/", b"left")
    assert press.differing() == ["left over: /pays/oubli/"]


def test_a_page_that_is_no_more_should_be_gone(press: Press) -> None:
    Article.objects.get(slug="un").delete()
    assert "should be gone: /pays/un/" in press.differing()
    press.print()
    assert press.differing() == []


def test_a_page_that_stands_on_what_the_ledger_does_not_know_is_told(press: Press) -> None:
    with press.ledger.together():
        press.ledger._db.execute("DELETE FROM piece_stands WHERE piece IN (SELECT id FROM piece WHERE name LIKE 'card:%')")
    assert any(line.startswith("not known to stand on article:") for line in press.differing())


def test_what_one_story_proves_another_may_prove_as_well(press: Press) -> None:
    """The page of an old day has a later day: the story that showed it first goes on showing it."""
    section = factories.section("Mer", "mer")
    for days in (9, 8):
        factories.article(f"Il y a {days} jours", section, at=factories.NOON - timedelta(days=days))
    press.print()
    factories.article("Entre les deux", section, at=factories.NOON - timedelta(days=8, hours=12))
    press.print()
    assert press.differing() == []


def test_a_page_is_explained(press: Press) -> None:
    edited("un", title="Autrement dit")
    press.print()
    first, last, until, under, *keys = proof.explain(press.ledger, "/pays/un/")
    assert first.startswith("/pays/un/: 200, ")
    assert first.endswith(" bytes, printed 2 times")
    assert "because of " in last
    assert until == "  holds until something it stands on changes"
    assert under == "  stands on:"
    story = Article.objects.get(slug="un")
    assert any(f"{story.pk}" in key for key in keys)
    assert {key.strip() for key in keys} >= set(press.ledger.keys_of("/pays/un/"))


def test_what_failed_is_explained_with_its_reason(press: Press) -> None:
    press.ledger.fail("/pays/un/", press.clock().timestamp(), "ValueError: no")
    assert any("failed 1 times, last at " in line and line.endswith(": ValueError: no") for line in proof.explain(press.ledger, "/pays/un/"))


def test_what_is_not_printed_is_said_to_be_so(press: Press) -> None:
    assert proof.explain(press.ledger, "/nulle-part/") == ["/nulle-part/ is not printed."]


# ── The command that tells it ──────────────────────────────────────────────────


@pytest.fixture
def by_hand(press: Press, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> SimpleNamespace:
    """The command over this press, in this process: ``says(word)`` gives its exit code and its lines."""
    monkeypatch.setattr(command, "_ask", lambda question: None)
    monkeypatch.setattr(command, "_ledger_and_edition", lambda: (press.ledger, press.edition))
    monkeypatch.setattr(command, "A_MOMENT", 0)
    monkeypatch.setattr("django.utils.timezone.now", press.clock)

    def says(*words: str) -> tuple[int, list[str]]:
        code = command._do(command._parser().parse_args(list(words)))
        return code, capsys.readouterr().out.splitlines()

    return SimpleNamespace(says=says)


def test_verify_says_what_differs_and_how_many(press: Press, by_hand: SimpleNamespace) -> None:
    number = press.ledger.number_of_pages()
    assert by_hand.says("--verify") == (0, [f"checked {number} pages, 0 differ"])
    press.edition.write("/pays/un/", b"otherwise")
    assert by_hand.says("--verify") == (1, ["stale: /pays/un/", f"checked {number} pages, 1 differ"])


def test_explain_says_whether_there_is_such_a_page(press: Press, by_hand: SimpleNamespace) -> None:
    assert by_hand.says("--explain", "/pays/un/") == (0, proof.explain(press.ledger, "/pays/un/"))
    assert by_hand.says("--explain", "/nulle-part/") == (1, ["/nulle-part/ is not printed."])


def test_a_press_that_does_not_run_is_said_to_be_so(press: Press, by_hand: SimpleNamespace) -> None:
    code, said = by_hand.says("--status")
    assert code == 1
    assert said == [f"The press is not running. {press.ledger.number_of_pages()} pages are printed, 0 are to be printed again."]


def test_all_tells_how_many_were_printed_and_that_some_failed(press: Press, by_hand: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("rotative.press.running.open_presser", lambda purge: press.presser)
    monkeypatch.setattr(command, "_home", lambda: SimpleNamespace(derived=tmp_path))
    press.presser.tally = type(press.presser.tally)()
    code, [said] = by_hand.says("--all")
    assert code == 0
    assert said.startswith(f"printed {press.presser.tally.rendered} pages in ")
    assert press.presser.tally.rendered >= len(list(the_paper().every()))
    press.presser.tally.failed = 1
    code, [said] = by_hand.says("--all")
    assert code == 1
    assert said.endswith(", 1 failed: see `rotative press --status`")
