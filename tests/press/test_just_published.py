"""A reader who follows a link right after the publish: the page may not be printed yet, and nobody says that it is not there.

On real processes, while a crowd asks for addresses at which nothing ever was.
"""
from __future__ import annotations

import threading
import time
from collections import Counter
from secrets import token_hex

import pytest

from rotative.press.ledger import Stale
from rotative.press.presser import EDIT
from tests import factories
from tests.press.papers import Paper, Served, desk, paper, running, serving  # noqa: F401
from tests.press.small import Press

pytestmark = pytest.mark.slow


def test_a_story_is_there_for_whoever_comes_right_after_the_publish(paper: Paper) -> None:  # noqa: F811
    answers: list[tuple[int, bool]] = []
    lost: Counter[int] = Counter()
    enough = threading.Event()
    with serving(paper) as served, desk(paper) as newsroom:
        with running(*[lambda: _ask_for_nothing(served, enough, lost)] * 4, until_set=enough):
            for number in range(25):
                newsroom.do("publish", f"a-l-instant-{number}", f"À l’instant {number}")
                answer = served.get(f"/pays/a-l-instant-{number}/")
                answers.append((answer.status, f"À l’instant {number}".encode() in answer.body))
                if number % 5 == 0:
                    time.sleep(0.3)
        assert served.paper.verified().endswith(", 0 differ")
    assert set(answers) == {(200, True)}, answers
    assert set(lost) == {404} and lost[404] > 50


def _ask_for_nothing(served: Served, enough: threading.Event, lost: Counter[int]) -> None:
    while not enough.is_set():
        lost[served.get(f"/pays/{token_hex(8)}/").status] += 1


# ── What the presser says ──


@pytest.fixture
def press(tmp_path, db) -> Press:
    factories.paper()
    factories.article("Un", factories.section(), slug="un")
    made = Press(tmp_path)
    made.print()
    return made


def test_only_what_is_to_be_printed_is_awaited(press: Press) -> None:
    section = factories.section("Mer", "mer")
    topic = factories.TopicFactory(name="Sel", slug="sel")
    factories.article("Deux", section, slug="deux", topics=[topic])
    asked = ["/mer/deux/", "/Mer/Deux", "/mer/", "/sujets/sel/", "/sujets/eau/", "/mer/trois/", "/pays/un/"]
    expected = {"/mer/deux/": "/mer/deux/", "/Mer/Deux": "/mer/deux/", "/mer/": "/mer/", "/sujets/sel/": "/sujets/sel/"}
    assert press.presser.awaited(asked) == expected
    press.print()
    assert press.presser.awaited(asked) == {}
    assert press.differing() == []


def test_what_could_not_be_printed_is_awaited_still(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.presser._fail(Stale("/pays/deux/", EDIT, 0, "a test"), RuntimeError("no"))
    assert press.presser.awaited(["/pays/deux/"]) == {"/pays/deux/": "/pays/deux/"}
