"""The passage of a text where what was asked for stands thickest, marked and escaped.

Pure. Everything but ``<mark>`` is escaped here, so that a page may show it as it is.
"""
from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rotative.search.words import Term, Word, plain, words

LENGTH = 34  # Words of a passage.
BEFORE = 6  # Words shown before the first that was found.


def passage(text: str, terms: list[Term], title: str = "") -> str:
    """The best passage with what was asked for in ``<mark>``; the beginning if none of it stands in the text.

    A phrase is marked where its words stand side by side. A word that only begins as the last one
    asked for is marked where neither the text nor its title holds that word itself.
    """
    every = list(words(text))
    if not every:
        return escape(" ".join(text.split()), quote=False)
    found = _found([word.folded for word in every], plain(title).split(), terms)
    start = _best_start(found)
    end = min(start + LENGTH, len(every))
    return _marked(text, every[start:end], found[start:end], start > 0, end < len(every))


def _found(folded: list[str], title: list[str], terms: list[Term]) -> list[str]:
    """For each word of the text what was asked for that it answers; nothing for others."""
    found = [""] * len(folded)
    for term in terms:
        for place in _places(folded, term) or ([] if _places(title, term) else _beginnings(folded, term)):
            for each in range(place, place + len(term.words)):
                found[each] = " ".join(term.words)
    return found


def _places(folded: list[str], term: Term) -> list[int]:
    """Where all the words of a term stand, the last perhaps in the plural."""
    *before, last = term.words
    endings = {last, f"{last}s", f"{last}x"} if term.prefix else {last}
    return [place for place in _after(folded, before) if folded[place + len(before)] in endings]


def _beginnings(folded: list[str], term: Term) -> list[int]:
    """Where a word that begins as the last of a term does stands after its others."""
    *before, last = term.words
    return [place for place in _after(folded, before) if folded[place + len(before)].startswith(last)] if term.prefix else []


def _after(folded: list[str], before: list[str]) -> Iterator[int]:
    """Where some words stand, and another after them."""
    length = len(before)
    return (place for place in range(len(folded) - length) if folded[place : place + length] == before)


def _best_start(found: list[str]) -> int:
    """Where the passage with the most of what was asked for begins; the earliest of equals."""
    places = [place for place, word in enumerate(found) if word]
    best, first = (0, 0), 0
    for number, place in enumerate(places):
        near = [found[each] for each in places[number : number + LENGTH] if each < place + LENGTH - BEFORE]
        points = len(set(near)), len(near)
        if points > best:
            best, first = points, place
    return max(0, min(first - BEFORE, len(found) - LENGTH)) if first > BEFORE else 0


def _marked(text: str, shown: list[Word], found: list[str], cut_before: bool, cut_after: bool) -> str:
    pieces = ["… " if cut_before else ""]
    at = shown[0].start if cut_before else 0
    for word, asked in zip(shown, found, strict=True):
        inside = escape(text[word.start : word.end], quote=False)
        pieces += [escape(text[at : word.start], quote=False), f"<mark>{inside}</mark>" if asked else inside]
        at = word.end
    pieces.append(" …" if cut_after else escape(text[at:], quote=False))
    return " ".join("".join(pieces).split())
