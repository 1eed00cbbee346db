"""What the stages of a reading hand to each other."""
from __future__ import annotations

from datetime import UTC, datetime

from rotative.record.reading.parsing import parse
from rotative.record.reading.text import Text, divide

WORDS = "Le port ferme\n\nLa maire l’a dit. « Non », dit-elle.\n"


def test_a_block_a_line_and_each_is_parsed_where_it_stands() -> None:
    text = Text(WORDS, divide(WORDS), "fr", datetime(2026, 11, 24, 11, tzinfo=UTC))
    parsed = parse(text)
    assert [WORDS[slice(*each.block.span)] for each in parsed] == ["Le port ferme", "La maire l’a dit. « Non », dit-elle."]
    for each in parsed:
        assert all(text.plain[slice(*each.span(token))] == token.text for token in each.doc)
