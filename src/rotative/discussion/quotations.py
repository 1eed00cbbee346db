"""Words of a story that a reader quotes: found in it however they were copied, and kept as the story has them. Pure.

What is compared is letters and figures alone: a page sets spaces, quotation marks and dashes that nobody typed.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

LONGEST = 1000
MANY, SOME = 10, 5  # a passage of many words is named by some at its beginning and at its end
OPENING = re.compile(r"[«“‘\"'(\[]\s?$")
STOP = re.compile(r"\s?[.!?…]+")
CLOSING = re.compile(r"(?:\s?[.!?…]+)?\s?[»”’\"')\]]+[.!?…]*")
TAIL = re.compile(r"[\W_]*$")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def found(words: str, passage: str) -> str:
    """The words of a story that a passage quotes, whole and as they stand there, in one line; nothing where they do not."""
    wanted = _folded(unicodedata.normalize("NFC", passage))[0]
    if not wanted:
        return ""
    words = unicodedata.normalize("NFC", words)
    places = list(_places(words, wanted))
    if not places:
        return ""
    start, end = next((each for each in places if _is_whole(words, *each)), places[0])
    return " ".join(_with_marks(words, *_whole(words, start, end), passage.strip()).split())


def fragment(passage: str) -> str:
    """Where a browser finds a passage on its page: the end of an address. passage: as the page sets it."""
    parts = re.split(r"(\s+)", EDGES.sub("", passage))  # words, and what stands between them
    ends = [parts] if len(parts) < 2 * MANY else [parts[: 2 * SOME - 1], parts[1 - 2 * SOME :]]
    named = [quote(EDGES.sub("", "".join(end)), safe="").replace("-", "%2D") for end in ends]
    return "#:~:text=" + ",".join(named) if all(named) else ""


@lru_cache(maxsize=64)
def _folded(words: str) -> tuple[str, tuple[int, ...]]:
    """Letters and figures alone, without case or accents, and where each stands."""
    letters, places = [], []
    for place, char in enumerate(words):
        for letter in _letters(char):
            letters.append(letter)
            places.append(place)
    return "".join(letters), tuple(places)


@lru_cache(maxsize=4096)
def _letters(char: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", char).casefold() if each.isalnum())


def _places(words: str, wanted: str) -> Iterator[tuple[int, int]]:
    folded, places = _folded(words)
    at = folded.find(wanted)
    while at >= 0:
        yield places[at], places[at + len(wanted) - 1] + 1
        at = folded.find(wanted, at + 1)


def _is_whole(words: str, start: int, end: int) -> bool:
    return (start, end) == _whole(words, start, end)


def _whole(words: str, start: int, end: int) -> tuple[int, int]:
    """The same, with the rest of the words in which it begins and ends."""
    while start and words[start - 1].isalnum():
        start -= 1
    while end < len(words) and (words[end].isalnum() or unicodedata.combining(words[end])):
        end += 1
    return start, end


def _with_marks(words: str, start: int, end: int, passage: str) -> str:
    """With the quotation mark or the full stop at its ends, where they were quoted too."""
    opening = OPENING.search(words[max(0, start - 2) : start]) if not passage[:1].isalnum() else None
    tail = TAIL.search(passage)
    closing = (tail and CLOSING.search(tail[0]) and CLOSING.match(words, end)) or (tail and tail[0] and STOP.match(words, end))
    return words[start - len(opening[0]) if opening else start : closing.end() if closing else end]
