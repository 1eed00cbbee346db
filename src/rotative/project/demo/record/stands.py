"""What is wrong with the text under negotiation and with who denies what, one sentence each.

Knows no framework. It holds that each party has a position, or is silent, on each point, by the words of those who
speak for it.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from rotative.project.demo.cast import LANGUAGES, Cast
from rotative.project.demo.record.entries import Record

STANCES = ("accepts", "rejects", "conditional", "silent")
CHANGES = ("new", "changed", "dropped")
TEXT = "record/accord.toml"
Faults = Iterator[tuple[int, str]]


def read_proofs(record: Record, cast: Cast) -> list[str]:
    """Every fault: first of who denies what, then of the text."""
    found = [f"record/denials.toml, line {line}: {fault}" for line, fault in _of_denials(record)]
    return found + [f"{TEXT}, line {line}: {fault}" for line, fault in _of_text(record, cast)]


# ── Denials ────────────────────────────────────────────────────────────────────


def _of_denials(record: Record) -> Faults:
    known = record.by_id()
    for denial in record.denials:
        yield from ((denial.line, f"no statement has the id “{name}”.") for name in (denial.claim, denial.denial) if name not in known)
    counted = Counter(said.id for story in record.stories for said in story.said if said.id)
    yield from ((1, f"the id “{name}” is given {count} times.") for name, count in counted.items() if count > 1)


# ── The text ───────────────────────────────────────────────────────────────────


def _of_text(record: Record, cast: Cast) -> Faults:
    numbers = [point["number"] for point in record.text["points"]]
    yield from ((record.line_of(f'"{number}"'), f"point {number} is there twice.") for number, count in Counter(numbers).items() if count > 1)
    yield from ((record.line_of(party), f"no person or body is called “{party}”.") for party in record.text["parties"] if party not in record.people)
    for point in record.text["points"]:
        line = record.line_of(f'number = "{point["number"]}"')
        yield from ((line, f"point {point['number']}: {fault}") for fault in _of_point(point, record))
    for version in record.text["versions"]:
        line = record.line_of(f'fr = "{version["fr"]}"')
        yield from ((line, f"no story is called “{name}”.") for name in version["stories"] if name not in cast.by_name)
        yield from ((line, f"no point has the number {change['number']}.") for change in version.get("changes", []) if change["number"] not in numbers)
        yield from ((line, f"“{change['kind']}” is not a change: one of {', '.join(CHANGES)}.") for change in version.get("changes", []) if change["kind"] not in CHANGES)


def _of_point(point: Mapping[str, Any], record: Record) -> Iterator[str]:
    if point["axis"] not in [axis["is"] for axis in record.text["axes"]]:
        yield f"no axis is called “{point['axis']}”."
    for party in record.text["parties"]:
        if not point.get(party):
            yield f"“{party}” has no position. Where nothing was said, write that it is silent."
        yield from (f"“{party}”: {fault}" for position in point.get(party, []) for fault in _of_position(position, party, record))


def _of_position(position: Mapping[str, Any], party: str, record: Record) -> Iterator[str]:
    stance, rests_on = position["stance"], position.get("on", [])
    if stance not in STANCES:
        yield f"“{stance}” is not a position: one of {', '.join(STANCES)}."
    if (stance == "silent") == bool(rests_on):
        yield "a position rests on words, and silence on none."
    if (stance == "conditional") != all(position.get(language) for language in LANGUAGES):
        yield "a condition is named, in each language, for a position that has one, and for no other."
    yield from (fault for name in rests_on if (fault := _of_ground(name, party, record)))


def _of_ground(name: str, party: str, record: Record) -> str:
    """What is wrong with a statement that a position rests on: it must be of somebody who speaks for the party."""
    found = record.by_id().get(name)
    if found is None:
        return f"no statement has the id “{name}”."
    story, said = found
    key = record.key_of(story, said.by) if said.by else ""
    person = record.people.get(key)
    speaks = key == party or (person is not None and person.speaks_for == party)
    return "" if speaks else f"“{said.words}” is said by {said.by or said.source}, who does not speak for it."
