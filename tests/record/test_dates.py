"""Dates in any text: nothing raises, spans hold, and time is bounded."""
from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotative.record.reading.dates import find
from rotative.record.reading.dates.finder import LANGUAGES
from rotative.record.reading.findings import Span
from rotative.record.reading.text import Block, Text, divide
from tests.record.dated import PUBLISHED, found

PIECES = st.sampled_from(
    ["lundi", "le", "12", "mars", "2014", "à", "14", "h", "30", "fin", "début", "de", "la", "nuit", "du", "au", "hier", "et", "trois", "ans", "il", "y", "a", "dernier", "prochain", "semaine", "XIXe", "siècle", "printemps", "Noël", "Monday", "May", "24", "the", "last", "three", "years", "ago", "p.m.", "o'clock", "century", "every", "half", "an", "hour", "9999", "0001", "31", "février", "29", "00:00", "24", "h", "24:00", ".", ",", ";", "«", "»", "-", "/", "'", "\n", "İ", "ß", "ﬁ"]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join))
# What would be slow for a grammar with open repetitions.
HARD = ["1" * 20_000, "le " * 8_000, "un deux trois " * 2_000, "mi-" * 8_000, "de l'" * 5_000, "vingt-" * 5_000, "12 h " * 5_000, "mardi " * 4_000, " " * 20_000, "lundi 12, 13, " * 2_000, "a a a " * 4_000]


# The first text waits for the grammar to be made; that no text takes long is a test of its own.
@settings(deadline=None)
@given(words=TEXTS, language=st.sampled_from(["fr", "en"]), published=st.datetimes(timezones=st.just(UTC)))
def test_any_text_is_read_and_its_dates_are_in_it_in_order(words: str, language: str, published: datetime) -> None:
    dates = found(words, language, published)
    ends = [0, *(each.span.end for each in dates)]
    assert all(end <= each.span.start < each.span.end <= len(words) for end, each in zip(ends, dates, strict=False))
    assert all(each.value and words[slice(*each.span)].strip() == words[slice(*each.span)] for each in dates)
    assert found(words, language, published) == dates


@settings(deadline=None)
@given(words=TEXTS, language=st.sampled_from(["fr", "en"]))
def test_an_interval_never_ends_before_it_begins(words: str, language: str) -> None:
    for each in found(words, language):
        if each.interval.start and each.interval.end:
            assert each.interval.start <= each.interval.end


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("words", HARD, ids=lambda words: words[:12])
def test_no_text_takes_long(words: str, language: str) -> None:
    found("demain", language)
    start = time.process_time()
    found(words, language)
    assert time.process_time() - start < 5


def test_a_story_takes_a_few_thousandths_of_a_second() -> None:
    words = ("Le maire de Verel a annoncé mercredi que le conseil se réunira jeudi à 14 h 30. Il n'a rien dit de plus de ce qui a été fait. " * 24)[:3000]
    found(words, "fr")
    taken = []
    for _ in range(5):
        start = time.process_time()
        found(words, "fr")
        taken.append(time.process_time() - start)
    assert min(taken) < 0.04


def test_offsets_are_of_the_whole_text_and_what_is_no_story_gives_nothing() -> None:
    words = "Archives 2019\nElle viendra jeudi.\n"
    menu, story = divide(words)
    dates = find(Text(words, (Block(menu.span, "outside"), story), "fr", PUBLISHED))
    assert [each.span for each in dates] == [Span(27, 32)]


def test_a_language_that_is_not_read_is_refused() -> None:
    assert set(LANGUAGES) == {"fr", "en"}
    with pytest.raises(KeyError):
        found("am Mittwoch", "de")
