"""Letters as an eye reads them: without accents, disguises and what can not be seen, each with its place in the text as typed."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# What looks like one of our letters and is another's. Unicode itself knows ours in another dress (𝐜, ｃ, ⓒ, ç).
_DISGUISES = {
    "a": "аαɑ∂", "b": "вьβΒ", "c": "сϲς¢ⅽ", "d": "ԁ", "e": "еёєεҽ℮эəΕ", "f": "ƒ", "g": "ɡց", "h": "һнհΗ", "i": "іїιı", "j": "јϳ", "k": "кκ", "l": "ӏ",
    "m": "мΜ", "n": "пиηոΝ", "o": "оοσօ", "p": "рρ", "q": "ԛզ", "r": "г", "s": "ѕ", "t": "тτ", "u": "υս", "v": "νѵ", "w": "ԝωш", "x": "хχ", "y": "уγүΥ",
    "z": "Ζ", "oe": "œ", "ae": "æ",
}  # fmt: skip
_SEEN_AS = {sign: letter for letter, signs in _DISGUISES.items() for sign in signs}
_NAMED = re.compile(r"(?:LATIN|NEGATIVE|SQUARED|CIRCLED|REGIONAL INDICATOR|FULLWIDTH|PARENTHESIZED)[A-Z -]*? (?:LETTER|SYMBOL LETTER)(?: SMALL CAPITAL| DOTLESS| TURNED)? ([A-Z])(?: WITH .*)?")
# An I in the midst of small letters looks like an l, and is there for that.
_LOST_I = re.compile(r"(?<=[a-zß-öø-ÿœ])I(?=[a-zß-öø-ÿœ])")
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # letters and signs that are drawn as nothing


@dataclass(frozen=True, slots=True)
class Letters:
    """folded: what is read. places: where each letter of it stands in the text as typed."""

    folded: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of what is read, in the text as typed."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=4)
def read(text: str) -> Letters:
    """The letters of a text. Several phases read the same one, one after the other."""
    text = _LOST_I.sub("l", text)
    if text.isascii():
        return Letters(text.lower(), range(len(text)))
    folded = [fold(char) for char in text]
    places = [place for place, letters in enumerate(folded) for _ in letters]
    return Letters("".join(folded), places)


@lru_cache(maxsize=20_000)
def fold(char: str) -> str:
    """One character as it is read: small letters without accents; nothing for what can not be seen."""
    if char.isascii():
        return char.lower()
    if is_invisible(char):
        return ""
    parts = unicodedata.normalize("NFKD", char)[:4]
    return "".join(_looks_like(part) for part in parts if not is_invisible(part))


def is_invisible(char: str) -> bool:
    """Marks on a letter count as such: without its letter, one is nothing."""
    return unicodedata.category(char) in ("Cf", "Mn", "Me") or char in _BLANKS


def is_nothing(char: str) -> bool:
    """What leaves no ink: blanks, and what can not be seen."""
    return char.isspace() or is_invisible(char)


def _looks_like(char: str) -> str:
    if char.isascii():
        return char.lower()
    small = char.casefold()
    found = _SEEN_AS.get(char) or _SEEN_AS.get(small)
    return found or _letter_by_name(char) or small


def _letter_by_name(char: str) -> str:
    """ʀ is the LATIN LETTER SMALL CAPITAL R, 🅰 the NEGATIVE SQUARED LATIN CAPITAL LETTER A."""
    found = _NAMED.fullmatch(unicodedata.name(char, ""))
    return found[1].lower() if found else ""


_DIGIT = re.compile(r"[^\x00-\x7f]")


def level(text: str) -> str:
    """The same, letter for letter, with the digits, dashes and spaces of a keyboard."""
    return text if text.isascii() else _DIGIT.sub(lambda found: _level(found[0]), text)


@lru_cache(maxsize=2_000)
def _level(char: str) -> str:
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    kind = unicodedata.category(char)
    plain = unicodedata.normalize("NFKC", char)
    return "-" if kind == "Pd" else " " if kind == "Zs" else plain if len(plain) == 1 and plain.isascii() else char
