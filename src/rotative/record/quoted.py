"""Block quotations whose speaker was typed beside them: the desk has said who speaks, so nobody need guess."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rotative.record.reading.findings import Actor, Reading, Span, Statement
from rotative.record.typed import Typed, TypedBlock


def with_typed_speakers(reading: Reading, text: Typed) -> Reading:
    """The reading, with what block quotations say of themselves in place of what was read in them."""
    quotations = [block for block in text.blocks if block.speaker]
    if not quotations:
        return reading
    places = {block.id: _words(block, text) for block in quotations}
    others = [each for each in reading.statements if not any(_within(each.span, place) for place in places.values())]
    quoted = [_statement(block, places[block.id]) for block in quotations]
    statements = sorted([*others, *quoted], key=lambda each: each.span)
    return replace(reading, statements=tuple(statements), actors=tuple(_actors(reading.actors, quotations, places)))


def _words(block: TypedBlock, text: Typed) -> Span:
    """Where the words of a quotation are in the whole text, without the line that says who speaks."""
    start = text.starts[block.id]
    return Span(start, start + len(block.words[: len(block.words) - block.foot].rstrip()))


def _within(span: Span, place: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def _statement(block: TypedBlock, place: Span) -> Statement:
    return Statement(place, "direct", speaker=_speaker(block, place), speaker_name=block.speaker)


def _speaker(block: TypedBlock, place: Span) -> Span:
    return Span(place.end + 1, place.end + 1 + len(block.speaker))


def _actors(known: Iterable[Actor], quotations: Iterable[TypedBlock], places: dict[str, Span]) -> list[Actor]:
    """The actors, with the speakers of quotations among them: by their names, if the text has them too."""
    by_name = {actor.name: actor for actor in known}
    for block in quotations:
        here = _speaker(block, places[block.id])
        found = by_name.get(block.speaker) or Actor(block.speaker, "person", (), block.role or None)
        by_name[block.speaker] = replace(found, mentions=tuple(sorted({*found.mentions, here})), role=found.role or block.role or None)
    return list(by_name.values())
