"""Where an event is: the place that its words name after a preposition of place."""
from __future__ import annotations

from typing import Any

from rotative.record.reading.events.lexicon import AT
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.text import Text

PLACES = ("LOC", "GPE", "FAC")


def place(head: Any, text: Text, parsed: Parsed) -> str | None:
    """The first place of a clause or of a noun, as the text has its name."""
    for entity in head.doc.ents:
        if entity.label_ in PLACES and entity.root in set(head.subtree) and _is_at(entity):
            span = parsed.span(entity)
            return text.words[slice(*span)]
    return None


def _is_at(entity: Any) -> bool:
    before = entity.doc[max(0, entity.start - 2) : entity.start]
    return bool(before) and (before[-1].lower_ in AT or len(before) > 1 and before[-1].lower_ in ("la", "le", "les", "l'", "the") and before[-2].lower_ in AT)
