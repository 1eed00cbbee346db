"""A press rests while all that changes waits for its pause, and breaks its rest for anything else."""
from __future__ import annotations

from time import sleep

import pytest

from rotative.newsroom.models import Article
from rotative.press.pauses import BREATH
from tests.factories.discussion import contribution
from tests.press.small import Press, edited, two_stories


@pytest.fixture
def press(tmp_path, db, monkeypatch) -> Press:
    """A press that has just put off a part of a discussion."""
    two_stories()
    made = Press(tmp_path)
    made.print()
    made.clock.pass_(seconds=10)
    for words in ("La première.", "La seconde."):
        contribution(story(), words)
        made.print()
    return made


def story() -> Article:
    return Article.objects.get(slug="un")


def page() -> str:
    return f"/_/discussion/fr/{story().pk}/"


def test_more_of_the_same_is_left_for_a_moment(press):
    contribution(story(), "La troisième.")
    assert press.presser.step(may_rest=True) is False
    assert press.presser.pauses.is_resting
    press.clock.pass_(seconds=1)
    press.print()
    assert "La troisième." in press.body(page())


def test_an_edit_breaks_the_rest(press):
    contribution(story(), "La troisième.")
    edited("deux", title="Un autre titre")
    while press.presser.step(may_rest=True):
        pass
    assert "Un autre titre" in press.body("/pays/deux/")


def test_a_log_that_was_pruned_meanwhile_is_no_news_to_a_rest(press):
    contribution(story(), "La troisième.")
    press.presser.tail.go_back('["sqlite", "999999", [999999, "1"]]')
    assert press.presser.tail.peek() == []


def test_who_rests_goes_on_with_what_was_taken(press):
    edited("deux", title="Un autre titre")
    press.presser.take()
    press.presser.pauses.puts_off(page(), press.clock().timestamp())
    contribution(story(), "La troisième.")
    while press.presser.step(may_rest=True):
        pass
    assert "Un autre titre" in press.body("/pays/deux/")


def test_what_waited_is_printed_although_changes_never_rest(press):
    """More readers write than the press takes steps: each time there is something to follow before any page."""
    sleep(BREATH)  # of the machine's own time
    press.clock.pass_(seconds=10)
    for number in range(8):
        contribution(story(), f"La {number}e.")
        press.presser.step(may_rest=True)
    assert "La 0e." in press.body(page())
