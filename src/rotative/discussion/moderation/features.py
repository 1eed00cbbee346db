"""A text as numbers: which words, pairs of words and pieces of words it has, each hashed to one of so many places."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rotative.discussion.moderation.findings import Span
from rotative.discussion.moderation.letters import read

Places = NDArray[np.int64]
Hashes = NDArray[np.uint64]

SIZE = 1 << 17
PIECES = (3, 4, 5)  # letters
WORDS = 2_000  # that are looked at: more says no more
LONGEST = 60  # letters of a word that are looked at
_PRIME = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits in no order: Knuth's multiplicative hashing
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Features:
    """Where each word, pair and piece of a text is hashed to, with repetitions, in the order of the text.

    words: the words' spans in the text as typed. starts: where each begins in the line of which pieces are taken.
    """

    words: tuple[Span, ...]
    starts: tuple[int, ...]
    length: int
    singles: Places
    pairs: Places
    pieces: dict[int, Places]

    def distinct(self) -> Places:
        """Each place once, in order."""
        found: Places = np.unique(np.concatenate([self.singles, self.pairs, *self.pieces.values()]))
        return found


def features(text: str) -> Features:
    """Of the words as they are read, without accents, capitals and disguises."""
    letters = read(text)
    found = [word for word, _place in zip(_WORD.finditer(letters.folded), range(WORDS), strict=False)]
    words = [word[0][:LONGEST] for word in found]
    line = f" {' '.join(words)} "
    codes: NDArray[Any] = np.frombuffer(line.encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint64)
    singles: Hashes = np.array([crc32(word.encode()) for word in words], dtype=np.uint64)
    return Features(
        words=tuple(letters.span(*word.span()) for word in found),
        starts=_starts(words),
        length=len(codes),
        singles=_places(_mixed(singles, 1)),
        pairs=_places(_mixed(_mixed(singles[:-1], 2) ^ singles[1:], 2)),
        pieces={length: _places(_pieces(codes, length)) for length in PIECES},
    )


def _starts(words: list[str]) -> tuple[int, ...]:
    starts, at = [], 1
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return tuple(starts)


def _pieces(codes: Hashes, length: int) -> Hashes:
    """A hash for each run of so many letters, all at once."""
    number = max(0, len(codes) - length + 1)
    hashed: Hashes = np.full(number, length, dtype=np.uint64)
    for place in range(length):
        hashed = _mixed(hashed ^ codes[place : place + number], 3)
    return hashed


def _mixed(hashes: Hashes, kind: int) -> Hashes:
    mixed: Hashes = (hashes + np.uint64(kind)) * _PRIME
    return mixed ^ (mixed >> np.uint64(29))


def _places(hashes: Hashes) -> Places:
    return (hashes % np.uint64(SIZE)).astype(np.int64)
