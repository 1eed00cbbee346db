"""What holds of any text."""
from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotative.record.reading.parsing import parse
from rotative.record.reading.statements import find
from rotative.record.reading.statements.inverted import past_circumstances
from tests.record.statements import statements, text

PIECES = st.sampled_from(
    ["«", "»", "“", "”", '"', "'", "‘", "’", "—", "–", ":", ";", ",", ".", "?", "!", "(", ")", "\n", "\n\n", "selon", "d’après", "pour", "de", "source", "que", "qu’", "a-t-il", "dit", "a", "dit", "Inès", "Valmer", "la", "maire", "affirme", "annonce", "déclaré", "le", "port", "ferme", "said", "she", "told", "that", "according", "to", "the", "mayor", "the", "harbour", "closes", "accuse", "d’avoir", "menti", "2026", "M.", "A.", "non"]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join))


@given(words=TEXTS, language=st.sampled_from(["fr", "en"]))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_in_order_and_the_same_again(words: str, language: str) -> None:
    given_text = text(words, language)
    parsed = parse(given_text)
    found = find(given_text, parsed)
    assert found == find(given_text, parsed)
    assert [each.span for each in found] == sorted(each.span for each in found)
    for each in found:
        named = (each.via, each.addressee, each.place)
        for span in (each.span, each.cue, each.speaker, *(one.span for one in named if one)):
            assert span is None or 0 <= span.start < span.end <= len(words)


def test_a_long_paragraph_of_open_marks_takes_no_time() -> None:
    words = "« a dit, selon la maire, que « " * 400
    given_text = text(words)
    parsed = parse(given_text)
    begin = time.perf_counter()
    find(given_text, parsed)
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize("piece", [" via", " pendant via", " depuis chez", " ce lundi", " en soirée", " dans la matinée", " à son chat", " le 12 lundi", " à la x y z", " ,", " lors de l'an"])
def test_there_is_one_way_to_read_what_stands_between_a_cue_and_its_subject(piece: str) -> None:
    """Were there two of each piece, thirty of them would take a year."""
    words = piece * 60
    begin = time.process_time()
    assert 0 <= past_circumstances(words, 0, len(words)) <= len(words)
    assert time.process_time() - begin < 1


def test_no_text_no_statement() -> None:
    assert statements("") == []
