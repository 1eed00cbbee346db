"""Counts, sizes and reading times are told as papers tell them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.paper import numbers


def shown(text: str) -> str:
    """No-break spaces made visible: ~ for the wide one, ^ for the narrow one."""
    return text.replace("\u00a0", "~").replace("\u202f", "^")


@pytest.mark.parametrize(
    ("value", "french", "english", "other"),
    [
        (0, "0", "0", "0"),
        (999, "999", "999", "999"),
        (1_284, "1^284", "1,284", "1284"),
        (9_999, "9^999", "9,999", "9999"),
        (10_000, "10~k", "10K", "10000"),
        (12_449, "12,4~k", "12.4K", "12449"),
        (12_450, "12,5~k", "12.5K", "12450"),
        (99_960, "100~k", "100K", "99960"),
        (230_400, "230~k", "230K", "230400"),
        (999_499, "999~k", "999K", "999499"),
        (999_500, "1~M", "1M", "999500"),
        (1_234_567, "1,2~M", "1.2M", "1234567"),
        (67_000_000, "67~M", "67M", "67000000"),
        (8_100_000_000, "8,1~Md", "8.1B", "8100000000"),
        (5_000_000_000_000, "5^000~Md", "5,000B", "5000000000000"),
        (-1_284, "−1^284", "−1,284", "−1284"),
        (-12_400, "−12,4~k", "−12.4K", "−12400"),
    ],
)
def test_a_count(value, french, english, other):
    assert [shown(numbers.count(value, language)) for language in ("fr", "en-GB", "br")] == [french, english, other]


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [(1_284_300, "fr", "1^284^300"), (1_284_300, "en", "1,284,300"), (1_284_300, "br", "1284300"), (12, "fr", "12")],
)
def test_every_figure(value, language, expected):
    assert shown(numbers.grouped(value, language)) == expected


@pytest.mark.parametrize(
    ("words", "minutes"),
    [(0, 1), (1, 1), (230, 1), (344, 1), (345, 2), (460, 2), (2_300, 10)],
)
def test_a_reading_time(words, minutes):
    assert numbers.reading_time(words) == minutes


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0, "0~octet", "0~bytes"),
        (1, "1~octet", "1~byte"),
        (999, "999~octets", "999~bytes"),
        (1_000, "1~ko", "1~KB"),
        (35_600, "35,6~ko", "35.6~KB"),
        (999_999, "1~Mo", "1~MB"),
        (1_234_567, "1,2~Mo", "1.2~MB"),
        (4_700_000_000, "4,7~Go", "4.7~GB"),
    ],
)
def test_a_size(value, french, english):
    assert [shown(numbers.size(value, language)) for language in ("fr", "en")] == [french, english]


@given(st.integers(min_value=10_000, max_value=999_000_000_000))
def test_a_count_is_never_far_from_the_truth(value):
    told = re.fullmatch(r"([\d.,]+)([KMB])", numbers.count(value, "en"))
    scale = {"K": 10**3, "M": 10**6, "B": 10**9}[told[2]]
    assert abs(float(told[1].replace(",", "")) * scale - value) <= value * 0.05


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_more_words_never_take_less_time(one, other):
    less, more = sorted((one, other))
    assert numbers.reading_time(less) <= numbers.reading_time(more)
