"""Too short and too long."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Outcome, Rules

from .writing import found, verdict

RULES = Rules(shortest=3, longest=10)


@pytest.mark.parametrize("text", ["", " ", "\n\t \n", "\u3000", "\u200b\u200b\u200b", "\u3164 \u2800", "\xa0\u0301 \ufeff", " " * 1_000_000])
def test_nothing_is_no_text(text):
    (finding,) = found(text, "length")
    assert finding.outcome == Outcome.BOUNCE
    assert "Nothing is written" in str(finding.told)


@pytest.mark.parametrize(("text", "is_right"), [("ab", False), ("abc", True), ("a" * 10, True), ("a" * 11, False), ("  abcdefghij  ", True), ("  ab  ", False)])
def test_the_limits_are_kept_to_the_letter(text, is_right):
    assert (not found(text, "length", RULES)) == is_right


def test_the_writer_is_told_how_much_to_leave_out_and_where():
    (finding,) = found("  abcdefghijKL ", "length", RULES)
    assert "2 characters more than the 10" in str(finding.told)
    assert finding.spans == ((12, 14),)


def test_one_is_said_as_one():
    assert "1 character more" in str(found("a" * 11, "length", RULES)[0].told)


def test_thousands_of_blanks_at_an_end_count():
    assert not found("Oui" + " " * 900, "length")
    assert found("Oui" + " " * 900_000, "length")
    assert found("\n" * 900_000 + "Oui", "length")


def test_a_megabyte_goes_back_at_once():
    assert [each.phase for each in verdict("a" * 1_000_000).findings] == ["length"]
