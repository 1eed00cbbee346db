"""Events: who did what, where and when, from clauses and nouns of happening that have a date of their own.

An event is what the text itself tells: nothing between quotation marks, nothing that hangs on a verb of saying, of wishing
or of doubt, nothing denied. In doubt it is left out.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rotative.record.reading.events.clauses import Happening, in_clauses
from rotative.record.reading.events.lexicon import AT
from rotative.record.reading.events.nouns import in_nouns
from rotative.record.reading.events.places import place
from rotative.record.reading.findings import Actor, Date, Event, Span, Statement
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.sentences import sentences
from rotative.record.reading.text import Text

_AT = re.compile(rf"(?:^|\s)(?:{'|'.join(sorted(AT))})\s+(?:(?:le|la|les|the)\s+|l')?$", re.I)


def find(text: Text, parsed: Sequence[Parsed], actors: Sequence[Actor], dates: Sequence[Date]) -> list[Event]:
    """The events of a text, in its order, each once."""
    dated = [date for date in dates if date.type in ("DATE", "TIME") and _is_a_moment(date)]
    found = {(event.what, event.when): event for each in parsed if each.block.kind == "paragraph" for event in _of_block(text, each, actors, dated)}
    return sorted(found.values(), key=lambda event: event.span)


def told(events: Sequence[Event], statements: Sequence[Statement]) -> list[Event]:
    """Those that the paper tells itself: not in what somebody says."""
    said = [statement.span for statement in statements]
    return [event for event in events if not any(span.start < event.span.end and event.span.start < span.end for span in said)]


def _is_a_moment(date: Date) -> bool:
    """Closed at both ends, and within a year: what lasts longer is a time, not a moment."""
    start, end = date.interval.start, date.interval.end
    return bool(start and end) and start[:4] == end[:4]  # type: ignore[index]


def _of_block(text: Text, parsed: Parsed, actors: Sequence[Actor], dates: Sequence[Date]) -> Iterator[Event]:
    block = parsed.block.span
    near = [(date, span) for date in dates if block.start <= date.span.start < block.end and (span := _tokens(parsed, date.span)) is not None]
    if not near:
        return
    for sentence in sentences(parsed.doc):
        here = [(date, span) for date, span in near if sentence.start <= span.start < sentence.end]
        for happening in [*in_clauses(sentence, here), *in_nouns(sentence, here)] if here else []:
            yield _event(text, parsed, happening, actors)


def _tokens(parsed: Parsed, span: Span) -> Any | None:
    return parsed.doc.char_span(span.start - parsed.offset, span.end - parsed.offset, alignment_mode="expand")


def _event(text: Text, parsed: Parsed, happening: Happening, actors: Sequence[Actor]) -> Event:
    pieces = [Span(parsed.span(piece[0]).start, parsed.span(piece[-1]).end) for piece in happening.pieces]
    who = {actor.name: None for actor in actors if any(_acts(mention, actor, pieces, text) for mention in actor.mentions)}
    what = " ".join(" ".join(text.words[slice(*piece)].split()) for piece in pieces)
    return Event(Span(pieces[0].start, pieces[-1].end), what, tuple(who), place(happening.head, text, parsed), happening.date.interval)


def _acts(mention: Span, actor: Actor, pieces: Sequence[Span], text: Text) -> bool:
    """Named in the event's words; a body or a place not only as where it is."""
    if not any(piece.start <= mention.start and mention.end <= piece.end for piece in pieces):
        return False
    return actor.kind == "person" or not _AT.search(text.plain[max(0, mention.start - 20) : mention.start])
