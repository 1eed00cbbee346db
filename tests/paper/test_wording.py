"""What changed between two wordings: both can be read out of the pieces."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rotative.paper.wording import Piece, compared

TEXTS = st.text("ab c’", max_size=40).map(lambda text: " ".join(text.split()))


def test_words_that_changed_are_struck_out_and_written_in():
    assert compared("Débit de 9 garanti à l’aval d’avril à octobre", "Débit de 11 garanti à l’aval toute l’année") == [
        Piece("same", "Débit de"), Piece("del", "9"), Piece("ins", "11"), Piece("same", "garanti à l’aval"), Piece("del", "d’avril à octobre"), Piece("ins", "toute l’année"),
    ]  # fmt: skip


def test_what_has_little_in_common_is_struck_out_whole():
    assert compared("Fin de l’intérim de nuit", "Une école des métiers") == [Piece("del", "Fin de l’intérim de nuit"), Piece("ins", "Une école des métiers")]


def test_a_wording_may_be_missing():
    assert compared("", "Un péage") == [Piece("ins", "Un péage")]
    assert compared("Un péage", "") == [Piece("del", "Un péage")]
    assert compared("", "") == []


@given(was=TEXTS, now=TEXTS)
def test_both_wordings_can_be_read(was, now):
    pieces = compared(was, now)
    for kind, whole in (("del", was), ("ins", now)):
        assert " ".join(piece.words for piece in pieces if piece.kind in ("same", kind)) == whole
