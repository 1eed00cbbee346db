"""What the forms for a day mean: "mercredi", "le 24 octobre", "la veille", feasts."""
from __future__ import annotations

from datetime import date, timedelta

from rotative.record.reading.dates import calendar, timex
from rotative.record.reading.dates.matching import Found
from rotative.record.reading.dates.sense import Sense, at_part, day_number, full_year, month_number
from rotative.record.reading.dates.setting import Setting
from rotative.record.reading.findings import Interval


def day(found: Found, setting: Setting) -> Sense | None:
    return Sense("DATE", the_day(found, setting).isoformat())


def the_day(found: Found, setting: Setting) -> date:
    if found["relative"]:
        return setting.today + timedelta(setting.language.days[found["relative"]])
    if found["month"]:
        return dated(found, setting)
    number = setting.language.weekdays[found["weekday"]]
    return _shifted_weekday(number, found["shift"], setting) if found["shift"] else setting.weekday(number, found.words.lower().startswith(("ce ", "this ")))


def dated(found: Found, setting: Setting) -> date:
    month, day = month_number(found["month"], setting), day_number(found["day"])
    if found["year"]:
        return date(full_year(found["year"]), month, day)
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


def weekday(found: Found, setting: Setting) -> Sense | None:
    """A day of this week or the next; a habit when it has an article and nothing else ("le mercredi")."""
    if not found["shift"] and setting.language.is_habit(found.words.lower(), found.before):
        return Sense("SET", f"XXXX-WXX-{setting.language.weekdays[found['weekday']]}")
    return day(found, setting)


def numeric(found: Found, setting: Setting) -> Sense | None:
    day, month = int(found["day"]), int(found["month"])
    if not found["year"]:
        return Sense("DATE", setting.near([date(setting.today.year + n, month, day) for n in (-1, 0, 1)]).isoformat())
    return Sense("DATE", date(full_year(found["year"]), month, day).isoformat())


def day_of_month(found: Found, setting: Setting) -> Sense | None:
    """"Le 12": the nearest in the months around."""
    day, choices = day_number(found["day"]), []
    for months in (-2, -1, 0, 1, 2):
        first = calendar.shifted(setting.today.replace(day=1), months)
        if (first + timedelta(day - 1)).month == first.month:
            choices.append(first + timedelta(day - 1))
    weekday = setting.language.weekdays.get(found["weekday"])
    choices = [each for each in choices if each.isoweekday() == weekday] or choices
    return Sense("DATE", setting.near(choices).isoformat()) if choices else None


def today(found: Found, setting: Setting) -> Sense | None:
    """The day itself; these days, where the word stands apart ("Aujourd'hui, elle vit…")."""
    apart = not found.before.strip() or found.before.rstrip()[-1] in ".!?:;,«\"“(" or found.before.endswith(("d'", "d’"))
    return Sense("TIME", "PRESENT_REF") if apart else Sense("DATE", setting.today.isoformat())


def anaphoric(found: Found, setting: Setting) -> Sense | None:
    day = setting.told + timedelta(setting.language.days[found["anaphor"]])
    part = found["part"]
    return Sense("TIME", at_part(day, setting.language.parts[part])) if part else Sense("DATE", day.isoformat())


def holiday(found: Found, setting: Setting) -> Sense | None:
    sign, year = setting.language.holidays[found["holiday"]], setting.today.year
    if found["year"]:
        return Sense("DATE", calendar.holiday(sign, int(found["year"])).isoformat())
    choices = [calendar.holiday(sign, each) for each in (year - 1, year, year + 1)]
    shift = setting.language.shifts.get(found["shift"])
    if shift:
        choices = [each for each in choices if (each - setting.today).days * shift > 0]
    return Sense("DATE", setting.near(choices).isoformat())


def ordinal_weekday(found: Found, setting: Setting) -> Sense | None:
    nth, weekday = setting.language.ordinals[found["ordinal"]], setting.language.weekdays[found["weekday"]]
    told = int(found["year"]) if found["year"] else setting.year
    years = [told] if told else [setting.today.year + n for n in (-1, 0, 1)]
    if found["month"]:
        month = month_number(found["month"], setting)
        return Sense("DATE", setting.near([calendar.nth_weekday(year, month, weekday, nth) for year in years]).isoformat())
    season = setting.language.seasons[found["season"]]
    return Sense("DATE", setting.near([_of_season(year, season, weekday, nth) for year in years]).isoformat())


def _of_season(year: int, season: str, weekday: int, nth: int) -> date:
    first, last = timex.reach(f"{year:04}-{season}") or (date.min, date.max)
    if nth < 0:
        return last - timedelta((last.isoweekday() - weekday) % 7)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def date_range(found: Found, setting: Setting) -> Sense | None:
    """"Oct. 24-26": the first day, and an interval of both."""
    first = dated(found, setting)
    last = first.replace(day=day_number(found["last"]))
    return Sense("DATE", first.isoformat(), interval=Interval(first.isoformat(), last.isoformat())) if last > first else None


def weekday_of_week(found: Found, setting: Setting) -> Sense | None:
    """"Jeudi de la semaine dernière"."""
    monday = setting.today - timedelta(setting.today.isoweekday() - 1)
    days = 7 * setting.language.shifts.get(found["shift"], 0) + setting.language.weekdays[found["weekday"]] - 1
    return Sense("DATE", (monday + timedelta(days)).isoformat())


def week_of(found: Found, setting: Setting) -> Sense | None:
    return Sense("DATE", calendar.week(dated(found, setting)))


def ordinal_week(found: Found, setting: Setting) -> Sense | None:
    """"La dernière semaine de mars", "le premier week-end de juin"."""
    month, year = month_number(found["month"], setting), found["year"]
    nth = setting.language.ordinals[found["ordinal"]]
    weekday = 6 if setting.language.units[found["unit"]] == "WE" else 1
    years = [int(year)] if year else [setting.today.year + n for n in (-1, 0, 1)]
    day = setting.near([calendar.nth_weekday(each, month, weekday, nth) for each in years])
    return Sense("DATE", calendar.week(day) + ("-WE" if weekday == 6 else ""))
