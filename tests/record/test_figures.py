"""A figure of the table and its interval."""
from __future__ import annotations

import pytest

from bench.record.figures import f1, figure, share

COUNTS = [{"hits": 3, "annotated": 4, "found": 4}, {"hits": 1, "annotated": 4, "found": 2}, {"hits": 0, "found": 2}]


def test_a_rate_is_of_the_sums_and_lies_in_its_interval() -> None:
    made = figure("verel", "F", COUNTS, f1("hits", "annotated", "found"), bar=0.5)
    assert made.value == pytest.approx(2 * 4 / (8 + 8))
    assert 0 <= made.low < made.value < made.high <= 1
    assert made.met is True
    assert figure("verel", "F", COUNTS, f1("hits", "annotated", "found")) == figure("verel", "F", COUNTS, f1("hits", "annotated", "found"))


def test_a_bar_may_be_one_not_to_pass() -> None:
    assert figure("verel", "wrong", COUNTS, share("hits", "found"), bar=0.4, highest=True).met is False
    assert figure("verel", "wrong", COUNTS, share("hits", "found")).met is None


def test_a_bar_within_the_interval_is_met_or_missed_not_surely() -> None:
    verdicts = [figure("verel", "share", COUNTS, share("hits", "found"), bar=bar, highest=highest).verdict for highest in (False, True) for bar in (0, 0.45, 0.55, 0.99)]
    assert verdicts == ["met", "met, not surely", "missed, not surely", "missed", "missed", "missed, not surely", "met, not surely", "met"]
    assert figure("verel", "share", COUNTS, share("hits", "found")).verdict == ""


def test_articles_that_are_alike_leave_no_doubt() -> None:
    made = figure("verel", "share", [{"hits": 1, "found": 2}] * 5, share("hits", "found"))
    assert (made.low, made.value, made.high) == (0.5, 0.5, 0.5)


def test_nothing_counted_is_nought() -> None:
    assert figure("verel", "F", [{"found": 0}], f1("hits", "annotated", "found")).value == 0
    assert figure("verel", "F", [], f1("hits", "annotated", "found")).value == 0
