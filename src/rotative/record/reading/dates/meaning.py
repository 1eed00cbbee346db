"""What each form of expression means: its type and its value, and sometimes an interval of its own."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rotative.record.reading.dates import calendar, timex
from rotative.record.reading.dates.matching import Found
from rotative.record.reading.dates.numbers import number, plainly, roman
from rotative.record.reading.dates.setting import Setting
from rotative.record.reading.findings import Interval, TimexType


@dataclass(frozen=True)
class Sense:
    """A type and a value. edge: start, mid or end of the period, or its part behind or ahead; interval: where the value is not all of it."""

    type: TimexType
    value: str
    edge: str = ""
    interval: Interval | None = None


Meaning = Callable[[Found, Setting], Sense | None]


def sense(found: Found, setting: Setting) -> Sense | None:
    """What an expression means; None if it means no time after all (the 31st of April, a year too far)."""
    try:
        return MEANINGS[found.rule.kind](found, setting)
    except (ValueError, OverflowError):
        return None


def _day(found: Found, setting: Setting) -> Sense | None:
    return Sense("DATE", _the_day(found, setting).isoformat())


def _the_day(found: Found, setting: Setting) -> date:
    if found["relative"]:
        return setting.today + timedelta(setting.language.days[found["relative"]])
    if found["month"]:
        return _dated(found, setting)
    number = setting.language.weekdays[found["weekday"]]
    return _shifted_weekday(number, found["shift"], setting) if found["shift"] else setting.weekday(number)


def _dated(found: Found, setting: Setting) -> date:
    month, day = _month_number(found["month"], setting), _day_number(found["day"])
    if found["year"]:
        return date(_full_year(found["year"]), month, day)
    choices = [date(year, month, day) for year in _years_with(setting.today.year, month, day)]
    shift = setting.language.shifts.get(found["shift"])
    if shift:
        choices = [each for each in choices if (each - setting.today).days * shift > 0]
    return min(choices, key=lambda each: abs((each - setting.today).days)) if shift else setting.near(choices)


def _years_with(year: int, month: int, day: int) -> list[int]:
    """The years around in which there is such a day: the 29th of February is rare."""
    around = range(year - 1, year + 2) if (month, day) != (2, 29) else range(year - 4, year + 5)
    return [each for each in around if (month, day) != (2, 29) or (each % 4 == 0 and (each % 100 or each % 400 == 0))]


def _shifted_weekday(number: int, word: str, setting: Setting) -> date:
    shift = setting.language.shifts[word]
    origin = setting.told if word in setting.language.anaphoric_shifts else setting.today
    if shift < 0:
        return origin - timedelta((origin.isoweekday() - number) % 7 or 7)
    if shift > 0:
        return origin + timedelta((number - origin.isoweekday()) % 7 or 7)
    return setting.weekday(number)


def _weekday(found: Found, setting: Setting) -> Sense | None:
    """A day of this week or the next; a habit when it has an article and nothing else ("le mercredi")."""
    if not found["shift"] and setting.language.is_habit(found.words.lower(), found.before):
        return Sense("SET", f"XXXX-WXX-{setting.language.weekdays[found['weekday']]}")
    return _day(found, setting)


def _numeric(found: Found, setting: Setting) -> Sense | None:
    day, month = int(found["day"]), int(found["month"])
    if not found["year"]:
        return Sense("DATE", setting.near([date(setting.today.year + n, month, day) for n in (-1, 0, 1)]).isoformat())
    return Sense("DATE", date(_full_year(found["year"]), month, day).isoformat())


def _day_of_month(found: Found, setting: Setting) -> Sense | None:
    """"Le 12": the nearest in the months around."""
    day, choices = int(found["day"]), []
    for months in (-1, 0, 1):
        first = calendar.shifted(setting.today.replace(day=1), months)
        if (first + timedelta(day - 1)).month == first.month:
            choices.append(first + timedelta(day - 1))
    return Sense("DATE", setting.near(choices).isoformat()) if choices else None


def _today(found: Found, setting: Setting) -> Sense | None:
    """The day itself; these days, where the word stands apart ("Aujourd'hui, elle vit…")."""
    apart = not found.before.strip() or found.before.rstrip()[-1] in ".!?:;,«\"“(" or found.before.endswith(("d'", "d’"))
    return Sense("TIME", "PRESENT_REF") if apart else Sense("DATE", setting.today.isoformat())


def _anaphoric(found: Found, setting: Setting) -> Sense | None:
    day = setting.told + timedelta(setting.language.days[found["anaphor"]])
    part = found["part"]
    return Sense("TIME", _at(day, setting.language.parts[part])) if part else Sense("DATE", day.isoformat())


def _holiday(found: Found, setting: Setting) -> Sense | None:
    sign, year = setting.language.holidays[found["holiday"]], setting.today.year
    if found["year"]:
        return Sense("DATE", calendar.holiday(sign, int(found["year"])).isoformat())
    choices = [calendar.holiday(sign, each) for each in (year - 1, year, year + 1)]
    shift = setting.language.shifts.get(found["shift"])
    if shift:
        choices = [each for each in choices if (each - setting.today).days * shift > 0]
    return Sense("DATE", setting.near(choices).isoformat())


def _ordinal_weekday(found: Found, setting: Setting) -> Sense | None:
    nth, weekday = setting.language.ordinals[found["ordinal"]], setting.language.weekdays[found["weekday"]]
    told = int(found["year"]) if found["year"] else setting.year
    years = [told] if told else [setting.today.year + n for n in (-1, 0, 1)]
    if found["month"]:
        month = _month_number(found["month"], setting)
        return Sense("DATE", setting.near([calendar.nth_weekday(year, month, weekday, nth) for year in years]).isoformat())
    season = setting.language.seasons[found["season"]]
    return Sense("DATE", setting.near([_of_season(year, season, weekday, nth) for year in years]).isoformat())


def _of_season(year: int, season: str, weekday: int, nth: int) -> date:
    first, last = timex.reach(f"{year:04}-{season}") or (date.min, date.max)
    if nth < 0:
        return last - timedelta((last.isoweekday() - weekday) % 7)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _date_range(found: Found, setting: Setting) -> Sense | None:
    """"Oct. 24-26": the first day, and an interval of both."""
    first = _dated(found, setting)
    last = first.replace(day=_day_number(found["last"]))
    return Sense("DATE", first.isoformat(), interval=Interval(first.isoformat(), last.isoformat())) if last > first else None


def _week_of(found: Found, setting: Setting) -> Sense | None:
    return Sense("DATE", calendar.week(_dated(found, setting)))


def _ordinal_week(found: Found, setting: Setting) -> Sense | None:
    """"La dernière semaine de mars", "le premier week-end de juin"."""
    month, year = _month_number(found["month"], setting), found["year"]
    nth = setting.language.ordinals[found["ordinal"]]
    weekday = 6 if setting.language.units[found["unit"]] == "WE" else 1
    years = [int(year)] if year else [setting.today.year + n for n in (-1, 0, 1)]
    day = setting.near([calendar.nth_weekday(each, month, weekday, nth) for each in years])
    return Sense("DATE", calendar.week(day) + ("-WE" if weekday == 6 else ""))


# Hours and parts of the day


def _clock_day(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", _at(_the_day(found, setting), _hour(found, setting)))


def _clock(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", _at(setting.told, _hour(found, setting)))


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


def _day_part(found: Found, setting: Setting) -> Sense | None:
    part = setting.language.parts[found["part"]]
    if found["weekday"] and not found["day"] and not found["shift"] and setting.language.is_habit(found.words.lower(), found.before):
        return Sense("SET", f"XXXX-WXX-{setting.language.weekdays[found['weekday']]}T{part}")
    return Sense("TIME", _at(_the_day(found, setting), part))


def _night(found: Found, setting: Setting) -> Sense | None:
    """"La nuit de lundi à mardi", "du 3 au 4 mai": that of the first day."""
    if found["weekday"] and not found["day"]:
        day = setting.weekday(setting.language.weekdays[found["weekday"]])
    elif found["month"]:
        day = _dated(found, setting)
    else:
        return None
    return Sense("TIME", _at(day, "NI"))


def _deictic_part(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", _at(setting.today, setting.language.parts[found["part"]]))


def _part(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", _at(setting.told, setting.language.parts[found["part"]]))


def _same_moment(found: Found, setting: Setting) -> Sense | None:
    return Sense("DATE", f"{setting.year:04}-{setting.today.month:02}" if found["same"] and setting.year else setting.told.isoformat())


def _at(day: date, part: str) -> str:
    return f"{day.isoformat()}T{part}"


# Periods


def _month(found: Found, setting: Setting) -> Sense | None:
    month = _month_number(found["month"], setting)
    told = found["year"] or found["short"].lstrip("'")
    year = _full_year(told) if told else _year_of_month(month, found["shift"], setting)
    return Sense("DATE", f"{year:04}-{month:02}", setting.language.edges.get(found["edge"], ""))


def _year_of_month(month: int, word: str, setting: Setting) -> int:
    today, shift = setting.today, setting.language.shifts.get(word)
    if shift == 1:
        return today.year + (month <= today.month)
    if shift == -1:
        return today.year - (month >= today.month)
    tense = setting.ask_tense()
    if setting.year and tense <= 0:
        return setting.year
    if tense < 0:
        return today.year - (month > today.month)
    if tense > 0:
        return today.year + (month < today.month)
    return min((today.year + n for n in (0, -1, 1)), key=lambda year: abs((year - today.year) * 12 + month - today.month))


def _year(found: Found, setting: Setting) -> Sense | None:
    return Sense("DATE", f"{_full_year(found['year'] or found['short']):04}", setting.language.edges.get(found["edge"], ""))


def _decade(found: Found, setting: Setting) -> Sense | None:
    told = found["decade"]
    tens = int(told) if told.isdigit() else setting.language.decades[told]
    year = tens if tens > 99 else tens + (2000 if tens < 20 else 1900)
    return Sense("DATE", f"{year // 10}X", setting.language.edges.get(found["edge"], ""))


def _century(found: Found, setting: Setting) -> Sense | None:
    told = found["roman"]
    century = int(told) if told.isdigit() else roman(told)
    return Sense("DATE", f"{century - 1:02}XX", setting.language.edges.get(found["edge"], "")) if 0 < century < 31 else None


def _period(found: Found, setting: Setting) -> Sense | None:
    """This week, last month, the end of the year…"""
    unit, word = setting.language.units[found["unit"]], found["shift"]
    anaphoric = word in setting.language.anaphoric_shifts
    origin = setting.told if anaphoric else setting.today
    if anaphoric and unit == "Y" and setting.year:
        origin = date(setting.year, 1, 1)
    shift = setting.language.shifts.get(word, 0)
    if unit == "WE":
        return Sense("DATE", _weekend(shift, word, setting))
    return Sense("DATE", _of_unit(origin, unit, shift), setting.language.edges.get(found["edge"], ""))


def _weekend(shift: int, word: str, setting: Setting) -> str:
    """This weekend is the one of the week; on Monday or Tuesday, with a past tense, the one before."""
    today = setting.today
    if not shift:
        early = today.isoweekday() <= 3 and setting.ask_tense() < 0
        return calendar.week(today - timedelta(7 * early)) + "-WE"
    behind = shift < 0 and today.isoweekday() >= 6
    return calendar.week(today + timedelta(7 * (shift if shift < 0 or today.isoweekday() >= 6 else 0)) if not behind else today - timedelta(7)) + "-WE"


def _of_unit(origin: date, unit: str, shift: int) -> str:
    if unit == "W":
        return calendar.week(origin + timedelta(7 * shift))
    if unit == "D":
        return (origin + timedelta(shift)).isoformat()
    if unit.endswith("M"):
        return _of_months(origin, int(unit[:-1] or 1), shift)
    years = int(unit[:-1] or 1)
    year = origin.year + shift * years
    return f"{year:04}" if years == 1 else f"{year // 10}X" if years == 10 else f"{year // 100:02}XX"


def _of_months(origin: date, months: int, shift: int) -> str:
    moved = calendar.shifted(origin.replace(day=1), shift * months)
    if months == 1:
        return f"{moved.year:04}-{moved.month:02}"
    return f"{moved.year:04}-{'Q' if months == 3 else 'H'}{(moved.month - 1) // months + 1}"


def _quarter(found: Found, setting: Setting) -> Sense | None:
    unit = setting.language.units[found["unit"]]
    sign, last = ("Q", 4) if unit == "3M" else ("H", 2)
    nth = setting.language.ordinals[found["ordinal"]]
    if found["year"]:
        year = int(found["year"])
    else:
        year = setting.today.year + (setting.language.shifts.get(found["shift"]) or 0)
    if nth < 0 and not found["year"]:
        return Sense("DATE", _of_unit(setting.today, unit, -1))
    return Sense("DATE", f"{year:04}-{sign}{last if nth < 0 else nth}") if nth <= last else None


def _season(found: Found, setting: Setting) -> Sense | None:
    """A season of a year; of any, where it is said without an article ("en été")."""
    season = setting.language.seasons[found["season"]]
    edge = setting.language.edges.get(found["edge"], "")
    year = found["year"]
    if year:
        return Sense("DATE", f"{int(year):04}-{season}", edge)
    if found["bare"] or setting.language.is_any_season(found.words.lower(), found.before):
        return Sense("DATE", f"XXXX-{season}", edge)
    return Sense("DATE", f"{_year_of_season(season, found['shift'], setting):04}-{season}", edge)


def _year_of_season(season: str, word: str, setting: Setting) -> int:
    """Last: the latest that is over; next: the first to begin; with a verb, the one that has begun or is not over."""
    today, shift = setting.today, setting.language.shifts.get(word)
    years = [today.year + n for n in (-2, -1, 0, 1)]
    spans = [(year, *days) for year in years if (days := timex.reach(f"{year:04}-{season}"))]
    tense = shift or setting.ask_tense()
    if tense < 0:
        return max(year for year, first, last in spans if (last if shift else first) < today)
    if tense > 0:
        return min(year for year, first, last in spans if (first if shift else last) >= today)
    return min(spans, key=lambda one: max((one[1] - today).days, (today - one[2]).days))[0]


# Durations and repetitions


def _duration(found: Found, setting: Setting) -> Sense | None:
    unit = setting.language.units[found["unit"]]
    if unit == "WE":
        return None
    if found["some"] or not (found["count"] or found["dozen"]):
        return Sense("DURATION", length(unit, None))
    count = number(found["count"] or found["dozen"], setting.language.numbers)
    if count is None:
        return None
    if found["halfunit"]:
        count += 0.5
    return Sense("DURATION", length(unit, count) + _rest(found, unit, setting))


def _rest(found: Found, unit: str, setting: Setting) -> str:
    """"Deux heures trente", "un an et deux mois": what follows the first unit, as TIMEX3 writes it."""
    count = number(found["count2"], setting.language.numbers) if found["count2"] else None
    if count is None:
        return ""
    third = number(found["count3"], setting.language.numbers) if found["count3"] else None
    second = setting.language.units.get(found["unit2"], {"TH": "TM", "TM": "TS"}.get(unit, ""))
    if not second or (second.startswith("T") and not unit.startswith("T")):
        return ""
    return plainly(count) + second.removeprefix("T") + (f"{plainly(third)}S" if third else "")


def length(unit: str, count: float | None) -> str:
    """A duration as TIMEX3 writes it: P2Y, PT2.5H; PXD where the count is not told."""
    time = "T" if unit.startswith("T") else ""
    letter, times = unit[-1], int(unit.removeprefix("T")[:-1] or 1)
    return f"P{time}{'X' if count is None else plainly(count * times)}{letter}"


def _fraction(found: Found, setting: Setting) -> Sense | None:
    name = next((name for name in _FRACTIONS if found[name]), "")
    minutes = {"trois quarts": "PT45M", "three quarters": "PT45M"}.get(found["quarters"], _FRACTIONS.get(name, ""))
    return Sense("DURATION", minutes) if minutes else None


_FRACTIONS = {"quarters": "PT15M", "half": "PT30M", "halfday": "P0.5D", "quartercentury": "P25Y", "halfcentury": "P50Y", "fortnight": "P15D"}


def _lasting(found: Found, setting: Setting) -> Sense | None:
    """"Ces derniers jours", "les trois prochains mois": a duration that touches the publication."""
    count = found["count"]
    many = number(count, setting.language.numbers) if count else None
    unit = setting.language.units[found["unit"]]
    return Sense("DURATION", length("W" if unit == "WE" else unit, many))


def _every(found: Found, setting: Setting) -> Sense | None:
    words = setting.language
    if found["weekday"]:
        day = f"XXXX-WXX-{words.weekdays[found['weekday'].removesuffix('s')]}"
        return Sense("SET", day + (f"T{words.parts[found['part']]}" if found["part"] else ""))
    if found["part"]:
        return Sense("SET", f"XXXX-XX-XXT{words.parts[_singular(found['part'], words.parts)]}")
    if found["month"]:
        return Sense("SET", f"XXXX-{_month_number(found['month'], setting):02}")
    if found["season"]:
        return Sense("SET", f"XXXX-{words.seasons[found['season']]}")
    if found["throughout"]:
        return Sense("SET", "P1D")
    return _every_unit(found, setting)


def _every_unit(found: Found, setting: Setting) -> Sense | None:
    count = number(found["count"].strip(), setting.language.numbers) if found["count"] else 1
    unit = setting.language.units[found["unit"]]
    return Sense("SET", length("W" if unit == "WE" else unit, count or 1) if unit != "WE" else "XXXX-WXX-WE")


def _singular(word: str, known: object) -> str:
    return word if word in known else word.removesuffix("s")  # type: ignore[operator]


def _repeat(found: Found, setting: Setting) -> Sense | None:
    return Sense("SET", setting.language.repeats[found["repeat"]])


def _vague(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", setting.language.vague[found["vague"]])


def _ago(found: Found, setting: Setting) -> Sense | None:
    """"Three years ago", "in two weeks": the day, the month or the year that it comes to."""
    unit = setting.language.units[found["unit"]]
    count = number(found["count"], setting.language.numbers) if found["count"] else None
    sign = -1 if found["ago"] else 1
    if count is None or unit == "WE":
        return Sense("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    return Sense("TIME" if unit.startswith("T") else "DATE", moved(setting, unit, sign * count))


def moved(setting: Setting, unit: str, count: float) -> str:
    """The value so many units from the publication, as fine as the unit."""
    if unit.startswith("T"):
        seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit] * count
        return (setting.published + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M")
    if count != int(count):
        unit, count = ("M", count * 12) if unit == "Y" else ("D", count * {"W": 7, "M": 30}.get(unit, 1))
    if unit in ("D", "W"):
        day = setting.today + timedelta(int(count) * (7 if unit == "W" else 1))
        return day.isoformat() if unit == "D" else calendar.week(day)
    return _of_unit(setting.today, unit, int(count))


# What several forms share


def _month_number(word: str, setting: Setting) -> int:
    return int(word) if word.isdigit() else setting.language.months[word]


def _day_number(word: str) -> int:
    digits = "".join(letter for letter in word if letter.isdigit())
    return int(digits) if digits else 1


def _full_year(word: str) -> int:
    year = int(word)
    return year if len(word) > 2 else year + (1900 if year >= 40 else 2000)


MEANINGS: dict[str, Meaning] = {
    "iso": _numeric, "numeric": _numeric, "day": _day, "relative": _day, "weekday": _weekday, "dayofmonth": _day_of_month, "today": _today,
    "anaphoric": _anaphoric, "holiday": _holiday, "ordinal_weekday": _ordinal_weekday, "ordinal_week": _ordinal_week, "weekof": _week_of, "daterange": _date_range,
    "clockday": _clock_day, "clock": _clock, "daypart": _day_part, "nightspan": _night, "deicticpart": _deictic_part, "part": _part,
    "samepart": _part, "samemoment": _same_moment, "month": _month, "year": _year, "shortyear": _year, "decade": _decade, "century": _century,
    "period": _period, "quarter": _quarter, "season": _season, "duration": _duration, "quarterhour": _fraction, "lasting_last": _lasting,
    "every": _every, "repeat": _repeat, "vague": _vague, "ago": _ago,
}
# These lean on a day told before; the clock on one told after, too, in its sentence.
ANAPHORIC = {"anaphoric", "clock", "part", "samepart", "samemoment"}
