"""A paper's banned words, laid out so that a word of a text is found among thousands by a few look-ups.

A word of a text is the same as a banned one when their letters are and the text has each letter as often in a
row, or drawn out to three and more: "biiite" is "bite", but "bitte", to which one moors, is not.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby

from rotative.discussion.moderation.letters import read

LONGEST = 200  # letters of a word that are looked at
DRAWN_OUT = 3
EXCEPTION = "!"  # begins a line that is let be
SPELLED = 3  # letters of a word that is looked for among letters that stand alone
_ROW = re.compile(r"(.)\1+", re.S)
_WORD = re.compile(r"[^\W_]+")
_OPEN_AT_FIRST = re.compile(r"\*[^\W_]")


@dataclass(frozen=True, slots=True)
class Word:
    """letters: each once, however often in a row; runs: how often."""

    letters: str
    runs: tuple[int, ...]

    def is_in(self, runs: tuple[int, ...], at: int = 0, is_open: bool = False) -> bool:
        """Whether a text's letters, which are the same, are as often there; at the end of an opened word, at least as often."""
        theirs = runs[at : at + len(self.runs)]
        last = len(self.runs) - 1
        return all(run == own or run >= DRAWN_OUT or (is_open and place == last and run > own) for place, (own, run) in enumerate(zip(self.runs, theirs, strict=True)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A banned word or phrase as the publisher wrote it."""

    written: str
    words: tuple[Word, ...]


@dataclass
class Vocabulary:
    """closed: by the letters of the first word. beginnings, endings: by letters, for words that are open at one side; middles: at both.

    shapes: single words by first letter and length. spelled: single words by letters, from three on.
    heads: the first three letters of words, or all they have.
    """

    closed: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    beginnings: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    endings: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    middles: list[Entry] = field(default_factory=list)
    shapes: dict[tuple[str, int], list[tuple[str, Entry]]] = field(default_factory=lambda: defaultdict(list))
    spelled: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    heads: set[str] = field(default_factory=set)

    def may_have(self, word: str) -> bool:
        """Whether it is worth a look: nine words of ten begin unlike all that are banned."""
        letters = once(word[:LONGEST])
        return letters[:3] in self.heads or letters[:2] in self.heads or letters[:1] in self.heads or bool(self.middles or self.endings)

    @cached_property
    def spelled_lengths(self) -> tuple[int, ...]:
        return _lengths(self.spelled)

    @cached_property
    def _begin(self) -> tuple[int, ...]:
        return _lengths(self.beginnings)

    @cached_property
    def _end(self) -> tuple[int, ...]:
        return _lengths(self.endings)

    def has(self, word: str) -> Iterator[Entry]:
        """The single words, open or not, that this word is; and the phrases of which it may be the first."""
        word = word[:LONGEST]
        letters = once(word)
        for entry in (*self.closed.get(letters, ()), *(self.closed.get(letters[:-1], ()) if word[-1:] in ("s", "x") else ())):
            if self._is_closed(entry.words[0], word, letters):
                yield entry
        yield from self._open(word, letters)

    @staticmethod
    def _is_closed(own: Word, word: str, letters: str) -> bool:
        """The word itself, or its plural."""
        word = word if letters == own.letters else word[:-1]
        return once(word) == own.letters and own.is_in(runs(word))

    def _open(self, word: str, letters: str) -> Iterator[Entry]:
        for length in self._begin:
            for entry in self.beginnings.get(letters[:length], ()):
                if entry.words[0].is_in(runs(word), 0, is_open=True):
                    yield entry
        for length in self._end:
            for entry in self.endings.get(letters[-length:], ()):
                if entry.words[0].is_in(runs(word), len(letters) - length):
                    yield entry
        for entry in self.middles:
            at = letters.find(entry.words[0].letters)
            if at >= 0 and entry.words[0].is_in(runs(word), at, is_open=True):
                yield entry


@lru_cache(maxsize=16)
def vocabulary(banned: tuple[str, ...]) -> Vocabulary:
    """The words and phrases of a list; empty lines and lines of signs alone are passed over."""
    return _laid(tuple(written for written in banned if not written.lstrip().startswith(EXCEPTION)))


@lru_cache(maxsize=16)
def exceptions(banned: tuple[str, ...]) -> Vocabulary:
    """The expressions that the list lets be: "!cul-de-sac"."""
    return _laid(tuple(written.replace("*", " ") for written in banned if written.lstrip().startswith(EXCEPTION)))


def _laid(lines: tuple[str, ...]) -> Vocabulary:
    made = Vocabulary()
    for written in lines:
        words = tuple(Word(once(word), runs(word)) for word in _WORD.findall(read(written).folded))
        if words:
            _lay(made, Entry(written.strip(), words), written.strip())
    return made


def _lay(made: Vocabulary, entry: Entry, written: str) -> None:
    is_single, first = len(entry.words) == 1, entry.words[0].letters
    # A star with a blank after it is but the sign before a line of a list.
    opened = (bool(_OPEN_AT_FIRST.match(written)), written.endswith("*") and not written.endswith(" *")) if is_single else (False, False)
    if opened == (True, True):
        made.middles.append(entry)
    elif opened == (False, True):
        made.beginnings[first].append(entry)
    elif opened == (True, False):
        made.endings[first].append(entry)
    else:
        made.closed[first].append(entry)
    if is_single:
        whole = _again(entry.words[0])
        made.shapes[whole[0], len(whole)].append((whole, entry))
    made.heads.add(first[:3])
    if is_single and len(first) >= SPELLED:
        made.spelled[first].append(entry)


def _lengths(by_letters: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted(set(map(len, by_letters))))


def _again(word: Word) -> str:
    """The word, letter by letter."""
    return "".join(letter * run for letter, run in zip(word.letters, word.runs, strict=True))


@lru_cache(maxsize=4_000)
def once(word: str) -> str:
    """Each letter once, however often in a row."""
    return _ROW.sub(r"\1", word)


@lru_cache(maxsize=4_000)
def runs(word: str) -> tuple[int, ...]:
    """How often each letter stands in a row."""
    return tuple(sum(1 for _letter in group) for _first, group in groupby(word))


def singles(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Those of one word."""
    return (entry for entry in entries if len(entry.words) == 1)
