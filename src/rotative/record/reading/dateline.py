"""The date that stands in the head of a text: "Publié le 20 novembre 2025 à 18h30", "November 20, 2025"."""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

HEAD = 2_000  # characters: what is below is the story
LONGEST_LINE = 160
_FRENCH = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
_ENGLISH = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
MONTH_NAMES = (*_FRENCH, *_ENGLISH)
_MONTHS = {name: number for names in (_FRENCH, _ENGLISH) for number, name in enumerate(names, 1)}
_MONTHS |= {"fevrier": 2, "aout": 8, "decembre": 12} | {name[:3]: number for number, name in enumerate(_ENGLISH, 1)}
_MONTHS |= {"janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "déc": 12}
_NAME = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DATES = [
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?{_NAME},?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(rf"\b{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=\b|T)"),
    re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})\b"),
]
_HOUR = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])\s?(?:h|:)\s?(?P<minute>[0-5]\d)?(?!\d)(?:\s?(?P<half>[ap])\.?m\b)?", re.I)
_SAYS_SO = re.compile(r"\b(?:publi|paru|mis[e]? (?:en ligne|à jour)|post(?:ed|é)|published|updated|issued)", re.I)


def find(words: str) -> datetime | None:
    """When the text says that it was published, without a zone; noon where it gives no hour. None where it does not say.

    A line that says so ("Publié le…") goes before the first short line that only bears a date or begins with one: a
    masthead may have the day on which the page was saved.
    """
    found = list(_dated(words[:HEAD]))
    return next((when for line, when in found if _SAYS_SO.search(line)), found[0][1] if found else None)


def _dated(head: str) -> Iterator[tuple[str, datetime]]:
    for line in head.splitlines():
        for match in _matches(line):
            when = _read(match, line[match.end() : match.end() + 20])
            if when and _is_date_line(line, match):
                yield line, when


def _matches(line: str) -> Iterator[re.Match[str]]:
    for pattern in _DATES:
        yield from pattern.finditer(line)


def _is_date_line(line: str, match: re.Match[str]) -> bool:
    """A date within a sentence is one that the story tells of."""
    if len(line) <= LONGEST_LINE and _SAYS_SO.search(line[: match.start()]):
        return True
    before, after = line[: match.start()].split(), line[match.end() :]
    return len(before) <= 6 and len(after.split()) <= 6 and not re.search(r"[.!?]\s*$", after) or not before and bool(re.match(r"\s*[.–—|-]", after))


def _read(match: re.Match[str], after: str) -> datetime | None:
    month, day = _MONTHS.get(match["month"].lower()) or int(match["month"]), int(match["day"])
    if month > 12:  # 11/20/2025: American
        month, day = day, month
    try:
        return datetime(int(match["year"]), month, day, *_clock(after))  # noqa: DTZ001 (its zone is the paper's)
    except ValueError:
        return None


def _clock(after: str) -> tuple[int, int]:
    found = _HOUR.search(after)
    if not found:
        return 12, 0
    hour = int(found["hour"]) % 12 + 12 * (found["half"] in "pP") if found["half"] else int(found["hour"])
    return hour, int(found["minute"] or 0)
