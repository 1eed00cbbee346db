"""Dates count from the day of making, are written in the story's language, and never lie ahead."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.project.demo.days import BadPlaceholder, Calendar, past, write

PARIS = ZoneInfo("Europe/Paris")
NOON = Calendar(datetime(2026, 11, 24, 11, 0, tzinfo=UTC), PARIS)


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("{{d -5}}", "19 novembre", "19 November"),
        ("{{wd -5}}", "jeudi 19 novembre", "Thursday 19 November"),
        ("{{w -5}}", "jeudi", "Thursday"),
        ("{{dy -5}}", "19 novembre 2026", "19 November 2026"),
        ("{{m -60}}", "septembre", "September"),
        ("{{y -400}}", "2025", "2025"),
        ("{{d 7}}", "1er décembre", "1 December"),
        ("du {{d -7}} au {{ d  +9 }}", "du 17 novembre au 3 décembre", "du 17 November au 3 December"),
    ],
)
def test_placeholders(text, french, english):
    assert NOON.expand(text, "fr") == french
    assert NOON.expand(text, "en") == english


@pytest.mark.parametrize("wrong", ["{{d}}", "{{x -5}}", "{{d five}}", "{{}}"])
def test_a_wrong_placeholder_names_its_line(wrong):
    with pytest.raises(BadPlaceholder) as caught:
        NOON.expand(f"un\ndeux {wrong}", "fr")
    assert caught.value.line == 2


def test_the_day_is_the_papers_own():
    late = Calendar(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), PARIS)
    assert late.today == date(2026, 7, 1)
    assert late.at(0, "06:30") == datetime(2026, 7, 1, 4, 30, tzinfo=UTC)


def test_first_of_the_month():
    assert write("dy", date(2026, 5, 1), "fr") == "1er mai 2026"


def test_what_is_past_stays():
    now = NOON.now
    early = now - timedelta(hours=5)
    assert past([early], now) == {early: early}


def test_hours_to_come_are_moved_before_now_in_order():
    now = NOON.now
    hours = [now - timedelta(minutes=1), now + timedelta(minutes=5), now + timedelta(hours=8)]
    assert [past(hours, now)[hour] for hour in hours] == [now - timedelta(minutes=3), now - timedelta(minutes=2), now - timedelta(minutes=1)]


@given(st.lists(st.integers(-3000, 3000), min_size=1, max_size=40))
def test_nothing_lies_ahead_and_order_is_kept(minutes):
    now = NOON.now
    instants = [now + timedelta(minutes=each) for each in minutes]
    moved = past(instants, now)
    assert all(moved[instant] < now for instant in instants)
    for first, second in zip(sorted(set(instants)), sorted(set(instants))[1:], strict=False):
        assert moved[first] < moved[second]
