"""What is known of the writer."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Outcome, Rules, Writer

from .writing import MONTH, PLAIN, found, verdict


@pytest.mark.parametrize(
    ("writer", "waits"),
    [
        (Writer(known_for=60), True),
        (Writer(known_for=23 * 3600), True),
        (Writer(known_for=25 * 3600), False),
        (Writer(known_for=60, accepted=3), False),
        (Writer(known_for=60, accepted=2), True),
        (Writer(known_for=MONTH, is_verified=False), True),
        (Writer(known_for=MONTH, is_guest=True), False),
        (Writer(known_for=0, is_guest=True), True),
        (Writer(known_for=MONTH, accepted=1, rejected=3), True),
        (Writer(known_for=MONTH, accepted=20, rejected=3), False),
        (Writer(known_for=MONTH, accepted=0, rejected=2), False),
        (Writer(known_for=MONTH, accepted=6, rejected=3), False),
        (Writer(known_for=MONTH, accepted=5, rejected=3), True),
    ],
)
def test_who_waits(writer, waits):
    assert bool(found(PLAIN, "account", writer=writer)) == waits
    assert verdict(writer=writer).outcome == (Outcome.HOLD if waits else Outcome.PUBLISH)


def test_the_paper_may_do_without_a_trial():
    assert not found(PLAIN, "account", Rules(new_account_hours=0), writer=Writer(known_for=0))
    assert not found(PLAIN, "account", Rules(proven=0), writer=Writer(known_for=0))


def test_each_reason_is_said():
    new, bad = found(PLAIN, "account", writer=Writer(known_for=7200, accepted=1, rejected=4))
    assert "2 hours old" in str(new.reason)
    assert "new account" in str(new.told)
    assert "Of 5 texts of the writer, 4 were rejected." in str(bad.reason)
    assert bad.told is None
    assert bad.weight > new.weight


def test_an_address_not_confirmed_is_said_before_a_new_account():
    (finding,) = found(PLAIN, "account", writer=Writer(known_for=0, is_verified=False))
    assert "confirmed" in str(finding.told)
