"""When a notice goes by letter: together, with a pause, and once each day of the paper's calendar."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rotative.masthead.readers.notices import hours

PARIS = ZoneInfo("Europe/Paris")
ZONES = some.sampled_from(["Europe/Paris", "Pacific/Apia", "America/St_Johns", "Africa/Casablanca", "UTC"]).map(ZoneInfo)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "digest"),
    [
        ("2026-11-24T05:59", "2026-11-24T06:00"),  # 06:59 in Paris
        ("2026-11-24T06:00", "2026-11-25T06:00"),  # at the hour itself: what comes now goes tomorrow
        ("2026-11-24T22:59", "2026-11-25T06:00"),  # a minute before midnight in Paris
        ("2026-11-24T23:01", "2026-11-25T06:00"),  # a minute after it: the same letter
        ("2026-03-28T06:30", "2026-03-29T05:00"),  # the night in which an hour is lost
        ("2026-10-24T05:30", "2026-10-25T06:00"),  # the night in which one is won
    ],
)
def test_the_days_letter_goes_at_seven_in_the_papers_zone(after: str, digest: str) -> None:
    assert hours.digest_after(at(after), PARIS) == at(digest)


@given(some.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=some.just(UTC)), ZONES)
def test_there_is_one_a_day_whatever_the_day(instant: datetime, zone: ZoneInfo) -> None:
    first = hours.digest_after(instant, zone)
    second = hours.digest_after(first, zone)
    assert instant < first <= instant + timedelta(hours=26)
    assert (second.astimezone(zone).date() - first.astimezone(zone).date()).days == 1
    assert hours.digest_after(second - timedelta(microseconds=1), zone) == second


def test_what_comes_soon_after_goes_with_it_and_then_there_is_a_pause() -> None:
    noon = at("2026-11-24T11:00")
    assert hours.at_once(noon, None) == noon + hours.TOGETHER
    assert hours.at_once(noon, noon - timedelta(days=1)) == noon + hours.TOGETHER
    assert hours.at_once(noon, noon - timedelta(minutes=1)) == noon + hours.PAUSE - timedelta(minutes=1)
