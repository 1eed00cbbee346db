"""Initials of any name."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.masthead.readers.initials import TONES, initials, picture, tone


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Inès Caradec", "IC"), ("jean de la Tour", "JT"), ("Élise", "É"), ("de la", "DL"), ("O’Neil Brannoc", "OB"), ("", "·"), ("42", "·"), ("Мария Иванова", "МИ"), ("ßtern", "SS")],
)
def test_initials(name, letters):
    assert initials(name) == letters


@given(st.text(max_size=60), st.integers(0, 10**9))
def test_any_name_has_a_picture_that_holds_no_markup_of_its_own(name, number):
    assert 1 <= tone(number) <= TONES and tone(number) != tone(number + 1)
    assert picture(name, number).count("<") == 2
