"""Words of a story that are quoted: found however they were copied, kept as the story has them, and named to a browser."""
from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.discussion.quotations import MANY, found, fragment

WORDS = "Orbance : une quatrième version\nLe médiateur a dit : « Nous signerons avant juillet. » Il reste 38 000 euros, n° 4.\nL’eau – dit-on – part à l’aval, et l'eau revient."


@pytest.mark.parametrize(
    ("copied", "kept"),
    [
        ("une quatrième version", "une quatrième version"),
        ("UNE QUATRIEME VERSION", "une quatrième version"),
        ("« Nous signerons avant juillet. »", "« Nous signerons avant juillet. »"),
        ("Nous signerons avant juillet.", "Nous signerons avant juillet."),
        ("\u201cNous signerons avant juillet\u201d", "« Nous signerons avant juillet. »"),
        ("Nous signerons avant juillet", "Nous signerons avant juillet"),
        ("38\u202f000 euros", "38 000 euros"),
        ("L'eau — dit\u2011on", "L’eau – dit-on"),
        ("ersion\n\nLe média", "version Le médiateur"),
        ("quatrie\u0300me", "quatrième"),
    ],
)
def test_words_are_kept_as_the_story_has_them(copied: str, kept: str) -> None:
    assert found(WORDS, copied) == kept


@pytest.mark.parametrize("copied", ["", " … ", "« »", "une cinquième version", "Nous signerons après juillet", "\0", "juillet avant"])
def test_words_that_do_not_stand_there_are_not_found(copied: str) -> None:
    assert found(WORDS, copied) == ""


def test_a_word_by_itself_is_found_before_a_part_of_another() -> None:
    assert found("Les vannes, et la vanne.", "vanne") == "vanne"


@given(st.text(max_size=80), st.data())
def test_whatever_stands_in_a_text_is_found_in_it(words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words)))
    part = words[start : data.draw(st.integers(start, len(words)))]
    kept = found(words, part)
    if any(each.isascii() and each.isalnum() for each in part):
        assert kept
        assert found(words, kept)


@given(st.text(max_size=200))
def test_a_fragment_is_an_end_of_an_address(passage: str) -> None:
    named = fragment(passage)
    assert named == "" or (named.startswith("#:~:text=") and named.isascii() and not set(named[9:]) & set(" \"'<>&-#"))


def test_a_long_passage_is_named_by_its_ends() -> None:
    words = " ".join(f"mot{number}" for number in range(MANY + 1))
    assert fragment(words) == "#:~:text=mot0%20mot1%20mot2%20mot3%20mot4,mot6%20mot7%20mot8%20mot9%20mot10"
    assert fragment("« L’eau, dit-on\u00a0! »") == "#:~:text=L%E2%80%99eau%2C%20dit%2Don"
    assert unquote(fragment("a, b & c")) == "#:~:text=a, b & c"
