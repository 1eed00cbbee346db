"""Numbers as they are written in a text: figures, words, Roman figures."""
from __future__ import annotations

import re
from collections.abc import Mapping

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_THOUSANDS = re.compile(r"[\s.](?=\d{3}(?!\d))")
_SPLIT = re.compile(r"[\s-]+")


def number(words: str, values: Mapping[str, int]) -> float | None:
    """The number that words or figures say; None if they say none. values: a language's words for numbers."""
    if words[:1].isdigit():
        return _figures(words)
    total = 0
    for word in _SPLIT.split(words):
        value = values.get(word)
        if value is None:
            continue
        # "Quatre-vingts", "two hundred": what comes before multiplies.
        multiplies = value >= 100 or (value == 20 and total == 4)
        total = max(total, 1) * value if multiplies else total + value
    return float(total) if total else None


def roman(figures: str) -> int:
    """Roman figures, of a century."""
    values = [_ROMAN[letter] for letter in figures]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def plainly(value: float) -> str:
    """As TIMEX3 writes it: 2, 2.5, 30.4."""
    return f"{value:g}"


def _figures(words: str) -> float | None:
    try:
        return float(_THOUSANDS.sub("", words).replace(",", "."))
    except ValueError:
        return None
