"""Which words make it worth while to try a rule: a text of 3,000 letters has some forty of them."""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from rotative.record.reading.dates.language import Language

# Any word with a figure in it.
FIGURE = "#"
WORD = re.compile(r"\w+")
_KEYS = {
    "iso": ["figures"], "numeric": ["figures"], "day": ["months"], "dayofmonth": ["figures"], "relative": ["days"], "today": ["days"], "anaphoric": ["days"],
    "weekday": ["weekdays"], "ordinal_weekday": ["weekdays"], "ordinal_week": ["units"], "weekof": ["months"], "weekdayof": ["weekdays"], "daterange": ["months"], "holiday": ["holidays"],
    "clock": ["figures", "units", "parts"], "clockday": ["days", "months", "weekdays"], "daypart": ["parts"], "nightspan": ["parts"], "deicticpart": ["parts"],
    "part": ["parts"], "samepart": ["parts"], "nextpart": ["parts"], "month": ["months"], "year": ["figures"], "shortyear": ["figures"], "decade": ["units", "figures"],
    "century": ["units"], "period": ["units"], "quarter": ["units"], "season": ["seasons"], "duration": ["units"], "quarterhour": ["units"],
    "lasting_last": ["units"], "every": ["units", "weekdays", "parts", "months", "seasons"], "repeat": ["repeats"], "vague": ["vague"], "ago": ["units"],
}


@cache
def keys(language: Language) -> Mapping[str, tuple[int, ...]]:
    """For each key word, the numbers of the rules that it may be part of."""
    table: dict[str, list[int]] = {}
    for number, rule in enumerate(language.rules):
        for word in _words(rule.kind, language):
            table.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in table.items()}


def key(word: str) -> str:
    """What a word of the text is looked up as."""
    return word if word.isalpha() else FIGURE


def _words(kind: str, language: Language) -> set[str]:
    listed: set[str] = set(language.further_keys.get(kind, ()))
    for name in _KEYS.get(kind, ()):
        listed |= {FIGURE} if name == "figures" else _lasts(getattr(language, name))
    return listed


def _lasts(entries: Iterable[str]) -> set[str]:
    """The last word of each entry, and its plural."""
    lasts = {WORD.findall(entry)[-1] for entry in entries}
    return lasts | {f"{word}s" for word in lasts}
