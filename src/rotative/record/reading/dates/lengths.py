"""What durations and repetitions mean: "deux ans et demi", "tous les jours", "three years ago"."""
from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from rotative.record.reading.dates import calendar
from rotative.record.reading.dates.matching import Found
from rotative.record.reading.dates.numbers import number, plainly
from rotative.record.reading.dates.periods import of_unit
from rotative.record.reading.dates.sense import Sense, month_number
from rotative.record.reading.dates.setting import Setting


def duration(found: Found, setting: Setting) -> Sense | None:
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


def fraction(found: Found, setting: Setting) -> Sense | None:
    name = next((name for name in _FRACTIONS if found[name]), "")
    minutes = {"trois quarts": "PT45M", "three quarters": "PT45M"}.get(found["quarters"], _FRACTIONS.get(name, ""))
    return Sense("DURATION", minutes) if minutes else None


_FRACTIONS = {"quarters": "PT15M", "half": "PT30M", "halfday": "P0.5D", "quartercentury": "P25Y", "halfcentury": "P50Y", "fortnight": "P15D"}


def lasting(found: Found, setting: Setting) -> Sense | None:
    """"Ces derniers jours", "les trois prochains mois": a duration that touches the publication."""
    count = found["count"]
    many = number(count, setting.language.numbers) if count else None
    unit = setting.language.units[found["unit"]]
    return Sense("DURATION", length("W" if unit == "WE" else unit, many))


def every(found: Found, setting: Setting) -> Sense | None:
    words = setting.language
    if found["weekday"]:
        day = f"XXXX-WXX-{words.weekdays[found['weekday'].removesuffix('s')]}"
        return Sense("SET", day + (f"T{words.parts[found['part']]}" if found["part"] else ""))
    if found["part"]:
        return Sense("SET", f"XXXX-XX-XXT{words.parts[_singular(found['part'], words.parts)]}")
    if found["month"]:
        return Sense("SET", f"XXXX-{month_number(found['month'], setting):02}")
    if found["season"]:
        return Sense("SET", f"XXXX-{words.seasons[found['season']]}")
    if found["throughout"]:
        return Sense("SET", "P1D")
    return _every_unit(found, setting)


def _every_unit(found: Found, setting: Setting) -> Sense | None:
    count = number(found["count"].strip(), setting.language.numbers) if found["count"] else 1
    unit = setting.language.units[found["unit"]]
    return Sense("SET", length("W" if unit == "WE" else unit, count or 1) if unit != "WE" else "XXXX-WXX-WE")


def _singular(word: str, known: Collection[str]) -> str:
    return word if word in known else word.removesuffix("s")


def repeat(found: Found, setting: Setting) -> Sense | None:
    return Sense("SET", setting.language.repeats[found["repeat"]])


def vague(found: Found, setting: Setting) -> Sense | None:
    return Sense("TIME", setting.language.vague[found["vague"]])


def ago(found: Found, setting: Setting) -> Sense | None:
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
    return of_unit(setting.today, unit, int(count))
