"""Words as they are indexed and looked for, so that both meet.

Pure. Case, accents and ligatures do not matter; what French elides before a vowel
(l’, d’, qu’) is not a word, so « l’eau » and « eau » are the same.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
WORD = re.compile(r"[^\W_]+")
ELIDED = re.compile(r"\b(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=[^\W_])", re.I)
MOST_TERMS = 24


class Word(NamedTuple):
    """A word of a text: as it is looked for, and where it stands."""

    folded: str
    start: int
    end: int


class Term(NamedTuple):
    """Words that must stand side by side; ``prefix`` when the last may be a beginning."""

    words: tuple[str, ...]
    prefix: bool = False


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without case, accents or ligatures."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold().translate(LIGATURES))
    return "".join(letter for letter in bare if letter.isalnum())


def words(text: str) -> Iterator[Word]:
    """The words of a text in order, what is elided left out."""
    unelided = ELIDED.sub(lambda found: " " * len(found[0]), text)
    for found in WORD.finditer(unelided):
        folded = fold(found[0])
        if folded:
            yield Word(folded, found.start(), found.end())


def plain(text: str) -> str:
    """A text as the index keeps it: its folded words, a space between."""
    return " ".join(word.folded for word in words(text))


def terms(query: str) -> list[Term]:
    """What a reader asked for. Quotes make a phrase, also one that is not closed; the last
    word may be the beginning of one. Any text is a question; most say nothing wrong."""
    found: list[Term] = []
    parts = re.split(r"[\"“”«»]", query[:400])
    for number, part in enumerate(parts):
        inside = tuple(word.folded for word in words(part))
        if number % 2:
            found += [Term(inside)] if inside else []
        else:
            found += _loose(part)
    if len(parts) % 2 and found and parts[-1].strip():
        found[-1] = found[-1]._replace(prefix=len(found[-1].words[-1]) > 1)
    return found[:MOST_TERMS]


def _loose(part: str) -> list[Term]:
    """Words apart; those that a hyphen or an apostrophe joins stay side by side."""
    pieces = (tuple(word.folded for word in words(piece)) for piece in part.split())
    return [Term(piece) for piece in pieces if piece]
