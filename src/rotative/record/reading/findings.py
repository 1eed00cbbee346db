"""What is found in a text. Every span is [start, end) in code points of the text as it was given."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Kind = Literal["person", "body", "place"]
Mode = Literal["direct", "indirect", "mixed"]
Act = Literal["says", "announces", "reveals", "confirms", "denies", "refuses", "demands", "promises", "warns", "accuses", "regrets", "other"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Span(NamedTuple):
    """A piece of the text, [start, end)."""

    start: int
    end: int


@dataclass(frozen=True)
class Interval:
    """From when to when, both included: ISO 8601 dates, or minutes with their offset; None where it is open."""

    start: str | None
    end: str | None


@dataclass(frozen=True)
class Date:
    """A date, an hour, a duration or a repetition, as the text has it. value: TIMEX3's (ISO 8601 and its own signs)."""

    span: Span
    type: TimexType
    value: str
    interval: Interval = Interval(None, None)


@dataclass(frozen=True)
class Actor:
    """A person, a body, or a place that acts, with all its mentions. role: as the text gives it."""

    name: str
    kind: Kind
    mentions: tuple[Span, ...]
    role: str | None = None


@dataclass(frozen=True)
class Named:
    """A span and the name of what it means."""

    span: Span
    name: str


@dataclass(frozen=True)
class Statement:
    """What somebody said, as the text reports it.

    span: the content, of a direct quotation with its marks. cue: the head word of what reports it.
    speaker: the mention; speaker_name: the actor's name where the mention could be resolved.
    unnamed: a source that the text describes and does not name. hearsay: the text itself keeps its distance ("aurait").
    via: the outlet or the speaker through whom it comes at second hand. addressee: to whom.
    """

    span: Span
    mode: Mode
    act: Act = "says"
    cue: Span | None = None
    speaker: Span | None = None
    speaker_name: str | None = None
    unnamed: bool = False
    via: Named | None = None
    addressee: Named | None = None
    place: Named | None = None
    date: Interval | None = None
    hearsay: bool = False


@dataclass(frozen=True)
class Event:
    """What happened. what: its words; who: names of actors."""

    span: Span
    what: str
    who: tuple[str, ...] = ()
    where: str | None = None
    when: Interval = Interval(None, None)


@dataclass(frozen=True)
class Essential:
    """One of the three to five things to know: words that stand alone, and the span they are drawn from."""

    text: str
    span: Span


@dataclass(frozen=True)
class Reading:
    """All that was found in a text, each kind in the order of the text."""

    language: str
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[Date, ...] = ()
    essentials: tuple[Essential, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The object that ``docs/contracts/reading.schema.json`` describes."""
        return {
            "language": self.language,
            "actors": [{"name": each.name, "kind": each.kind, "mentions": [list(span) for span in each.mentions], "role": each.role} for each in self.actors],
            "statements": [_statement(each) for each in self.statements],
            "events": [
                {**_at(each.span), "what": each.what, "who": list(each.who), "where": each.where, **_when(each.when)} for each in self.events
            ],
            "dates": [{**_at(each.span), "type": each.type, **_when(each.interval), "value": each.value} for each in self.dates],
            "essentials": [{"text": each.text, **_at(each.span)} for each in self.essentials],
        }


def _statement(found: Statement) -> dict[str, Any]:
    named = {name: getattr(found, name) and {**_at(getattr(found, name).span), "name": getattr(found, name).name} for name in ("via", "addressee", "place")}
    return {
        **_at(found.span),
        "mode": found.mode,
        "act": found.act,
        "cue": found.cue and list(found.cue),
        "speaker": found.speaker and list(found.speaker),
        "speaker_name": found.speaker_name,
        "unnamed": found.unnamed,
        **named,
        "date": found.date and _when(found.date),
        "hearsay": found.hearsay,
    }


def _at(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _when(interval: Interval) -> dict[str, str | None]:
    return {"from": interval.start, "to": interval.end}
