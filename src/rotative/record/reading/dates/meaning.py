"""Which meaning each rule has."""
from __future__ import annotations

from collections.abc import Callable

from rotative.record.reading.dates import days, hours, lengths, periods
from rotative.record.reading.dates.matching import Found
from rotative.record.reading.dates.sense import Sense
from rotative.record.reading.dates.setting import Setting

Meaning = Callable[[Found, Setting], Sense | None]


def sense(found: Found, setting: Setting) -> Sense | None:
    """What an expression means; None if it means no time after all (the 31st of April, a year too far)."""
    try:
        return MEANINGS[found.rule.kind](found, setting)
    except (ValueError, OverflowError):
        return None


MEANINGS: dict[str, Meaning] = {
    "iso": days.numeric, "numeric": days.numeric, "day": days.day, "relative": days.day, "weekday": days.weekday, "dayofmonth": days.day_of_month, "today": days.today,
    "anaphoric": days.anaphoric, "holiday": days.holiday, "ordinal_weekday": days.ordinal_weekday, "ordinal_week": days.ordinal_week, "weekof": days.week_of, "weekdayof": days.weekday_of_week, "daterange": days.date_range,
    "clockday": hours.clock_day, "clock": hours.clock, "daypart": hours.day_part, "nightspan": hours.night, "deicticpart": hours.deictic_part, "part": hours.part,
    "samepart": hours.part, "nextpart": hours.next_part, "samemoment": hours.same_moment, "month": periods.month, "year": periods.year, "shortyear": periods.year, "decade": periods.decade, "century": periods.century,
    "period": periods.period, "quarter": periods.quarter, "season": periods.season, "duration": lengths.duration, "quarterhour": lengths.fraction, "lasting_last": lengths.lasting,
    "every": lengths.every, "repeat": lengths.repeat, "vague": lengths.vague, "ago": lengths.ago,
}
# These lean on a day told before; the clock on one told after, too, in its sentence.
ANAPHORIC = {"anaphoric", "nextpart", "clock", "part", "samepart", "samemoment"}
