"""What changed between two wordings, word by word, as an editor would strike out and write in."""
from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

FEW = 0.4  # of the words in common: below it, nobody would read one into the other


class Piece(NamedTuple):
    """Words that stayed (``same``), went (``del``) or came (``ins``)."""

    kind: str
    words: str


def compared(was: str, now: str) -> list[Piece]:
    """The pieces of both wordings in the order of the new one; all of the old and all of the new where little is left."""
    before, after = was.split(" "), now.split(" ")
    matched = SequenceMatcher(None, before, after, autojunk=False)
    if was and now and matched.ratio() < FEW:
        return [Piece("del", was), Piece("ins", now)]
    return [piece for piece in _pieces(matched, before, after) if piece.words]


def _pieces(matched: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Piece]:
    for how, start, end, start_2, end_2 in matched.get_opcodes():
        if how == "equal":
            yield Piece("same", " ".join(after[start_2:end_2]))
            continue
        yield Piece("del", " ".join(before[start:end]))
        yield Piece("ins", " ".join(after[start_2:end_2]))
