"""Anchors: words of a text, by which they are found again when the text was edited.

An anchor holds where the words were, the words, and 32 characters on either side. Words are found again
where they and what is around them agree; moved, where they are many enough to be told by themselves; trimmed,
where only their ends were cut. Words that were rewritten are not found: whoever asks must say so.
Apostrophes, spaces and dots that typographers change count as the same; everything else must be the same letters.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from rotative.record.reading.text import plain

AROUND = 32  # characters kept on either side
AGREEING = 12  # of these, how many beside the words must agree on one side
TOLD_BY_THEMSELVES = 4  # words, from which on a sentence is known wherever it stands
CUT_AT_MOST = 12  # words, and a third of them

# Cutting one of these off an end turns what was said: such words are taken for rewritten.
TURNS = frozenset(
    ["ne", "n", "ni", "non", "pas", "plus", "jamais", "aucun", "aucune", "rien", "guère", "sans", "si", "sauf", "peut-être", "presque", "sinon", "faux", "contraire", "moins", "not", "n't", "no", "never", "none", "nothing", "without", "unless", "if", "except", "perhaps", "maybe", "hardly", "false", "cannot", "nor", "neither"]
)
WORD = re.compile(r"\w+(?:-\w+)*")

Blocks = Mapping[str, str]  # the words of each block by its name, in order


@dataclass(frozen=True)
class Anchor:
    """Words in a block, [start, end), and what stands on either side of them, cut at the block's ends."""

    block: str
    start: int
    end: int
    words: str
    before: str = ""
    after: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class Found(NamedTuple):
    """Words found again: where they are now, and how they were found."""

    anchor: Anchor
    how: Literal["same", "moved", "trimmed"]


def anchor(blocks: Blocks, block: str, start: int, end: int) -> Anchor:
    """The anchor of some words. Raises ValueError where there are none: outside of the block, or white space."""
    text = blocks.get(block, "")
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise ValueError(f"no words at {start} to {end} of block {block}")
    return Anchor(block, start, end, text[start:end], text[max(start - AROUND, 0) : start], text[end : end + AROUND])


def find(wanted: Anchor, blocks: Blocks) -> Found | None:
    """Find the words of an anchor in a text that may have been edited; None when they were rewritten, or cannot be told."""
    return _stands(wanted, blocks) or _elsewhere(wanted, blocks) or _trimmed(wanted, blocks)


# ── The same words ─────────────────────────────────────────────────────────────


def _stands(wanted: Anchor, blocks: Blocks) -> Found | None:
    """At their place, with the same words around them."""
    if _plain(blocks.get(wanted.block, ""))[wanted.start : wanted.end] != plain(wanted.words):
        return None
    here = anchor(blocks, wanted.block, wanted.start, wanted.end)
    return Found(here, "same") if _agreement(wanted, here) == _most(wanted) else None


def _elsewhere(wanted: Anchor, blocks: Blocks) -> Found | None:
    """Where most around them agrees; else where they stand alone, if they are many enough."""
    places = [(_agreement(wanted, each), each) for each in _occurrences(wanted.words, blocks)]
    known = [place for place in places if _is_known(wanted, place[1])]
    best = max((score for score, _ in known), default=None)
    kept = [each for score, each in known if score == best]
    if not known and len(places) == 1 and len(WORD.findall(wanted.words)) >= TOLD_BY_THEMSELVES:
        kept = [places[0][1]]
    if len(kept) > 1:
        kept = [each for each in kept if each.block == wanted.block]
    return Found(kept[0], _how(wanted, kept[0])) if len(kept) == 1 else None


def _how(wanted: Anchor, here: Anchor) -> Literal["same", "moved"]:
    return "same" if (here.block, here.start) == (wanted.block, wanted.start) else "moved"


def _occurrences(words: str, blocks: Blocks) -> Iterator[Anchor]:
    """Every place where some words stand, as whole words."""
    looked_for = plain(words)
    for name, text in blocks.items():
        start = _plain(text).find(looked_for)
        while start >= 0:
            here = anchor(blocks, name, start, start + len(words))
            if _is_whole(here):
                yield here
            start = _plain(text).find(looked_for, start + 1)


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    """Of a block, remembered: every anchor of a story is looked for in each of its blocks."""
    return plain(text)


def _is_whole(here: Anchor) -> bool:
    """Whether the words begin and end where words do."""
    edges = ((here.before[-1:], here.words[0]), (here.words[-1], here.after[:1]))
    return not any(one.isalnum() and other.isalnum() for one, other in edges)


def _agreement(wanted: Anchor, here: Anchor) -> int:
    """How many characters on both sides are the same, counted from the words."""
    return sum(_sides(wanted, here))


def _most(wanted: Anchor) -> int:
    return len(wanted.before) + len(wanted.after)


def _is_known(wanted: Anchor, here: Anchor) -> bool:
    """Whether at least one side agrees well enough to say that these are the same words, not the same again."""
    sides = zip(_sides(wanted, here), (wanted.before, wanted.after), strict=True)
    alone = not _most(wanted) and not (here.before + here.after).strip()  # a block of its own, as it was
    return alone or any(same >= AGREEING or same == len(side) > 3 for same, side in sides)


def _sides(wanted: Anchor, here: Anchor) -> tuple[int, int]:
    return _common(wanted.before[::-1], here.before[::-1]), _common(wanted.after, here.after)


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(plain(one), plain(other), strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


# ── Trimmed words ──────────────────────────────────────────────────────────────


def _trimmed(wanted: Anchor, blocks: Blocks) -> Found | None:
    """Where the ends were cut and nothing else: what was around the words is around those that are left."""
    for words in _shorter(wanted.words) if _may_be_trimmed(wanted.words, blocks) else ():
        places = [each for each in _occurrences(words, blocks) if _closes_up(wanted, each)]
        if places:
            return Found(places[0], "trimmed") if len(places) == 1 else None
    return None


def _shorter(words: str) -> Iterator[str]:
    """The words with their ends cut, the longest first; marks at both ends stay."""
    found, most = list(WORD.finditer(words)), _cut_at_most(words)
    head, tail = (words[: found[0].start()], words[found[-1].end() :]) if found else ("", "")
    for cut in range(1, most + 1):
        for left in range(cut + 1):
            first, last = found[left], found[len(found) - 1 - (cut - left)]
            if not _turns(words[: first.start()]) and not _turns(words[last.end() :]):
                yield head + words[first.start() : last.end()] + tail


def _cut_at_most(words: str) -> int:
    number = len(WORD.findall(words))
    return max(min(number // 3, CUT_AT_MOST, number - TOLD_BY_THEMSELVES), 0)


def _may_be_trimmed(words: str, blocks: Blocks) -> bool:
    """Whether the middle, which is left however the ends are cut, stands anywhere: most words that are lost are lost whole."""
    found, most = list(WORD.finditer(words)), _cut_at_most(words)
    if not most:
        return False
    middle = plain(words[found[most].start() : found[-1 - most].end()])
    return any(middle in _plain(text) for text in blocks.values())


def _turns(cut: str) -> bool:
    """Whether words that were cut off may have turned the sense of those that are left."""
    return not TURNS.isdisjoint(WORD.findall(plain(cut).casefold().replace("n't", " n't not ")))


def _closes_up(wanted: Anchor, here: Anchor) -> bool:
    """Whether what was around the words stands close to what is left of them, on both sides."""
    sides = zip(_sides(wanted, here), (wanted.before, wanted.after), (here.before, here.after), strict=True)
    return all(same >= min(AGREEING, len(side)) and (side or not now.strip()) for same, side, now in sides)
