"""Numbers that readers move are files of the edition, printed every few seconds at most; no page hears of them."""
from __future__ import annotations

import json
import threading
import time

import pytest

from rotative.audience import totals
from rotative.audience.actions import count_reading, like, unlike
from rotative.newsroom.models import Article
from rotative.press.documents import the_paper
from tests.press.papers import Paper, fetch, paper, running, serving  # noqa: F401
from tests.press.papers import like as liking
from tests.press.small import Press, edited, two_stories
from tests.project.running import until

OF_THE_PAPER = "/_/counts/paper.json"


@pytest.fixture
def press(tmp_path, db) -> Press:
    two_stories()
    made = Press(tmp_path)
    made.print()
    made.clock.pass_(seconds=10)
    return made


def story(slug: str) -> Article:
    return Article.objects.get(slug=slug)


def of(slug: str) -> str:
    return f"/_/counts/article/{story(slug).pk}.json"


def likes(press: Press, path: str) -> int:
    return json.loads(press.body(path))["likes"]


def test_a_like_prints_its_numbers_and_no_page(press):
    like(story("un").pk, "a" * 22, "192.0.2.1")
    assert press.print() == {of("un")}
    assert json.loads(press.body(of("un"))) == {"likes": 1, "readings": 0, "comments": 0}
    like(None, "a" * 22, "192.0.2.1")
    assert press.print() == {OF_THE_PAPER}
    assert json.loads(press.body(OF_THE_PAPER)) == {"likes": 1, "paper_likes": 1, "readings": 0}
    press.clock.pass_(seconds=10)
    unlike(story("un").pk, "a" * 22)
    assert press.print() == {of("un")}
    assert press.differing() == []


def test_readings_print_nothing_until_they_are_counted(press):
    count_reading(story("un").pk)
    assert press.print() == set()
    totals.renew()
    assert press.print() == {of("un"), OF_THE_PAPER}
    assert press.differing() == []


def test_what_changes_without_rest_is_printed_every_few_seconds(press):
    pause = the_paper().pause(of("un"))
    rendered = 0
    for number in range(100):
        like(story("un").pk, f"{number:022}", f"192.0.{number}.1")
        rendered += press.presser.drain().rendered
        assert press.differing() == []
        press.clock.pass_(seconds=pause / 10)
    assert rendered <= 11
    press.clock.pass_(seconds=pause)
    assert press.print() == {of("un")}
    assert likes(press, of("un")) == 100


def test_what_waits_for_its_pause_is_no_difference_and_what_is_forgotten_is(press):
    like(story("un").pk, "a" * 22, "192.0.2.1")
    press.print()
    like(story("un").pk, "b" * 22, "192.0.2.1")
    press.print()
    assert (likes(press, of("un")), press.differing()) == (1, [])
    press.edition.write(of("deux"), b"{}")
    assert press.differing() == [f"stale: {of('deux')}"]


def test_a_press_that_begins_again_still_knows_what_waits(press):
    for mark in ("a", "b"):
        like(story("un").pk, mark * 22, "192.0.2.1")
        press.print()
    press.again()
    press.clock.pass_(seconds=10)
    assert press.print() == {of("un")}
    assert likes(press, of("un")) == 2


def test_an_edit_comes_before_the_numbers_and_leaves_them(press):
    like(story("deux").pk, "a" * 22, "192.0.2.1")
    edited("un", title="Un de plus")
    paths = list(press.presser.drain().paths)
    assert paths[-1] == of("deux") and of("un") not in paths


def test_numbers_come_and_go_with_their_story(press):
    story("un").unpublish()
    gone = of("un")
    press.print()
    assert press.edition.body_of(gone) is None
    assert press.differing() == []
    edited("un")
    press.print()
    assert likes(press, gone) == 0


@pytest.mark.slow
def test_many_who_like_at_once_hold_nothing_up(paper: Paper) -> None:  # noqa: F811
    """On real processes: the file is the front's, few prints are made of many likes, and nothing differs meanwhile."""
    enough = threading.Event()
    with serving(paper) as served:
        sends = [liking(served.port) for _ in range(20)]
        before = _prints(served.paper)

        def like_on() -> None:
            for send in sends:
                assert send().status == 303
            while not enough.wait(0.02):
                fetch(served.port, OF_THE_PAPER)

        began = time.monotonic()
        with running(like_on, until_set=enough):
            assert served.paper.verified().endswith(", 0 differ")
            until(lambda: json.loads(served.get(OF_THE_PAPER).body)["likes"] == 20)
        answer = served.get(OF_THE_PAPER)
        assert (answer.headers["X-Press"], answer.headers["Content-Type"]) == ("hit", "application/json; charset=utf-8")
        assert _prints(served.paper) - before <= 2 + (time.monotonic() - began) / 5


def _prints(paper: Paper) -> int:  # noqa: F811
    told = paper.run("press", "--explain", OF_THE_PAPER).stdout
    return int(told.partition("printed ")[2].split()[0])
