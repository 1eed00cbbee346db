"""What is wrong between the record's files and the stories, one sentence each: the file, the line, the words.

Knows no framework. An empty list means that the record can be kept.
"""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any, get_args

from rotative.project.demo.cast import LANGUAGES, Cast
from rotative.project.demo.record import stands
from rotative.project.demo.record.entries import Decisions, Happened, Person, Record, Said, Who
from rotative.project.demo.record.words import NotInTheStory, piece_of, pieces_of, text_of
from rotative.record.reading.findings import Act, Kind, Mode
from rotative.record.reading.text import plain
from rotative.record.typed import Typed

Faults = Iterator[tuple[int, str]]


def read_proofs(record: Record, cast: Cast) -> list[str]:
    """Every fault, file by file."""
    found = [f"{story.file}, line {line}: {fault}" for story in record.stories for line, fault in _of_story(story, cast)]
    found += [f"record/people.toml, line {person.line}: {fault}" for person in record.people.values() for fault in _of_person(person, record)]
    return [*found, *stands.read_proofs(record, cast)]


# ── A story ────────────────────────────────────────────────────────────────────

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
