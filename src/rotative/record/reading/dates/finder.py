"""Every date of a text, in order."""
from __future__ import annotations

from rotative.record.reading.dates.bounds import bounded
from rotative.record.reading.dates.english import ENGLISH
from rotative.record.reading.dates.french import FRENCH
from rotative.record.reading.dates.paragraph import Paragraph, Told
from rotative.record.reading.findings import Date, Span
from rotative.record.reading.text import Text

LANGUAGES = {"fr": FRENCH, "en": ENGLISH}


def find(text: Text) -> list[Date]:
    """The dates, hours, durations and repetitions of the story, in order, none over another.

    Raises KeyError for a language that is not read. A value stays as the words tell it; the interval also
    has what a preposition says: "depuis 2014" has no end, "du 24 au 26 octobre" gives both days the same.
    """
    language = LANGUAGES[text.language]
    dates: list[Date] = []
    told: Told | None = None
    for block in text.story():
        paragraph = Paragraph(text.plain[slice(*block.span)], text.published, language, told)
        kept = paragraph.understood()
        for (found, its), interval in zip(kept, bounded(kept, text.published, language), strict=True):
            start, end = found.span
            dates.append(Date(Span(block.span.start + start, block.span.start + end), its.type, its.value, interval))
        told = paragraph.last
    return dates
