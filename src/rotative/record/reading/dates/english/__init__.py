"""The language English: its words, and its rules in the order in which they are tried."""
from __future__ import annotations

from rotative.record.reading.dates.english import days, hours, lengths, periods, words
from rotative.record.reading.dates.language import Language

ENGLISH = Language(
    months=words.MONTHS,
    weekdays=words.WEEKDAYS,
    days=words.DAYS,
    shifts=words.SHIFTS,
    anaphoric_shifts=words.ANAPHORIC_SHIFTS,
    units={**words.UNITS, **words.SHORT_UNITS},
    parts={**words.PARTS, **words.LATE_PARTS},
    seasons=words.SEASONS,
    ordinals=words.ORDINALS,
    numbers=words.NUMBERS,
    vague=words.VAGUE,
    repeats=words.REPEATS,
    decades=words.DECADES,
    edges=words.EDGES,
    holidays=words.HOLIDAYS,
    lateness=words.LATENESS,
    minutes=words.MINUTES,
    past=words.PAST,
    participle=words.PARTICIPLE,
    future=words.FUTURE,
    bounds=words.BOUNDS,
    habit=words.HABIT,
    any_season=words.ANY_SEASON,
    further_keys=words.FURTHER_KEYS,
    rules=(
        *days.RANGES, *hours.OF_DAYS, *lengths.AGO, *days.RULES, *lengths.REPEATS, *periods.RULES, *lengths.LENGTHS, *hours.RULES,
        *periods.YEARS, *periods.VAGUE, *days.WEEKDAY_RULES,
    ),
)
