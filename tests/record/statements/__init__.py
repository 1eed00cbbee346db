"""Statements: who said what."""
from __future__ import annotations

from datetime import UTC, datetime

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.parsing import parse
from rotative.record.reading.statements import find
from rotative.record.reading.text import Text, divide


def text(words: str, language: str = "fr") -> Text:
    """A text that was published on a Tuesday."""
    return Text(words, divide(words), language, datetime(2026, 11, 24, 11, tzinfo=UTC))


def statements(words: str, language: str = "fr") -> list[Statement]:
    """What is found in a text's words."""
    given = text(words, language)
    return find(given, parse(given))


def told(words: str, span: Span | None) -> str | None:
    """The words of a span."""
    return None if span is None else words[slice(*span)]


def said(words: str, language: str = "fr") -> list[tuple[str | None, str | None]]:
    """Who says what: the mention, and the content."""
    return [(told(words, each.speaker), told(words, each.span)) for each in statements(words, language)]
