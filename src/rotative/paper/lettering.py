"""How wide words are in a drawing, and how they are shortened until they fit: for SVG made without a browser."""
from __future__ import annotations

from functools import lru_cache
from html import escape

WIDTHS = {**dict.fromkeys("iljtfr.,;:!'’|()[] \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", 4.6), **dict.fromkeys("mwMW—…", 11.5), **dict.fromkeys("0123456789", 8.6)}
CAPITAL, SMALL = 9.4, 7.6
AT = 13  # the size, in units of the drawing, for which the widths are told
MORE = "…"


@lru_cache(maxsize=4096)  # a label is tried in many places
def width_of(words: str, size: float = AT) -> float:
    """At most how wide some words are, set in the strong sans."""
    return sum(WIDTHS.get(letter) or (CAPITAL if letter.isupper() else SMALL) for letter in words) * size / AT


def shortened(words: str, room: float, size: float = AT) -> str:
    """Words that fit into a room: whole, or cut after a word, or within the first one."""
    if width_of(words, size) <= room:
        return words
    pieces = words.split(" ")
    while len(pieces) > 1:
        pieces.pop()
        kept = " ".join(pieces).rstrip(",;: ") + MORE
        if width_of(kept, size) <= room:
            return kept
    return _cut(pieces[0], room, size)


def lines_of(words: str, room: float, most: int, size: float = AT) -> list[str]:
    """Words on a few lines, each of which fits; what has no room is left out after dots."""
    lines: list[str] = [""]
    pieces = words.split(" ")
    for place, piece in enumerate(pieces):
        longer = f"{lines[-1]} {piece}".lstrip()
        if not lines[-1] or width_of(longer, size) <= room:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(piece)
        else:
            lines[-1] = " ".join([lines[-1], *pieces[place:]])
            break
    return [shortened(line, room, size) for line in lines]


def text(x: float, y: float, words: str, anchor: str = "start", ink: str = "") -> str:
    """A line of words in a drawing."""
    classes = f' class="{ink}"' if ink else ""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text{classes} x="{x:.4g}" y="{y:.4g}"{at}>{escape(words)}</text>'


def _cut(word: str, room: float, size: float) -> str:
    for end in range(len(word) - 1, 0, -1):
        if width_of(word[:end] + MORE, size) <= room:
            return word[:end] + MORE
    return MORE
