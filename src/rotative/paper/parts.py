"""The parts that pages share: links, pictures, people, the paper's frame, cards.

``contexts`` says how templates are given them.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Html: TypeAlias = str


@dataclass(frozen=True, slots=True)
class Link:
    """A link. ``language`` is that of the page it leads to, where it is another one."""

    text: str
    url: str
    current: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The same picture in one format: ``image/avif``, then ``image/webp``."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its sizes. ``alt`` is empty when it is decorative.

    ``classes`` names the colour that stands in for it and its focal point: see ``images.show``.
    """

    url: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""
    sources: Sequence[Source] = ()
    sizes: str = ""
    classes: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    url: str = ""
    role: str = ""
    portrait: Picture | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of links in the colophon."""

    title: str
    links: Sequence[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The paper itself, as every page shows it. ``today`` is given on fronts only; bar and foot are already set.

    writing: the style of pages on which readers write.
    """

    name: str
    language: str
    home: str
    stylesheet: str
    script: str
    icon: str
    writing: str = ""
    motto: str = ""
    fonts: Sequence[str] = ()
    languages: Sequence[Link] = ()
    logo_svg: Html = ""
    feed_atom: str = ""
    feed_rss: str = ""
    search_url: str
    latest_url: str
    most_read_url: str
    support_url: str = ""
    accent: str = "#00604f"
    accent_dark: str = "#66c8ae"
    like_url: str = ""
    counts_url: str = ""
    today: date | None = None
    address: str = ""
    bar: Html = ""
    foot: Html = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The colophon and the drawers, the same at the foot of every page of a language."""

    site: Site
    columns: Sequence[Column] = ()
    profiles: Sequence[Link] = ()
    legal_line: str = ""
    definition: Html = ""
    search_panel_url: str = ""
    latest_panel_url: str = ""
    most_read_panel_url: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    hreflang: str
    url: str


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    type: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What machines read. ``og`` holds properties, ``meta`` names; ``json_ld`` is escaped for a script; ``programs``: the same as JSON."""

    title: str
    description: str = ""
    canonical: str = ""
    alternates: Sequence[Alternate] = ()
    robots: str = ""
    og: Sequence[tuple[str, str]] = ()
    meta: Sequence[tuple[str, str]] = ()
    json_ld: Sequence[Html] = ()
    feeds: Sequence[Feed] = ()
    programs: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of a list; the newest says how many there are, an older one nothing that moves (0)."""

    newer: str = ""
    older: str = ""
    number: int = 1
    total: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """The paper asks for support. ``money`` says where it goes."""

    title: str
    text: str
    url: str
    money: Html = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story as a list shows it; ``form`` is the name of its template.

    Forms: lead, second, plain, opinion, brief, timed, rank, row, story, related, result.
    The plain, brief, timed, rank and related forms show no picture.
    ``passage`` is the text found, with ``<mark>``; ``language`` is empty when it is the page's.
    """

    form: str
    url: str
    headline: Html
    genre_label: str = ""
    kicker: str = ""
    section: Link | None = None
    standfirst: str = ""
    picture: Picture | None = None
    authors: Sequence[str] = ()
    published: datetime | None = None
    updated: datetime | None = None
    minutes: int = 0
    language: str = ""
    portrait: Picture | None = None
    passage: Html = ""

    @property
    def template(self) -> str:
        return f"paper/cards/{self.form}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One story in the course of a dossier."""

    when: datetime
    headline: Html
    url: str
    label: str = ""
    standfirst: str = ""

    @property
    def month(self) -> date:
        return date(self.when.year, self.when.month, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The dossier across the front; ``chronology`` holds its three or four latest steps, newest first."""

    headline: str
    url: str
    label: str = ""
    standfirst: str = ""
    count: int = 0
    chronology: Sequence[Step] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief of the front: its card, which says the hour; ``day`` above the first one of an earlier day."""

    day: date | None
    card: Html


@dataclass(frozen=True, slots=True)
class SectionColumn:
    """A section at the foot of the front; cards in the plain form."""

    name: str
    url: str
    cards: Sequence[Html]


@dataclass(frozen=True, slots=True)
class DayGroup:
    """The stories of one day; cards in the timed form."""

    day: date
    cards: Sequence[Html]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar; without ``url`` nothing was published."""

    number: int
    url: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A month: weeks of seven days, ``None`` before the first and after the last.

    ``weekdays`` holds the short and the full name of each column's day.
    """

    month: str
    weeks: Sequence[Sequence[Day | None]]
    weekdays: Sequence[tuple[str, str]]
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A dated correction, ``text`` in paragraphs; ``story`` is given where the line stands apart from its article."""

    when: datetime
    text: Html
    kind_label: str
    story: Link | None = None


@dataclass(frozen=True, slots=True)
class Discussion:
    """Whether readers may answer: open, moderated or closed. script, style, proof: what brings it beneath its story;
    quote: what lets a reader quote words of it."""

    state: str
    url: str = ""
    script: str = ""
    style: str = ""
    proof: str = ""
    quote: str = ""
