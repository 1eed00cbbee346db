"""Any text can be read: no exception, offsets inside, spans in order, the same twice, within bounded time."""
from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rotative.record.reading.reader import read

SCHEMA = Draft202012Validator(json.loads((Path(__file__).resolve().parents[2] / "docs/contracts/reading.schema.json").read_text("utf-8")))
PUBLISHED = datetime(2026, 11, 24, 11, 30, tzinfo=ZoneInfo("Europe/Paris"))
PARTS = [
    "Inès Valmer", "La maire de Verel", "Mme Valmer", "elle", "le préfet", "L’Amer", "the mayor", "She", "M. Arhant", "“", "”", "« ", " »", '"', "'", "’", "—", "(", ")", ":",
    ";", ".", "…", "?", "!", ",", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u202f", "\u2028", "\x0b", "\u200b", "\ufeff", "a dit", "a-t-elle dit", "said", "selon", "according to", "que", "that",
    "dément", "aurait", "hier", "mardi", "le 3 décembre", "31 février", "99/99/9999", "0000-00-00", "yesterday", "on 3 May", "depuis 1976", "du 24 au 26 octobre", "24h61", "10^9", "9" * 40,
    "Publié le", "Menu", "Lire aussi", "Partager", "a rencontré", "a été fermé", "la réunion du", "à Aubrelle", "İ", "ß", "ﬁ", "e\u0301", "🙂", "\U0010ffff", "港は", "מ", "\u202e", "-", "- ", "• ", "1.", "#", "<b>", "&nbsp;", "http://a.b/c",
]  # fmt: skip
SIGNS = st.characters(exclude_categories=("Cs",))
SPOKEN = st.lists(st.sampled_from(PARTS), max_size=60).map(" ".join) | st.lists(st.sampled_from(PARTS), max_size=60).map("".join)
ANY = SPOKEN | st.text(SIGNS, max_size=300) | st.text(st.sampled_from(" .,;:!?«»\"'“”()[]—–-…\n"), max_size=300) | st.lists(SPOKEN, max_size=6).map("\n".join)
LANGUAGES = st.sampled_from(["fr", "en"])
LONG = [
    "a" * 120_000,
    "« " * 20_000,
    ". " * 40_000,
    "\n" * 100_000,
    "Elle a dit : " * 3_000,
    "Inès Valmer, " * 4_000,
    "mardi 3 mai 2026 " * 3_000,
    "la réunion du 3 mai à Aubrelle ; " * 2_000,
    '"' * 30_000,
    "1 " * 30_000,
    "(" * 20_000 + ")" * 20_000,
    "\u0301" * 50_000,
    "M. " * 20_000,
    "Le port ferme.\n" * 3_000,
]
SECONDS_A_CHARACTER, SECONDS_ANYWAY = 0.0006, 2.0


def check(words: str, language: str) -> None:
    """What holds of every reading. Its essentials are in order of weight, everything else in that of the text."""
    found = read(words, PUBLISHED, language).as_json()
    SCHEMA.validate(found)
    for start, end in spans(found):
        assert 0 <= start < end <= len(words)
    for kind in ("statements", "events", "dates"):
        starts = [each["start"] for each in found[kind]]
        assert starts == sorted(starts)
    for actor in found["actors"]:
        assert actor["mentions"] == sorted(actor["mentions"])
    assert len({tuple(sorted(each.items())) for each in found["essentials"]}) == len(found["essentials"])
    assert found == read(words, PUBLISHED, language).as_json()


def spans(found: Any) -> Iterator[tuple[int, int]]:
    """Every span of an object, wherever it is."""
    if isinstance(found, dict):
        if "start" in found:
            yield found["start"], found["end"]
        found = list(found.values())
    if isinstance(found, list):
        if len(found) == 2 and all(isinstance(each, int) for each in found):
            yield found[0], found[1]
        for each in found:
            yield from spans(each)


@pytest.mark.parametrize("words", ["", " ", "\n", ".", "«", "»", "”“", "\ufeff", "\u200b", "É", "- - -", "\r\n\r\n", "« ».", "a", "1", "9" * 400, "\x00", "l’", "a-t-il", "M."])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_next_to_nothing(words: str, language: str) -> None:
    check(words, language)


@pytest.mark.slow
@given(ANY, LANGUAGES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(words: str, language: str) -> None:
    check(words, language)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(LONG)))
def test_a_long_text_takes_its_time_and_no_more(number: int) -> None:
    words, began = LONG[number], time.process_time()
    found = read(words, PUBLISHED, "fr").as_json()
    assert time.process_time() - began < SECONDS_ANYWAY + SECONDS_A_CHARACTER * len(words)
    assert all(0 <= start < end <= len(words) for start, end in spans(found))
