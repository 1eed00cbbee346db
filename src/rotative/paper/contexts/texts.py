"""Texts under negotiation, and what the record holds of a dossier, as pages show them."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rotative.paper.contexts.page import Page
from rotative.paper.contexts.record import Said
from rotative.paper.parts import Html, Link
from rotative.paper.wording import Piece


@dataclass(frozen=True, slots=True)
class Party:
    """A party. short: a shorter one of its names, where it has one; url: nothing where readers find no page of it."""

    name: str
    short: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """Where somebody stands. mark: yes, no, maybe or mute, the name of its shape; word: the same in a word."""

    mark: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A position that a party held, since a day, and on what it rests."""

    stance: Stance
    since: date
    condition: str = ""
    statements: Sequence[Said] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A party on a point. id: where its words stand on the page; nothing where nothing was said. now: None for silence by default."""

    party: Party
    stance: Stance
    id: str = ""
    now: Held | None = None
    earlier: Sequence[Held] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """A point. id: of its row; told_id: of the part with the words. changed: when the last version that changed it was made."""

    id: str
    told_id: str
    number: str
    title: str
    cells: Sequence[Cell]
    changed: date | None = None

    @property
    def told(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.id]


@dataclass(frozen=True, slots=True)
class AxisRows:
    """Points under the name of their axis; without a name, of none."""

    name: str
    rows: Sequence[PointRow]


@dataclass(frozen=True, slots=True)
class Contested:
    """A point that some accept and some reject: who stands where, each stance with its parties."""

    point: PointRow
    sides: Sequence[tuple[Stance, Sequence[Party]]]


@dataclass(frozen=True, slots=True)
class Move:
    """A party that stands otherwise on a point since a version."""

    party: Party
    before: Stance
    now: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a version changed of a point: both wordings, piece by piece; who had asked, and what parties made of it."""

    number: str
    title: str
    kind: str
    word: str
    url: str = ""
    pieces: Sequence[Piece] = ()
    asked_by: Sequence[Party] = ()
    moves: Sequence[Move] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionNews:
    """A version of a text, the story that gives it, and what it changed."""

    id: str
    name: str
    when: date
    story: Link | None = None
    changes: Sequence[Changed] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A text in one look: its drawing, row by row, and what its shapes mean."""

    name: str
    url: str
    standfirst: str = ""
    drawings: Sequence[Html] = ()
    legend: Sequence[Stance] = ()
    version: str = ""
    when: date | None = None
    points: int = 0
    contested: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage(Page):
    """A text under negotiation: what is contested, each party on each point, what changed, and the words of all of it.

    points: how many are in it now; embed: what other sites put in their pages to show its card.
    """

    template: ClassVar[str] = "record/text.html"

    name: str
    standfirst: str = ""
    dossier: Link | None = None
    parties: Sequence[Party] = ()
    legend: Sequence[Stance] = ()
    axes: Sequence[AxisRows] = ()
    contested: Sequence[Contested] = ()
    versions: Sequence[VersionNews] = ()
    points: int = 0
    embed: str = ""

    @property
    def told(self) -> list[PointRow]:
        """The points of which something was said, with the words."""
        return [row for axis in self.axes for row in axis.rows if row.told]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCardPage(Page):
    """The card of a text, for a frame in other sites' pages."""

    template: ClassVar[str] = "record/text_card.html"

    glance: Glance


# ── A dossier ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event. when: its days, and its hour where it is known; day: the first one, for machines; ahead: still to come."""

    when: str
    day: date
    what: str
    where: str = ""
    who: Sequence[Link] = ()
    story: Link | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class SomebodyIn:
    """Somebody in the stories of a dossier, and in how many."""

    name: str
    count: int
    url: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """What the record holds of a dossier. drawing: its timeline for a desk; narrow: for a telephone; contested: claims with their denials."""

    texts: Sequence[Glance] = ()
    drawing: Html = ""
    narrow: Html = ""
    events: Sequence[Happening] = ()
    actors: Sequence[SomebodyIn] = ()
    contested: Sequence[Said] = ()
