"""What the desk asks of texts under negotiation and of timelines: all that was drawn up, whether readers see it or not."""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Prefetch, QuerySet

from rotative.newsroom.models import Dossier
from rotative.record.likeness import last_word, letters
from rotative.record.models import KEPT, Actor, Axis, Change, Event, NegotiatedText, Point, Position, Statement, Version
from rotative.record.opposition import sense
from rotative.record.permissions import seen_by

MOST = 200  # statements that a form offers


@dataclass(frozen=True)
class Stand:
    """Where a party stands on a point since a day. is_seen: readers may see it, should the text be shown."""

    position: Position
    is_seen: bool
    earlier: int


@dataclass(frozen=True)
class Line:
    """A point, and for each party, in the order of the table, where it stands; None where nobody said."""

    point: Point
    stands: tuple[tuple[Actor, Stand | None], ...]


@dataclass(frozen=True)
class Board:
    """The table of a text: its parties, and its points by their axes; the axis of points that have none is None."""

    parties: tuple[Actor, ...]
    axes: tuple[tuple[Axis | None, tuple[Line, ...]], ...]


@dataclass(frozen=True)
class Offer:
    """Statements that a position may rest on. likely: by the party, on the point; theirs: by the party; others: about it."""

    likely: tuple[Statement, ...]
    theirs: tuple[Statement, ...]
    others: tuple[Statement, ...]

    @property
    def every(self) -> tuple[Statement, ...]:
        return (*self.likely, *self.theirs, *self.others)


def board(text: NegotiatedText, guests: Iterable[Actor] = ()) -> Board:
    """The table of a text as the desk has it. guests: parties to show although they have no position yet."""
    stands = _stands(text)
    known = {stand.position.party for stand in stands.values()} | set(guests)
    parties = tuple(sorted(known, key=lambda each: (each.name, each.pk)))
    axes: dict[Axis | None, list[Line]] = {axis: [] for axis in [*text.axes.all(), None]}
    for point in text.points.select_related("axis"):
        axes[point.axis].append(Line(point, tuple((party, stands.get((point.pk, party.pk))) for party in parties)))
    return Board(parties, tuple((axis, tuple(lines)) for axis, lines in axes.items() if axis or lines))


def history(point: Point, party: Actor) -> list[Position]:
    """Where a party stood on a point, the last first, with what it rests on."""
    rested = Prefetch("statements", Statement.objects.select_related("article", "speaker").defer("article__body").order_by("dated", "pk"))
    return list(point.positions.filter(party=party).prefetch_related(rested).order_by("-dated", "-pk"))


def offer(point: Point, party: Actor, by: Any = None) -> Offer:
    """The accepted statements of the text's dossier that somebody may see, the likeliest first: those that name the point, or share its words.

    What the party's positions on the point rest on is offered wherever it was said.
    """
    rested = Statement.objects.filter(positions__point=point, positions__party=party).values("pk")
    near = seen_by(by, _kept_in(point.text.dossier_id))
    mine = list(near.filter(actor=party)[:MOST])
    ends = {last_word(name) for name in party.names}
    others = [row for row in near.exclude(actor=party)[:MOST] if not ends.isdisjoint(letters(row.words).split())]
    left = _kept().filter(pk__in=rested).exclude(pk__in=[row.pk for row in (*mine, *others)])
    mine, others = [*mine, *left.filter(actor=party)], [*others, *left.exclude(actor=party)]
    about = _sense_of(point)
    weights = {row.pk: _weight(point, about, row.words) for row in mine}
    likely = sorted((row for row in mine if weights[row.pk]), key=lambda row: -weights[row.pk])
    return Offer(tuple(likely), tuple(row for row in mine if not weights[row.pk]), tuple(others))


def versions(text: NegotiatedText) -> list[Version]:
    """The versions of a text, the last first, with what they changed in the order of points."""
    changes = Prefetch("changes", Change.objects.select_related("point").order_by("point__place", "pk"))
    return list(text.versions.select_related("article").defer("article__body").prefetch_related(changes).order_by("-dated", "-pk"))


def last_words(text: NegotiatedText, before: Version | None = None) -> dict[int, str]:
    """What the last version, or the last before one, made of each point, by the primary keys of points."""
    found = Change.objects.filter(text=text).order_by("version__dated", "version", "pk")
    if before:
        found = found.filter(version__dated__lte=before.dated).exclude(version=before)
    return dict(found.values_list("point", "now"))


def speakers_in(dossier: Dossier) -> list[tuple[Actor, int]]:
    """Who was said to speak in a dossier, and how often: most first."""
    counts = Counter(_kept_in(dossier.pk).exclude(actor=None).order_by().values_list("actor", flat=True))
    found = Actor.objects.in_bulk(counts)
    return sorted(((found[pk], number) for pk, number in counts.items()), key=lambda each: (-each[1], each[0].name, each[0].pk))


# ── Timelines ──────────────────────────────────────────────────────────────────


def drawn(dossier: Dossier, by: Any = None) -> list[Event]:
    """The accepted events of a timeline that somebody may see, the first first; those without a day at the end."""
    found = seen_by(by, _events().filter(dossier=dossier))
    return sorted(found, key=lambda event: (event.first_day is None, event.first_day or 0, event.hour is not None, event.hour or 0, event.pk))


def undrawn(dossier: Dossier, by: Any = None) -> list[Event]:
    """Those of a dossier's stories that are not in its timeline, the first first; those without a day at the end."""
    return list(seen_by(by, _events().filter(article__dossier=dossier).exclude(dossier=dossier)).order_by(F("first_day").asc(nulls_last=True), "pk"))


# ── Helpers ────────────────────────────────────────────────────────────────────


def _events() -> QuerySet[Event]:
    return Event.objects.kept().select_related("article", "dossier").defer("article__body").prefetch_related("who")


def _kept() -> QuerySet[Statement]:
    kept = Statement.objects.filter(state__in=KEPT)
    return kept.select_related("article", "speaker", "actor").defer("article__body").order_by(F("dated").desc(nulls_first=True), "-pk")


def _kept_in(dossier: int) -> QuerySet[Statement]:
    return _kept().filter(article__dossier=dossier)


def _weight(point: Point, about: frozenset[str], words: str) -> int:
    """How likely some words are about a point: they name its number, or share words with what it is about."""
    named = re.search(rf"\b(?:points?|articles?|clauses?|sections?)\b[^.;:]{{0,24}}\b{re.escape(letters(point.number))}\b(?! (?:bis|ter|quater)\b)", letters(words))
    return (10 if named else 0) + len(sense(words) & about)


def _stands(text: NegotiatedText) -> dict[tuple[int, int], Stand]:
    """The last position of each party on each point."""
    seen = set(Statement.objects.public().filter(positions__text=text).values_list("positions", flat=True))
    positions = defaultdict[tuple[int, int], list[Position]](list)
    for position in text.positions.select_related("party").order_by("-dated", "-pk"):
        positions[position.point_id, position.party_id].append(position)
    return {key: Stand(found[0], _is_seen(found[0], seen), len(found) - 1) for key, found in positions.items()}


def _is_seen(position: Position, seen: set[int]) -> bool:
    return position.stance == Position.Stance.SILENT or position.pk in seen


def _sense_of(point: Point) -> frozenset[str]:
    """The words of sense of a point's title, and of what versions made of it."""
    changed = [words for change in point.changes.all() for words in (change.was, change.now)]
    return sense(" ".join([point.title, *changed]))
