"""How a paper writes dates and hours, in French and in English.

Each function takes a value and a language tag. In a language whose habits we
do not know it writes the neutral form of ISO 8601, which is wrong nowhere.
Nothing breaks inside a day or an hour; a weekday may stand on the line before.
Hours are written as they are in the value: bring it to the paper's time zone
first. Sources: Imprimerie nationale for French, *New Hart's Rules* for English.
"""

from collections.abc import Callable
from datetime import date, datetime, time

from rotative.paper.typography.spaces import NBSP, primary

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_AT = {"fr": "à", "en": "at"}


def long_date(value: date, language: str, *, capitalise: bool = False) -> str:
    """'mardi 24 novembre 2026', 'Tuesday 24 November 2026'; at the head of a page, capitalised."""
    weekday = weekday_name(value, language)
    written = f"{weekday} {day(value, language)}" if weekday else day(value, language)
    return _capitalised(written) if capitalise else written


def day(value: date, language: str) -> str:
    """'24 novembre 2026', '24 November 2026'."""
    if not month_name(value, language):
        return f"{value:%Y-%m-%d}"
    return f"{short_day(value, language)}{NBSP}{value.year}"


def interval(first: date, last: date, language: str) -> str:
    """'24–26 octobre 2026', '28 octobre – 3 novembre 2026', '24–26 October 2026'; one day is said as such."""
    if first == last:
        return day(last, language)
    if not month_name(first, language):
        return f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"
    if (first.year, first.month) == (last.year, last.month):
        start = short_day(first, language).partition(NBSP)[0]
        return f"{start}\N{EN DASH}{day(last, language)}"
    start = short_day(first, language) if first.year == last.year else day(first, language)
    return f"{start} \N{EN DASH} {day(last, language)}"


def short_day(value: date, language: str) -> str:
    """'24 novembre', '24 November'; the first is '1er janvier', '1 January'."""
    month = month_name(value, language)
    if not month:
        return f"{value:%m-%d}"
    is_french_first = value.day == 1 and primary(language) == "fr"
    return f"{'1er' if is_french_first else value.day}{NBSP}{month}"


def clock(value: time | datetime, language: str) -> str:
    """'6 h 30', '11 h'; '6.30 am', '11 am', 'noon', 'midnight'."""
    return _CLOCKS.get(primary(language), _neutral_clock)(value)


def date_and_time(value: datetime, language: str) -> str:
    """'24 novembre 2026 à 6 h 30', '24 November 2026 at 6.30 am'."""
    at = _AT.get(primary(language), "")
    return f"{day(value, language)} {at}{NBSP if at else ''}{clock(value, language)}"


def month_title(value: date, language: str) -> str:
    """'Novembre 2026', 'November 2026': the head of a month in the archives."""
    month = month_name(value, language)
    return f"{_capitalised(month)}{NBSP}{value.year}" if month else f"{value:%Y-%m}"


def month_name(value: date, language: str) -> str:
    """'novembre', 'November'; empty in a language that we do not know."""
    names = MONTHS.get(primary(language))
    return names.split()[value.month - 1] if names else ""


def weekday_name(value: date, language: str) -> str:
    """'mardi', 'Tuesday'; empty in a language that we do not know."""
    names = WEEKDAYS.get(primary(language))
    return names.split()[value.weekday()] if names else ""


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _neutral_clock(value: time | datetime) -> str:
    return f"{value:%H:%M}"


def _french_clock(value: time | datetime) -> str:
    hour = f"{value.hour}{NBSP}h"
    return f"{hour}{NBSP}{value.minute:02}" if value.minute else hour


def _english_clock(value: time | datetime) -> str:
    if not value.minute and not value.hour % 12:
        return "noon" if value.hour else "midnight"  # 12 am and 12 pm are misread
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{NBSP}{'am' if value.hour < 12 else 'pm'}"


_CLOCKS: dict[str, Callable[[time | datetime], str]] = {"fr": _french_clock, "en": _english_clock}
