"""Dates and hours as newspapers print them, in French and in English."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any

from . import zones
from .wording import key

_MONTHS = {
    "janvier janv jan january": 1,
    "fevrier fevr fev february feb": 2,
    "mars march mar": 3,
    "avril avr april apr": 4,
    "mai may": 5,
    "juin june jun": 6,
    "juillet juil jul july": 7,
    "aout aou august aug": 8,
    "septembre sept sep september": 9,
    "octobre oct october": 10,
    "novembre nov november": 11,
    "decembre dec december": 12,
}
_MONTH = {name: number for names, number in _MONTHS.items() for name in names.split()}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?,? ?)?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAYS = [
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d\d)[-/.](?P<day>\d\d)(?=\b|t)"),
    re.compile(
        rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?[ -](?:of )?(?P<month>{_NAMES})\b\.?,?(?:[ -]{_YEAR}\b)?"
    ),
    re.compile(rf"\b{_WEEKDAY}(?P<month>{_NAMES})\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?h\b),?(?: {_YEAR}\b)?"),
    re.compile(r"\b(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>(?:19|20)\d\d|\d\d)\b"),
]
_CLOCK = (
    r"(?P<noon>midi|noon)\b|(?P<midnight>minuit|midnight)\b|"
    r"(?P<hour>2[0-4]|[01]?\d)(?: ?h ?(?P<min_fr>[0-5]\d)?(?!\w)| ?heures?(?: (?P<min_long>[0-5]\d))?|[:.](?P<min>[0-5]\d)(?::(?P<sec>[0-5]\d)(?:\.\d+)?)?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
)
_ZONE = rf"(?: ?{zones.PATTERN})?"
_AFTER = re.compile(
    rf"(?:t|(?: ?(?:,|-|\||·|•|/|:|;|\(|@|a|at|vers|from|le|on|publie|il est) ?)*| )(?P<clock>{_CLOCK}){_ZONE}"
)
_BEFORE = re.compile(rf"(?<![\d:/])(?P<clock>{_CLOCK}){_ZONE}(?: ?(?:,|-|\||·|•|le|on|of|du|this) ?)* ?$")
_LATER = re.compile(
    r"\b(mis|mise|maj|modifie|modifiee|updated?|modified|actualise|revised|corrige|edited|last|derniere)\b"
)
_RELATIVE = re.compile(
    r"\b(il y a (environ )?\d+ \w+|\d+ (minutes?|hours?|days?|mins?|hrs?) ago|aujourd'hui( a \d.{0,6})?|yesterday|hier( a \d.{0,6})?|today( at .{0,10})?)\b"
)


@dataclass(frozen=True)
class Date:
    """A date found in a text; `hour` and `zone` are what the text itself gives."""

    day: date
    hour: time | None
    zone: tzinfo | None
    start: int
    end: int
    updated: bool = False
    ambiguous: bool = False

    def moment(self, zone: tzinfo) -> datetime:
        return datetime.combine(self.day, self.hour or time(), self.zone or zone)


def find(text: str, language: str | None = None, year: int | None = None) -> list[Date]:
    """The dates of a text in order; `year` is for those that give none."""
    level = key(text)
    found: list[Date] = []
    for match in sorted((m for day in _DAYS for m in day.finditer(level)), key=lambda m: (m.start(), -m.end())):
        if found and match.start() < found[-1].end:
            continue
        one = _date(level, match, language, year, found[-1].end if found else 0)
        found += [one] if one else []
    return found


def read(text: str | None, zone: tzinfo, language: str | None = None) -> datetime | None:
    """The first date of a text as a moment; ISO 8601 keeps its own offset."""
    if not text:
        return None
    return iso(text, zone) or next((one.moment(zone) for one in find(text, language)), None)


def iso(text: str, zone: tzinfo) -> datetime | None:
    """An ISO 8601 moment, put in `zone` when it gives no offset."""
    shaped = re.sub(r"([+-]\d\d)$", r"\1:00", text.strip().replace(" +", "+"))
    try:
        moment = datetime.fromisoformat(shaped)
    except ValueError:
        return None
    in_reason = 1900 < moment.year < 2200
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)) if in_reason else None


def has_hour(text: str) -> bool:
    """Whether a date in data gives an hour: midnight sharp without offset does not."""
    level = text.strip().lower()
    return bool(re.search(r"\d[t ]\d\d:?\d\d|\d ?h|\d:\d\d", level)) and not re.search(r"t00:00(:00(\.0+)?)?$", level)


def relative(text: str) -> str | None:
    """“il y a 3 heures”: a date that only the day of reading would give."""
    found = _RELATIVE.search(key(text))
    return found[0] if found else None


def only_a_date(text: str) -> bool:
    """Whether a line says little more than one or two dates."""
    level, dates = key(text), find(text, year=2000) if len(text) <= 200 else []
    if not dates or len(level) > 140:
        return False
    rest = level
    for one in reversed(dates):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = re.sub(
        r"\b(publie\w*|mis\w*|en ligne|a jour|le|la|du|a|at|on|published|posted|updated|last|update|by|modified|modifie\w*|date|created|first|et|and|"
        r"derniere|modification|actualise\w*|edition|of|depeche|par|parution|paru|ecrit|cree|il|y|is|temps|de|lecture|min|minutes|read|"
        + _WEEKDAY.strip("?").removeprefix("(?:").removesuffix(")")
        + r")\b|[\d\W]",
        " ",
        rest,
    )
    return len(rest.strip()) <= 3


def _date(level: str, match: re.Match[str], language: str | None, year: int | None, since: int) -> Date | None:
    day, ambiguous = _day(match.groupdict(), language, year)
    if day is None:
        return None
    start, end, clock = _clock_around(level, match, since)
    before = level[max(since, start - 40) : start]
    return Date(
        day, _time(clock), zones.named(clock) if clock else None, start, end, bool(_LATER.search(before)), ambiguous
    )


def _day(found: dict[str, Any], language: str | None, year: int | None) -> tuple[date | None, bool]:
    ambiguous = False
    if found.get("month"):
        month, number = _MONTH[found["month"]], int(found["day"])
    elif found.get("number"):
        month, number = int(found["number"]), int(found["day"])
    else:
        number, month, ambiguous = _ordered(int(found["first"]), int(found["second"]), language)
    which = int(found["year"]) if found.get("year") else year
    if which is not None and which < 100:
        which += 2000 if which < 70 else 1900
    try:
        return (date(which, month, number) if which else None), ambiguous
    except ValueError:
        return None, False


def _ordered(first: int, second: int, language: str | None) -> tuple[int, int, bool]:
    """Day before month, but in American English, and where only one order can be."""
    if second > 12 or (language == "en-us" and first <= 12):
        first, second = second, first
    return first, second, first <= 12 and second <= 12 and first != second and (language or "").startswith("en")


def _clock_around(level: str, match: re.Match[str], since: int) -> tuple[int, int, Any]:
    after = _AFTER.match(level, match.end())
    if after and _is_clock(after):
        return match.start(), after.end(), after.groupdict()
    before = _BEFORE.search(level[max(since, match.start() - 60) : match.start()])
    if before and _is_clock(before):
        return max(since, match.start() - 60) + before.start(), match.end(), before.groupdict()
    return match.start(), match.end(), None


def _is_clock(found: re.Match[str]) -> bool:
    """A bare number is no hour."""
    said = found.groupdict()
    return bool(said["noon"] or said["midnight"] or said["half"] or said["min"] or re.search(r"\d ?h", said["clock"]))


def _time(clock: dict[str, Any] | None) -> time | None:
    if not clock:
        return None
    if clock["noon"] or clock["midnight"]:
        return time(12 if clock["noon"] else 0)
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"] == "p" else 0)
    minute = clock["min_fr"] or clock["min_long"] or clock["min"] or 0
    return time(hour % 24, int(minute), int(clock["sec"] or 0))
