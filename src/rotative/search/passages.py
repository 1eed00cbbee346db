"""The passage of a text where what was asked for stands thickest, marked and escaped.

Pure. Everything but ``<mark>`` is escaped here, so that a page may show it as it is.
"""
from __future__ import annotations

from html import escape

from rotative.search.words import Term, Word, words

LENGTH = 34  # Words of a passage.
BEFORE = 6  # Words shown before the first that was found.


def passage(text: str, terms: list[Term]) -> str:
    """The best passage with the words asked for in ``<mark>``; the beginning if none stands in it."""
    every = list(words(text))
    if not every:
        return escape(" ".join(text.split()), quote=False)
    found = [_asked(word.folded, terms) for word in every]
    start = _best_start(found)
    end = min(start + LENGTH, len(every))
    return _marked(text, every[start:end], found[start:end], start > 0, end < len(every))


def _asked(folded: str, terms: list[Term]) -> str:
    """The word asked for that a word of the text answers; nothing for others."""
    for term in terms:
        if folded in term.words:
            return folded
        if term.prefix and folded.startswith(term.words[-1]):
            return term.words[-1]
    return ""


def _best_start(found: list[str]) -> int:
    """Where the passage with the most different words begins; the earliest of equals."""
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
