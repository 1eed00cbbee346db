"""Trimming a sentence: no leading connector, nothing in brackets, and without its last aside where it is too long."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rotative.record.reading.essentials.words import CONNECTORS
from rotative.record.reading.text import plain

LONGEST = 180
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_ASIDES = ("acl:relcl", "relcl", "acl", "appos", "advcl", "parataxis")


def trim(words: str, sentence: Any, name: str | None) -> str:
    """The sentence as it would be printed. words: its words as the text has them; name: what its first word is replaced by."""
    found = words[: _end(words, sentence)]
    if name:
        found = name + found[len(sentence[0]) :]
    found = found[_connector(found) :]
    found = " ".join(_BRACKETS.sub("", found).split(" ")).rstrip(" ,;:.")
    return found[:1].upper() + found[1:] + ("" if found.endswith(("»", "”")) and found[-3:-1].strip().endswith(".") else ".")


def _connector(words: str) -> int:
    found = CONNECTORS.match(plain(words))
    return found.end() if found else 0


def _end(words: str, sentence: Any) -> int:
    """Where to end a sentence that is too long: before the first aside that runs to its end."""
    if len(words) <= LONGEST:
        return len(words)
    ends = [end for end in _asides(sentence) if end <= LONGEST]
    return max(ends, default=len(words))


def _asides(sentence: Any) -> Iterator[int]:
    """Where the asides that run to the end of the sentence begin, with the comma before them."""
    last = max((token.i for token in sentence if not token.is_punct and not token.is_space), default=sentence.end)
    for token in sentence:
        left, right = token.left_edge, token.right_edge
        if token.dep_ in _ASIDES and right.i >= last and left.i > sentence.start and left.nbor(-1).text in (",", ":", "–", "—"):
            yield left.nbor(-1).idx - sentence.start_char
