"""What a scene's one line of English says: who, how many, what hour, what weather."""

import re

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "few": 4,
    "several": 4,
    "pair": 2,
}


class Words:
    """A scene, ready to be asked about."""

    def __init__(self, text: str):
        self.text = text.lower()
        self.list = re.findall(r"[a-z]+", self.text)

    def has(self, *stems: str) -> bool:
        """Whether any word begins with any of these stems (a space asks for a phrase)."""
        return any(self._said(stem) for stem in stems)

    def count(self, *stems: str, least: int = 0) -> int:
        """How many of a thing the scene asks for; a bare plural means three."""
        for i, word in enumerate(self.list):
            if any(_is(word, stem) for stem in stems):
                return self._number_before(i) or (3 if _plural(word) else 1)
        return least

    def clauses(self) -> list["Words"]:
        """Its parts, between the commas."""
        return [Words(part) for part in re.split(r"[,:;]| and a | while ", self.text) if part.strip()]

    @property
    def night(self) -> bool:
        return self.has("night", "moon", "midnight", "torch", "dark")

    @property
    def low_sun(self) -> bool:
        return self.has(
            "dawn", "dusk", "evening", "sunset", "sunrise", "first light", "last light", "low sun", "morning"
        )

    @property
    def thick(self) -> bool:
        return self.has("fog", "mist", "haze", "drizzle")

    @property
    def rough(self) -> bool:
        return self.has("gale", "storm", "swell", "rough", "squall", "spray", "breaking", "wind blow")

    @property
    def wet(self) -> bool:
        return self.has("rain", "wet", "drizzle", "shower")

    def _said(self, stem):
        if " " in stem.strip():
            return stem in self.text
        return any(_is(word, stem) for word in self.list)

    def _number_before(self, i):
        for word in reversed(self.list[max(0, i - 3) : i]):
            if word in NUMBERS:
                return NUMBERS[word]
        return 0


def _is(word, stem):
    """A stem that ends in a space stands for that word alone."""
    return word == stem.strip() if stem.endswith(" ") else word.startswith(stem)


def _plural(word):
    return word in ("people", "women", "men", "children", "crowd") or (
        word.endswith(("s", "men")) and not word.endswith(("ss", "us", "woman"))
    )
