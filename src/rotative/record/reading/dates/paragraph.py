"""The expressions of a block, understood one after the other, each with what those before it told."""
from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial
from typing import NamedTuple

from rotative.record.reading.dates import timex
from rotative.record.reading.dates.language import Language
from rotative.record.reading.dates.matching import Found, expressions
from rotative.record.reading.dates.meaning import ANAPHORIC, sense
from rotative.record.reading.dates.sense import Sense
from rotative.record.reading.dates.setting import Setting
from rotative.record.reading.dates.tense import sentence, tense

_LINK = re.compile(r",? ?(?:et|ou|puis|à|au|and|or|to|through|-|–)?(?: le| on)? ?")


class Told(NamedTuple):
    """A day that was told: where in the block, which, and the value, that may have an hour."""

    place: int
    day: date
    value: str


@dataclass
class Paragraph:
    """A block that is being read. before: what the block before it told last, which still holds."""

    words: str
    published: datetime
    language: Language
    before: Told | None
    told: list[Told] = field(default_factory=list)
    senses: dict[int, Sense] = field(default_factory=dict)

    @cached_property
    def found(self) -> list[Found]:
        """Its expressions, in order."""
        return list(expressions(self.words, self.language))

    @property
    def last(self) -> Told | None:
        """What it told last."""
        return self.told[-1] if self.told else None

    def understood(self) -> list[tuple[Found, Sense]]:
        """Its expressions that mean a time. Those that lean on another day come once the others are understood."""
        for leaning in (False, True):
            for number, each in enumerate(self.found):
                if (each.rule.kind in ANAPHORIC) is leaning:
                    self._understand(number, each)
        return [(each, self.senses[number]) for number, each in enumerate(self.found) if number in self.senses]

    def _understand(self, number: int, found: Found) -> None:
        its = sense(found, self._setting(number, found))
        if not its:
            return
        self.senses[number] = its
        days = timex.reach(its.value.partition("T")[0]) if its.type in ("DATE", "TIME") else None
        if days and days[0] == days[1]:
            insort(self.told, Told(found.span.start, days[0], its.value))

    def _setting(self, number: int, found: Found) -> Setting:
        told = self._told_for(found)
        return Setting(
            self.published,
            self.language,
            day=told and told.day,
            moment=told and told.value,
            year=self._year_for(number),
            listed=self._listed_before(number),
            ask_tense=partial(tense, self.words, *found.span, self.language),
        )

    def _told_for(self, found: Found) -> Told | None:
        """The day told last before an expression; for an hour without one in its sentence, the next of the sentence."""
        here = found.span.start
        after = bisect_left(self.told, (here,))
        if found.rule.kind == "clock" and after < len(self.told):
            start = sentence(self.words, here)
            is_alone = not after or self.told[after - 1].place < start
            if is_alone and sentence(self.words, self.told[after].place) == start:
                return self.told[after]
        return self.told[after - 1] if after else self.before

    def _year_for(self, number: int) -> int | None:
        """The year that the sentence told by itself before an expression: "en 2014 (en janvier…)"."""
        start = sentence(self.words, self.found[number].span.start)
        for earlier in range(number - 1, -1, -1):
            if self.found[earlier].span.start < start:
                return None
            its = self.senses.get(earlier)
            if its and its.type == "DATE" and len(its.value) == 4 and its.value.isdigit():
                return int(its.value)
        return None

    def _listed_before(self, number: int) -> date | None:
        """The day before an expression in a list: "lundi, mardi et mercredi", "de mars à juin"."""
        its = self.senses.get(number - 1)
        if not its or its.type != "DATE":
            return None
        between = self.words[self.found[number - 1].span.end : self.found[number].span.start]
        days = timex.reach(its.value) if _LINK.fullmatch(between) else None
        return days[0] if days else None
