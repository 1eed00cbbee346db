"""What weeks, months, seasons, years and longer mean: "la semaine dernière", "fin mars", "les années 1990"."""
from __future__ import annotations

from datetime import date, timedelta

from rotative.record.reading.dates import calendar, timex
from rotative.record.reading.dates.matching import Found
from rotative.record.reading.dates.numbers import roman
from rotative.record.reading.dates.sense import Sense, full_year, month_number
from rotative.record.reading.dates.setting import Setting


def month(found: Found, setting: Setting) -> Sense | None:
    month = month_number(found["month"], setting)
    told = found["year"] or found["short"].lstrip("'")
    year = full_year(told) if told else _year_of_month(month, found["shift"], setting)
    return Sense("DATE", f"{year:04}-{month:02}", setting.language.edges.get(found["edge"], ""))


def _year_of_month(month: int, word: str, setting: Setting) -> int:
    today, shift = setting.today, setting.language.shifts.get(word)
    if shift == 1:
        return today.year + (month <= today.month)
    if shift == -1:
        return today.year - (month >= today.month)
    if setting.listed:
        return setting.listed.year + (month < setting.listed.month)
    tense = setting.ask_tense()
    if setting.year and tense <= 0:
        return setting.year
    if tense < 0:
        return today.year - (month > today.month)
    if tense > 0:
        return today.year + (month < today.month)
    return min((today.year + n for n in (0, -1, 1)), key=lambda year: abs((year - today.year) * 12 + month - today.month))


def year(found: Found, setting: Setting) -> Sense | None:
    return Sense("DATE", f"{full_year(found['year'] or found['short']):04}", setting.language.edges.get(found["edge"], ""))


def decade(found: Found, setting: Setting) -> Sense | None:
    told = found["decade"]
    tens = int(told) if told.isdigit() else setting.language.decades[told]
    year = tens if tens > 99 else tens + (2000 if tens < 20 else 1900)
    return Sense("DATE", f"{year // 10}X", setting.language.edges.get(found["edge"], ""))


def century(found: Found, setting: Setting) -> Sense | None:
    told = found["roman"]
    century = int(told) if told.isdigit() else roman(told)
    return Sense("DATE", f"{century - 1:02}XX", setting.language.edges.get(found["edge"], "")) if 0 < century < 31 else None


def period(found: Found, setting: Setting) -> Sense | None:
    """This week, last month, the end of the year…"""
    unit, word = setting.language.units[found["unit"]], found["shift"]
    anaphoric = word in setting.language.anaphoric_shifts
    origin = setting.told if anaphoric else setting.today
    if anaphoric and unit == "Y" and setting.year:
        origin = date(setting.year, 1, 1)
    shift = setting.language.shifts.get(word, 0)
    if unit == "WE":
        return Sense("DATE", _weekend(shift, word, setting))
    return Sense("DATE", of_unit(origin, unit, shift), setting.language.edges.get(found["edge"], ""))


def _weekend(shift: int, word: str, setting: Setting) -> str:
    """This weekend is the one of the week; on Monday or Tuesday, with a past tense, the one before."""
    today = setting.today
    if not shift:
        early = today.isoweekday() <= 3 and setting.ask_tense() < 0
        return calendar.week(today - timedelta(7 * early)) + "-WE"
    behind = shift < 0 and today.isoweekday() >= 6
    return calendar.week(today + timedelta(7 * (shift if shift < 0 or today.isoweekday() >= 6 else 0)) if not behind else today - timedelta(7)) + "-WE"


def of_unit(origin: date, unit: str, shift: int) -> str:
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


def quarter(found: Found, setting: Setting) -> Sense | None:
    unit = setting.language.units[found["unit"]]
    sign, last = ("Q", 4) if unit == "3M" else ("H", 2)
    nth = setting.language.ordinals[found["ordinal"]]
    if found["year"]:
        year = int(found["year"])
    else:
        year = setting.today.year + (setting.language.shifts.get(found["shift"]) or 0)
    if nth < 0 and not found["year"]:
        return Sense("DATE", of_unit(setting.today, unit, -1))
    return Sense("DATE", f"{year:04}-{sign}{last if nth < 0 else nth}") if nth <= last else None


def season(found: Found, setting: Setting) -> Sense | None:
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
