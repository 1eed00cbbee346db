"""Kin: likeness of a story to earlier ones, which an editor reads to make a thread.

Term frequency times inverse document frequency over the paper's own archive: what is rare *here*
tells stories of one affair from others. Weights fitted on another archive do worse than none.
"""
from __future__ import annotations

import math
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

TITLE_WEIGHT = 2
STEM_LETTERS = 6
HALF_LIFE_DAYS = 180.0
# What does not fade: an affair that comes back after years is still found.
LASTING = 0.3
# A stem in more than this share of the stories tells nothing, and costs the most time.
COMMON = 0.2
SMALL_ARCHIVE = 1000

_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
_DAY = 86_400.0


class Archive:
    """Stories, by their stems; it grows story by story, in any order.

    About 3 KB a story of 300 words, and 10 ms for a rank among 100,000 of them
    (``python bench/record/threads.py --stories 100000`` measures both).
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._stories: list[str] = []
        self._days = array("d")
        self._postings: dict[str, _Postings] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, story: str) -> bool:
        return story in self._numbers

    def add(self, story: str, title: str, body: str, published: datetime) -> None:
        """Take a story in; one that is there already is replaced. published: aware."""
        self.discard(story)
        number = len(self._stories)
        self._numbers[story] = number
        self._stories.append(story)
        self._days.append(published.timestamp() / _DAY)
        for stem, weight in _unit(_frequencies(title, body)).items():
            self._postings.setdefault(stem, _Postings()).append(number, weight)

    def discard(self, story: str) -> None:
        """Leave a story out of every rank. Its words stay in the counts until the archive is built again."""
        number = self._numbers.pop(story, None)
        if number is not None:
            self._days[number] = math.inf

    def rank(self, title: str, body: str, published: datetime, limit: int = 10, *, but: Iterable[str] = ()) -> list[tuple[str, float]]:
        """The stories most like this one and not later than it, best first, with their likeness.

        Likeness is above 0 and at most 1, which is a story of the same words on the same day.
        but: stories to leave out, such as the story itself.
        """
        if limit < 1:
            return []
        likeness = self._likeness(_frequencies(title, body)) * self._fading(published.timestamp() / _DAY)
        likeness[[self._numbers[story] for story in but if story in self._numbers]] = 0
        return [(self._stories[number], float(likeness[number])) for number in _best(likeness, limit)]

    def _likeness(self, frequencies: dict[str, float]) -> Floats:
        """Of every story, by number: its weights by the squares of rarity, over what the same words would reach."""
        found = np.zeros(len(self._stories))
        reach = 0.0
        for stem, weight in _unit(frequencies).items():
            postings = self._postings.get(stem)
            rarity = self._rarity(len(postings) if postings else 0) ** 2
            reach += weight * weight * rarity
            if postings and rarity:
                postings.add_to(found, weight * rarity)
        return np.minimum(found / reach, 1.0) if reach else found

    def _rarity(self, holding: int) -> float:
        """Inverse document frequency of a stem that so many stories hold."""
        if holding > COMMON * len(self) and len(self) > SMALL_ARCHIVE:
            return 0.0
        return max(0.0, math.log((len(self) + 1) / (holding + 0.5)))

    def _fading(self, day: float) -> Floats:
        """What is left of likeness with age, in (0, 1]; 0 for a story that is later or gone."""
        age = day - np.array(self._days)
        return np.where(age >= 0, LASTING + (1 - LASTING) * np.exp2(-np.maximum(age, 0) / HALF_LIFE_DAYS), 0.0)


class _Postings:
    """The stories that hold a stem, and its weight in each: 8 bytes a story."""

    __slots__ = ("numbers", "weights")

    def __init__(self) -> None:
        self.numbers = array("i")
        self.weights = array("f")

    def __len__(self) -> int:
        return len(self.numbers)

    def append(self, number: int, weight: float) -> None:
        self.numbers.append(number)
        self.weights.append(weight)

    def add_to(self, found: Floats, factor: float) -> None:
        """Add each story's weight, times a factor, at its number."""
        found[np.frombuffer(self.numbers, np.int32)] += factor * np.frombuffer(self.weights, np.float32)


def stems(words: str) -> list[str]:
    """Words of three letters or more and numbers, without case and accents, cut to their first letters."""
    letters = unicodedata.normalize("NFD", words.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return [word[:STEM_LETTERS] for word in _WORD.findall(plain)]


def _frequencies(title: str, body: str) -> dict[str, float]:
    """Each stem's count on a logarithmic scale, those of the title counted more than once."""
    counts = Counter(stems(body))
    for stem in stems(title):
        counts[stem] += TITLE_WEIGHT
    return {stem: 1 + math.log(count) for stem, count in counts.items()}


def _unit(weights: dict[str, float]) -> dict[str, float]:
    """The same, of length one."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()}


def _best(likeness: Floats, limit: int) -> list[int]:
    """The numbers of the highest, best first, the latest first among equals; none that is 0."""
    numbers = np.flatnonzero(likeness > 0)
    if len(numbers) > limit:
        # Every number that ties with the last place is kept, so that the order among equals is one.
        least = np.partition(likeness[numbers], -limit)[-limit]
        numbers = numbers[likeness[numbers] >= least]
    return sorted((int(number) for number in numbers), key=lambda number: (-likeness[number], -number))[:limit]
