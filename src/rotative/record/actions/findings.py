"""Turns what a reading found into the columns and the grounds of rows."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Model

from rotative.masthead.printable import printable
from rotative.masthead.queries import zone
from rotative.record.anchors import anchor
from rotative.record.grounds import Part, PartKind
from rotative.record.models import Appearance, Essential, Event, Statement
from rotative.record.reading import findings
from rotative.record.typed import Typed

Cast = Mapping[str, Appearance]  # the actors of the story by the names that the reading gives them


@dataclass
class Finding:
    """What a row would be: its columns, what it rests on, and who is in it."""

    fields: dict[str, Any]
    grounds: list[Part]
    who: list[Appearance] = field(default_factory=list)


def statement(found: findings.Statement, text: Typed, cast: Cast) -> Finding:
    speaker, when = cast.get(found.speaker_name or ""), found.date or findings.Interval(None, None)
    described = text.words[slice(*found.speaker)] if found.speaker and not speaker else ""
    fields = {
        "mode": found.mode, "act": found.act, "speaker": speaker, "unnamed": found.unnamed and not speaker, "described": described,
        "via": _name(found.via), "addressee": _name(found.addressee), "place": _name(found.place), "hearsay": found.hearsay,
        "said_from": _day(when.start), "said_to": _day(when.end),
    }  # fmt: skip
    grounds = [*parts("content", found.span, text), *parts("cue", found.cue, text), *parts("speaker", found.speaker, text)]
    grounds += [part for kind, named in _named(found) for part in parts(kind, named.span, text)]
    return Finding(fitted(Statement, fields), naming(grounds, speaker, text.by_id))


def event(found: findings.Event, text: Typed, cast: Cast) -> Finding:
    fields = {
        "what": found.what, "where": found.where or "", "first_day": _day(found.when.start), "last_day": _day(found.when.end), "hour": _hour(found.when.start)
    }  # fmt: skip
    return Finding(fitted(Event, fields), parts("content", found.span, text), [cast[name] for name in found.who if name in cast])


def essential(found: findings.Essential, rank: int, text: Typed) -> Finding:
    return Finding(fitted(Essential, {"text": found.text, "rank": rank}), parts("content", found.span, text))


def appearance(found: findings.Actor, text: Typed) -> dict[str, Any]:
    mentions = [part.anchor.as_json() for span in found.mentions for part in parts("name", span, text)]
    return {**fitted(Appearance, {"kind": found.kind, "name": found.name, "role": found.role or ""}), "mentions": mentions}


def parts(kind: PartKind, span: findings.Span | None, text: Typed) -> list[Part]:
    """A span as parts, one a block; what may lie over several blocks are words, of the rest the first is enough."""
    pieces = text.pieces(span) if span else []
    return [Part(kind, anchor(text.by_id, *piece)) for piece in (pieces if kind in ("content", "name") else pieces[:1])]


def naming(grounds: Iterable[Part], speaker: Appearance | None, blocks: Mapping[str, str]) -> list[Part]:
    """The grounds, with where the text names the speaker if the sentence does not: when the name changes, the words are another's."""
    kept = [part for part in grounds if part.kind != "name"]
    mention = next((part.anchor for part in kept if part.kind == "speaker"), None)
    if speaker is None or (mention and speaker.is_named_by(mention.words)):
        return kept
    found = speaker.naming(mention or kept[0].anchor, blocks)
    return [*kept, Part("name", found)] if found else kept


def fitted(model: type[Model], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields whose texts are no longer than their columns, and hold nothing that no page can."""
    return {name: _cut(model, name, value) if isinstance(value, str) else value for name, value in fields.items()}


def _cut(model: type[Model], name: str, value: str) -> str:
    column: Any = model._meta.get_field(name)
    return printable(value)[: column.max_length]


def _named(found: findings.Statement) -> list[tuple[PartKind, findings.Named]]:
    pairs: list[tuple[PartKind, findings.Named | None]] = [("via", found.via), ("addressee", found.addressee), ("place", found.place)]
    return [(kind, named) for kind, named in pairs if named]


def _name(found: findings.Named | None) -> str:
    return found.name if found else ""


def _day(said: str | None) -> date | None:
    found = _moment(said)
    return found.date() if isinstance(found, datetime) else found


def _hour(said: str | None) -> time | None:
    found = _moment(said)
    return found.time() if isinstance(found, datetime) else None


def _moment(said: str | None) -> date | datetime | None:
    """A day, or an instant in the paper's zone; None for what is neither."""
    try:
        if said and "T" in said:
            return datetime.fromisoformat(said).astimezone(zone())
        return date.fromisoformat(said) if said else None
    except (ValueError, OverflowError):
        return None
