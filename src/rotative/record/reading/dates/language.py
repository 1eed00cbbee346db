"""What a language brings to the grammar of dates: its words and its rules."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class Rule:
    """A form of expression.

    kind: which meaning reads it (a key of ``meaning.MEANINGS``).
    pattern: a regular expression over folded text, without an open repetition.
    A space in it is one or two of the text.
    led: what must stand before it; unled: what must not (sought where the words before end, with their accents).
    small: whether it is a name when it has a capital within a sentence ("Mars", "May").
    capital: whether its month or its weekday must have one.
    """

    kind: str
    pattern: str
    led: str = ""
    unled: str = ""
    small: bool = False
    capital: bool = False


@dataclass(frozen=True)
class Bounds:
    """The words before an expression that open or close its interval: patterns that end where it begins."""

    since: str
    until: str
    before: str
    after: str
    by: str
    ago: str
    ahead: str
    range_head: str
    range_link: str
    between_head: str
    between_link: str


@dataclass(frozen=True, eq=False)
class Language:
    """Words, folded (lower case, no accents), and what each means.

    shifts: -1 for last, 0 for this, 1 for next. units: TIMEX3's letters, with T before those of hours.
    parts: TIMEX3's parts of a day, or an hour. edges: start, mid or end of a period.
    holidays: as ``calendar.holiday`` reads them. default_tense: what a bare weekday means where no verb tells.
    past, future: patterns over words with their accents, for ``tense``.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    shifts: Mapping[str, int]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    seasons: Mapping[str, str]
    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    vague: Mapping[str, str]
    repeats: Mapping[str, str]
    decades: Mapping[str, int]
    edges: Mapping[str, str]
    holidays: Mapping[str, str]
    past: str
    participle: str
    future: str
    bounds: Bounds
    anaphoric_shifts: tuple[str, ...]
    lateness: Mapping[str, int]
    minutes: Mapping[str, int]
    habit: str
    any_season: str
    further_keys: Mapping[str, tuple[str, ...]]
    default_tense: int = 1
    rules: tuple[Rule, ...] = field(default=())

    def is_habit(self, words: str, before: str) -> bool:
        """Whether a weekday is said as a habit: "le mercredi", "on Mondays". words, before: in small letters."""
        return bool(re.search(self.habit, f"{before}|{words}"))

    def is_any_season(self, words: str, before: str) -> bool:
        """Whether a season is that of any year: "en été". words, before: in small letters."""
        return bool(re.search(self.any_season, f"{before}|{words}"))


def any_of(words: Mapping[str, object] | tuple[str, ...] | list[str]) -> str:
    """A pattern for any of these words, the longest first."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return f"(?:{listed})".replace("\\ ", " ")
