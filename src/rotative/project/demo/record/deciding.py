"""An editor decides of what was read in a story: what is right is accepted, what is not quite is mended, the rest is rejected.

What no reading found is added by hand. Done again, nothing is left to decide.
"""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from rotative.newsroom.models import Article
from rotative.project.demo.days import Calendar
from rotative.project.demo.record.entries import Decisions, Happened, Said, Who
from rotative.project.demo.record.matching import has_words, named, nearest
from rotative.project.demo.record.words import piece_of, pieces_of
from rotative.record.actions.deciding import accept, add, mend, reject
from rotative.record.anchors import Anchor, anchor
from rotative.record.models import Appearance, Event, State, Statement
from rotative.record.typed import Piece, typed


class Deciding:
    """One story, what was read in it, and the decisions to take. said: afterwards, its statements that have an id."""

    def __init__(self, article: Article, decisions: Decisions, editor: Any, calendar: Calendar) -> None:
        self.article, self.decisions, self.editor, self.calendar = article, decisions, editor, calendar
        self.text = typed(article.body.raw_data)
        self.cast: dict[str, Appearance] = {}
        self.said: dict[str, Statement] = {}

    def run(self) -> None:
        """Who first: what an actor says can be kept only while the actor is."""
        self._decide_who()
        self._decide_said()
        self._decide_happened()

    # ── Who is in the story ────────────────────────────────────────────────────

    def _decide_who(self) -> None:
        rows = self._rows(Appearance)
        for who, row in zip(self.decisions.who, named(self.decisions.who, rows), strict=True):
            self.cast[who.name] = self._keep_who(who, row)
        self._reject(rows, self.cast.values())

    def _keep_who(self, who: Who, row: Appearance | None) -> Any:
        fields: dict[str, Any] = {"name": who.name, "kind": who.kind}
        fields |= {} if who.role is None else {"role": who.role}
        mentions = [self._anchor(piece) for piece in pieces_of(who.name, self.text)]
        return self._kept(Appearance, row, fields, mentions, is_there=row is not None and row.name == who.name)

    # ── What is said ───────────────────────────────────────────────────────────

    def _decide_said(self) -> None:
        rows = self._rows(Statement)
        places = [self._place(said) for said in self.decisions.said]
        kept = [self._keep_said(*each) for each in zip(self.decisions.said, places, nearest(places, rows), strict=True)]
        self._reject(rows, kept)

    def _keep_said(self, said: Said, place: Anchor, row: Statement | None) -> Any:
        fields = self._fields(said) if row else {"mode": _mode(said.words), **self._fields(said)}
        kept = self._kept(Statement, row, fields, [place], is_there=row is not None and has_words(row, place))
        self.said |= {said.id: kept} if said.id else {}
        return kept

    def _fields(self, said: Said) -> dict[str, Any]:
        """The columns that the file says something of."""
        speaker = self.cast[said.by] if said.by else None
        fields: dict[str, Any] = {"speaker": speaker, "unnamed": not speaker, **({} if speaker else {"described": said.source})}
        given = {"act": said.act, "mode": said.mode, "via": said.via, "addressee": said.to, "place": said.place, "hearsay": said.hearsay}
        fields |= {name: value for name, value in given.items() if value is not None}
        if said.days or said.dates or said.undated:
            fields["said_from"], fields["said_to"] = self._days(said)
        return fields

    # ── What happened ──────────────────────────────────────────────────────────

    def _decide_happened(self) -> None:
        rows = self._rows(Event)
        places = [self._place(event) for event in self.decisions.happened]
        kept = [self._keep_event(*each) for each in zip(self.decisions.happened, places, nearest(places, rows), strict=True)]
        self._reject(rows, kept)

    def _keep_event(self, event: Happened, place: Anchor, row: Event | None) -> Any:
        first, last = self._days(event)
        fields: dict[str, Any] = {"what": event.what, "where": event.where, "first_day": first, "last_day": last}
        fields |= {"hour": time.fromisoformat(event.hour) if event.hour else None, "who": [self.cast[name] for name in event.who]}
        return self._kept(Event, row, fields, [place], is_there=row is not None and has_words(row, place))

    # ── Helpers ────────────────────────────────────────────────────────────────

    def _rows(self, model: type[Any]) -> list[Any]:
        return list(model.objects.filter(article=self.article.pk).order_by("pk"))

    def _kept(self, model: type[Any], row: Any, fields: dict[str, Any], content: list[Anchor], is_there: bool) -> Any:
        """The row as it is to be: accepted as it was found, mended, or added. is_there: whether its words are right."""
        if row is None:
            return add(model, self.article, self.editor, content, self.text.by_id, **fields)
        other = {name: value for name, value in fields.items() if not _is_said(row, name, value)}
        if other or not is_there:
            return mend(row, self.editor, () if is_there else content, self.text.by_id, **other)
        return row if row.is_kept else accept(row, self.editor)

    def _reject(self, rows: Iterable[Any], kept: Iterable[Any]) -> None:
        right = {row.pk for row in kept}
        for row in rows:
            if row.state == State.SUGGESTED and row.pk not in right:
                reject(row, self.editor)

    def _place(self, row: Said | Happened) -> Anchor:
        return self._anchor(piece_of(row.words, self.text, row.near))

    def _anchor(self, piece: Piece) -> Anchor:
        return anchor(self.text.by_id, *piece)

    def _days(self, row: Said | Happened) -> tuple[date | None, date | None]:
        days = [*map(self.calendar.day, row.days), *map(date.fromisoformat, row.dates)]
        return (days[0], days[-1]) if days else (None, None)


def _mode(words: str) -> str:
    """As words say themselves where the file does not: between quotation marks, or not."""
    return "direct" if words[0] in "«“\"" else "indirect"


def _is_said(row: Any, name: str, value: Any) -> bool:
    """Whether a row says that already."""
    if name == "who":
        return set(row.who.all()) == set(value)
    return bool(getattr(row, name) == value)
