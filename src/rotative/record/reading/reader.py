"""The stages, one after the other."""
from __future__ import annotations

from datetime import datetime

from rotative.record.reading import essentials
from rotative.record.reading.findings import Reading
from rotative.record.reading.parsing import parse
from rotative.record.reading.text import Block, Text, divide


def read(words: str, published: datetime, language: str, blocks: tuple[Block, ...] | None = None) -> Reading:
    """Read a text.

    published: an aware datetime, against which its dates are understood.
    blocks: its parts, where they are known; otherwise they are made out.
    """
    text = Text(words, divide(words) if blocks is None else blocks, language, published)
    parsed = parse(text)
    return Reading(language, essentials=tuple(essentials.choose(text, parsed, [], [])))
