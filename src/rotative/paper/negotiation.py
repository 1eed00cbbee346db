"""A text under negotiation as pages show it: its parties, its points by axes, what is contested, what changed between versions."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rotative.newsroom import queries as newsroom
from rotative.paper import contexts, setter
from rotative.paper.parties import parties_of
from rotative.paper.saying import say
from rotative.paper.wording import Piece, compared
from rotative.record import queries
from rotative.record.models import Change, NegotiatedText, Point, Position, Statement
from rotative.record.queries import Cell, Row

MARKS = {"accepts": "yes", "rejects": "no", "conditional": "maybe", "silent": "mute"}


def stance(kind: str) -> contexts.Stance:
    return contexts.Stance(MARKS[kind], _words()[kind])


def legend() -> list[contexts.Stance]:
    return [stance(kind) for kind in MARKS]


class Negotiation:
    """All that is asked of the database of a text, once, and what pages make of it."""

    def __init__(self, text: NegotiatedText) -> None:
        self.text, self.table, self.versions = text, queries.positions_of(text), queries.versions_of(text)
        self.parties = parties_of(self.table.parties)

    @cached_property
    def last_changes(self) -> dict[int, tuple[date, Change]]:
        """Of each point that a version changed, the last such change and its date."""
        found: dict[int, tuple[date, Change]] = {}
        for version, changes in reversed(self.versions):
            found |= {change.point_id: (version.dated, change) for change in changes}
        return found

    @cached_property
    def rows(self) -> list[Row]:
        """The points that are in the text now."""
        return [row for _axis, rows in self.table.axes for row in rows if not self.is_dropped(row.point)]

    def is_dropped(self, point: Point) -> bool:
        return point.pk in self.last_changes and self.last_changes[point.pk][1].kind == Change.Kind.DROPPED

    @cached_property
    def contested(self) -> list[Row]:
        """The points that some party accepts and another one rejects."""
        return [row for row in self.rows if {"accepts", "rejects"} <= {cell.position.stance for cell in row.cells.values()}]

    def marks(self, row: Row) -> list[str]:
        return [MARKS[row.cells[party].position.stance if party in row.cells else "silent"] for party in self.parties]

    @cached_property
    def ids(self) -> dict[int, str]:
        """A name for each point in addresses, made of its number; of its key where two would have the same."""
        points = [row.point for _axis, rows in self.table.axes for row in rows]
        plain = {point.pk: slugify(point.number) for point in points}
        many = Counter(plain.values())
        return {pk: name if name and many[name] == 1 else f"{name or 'n'}-{pk}" for pk, name in plain.items()}


class Told:
    """The points of a text with all words, for its own page."""

    def __init__(self, negotiation: Negotiation) -> None:
        self.of = negotiation
        every = {each.pk: each for row in self._rows() for cell in row.cells.values() for each in _all_statements(cell)}
        self.said = {said.number: said for shown in say(list(every.values())) for said in (*shown.denials, shown)}
        self.points = {row.point.pk: self._point(row) for row in self._rows()}

    def axes(self) -> list[contexts.AxisRows]:
        """The axes with their points; those that are no longer in the text come last."""
        kept = [(axis, [row for row in rows if not self.of.is_dropped(row.point)]) for axis, rows in self.of.table.axes]
        gone = [row for row in self._rows() if self.of.is_dropped(row.point)]
        found = [contexts.AxisRows(setter.text(axis.name) if axis else "", [self.points[row.point.pk] for row in rows]) for axis, rows in kept if rows]
        return found + ([contexts.AxisRows(_("No longer in the text"), [self.points[row.point.pk] for row in gone])] if gone else [])

    def contested(self) -> list[contexts.Contested]:
        return [contexts.Contested(self.points[row.point.pk], list(_sides(self.points[row.point.pk].cells))) for row in self.of.contested]

    def versions(self) -> list[contexts.VersionNews]:
        """The versions, the last first."""
        stories = newsroom.stories({version.article_id for version, _changes in self.of.versions if version.article_id})
        found, until = [], None
        dates = [version.dated for version, _changes in self.of.versions]
        for place, (version, changes) in enumerate(self.of.versions):
            story = stories.get(version.article_id)
            before = dates[place + 1] if place + 1 < len(dates) else None
            found.append(contexts.VersionNews(
                id=f"version-{version.pk}", name=setter.text(version.name), when=version.dated,
                story=contexts.Link(setter.text(story.title), story.address) if story else None,
                changes=[self._changed(change, (before, version.dated, until)) for change in changes],
            ))  # fmt: skip
            until = version.dated
        return found

    def _rows(self) -> Iterator[Row]:
        yield from (row for _axis, rows in self.of.table.axes for row in rows)

    def _point(self, row: Row) -> contexts.PointRow:
        name = self.of.ids[row.point.pk]
        changed = self.of.last_changes.get(row.point.pk)
        return contexts.PointRow(
            id=f"point-{name}", told_id=f"said-{name}", number=row.point.number, title=setter.text(row.point.title),
            cells=[self._cell(party, row.cells.get(party), f"said-{name}-by-{party}") for party in self.of.parties],
            changed=changed[0] if changed and changed[0] == self.of.versions[0][0].dated else None,
        )  # fmt: skip

    def _cell(self, party: int, cell: Cell | None, name: str) -> contexts.Cell:
        if cell is None:
            return contexts.Cell(party=self.of.parties[party], stance=stance("silent"))
        now = self._held(cell.position, cell.statements)
        earlier = [self._held(position, said) for position, said in zip(cell.earlier, cell.said_before, strict=True)]
        return contexts.Cell(party=self.of.parties[party], stance=now.stance, id=name if cell.statements or earlier else "", now=now, earlier=earlier)

    def _held(self, position: Position, statements: Iterable[Statement]) -> contexts.Held:
        said = [self.said[each.pk] for each in statements]
        return contexts.Held(stance=stance(position.stance), since=position.dated, condition=setter.text(position.condition), statements=said)

    # ── What changed ───────────────────────────────────────────────────────────

    def _changed(self, change: Change, when: tuple[date | None, date, date | None]) -> contexts.Changed:
        before, since, until = when
        cells = next((row.cells for row in self._rows() if row.point.pk == change.point_id), {})
        point = self.points[change.point_id]
        return contexts.Changed(
            number=point.number, title=point.title, kind=change.kind, word=str(change.get_kind_display()), url=f"#{point.id}", pieces=_pieces(change, point.title),
            asked_by=[self.of.parties[party] for party, cell in cells.items() if _asked(cell, before, since)],
            moves=[move for party, cell in cells.items() for move in self._moves(party, cell, since, until)],
        )  # fmt: skip

    def _moves(self, party: int, cell: Cell, since: date, until: date | None) -> Iterator[contexts.Move]:
        """How a party changed its mind on a point from a version to the next one, in the order of days."""
        course = [cell.position, *cell.earlier][::-1]
        for place, position in enumerate(course):
            before = course[place - 1].stance if place else position.stance
            if since <= position.dated and (until is None or position.dated < until) and before != position.stance:
                yield contexts.Move(self.of.parties[party], stance(before), stance(position.stance))


def _words() -> dict[str, str]:
    return {
        "accepts": pgettext("position", "accepts"),
        "rejects": pgettext("position", "rejects"),
        "conditional": pgettext("position", "on a condition"),
        "silent": pgettext("position", "silent"),
    }


def _all_statements(cell: Cell) -> Iterator[Statement]:
    yield from cell.statements
    yield from (statement for before in cell.said_before for statement in before)


def _sides(cells: Iterable[contexts.Cell]) -> Iterator[tuple[contexts.Stance, list[contexts.Party]]]:
    """Each stance that somebody takes, with who does; silence is none."""
    for each in legend()[:-1]:
        if parties := [cell.party for cell in cells if cell.stance == each]:
            yield each, parties


def _asked(cell: Cell, before: date | None, until: date) -> bool:
    """Whether words that a position rests on demand something of the point between two versions."""
    demands = (each.dated for each in _all_statements(cell) if each.act == Statement.Act.DEMANDS and each.dated)
    return any(day <= until and (before is None or day >= before) for day in demands)


def _pieces(change: Change, title: str) -> list[Piece]:
    was, now = setter.text(change.was), setter.text(change.now)
    if change.kind == Change.Kind.NEW:
        return [Piece("ins", now or title)]
    if change.kind == Change.Kind.DROPPED:
        return [Piece("del", was or title)]
    return compared(was, now)
