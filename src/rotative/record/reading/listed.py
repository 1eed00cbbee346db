"""Lists of words, written as one reads them."""
from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a list, spaces between them."""
    return frozenset(words.split())
