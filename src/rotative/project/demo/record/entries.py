"""What the files of the record say: who is in a story, what is said in it and by whom, what happened; who is who; the text.

Knows no framework.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Who:
    """Somebody in a story, as it names them. key: who that is for the paper; role None: as it was read."""

    line: int
    name: str
    kind: str = "person"
    role: str | None = None
    key: str = ""


@dataclass(frozen=True)
class Said:
    """A statement. What is not given is as it was read. near: longer words around these, where they stand twice.

    by: the name of somebody in the story; source: how it describes one without a name. days: counted from the day of making.
    """

    line: int
    words: str
    near: str = ""
    by: str = ""
    source: str = ""
    act: str | None = None
    mode: str | None = None
    via: str | None = None
    to: str | None = None
    place: str | None = None
    days: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    undated: bool = False
    hearsay: bool | None = None
    id: str = ""


@dataclass(frozen=True)
class Happened:
    """An event."""

    line: int
    words: str
    what: str
    near: str = ""
    who: tuple[str, ...] = ()
    where: str = ""
    days: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    hour: str = ""


@dataclass(frozen=True)
class Decisions:
    """What an editor decides in a story; ``name`` is its language and slug."""

    name: str
    who: tuple[Who, ...]
    said: tuple[Said, ...]
    happened: tuple[Happened, ...]

    @property
    def file(self) -> str:
        return f"record/{self.name}.toml"

    @property
    def language(self) -> str:
        return self.name.partition("/")[0]


@dataclass(frozen=True)
class Person:
    """Who somebody, or a body, is for the whole paper.

    roles: each in every language, ``since`` and ``until`` a date. speaks_for: the party whose words theirs are.
    """

    line: int
    key: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Mapping[str, str], ...] = ()
    speaks_for: str = ""


@dataclass(frozen=True)
class Denial:
    """Which statement denies which, by their ids."""

    line: int
    claim: str
    denial: str


@dataclass(frozen=True)
class Record:
    """All of it. text: the text under negotiation, as its file says it."""

    stories: tuple[Decisions, ...]
    people: Mapping[str, Person]
    denials: tuple[Denial, ...]
    text: Mapping[str, Any]
    lines: tuple[str, ...]

    def by_id(self) -> dict[str, tuple[Decisions, Said]]:
        """Every statement that has an id, with its story."""
        return {said.id: (story, said) for story in self.stories for said in story.said if said.id}

    def key_of(self, story: Decisions, name: str) -> str:
        """Who a name in a story is for the paper."""
        who = next(each for each in story.who if each.name == name)
        named = (person.key for person in self.people.values() if person.name == name and person.kind == who.kind)
        return who.key or next(named, name)

    def line_of(self, words: str) -> int:
        """The line of the text's file that has some words."""
        return next((number for number, line in enumerate(self.lines, 1) if words in line), 1)
