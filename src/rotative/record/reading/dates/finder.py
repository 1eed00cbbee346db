"""Every date of a text, in order."""
from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from rotative.record.reading.dates import timex
from rotative.record.reading.dates.bounds import bounded
from rotative.record.reading.dates.english import ENGLISH
from rotative.record.reading.dates.french import FRENCH
from rotative.record.reading.dates.language import Language
from rotative.record.reading.dates.matching import Found, expressions
from rotative.record.reading.dates.meaning import ANAPHORIC, sense
from rotative.record.reading.dates.sense import Sense
from rotative.record.reading.dates.setting import Setting
from rotative.record.reading.dates.tense import sentence, tense
from rotative.record.reading.findings import Date, Interval, Span
from rotative.record.reading.text import Block, Text

LANGUAGES = {"fr": FRENCH, "en": ENGLISH}
# A day told in a block still holds in so many of the next.
_HOLDS = 1


def find(text: Text) -> list[Date]:
    """The dates, hours, durations and repetitions of the story, in order, none over another.

    Raises KeyError for a language that is not read. A value stays as the words tell it; the interval also
    has what a preposition says: "depuis 2014" has no end, "du 24 au 26 octobre" gives both days the same.
    """
    reader = _Reader(text, LANGUAGES[text.language])
    return [each for number, block in enumerate(text.story()) for each in reader.read(number, block)]


@dataclass
class _Reader:
    """A text as it is read: the days it has told so far, by block."""

    text: Text
    language: Language
    days: dict[int, list[tuple[int, date]]] = field(default_factory=dict)

    def read(self, number: int, block: Block) -> list[Date]:
        """The dates of a block. Those that lean on another day are understood once the others are."""
        words = self.text.plain[slice(*block.span)]
        found = list(expressions(words, self.language))
        senses: dict[int, Sense] = {}
        self.days[number] = []
        for leaning in (False, True):
            for place, each in enumerate(found):
                if (each.rule.kind in ANAPHORIC) is leaning:
                    self._understand(number, words, place, each, found, senses)
        kept = [(each, senses[place]) for place, each in enumerate(found) if place in senses]
        return [_date(each, its, interval, block) for (each, its), interval in zip(kept, bounded(kept, self.text.published, self.language), strict=True)]

    def _understand(self, number: int, words: str, place: int, found: Found, all_found: list[Found], senses: dict[int, Sense]) -> None:
        setting = Setting(
            self.text.published, self.language, self._day(number, words, found), _year(words, place, all_found, senses),
            partial(tense, words, *found.span, self.language),
        )
        its = sense(found, setting)
        if its:
            senses[place] = its
            reach = timex.reach(its.value.partition("T")[0]) if its.type in ("DATE", "TIME") else None
            if reach and reach[0] == reach[1]:
                insort(self.days[number], (found.span.start, reach[0]))

    def _day(self, number: int, words: str, found: Found) -> date | None:
        """The day told last before a place, in its block or one before; for an hour, also the next of its sentence."""
        told, here = self.days[number], found.span.start
        after = bisect_left(told, (here, date.min))
        start = sentence(words, here)
        if found.rule.kind == "clock" and after < len(told) and not (after and told[after - 1][0] >= start) and sentence(words, told[after][0]) == start:
            return told[after][1]
        if after:
            return told[after - 1][1]
        earlier = self.days.get(number - _HOLDS)
        return earlier[-1][1] if earlier else None


def _year(words: str, place: int, found: list[Found], senses: dict[int, Sense]) -> int | None:
    """The year that the sentence told by itself before a place: "en 2014 (en janvier…)"."""
    start = sentence(words, found[place].span.start)
    for earlier in range(place - 1, -1, -1):
        if found[earlier].span.start < start:
            return None
        its = senses.get(earlier)
        if its and its.type == "DATE" and len(its.value) == 4 and its.value.isdigit():
            return int(its.value)
    return None


def _date(found: Found, its: Sense, interval: Interval, block: Block) -> Date:
    start = block.span.start
    return Date(Span(start + found.span.start, start + found.span.end), its.type, its.value, interval)
