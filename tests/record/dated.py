"""What the tests of dates share: a text published in Paris on Tuesday 24 November 2026, at eleven."""
from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rotative.record.reading.dates import find
from rotative.record.reading.findings import Date
from rotative.record.reading.text import Text, divide

PUBLISHED = datetime(2026, 11, 24, 11, tzinfo=ZoneInfo("Europe/Paris"))
Said = tuple[str, str, str]


def found(words: str, language: str, published: datetime = PUBLISHED) -> list[Date]:
    return find(Text(words, divide(words), language, published))


def said(words: str, language: str, published: datetime = PUBLISHED) -> list[Said]:
    """The words of each date, its type and its value."""
    return [(words[slice(*each.span)], each.type, each.value) for each in found(words, language, published)]


def reach(words: str, language: str, published: datetime = PUBLISHED) -> list[tuple[str | None, str | None]]:
    """From when to when each date goes."""
    return [(each.interval.start, each.interval.end) for each in found(words, language, published)]
