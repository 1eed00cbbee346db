"""Dates and hours are written as papers write them, and never break in two."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.paper import dates
from rotative.paper.typography import set_text

TUESDAY = date(2026, 11, 24)
FIRST = date(2027, 1, 1)


def shown(text: str) -> str:
    """No-break spaces made visible: ~ for the wide one, ^ for the narrow one."""
    return text.replace("\u00a0", "~").replace("\u202f", "^")


@pytest.mark.parametrize(
    ("write", "value", "language", "expected"),
    [
        (dates.long_date, TUESDAY, "fr", "mardi 24~novembre~2026"),
        (dates.long_date, TUESDAY, "en", "Tuesday 24~November~2026"),
        (dates.long_date, FIRST, "fr", "vendredi 1er~janvier~2027"),
        (dates.long_date, FIRST, "en-GB", "Friday 1~January~2027"),
        (dates.long_date, TUESDAY, "br", "2026-11-24"),
        (dates.day, TUESDAY, "fr", "24~novembre~2026"),
        (dates.day, TUESDAY, "fr-CA", "24~novembre~2026"),
        (dates.day, TUESDAY, "en", "24~November~2026"),
        (dates.day, TUESDAY, "br", "2026-11-24"),
        (dates.short_day, TUESDAY, "fr", "24~novembre"),
        (dates.short_day, FIRST, "fr", "1er~janvier"),
        (dates.short_day, FIRST, "en", "1~January"),
        (dates.short_day, FIRST, "br", "01-01"),
        (dates.month_title, TUESDAY, "fr", "Novembre~2026"),
        (dates.month_title, date(2026, 8, 1), "fr", "Août~2026"),
        (dates.month_title, TUESDAY, "en", "November~2026"),
        (dates.month_title, TUESDAY, "br", "2026-11"),
        (dates.month_name, TUESDAY, "fr", "novembre"),
        (dates.weekday_name, TUESDAY, "en", "Tuesday"),
        (dates.weekday_name, TUESDAY, "br", ""),
    ],
)
def test_a_date(write, value, language, expected):
    assert shown(write(value, language)) == expected


@pytest.mark.parametrize(
    ("hour", "minute", "french", "english", "neutral"),
    [
        (0, 0, "0~h", "midnight", "00:00"),
        (0, 5, "0~h~05", "12.05~am", "00:05"),
        (6, 30, "6~h~30", "6.30~am", "06:30"),
        (11, 0, "11~h", "11~am", "11:00"),
        (12, 0, "12~h", "noon", "12:00"),
        (12, 30, "12~h~30", "12.30~pm", "12:30"),
        (23, 59, "23~h~59", "11.59~pm", "23:59"),
    ],
)
def test_an_hour(hour, minute, french, english, neutral):
    hours = [shown(dates.clock(time(hour, minute), language)) for language in ("fr", "en", "br")]
    assert hours == [french, english, neutral]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "24~novembre~2026 à~6~h~30"),
        ("en", "24~November~2026 at~6.30~am"),
        ("br", "2026-11-24 06:30"),
    ],
)
def test_a_date_with_its_hour(language, expected):
    assert shown(dates.date_and_time(datetime(2026, 11, 24, 6, 30), language)) == expected


@pytest.mark.parametrize(
    ("last", "french", "english", "neutral"),
    [
        (date(2026, 10, 24), "24~octobre~2026", "24~October~2026", "2026-10-24"),
        (date(2026, 10, 26), "24–26~octobre~2026", "24–26~October~2026", "2026-10-24/2026-10-26"),
        (date(2026, 11, 3), "24~octobre – 3~novembre~2026", "24~October – 3~November~2026", "2026-10-24/2026-11-03"),
        (date(2027, 1, 3), "24~octobre~2026 – 3~janvier~2027", "24~October~2026 – 3~January~2027", "2026-10-24/2027-01-03"),
    ],
)
def test_an_interval(last, french, english, neutral):
    assert [shown(dates.interval(date(2026, 10, 24), last, language)) for language in ("fr", "en", "br")] == [french, english, neutral]


def test_the_head_of_a_page_is_capitalised():
    assert shown(dates.long_date(TUESDAY, "fr", capitalise=True)) == "Mardi 24~novembre~2026"


@given(value=st.datetimes(min_value=datetime(1000, 1, 1)), language=st.sampled_from(("fr", "en", "br")))
def test_a_date_needs_no_more_setting(value, language):
    written = [
        dates.long_date(value, language),
        dates.date_and_time(value, language),
        dates.month_title(value, language),
    ]
    assert [set_text(text, language) for text in written] == written
