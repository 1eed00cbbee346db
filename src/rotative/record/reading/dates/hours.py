"""What hours and parts of a day mean: "à 14 h 30", "mardi soir", "la nuit de lundi à mardi"."""
from __future__ import annotations

from datetime import timedelta

from rotative.record.reading.dates.days import dated, the_day
from rotative.record.reading.dates.matching import Found
from rotative.record.reading.dates.numbers import number
from rotative.record.reading.dates.sense import Sense, at_part
from rotative.record.reading.dates.setting import Setting


def clock_day(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", at_part(the_day(found, setting), _hour(found, setting)))


def clock(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", at_part(setting.told, _hour(found, setting)))


def _hour(found: Found, setting: Setting) -> str:
    words, numbers = setting.language, setting.language.numbers
    if found["hour"] in words.parts:
        hour = int(words.parts[found["hour"]][:2])
    else:
        hour = int(number(found["hour"], numbers) or 0)
    late = found["late"].strip()
    if late and words.lateness.get(late) == 12 and hour < 12:
        hour += 12
    if late and words.lateness.get(late) == 0 and hour == 12:
        hour = 0
    minute = words.minutes.get(found["minute"])
    if minute is None:
        minute = int(number(found["minute"], numbers) or 0) if found["minute"] else 0
    hour, minute = divmod(hour * 60 + minute, 60)
    return f"{hour:02}:{minute:02}"


def day_part(found: Found, setting: Setting) -> Sense | None:
    part = setting.language.parts[found["part"]]
    if found["weekday"] and not found["day"] and not found["shift"] and setting.language.is_habit(found.words.lower(), found.before):
        return Sense("SET", f"XXXX-WXX-{setting.language.weekdays[found['weekday']]}T{part}")
    return Sense("TIME", at_part(the_day(found, setting), part))


def night(found: Found, setting: Setting) -> Sense | None:
    """"La nuit de lundi à mardi", "du 3 au 4 mai": that of the first day."""
    if found["weekday"] and not found["day"]:
        day = setting.weekday(setting.language.weekdays[found["weekday"]])
    elif found["month"]:
        day = dated(found, setting)
    else:
        return None
    return Sense("TIME", at_part(day, "NI"))


def deictic_part(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", at_part(setting.today, setting.language.parts[found["part"]]))


def part(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", at_part(setting.told, setting.language.parts[found["part"]]))


def same_moment(found: Found, setting: Setting) -> Sense | None:
    """"À ce moment-là": what was told last, hour and all; "à la même époque", of a year, is the month of publication."""
    if found["same"] and setting.year:
        return Sense("DATE", f"{setting.year:04}-{setting.today.month:02}")
    if found["sameyear"]:
        return Sense("DATE", f"{setting.year or setting.told.year:04}")
    value = setting.moment if setting.moment and found["moment"] else setting.told.isoformat()
    return Sense("TIME" if "T" in value else "DATE", value)


def next_part(found: Found, setting: Setting) -> Sense | None:
    """"The next morning": of the day after the one told; ahead of the publication where none is."""
    return Sense("TIME", at_part(setting.told + timedelta(1), setting.language.parts[found["part"]]))
