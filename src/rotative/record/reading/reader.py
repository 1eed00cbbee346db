"""The stages, one after the other: dates, grammar, actors, statements, events, essentials."""
from __future__ import annotations

from datetime import datetime

from rotative.record.reading import actors, dates, essentials, events, statements
from rotative.record.reading.findings import Reading
from rotative.record.reading.parsing import parse
from rotative.record.reading.text import Block, Text, divide


def read(words: str, published: datetime, language: str, blocks: tuple[Block, ...] | None = None) -> Reading:
    """Read a text. Raises KeyError for a language that is not read.

    published: an aware datetime, against which its dates are understood.
    blocks: its parts, where they are known; otherwise they are made out.
    """
    text = Text(words, divide(words) if blocks is None else blocks, language, published)
    when, parsed = dates.find(text), parse(text)
    who = actors.find(text, parsed)
    said = statements.find(text, parsed, who, when)
    happened = events.told(events.find(text, parsed, who, when), said)
    weighty = essentials.choose(text, parsed, said, who)
    return Reading(language, tuple(who), tuple(said), tuple(happened), tuple(when), tuple(weighty))
