"""What is wrong between the record's files and the stories, one sentence each: the file, the line, the words.

Knows no framework. An empty list means that the record can be kept. What it holds: that all words stand in their
story, and that each party has a position, or is silent, on each point, by the words of those who speak for it.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, get_args

from rotative.project.demo.cast import LANGUAGES, Cast
from rotative.project.demo.record.files import Decisions, Happened, Person, Record, Said, Who
from rotative.project.demo.record.words import NotInTheStory, piece_of, pieces_of, text_of
from rotative.record.reading.findings import Act, Kind, Mode
from rotative.record.reading.text import plain
from rotative.record.typed import Typed

STANCES = ("accepts", "rejects", "conditional", "silent")
CHANGES = ("new", "changed", "dropped")
TEXT = "record/accord.toml"


def read_proofs(record: Record, cast: Cast) -> list[str]:
    """Every fault, file by file."""
    found = [f"{story.file}, line {line}: {fault}" for story in record.stories for line, fault in _of_story(story, cast)]
    found += [f"record/people.toml, line {person.line}: {fault}" for person in record.people.values() for fault in _of_person(person, record)]
    return [*found, *read_text(record, cast)]


def read_text(record: Record, cast: Cast) -> list[str]:
    """Every fault of the text and of who denies what."""
    found = [f"record/denials.toml, line {line}: {fault}" for line, fault in _of_denials(record)]
    return found + [f"{TEXT}, line {line}: {fault}" for line, fault in _of_text(record, cast)]


# ── A story ────────────────────────────────────────────────────────────────────

Faults = Iterator[tuple[int, str]]


def _of_story(story: Decisions, cast: Cast) -> Faults:
    if story.name not in cast.by_name:
        yield 1, f"no story is called “{story.name}”."
        return
    text, names = text_of(cast.by_name[story.name]), [who.name for who in story.who]
    yield from (fault for who in story.who for fault in _of_who(who, text))
    yield from ((who.line, f"“{who.name}” is there twice.") for who in story.who if names.count(who.name) > 1)
    yield from (fault for said in story.said for fault in _of_said(said, text, names))
    yield from (fault for event in story.happened for fault in _of_event(event, text, names))


def _of_who(who: Who, text: Typed) -> Faults:
    if who.kind not in get_args(Kind):
        yield who.line, f"“{who.kind}” is not a kind of actor: one of {', '.join(get_args(Kind))}."
    if not pieces_of(who.name, text):
        yield who.line, f"“{who.name}” does not stand in the story."
    if who.role and not _stands(who.role, text):
        yield who.line, f"“{who.role}” does not stand in the story."


def _of_said(said: Said, text: Typed, names: list[str]) -> Faults:
    yield from _of_words(said, text)
    if bool(said.by) == bool(said.source):
        yield said.line, f"say who says “{said.words}”: “by” for a name, or “source” for the story's description of one without."
    if said.by and said.by not in names:
        yield said.line, f"“{said.by}” is not among who is in this story."
    for words in (said.source, said.via, said.to, said.place):
        if words and not _stands(words, text):
            yield said.line, f"“{words}” does not stand in the story."
    if said.act not in (None, *get_args(Act)):
        yield said.line, f"“{said.act}” is not an act: one of {', '.join(get_args(Act))}."
    if said.mode not in (None, *get_args(Mode)):
        yield said.line, f"“{said.mode}” is not a mode: one of {', '.join(get_args(Mode))}."


def _of_event(event: Happened, text: Typed, names: list[str]) -> Faults:
    yield from _of_words(event, text)
    yield from ((event.line, f"“{name}” is not among who is in this story.") for name in event.who if name not in names)
    if not event.days and not event.dates:
        yield event.line, f"say when it was: “{event.what}”."
    if event.hour and not _is(time, event.hour):
        yield event.line, f"“{event.hour}” is not an hour: write 20:30."


def _of_words(row: Said | Happened, text: Typed) -> Faults:
    try:
        piece_of(row.words, text, row.near)
    except NotInTheStory as error:
        yield row.line, str(error)
    if len(row.days) > 2 or len(row.dates) > 2:
        yield row.line, "one day, or the first and the last."
    yield from ((row.line, f"“{day}” is not a date: write 2022-08-18.") for day in row.dates if not _is(date, day))


def _stands(words: str, text: Typed) -> bool:
    return plain(words).casefold() in plain(text.words).casefold()


def _is(kind: Any, words: str) -> bool:
    try:
        return bool(kind.fromisoformat(words)) or True
    except ValueError:
        return False


# ── People ─────────────────────────────────────────────────────────────────────


def _of_person(person: Person, record: Record) -> Iterator[str]:
    if person.kind not in get_args(Kind):
        yield f"“{person.kind}” is not a kind of actor: one of {', '.join(get_args(Kind))}."
    if person.speaks_for and person.speaks_for not in record.text["parties"]:
        yield f"“{person.speaks_for}” is not a party of the text."
    for role in person.roles:
        yield from (f"a role of {person.name} is not named in “{language}”." for language in LANGUAGES if not role.get(language))
        yield from (f"“{role[end]}” is not a date: write 2022-08-18." for end in ("since", "until") if end in role and not _is(date, role[end]))


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
