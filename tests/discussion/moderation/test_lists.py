"""Suspended writers, and trusted ones."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rotative.discussion.moderation.findings import Outcome, Writer

from .writing import NOW, PLAIN, found, verdict


@pytest.mark.parametrize(
    ("left", "told"),
    [(timedelta(seconds=1), "1 more hour."), (timedelta(minutes=61), "2 more hours."), (timedelta(hours=48), "48 more hours."), (timedelta(hours=49), "3 more days."), (timedelta(days=30), "30 more days.")],
)
def test_a_suspended_writer_is_told_how_long(left, told):
    (finding,) = found(PLAIN, "suspended", writer=Writer(suspended_until=NOW + left))
    assert finding.outcome == Outcome.BOUNCE
    assert told in str(finding.told)
    assert "Keep your text" in str(finding.told)


def test_a_suspension_without_end_counts_no_days():
    (finding,) = found(PLAIN, "suspended", writer=Writer(suspended_until=datetime(9999, 12, 31, tzinfo=UTC)))
    assert str(finding.told) == "Your account may no longer write here."


def test_a_suspension_that_is_over_is_over():
    writer = Writer(suspended_until=NOW, accepted=9)
    assert verdict(writer=writer).outcome == Outcome.PUBLISH


def test_why_doubts_were_spared_is_said():
    (trusted,) = found(PLAIN, "trusted", writer=Writer(trusted=True))
    (staff,) = found(PLAIN, "trusted", writer=Writer(standing="author", trusted=True))
    assert trusted.outcome == staff.outcome == Outcome.TRUST
    assert "list" in str(trusted.reason)
    assert "own people" in str(staff.reason)
    assert trusted.told is None
