"""Too many texts in too short a time."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Outcome, Rules, Writer

from .writing import earlier, found

RULES = Rules(flood=((3, 60), (5, 3600)))


def ago(*seconds: float):
    return tuple(earlier(f"Texte {place}", each, article_id=place + 10) for place, each in enumerate(seconds))


@pytest.mark.parametrize(("seconds", "is_flood"), [((), False), ((1, 2), False), ((1, 2, 3), True), ((1, 2, 59.9), True), ((1, 2, 60), False), ((3, 1, 2), True), ((61, 62, 63, 64), False), ((61, 62, 63, 64, 65), True)])
def test_so_many_in_so_long(seconds, is_flood):
    assert bool(found("Un mot encore", "flood", RULES, recent=ago(*seconds))) == is_flood


@pytest.mark.parametrize(
    ("seconds", "told"),
    [((1, 2, 50), "in 10 seconds"), ((0, 0, 59.5), "in 1 second."), ((61, 62, 63, 64, 3000), "in 10 minutes"), ((61, 62, 63, 64, 3599), "in 1 second."), ((1, 2, 3, 4, 3000), "in 10 minutes")],
)
def test_the_writer_is_told_how_long_to_wait(seconds, told):
    (finding,) = found("Un mot encore", "flood", RULES, recent=ago(*seconds))
    assert told in str(finding.told)
    assert finding.outcome == Outcome.BOUNCE


@pytest.mark.parametrize(("flood", "said"), [((1, 60), "1 text within 1 minute."), ((2, 86_400), "2 texts within 24 hours."), ((2, 90), "2 texts within 90 seconds.")])
def test_the_moderator_is_told_which_limit(flood, said):
    assert str(found("Un mot encore", "flood", Rules(flood=(flood,)), recent=ago(1, 2, 3))[0].reason) == said


def test_hours_are_said_as_hours():
    (finding,) = found("Un mot encore", "flood", Rules(flood=((2, 86_400),)), recent=ago(10, 43_200))
    assert "in 12 hours" in str(finding.told)


def test_an_edit_is_no_further_text():
    assert not found("Un mot encore", "flood", RULES, recent=ago(1, 2, 3), is_edit=True)


def test_the_papers_own_people_answer_many():
    assert not found("Un mot encore", "flood", RULES, recent=ago(1, 2, 3), writer=Writer(standing="staff"))
    assert found("Un mot encore", "flood", RULES, recent=ago(1, 2, 3), writer=Writer(trusted=True))


def test_a_clock_that_went_back_does_no_harm():
    assert found("Un mot encore", "flood", RULES, recent=ago(-5, -6, -7))


@pytest.mark.parametrize("flood", [(), ((0, 60),), ((3, 0),)])
def test_no_limit_is_no_limit(flood):
    assert not found("Un mot encore", "flood", Rules(flood=flood), recent=ago(1, 2, 3))
