"""The language French: its words, and its rules in the order in which they are tried."""
from __future__ import annotations

from rotative.record.reading.dates.french import days, hours, lengths, periods, words
from rotative.record.reading.dates.language import Language

FRENCH = Language(
    months=words.MONTHS,
    weekdays=words.WEEKDAYS,
    days=words.DAYS,
    shifts=words.SHIFTS,
    anaphoric_shifts=words.ANAPHORIC_SHIFTS,
    units=words.UNITS,
    parts=words.PARTS,
    seasons=words.SEASONS,
    ordinals=words.ORDINALS,
    numbers={**words.NUMBERS, **words.DOZENS},
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
        *days.FIGURES, *hours.OF_DAYS, *days.RULES, *lengths.REPEATS, *periods.RULES, *lengths.VAGUE_LENGTHS, *hours.RULES, *lengths.LENGTHS,
        *periods.YEARS, *periods.VAGUE, *days.WEEKDAY_RULES,
    ),
)
