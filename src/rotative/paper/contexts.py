"""What each template is given: builders turn rows of the database into these, templates read nothing else.

A page's template is rendered with ``page`` and ``site``, a card's with ``card``, a block's
with ``block``, a panel's with ``panel``. ``Html`` is text that is safe as it stands and
already set (django's ``SafeString``); every other ``str`` is escaped by the template.
Instants are aware and in the paper's zone.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, TypeAlias

Html: TypeAlias = str

# ── Common parts ───────────────────────────────────────────────────────────────


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

    ``classes`` names the colour that stands in for it and its focal point: see ``assets.picture_classes``.
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
    """The paper itself, as every page shows it. ``today`` is given on fronts only."""

    name: str
    language: str
    home: str
    stylesheet: str
    script: str
    icon: str
    motto: str = ""
    fonts: Sequence[str] = ()
    languages: Sequence[Link] = ()
    sections: Sequence[Link] = ()
    logo_svg: Html = ""
    feed_atom: str = ""
    feed_rss: str = ""
    search_url: str
    latest_url: str
    most_read_url: str
    support_url: str = ""
    search_panel_url: str = ""
    latest_panel_url: str = ""
    most_read_panel_url: str = ""
    colophon: Sequence[Column] = ()
    legal_line: str = ""
    definition: Html = ""
    accent: str = "#00604f"
    accent_dark: str = "#66c8ae"
    like_url: str = ""
    counts_url: str = ""
    today: date | None = None
    address: str = ""


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
    """What machines read. ``og`` holds properties, ``meta`` names; ``json_ld`` is escaped for a script."""

    title: str
    description: str = ""
    canonical: str = ""
    alternates: Sequence[Alternate] = ()
    robots: str = ""
    og: Sequence[tuple[str, str]] = ()
    meta: Sequence[tuple[str, str]] = ()
    json_ld: Sequence[Html] = ()
    feeds: Sequence[Feed] = ()


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of a list; number 1 holds the newest."""

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
class Page:
    """What every page has."""

    template: ClassVar[str]

    site: Site
    head: Head
    crumbs: Sequence[Link] = ()


def context(page: Page) -> dict[str, object]:
    """The names a page's template may use."""
    return {"page": page, "site": page.site}


# ── Fronts and lists ───────────────────────────────────────────────────────────


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
class SectionColumn:
    """A section at the foot of the front; cards in the plain form."""

    name: str
    url: str
    cards: Sequence[Html]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage(Page):
    """Cards: lead (lead), seconds (second, the later ones plain), briefs (brief), opinions (opinion,
    the later ones plain), others (plain), culture (second), story (story), most_read (rank)."""

    template: ClassVar[str] = "paper/front.html"

    day: date
    lead: Html = ""
    lead_links: Sequence[Link] = ()
    seconds: Sequence[Html] = ()
    briefs: Sequence[Html] = ()
    dossier: Band | None = None
    opinions: Sequence[Html] = ()
    others: Sequence[Html] = ()
    culture: Sequence[Html] = ()
    columns: Sequence[SectionColumn] = ()
    story: Html = ""
    most_read: Sequence[Html] = ()
    ear: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage(Page):
    """Cards: lead (lead), seconds (one second, then one or two plain, first page only), cards (row)."""

    template: ClassVar[str] = "paper/section.html"

    name: str
    description: str = ""
    parent: Link | None = None
    subsections: Sequence[Link] = ()
    lead: Html = ""
    seconds: Sequence[Html] = ()
    cards: Sequence[Html] = ()
    pager: Pager = Pager()
    feeds: Sequence[Feed] = ()


@dataclass(frozen=True, slots=True)
class DayGroup:
    """The stories of one day; cards in the timed form."""

    day: date
    cards: Sequence[Html]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestPage(Page):
    template: ClassVar[str] = "paper/latest.html"

    groups: Sequence[DayGroup] = ()
    pager: Pager = Pager()


@dataclass(frozen=True, slots=True, kw_only=True)
class MostReadPage(Page):
    """Cards in the rank form. ``since`` is the beginning of the time counted."""

    template: ClassVar[str] = "paper/most_read.html"

    cards: Sequence[Html] = ()
    since: datetime | None = None


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
class DayPage(Page):
    """The paper of one day; cards in the timed form. ``previous`` and ``next`` are days with stories."""

    template: ClassVar[str] = "paper/day.html"

    day: date
    calendar: Calendar
    cards: Sequence[Html] = ()
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """Results in the result form. Without ``query`` nothing was asked yet."""

    template: ClassVar[str] = "paper/search.html"

    query: str = ""
    results: Sequence[Html] = ()
    total: int = 0
    suggestions: Sequence[Link] = ()
    pager: Pager = Pager()


# ── Stories and who writes them ────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A dated correction, ``text`` in paragraphs; ``story`` is given where the line stands apart from its article."""

    when: datetime
    text: Html
    kind_label: str
    story: Link | None = None


@dataclass(frozen=True, slots=True)
class Discussion:
    """Whether readers may answer: open, moderated or closed."""

    state: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """A story. ``related`` holds cards in the related form.

    ``notice`` is the sentence that opinion, satire and sponsored pieces carry; ``read_url``
    is where a reading is told.
    """

    template: ClassVar[str] = "newsroom/article.html"

    genre: str
    headline: Html
    published: datetime
    genre_label: str = ""
    kicker: str = ""
    section: Link | None = None
    dossier: Link | None = None
    standfirst: str = ""
    essentials: Sequence[str] = ()
    authors: Sequence[Person] = ()
    editor: Person | None = None
    dateline: str = ""
    updated: datetime | None = None
    minutes: int = 0
    picture: Picture | None = None
    blocks: Sequence[Block] = ()
    sources: Html = ""
    method: Html = ""
    corrections: Sequence[Correction] = ()
    topics: Sequence[Link] = ()
    related: Sequence[Html] = ()
    translations: Sequence[Link] = ()
    discussion: Discussion = Discussion("closed")
    like_url: str = ""
    counts_url: str = ""
    read_url: str = ""
    share: Sequence[Link] = ()
    first_published_by: Link | None = None
    sponsored_by: str = ""
    report_error_url: str = ""
    notice: str = ""
    appeal: Appeal | None = None
    language: str = ""

    @property
    def updated_same_day(self) -> bool:
        return self.updated is not None and self.updated.date() == self.published.date()

    @property
    def has_asides(self) -> bool:
        """Whether something stands in the right margin on a desk."""
        return any(block.aside for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorPage(Page):
    """Cards in the row form. ``languages`` are names of languages in the page's own."""

    template: ClassVar[str] = "newsroom/author.html"

    person: Person
    biography: Html = ""
    contact: Sequence[Link] = ()
    languages: Sequence[str] = ()
    cards: Sequence[Html] = ()
    count: int = 0
    pager: Pager = Pager()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsPage(Page):
    """The newsroom."""

    template: ClassVar[str] = "newsroom/authors.html"

    staff: Sequence[Person] = ()
    contributors: Sequence[Person] = ()
    introduction: Html = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage(Page):
    """Cards in the row form."""

    template: ClassVar[str] = "newsroom/topic.html"

    name: str
    description: str = ""
    cards: Sequence[Html] = ()
    count: int = 0
    pager: Pager = Pager()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage(Page):
    """A running story. ``cards`` holds the newest stories (the first lead, then plain);
    ``chronology`` all of them, newest first."""

    template: ClassVar[str] = "newsroom/dossier.html"

    headline: str
    label: str = ""
    standfirst: str = ""
    authors: Sequence[Person] = ()
    cards: Sequence[Html] = ()
    chronology: Sequence[Step] = ()
    count: int = 0
    since: datetime | None = None
    updated: datetime | None = None


# ── What the paper says of itself, and errors ──────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage(Page):
    """About, legal notice, principles, ownership … ``siblings`` are the other pages of the kind."""

    template: ClassVar[str] = "paper/plain.html"

    title: str
    body: Html
    siblings: Sequence[Link] = ()
    appeal: Appeal | None = None
    updated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Page):
    """Every correction with its story, newest first."""

    template: ClassVar[str] = "paper/corrections.html"

    corrections: Sequence[Correction] = ()
    policy: Html = ""
    report_error_url: str = ""
    pager: Pager = Pager()


@dataclass(frozen=True, slots=True, kw_only=True)
class LikePage(Page):
    """Says that one likes a story or the paper. The form posts ``token`` and ``want`` (1 or 0) to ``action``."""

    template: ClassVar[str] = "audience/like.html"

    title: str
    url: str
    action: str
    token: str
    liked: bool = False
    count: int = 0
    token_name: str = "csrfmiddlewaretoken"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage(Page):
    """404 with a search and the latest (brief form), 410 with a reason, 500, 503."""

    template: ClassVar[str] = "paper/error.html"

    status: int
    reason: str = ""
    latest: Sequence[Html] = ()


# ── Panels: the inside of a drawer ─────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestPanel:
    """Cards in the brief form."""

    template: ClassVar[str] = "paper/fragments/latest.html"

    cards: Sequence[Html]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MostReadPanel:
    """Cards in the rank form."""

    template: ClassVar[str] = "paper/fragments/most_read.html"

    cards: Sequence[Html]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPanel:
    template: ClassVar[str] = "paper/fragments/search.html"

    suggestions: Sequence[Link]


# ── Blocks of a story ──────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a story's body. An ``aside`` stands in the margin on a desk."""

    kind: ClassVar[str]
    aside: ClassVar[bool] = False

    @property
    def template(self) -> str:
        return f"newsroom/blocks/{self.kind}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """One or more ``<p>``."""

    kind: ClassVar[str] = "paragraph"
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Block):
    """``<ul>`` or ``<ol>``."""

    kind: ClassVar[str] = "list"
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Block):
    kind: ClassVar[str] = "quotation"
    html: Html
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull(Block):
    """Words of the story shown large; assistive technology passes over them."""

    kind: ClassVar[str] = "pull"
    text: str
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock(Block):
    kind: ClassVar[str] = "picture"
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery(Block):
    kind: ClassVar[str] = "gallery"
    pictures: Sequence[Picture]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Block):
    """``type`` and ``size_label`` as readers see them: PDF, 1.2 MB."""

    kind: ClassVar[str] = "document"
    title: str
    url: str
    size_label: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """The first cell of each row heads it."""

    kind: ClassVar[str] = "table"
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure(Block):
    kind: ClassVar[str] = "key_figure"
    aside: ClassVar[bool] = True
    value: str
    text: str
    title: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """``state`` is empty, secret or next."""

    when: str
    text: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Block):
    kind: ClassVar[str] = "timeline"
    aside: ClassVar[bool] = True
    title: str
    entries: Sequence[Moment]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Block):
    kind: ClassVar[str] = "box"
    aside: ClassVar[bool] = True
    title: str
    html: Html


@dataclass(frozen=True, slots=True)
class Point:
    label: str
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Block):
    """``svg`` is drawn by ``rotative.paper.chart.bars``."""

    kind: ClassVar[str] = "chart"
    title: str
    alt: str
    points: Sequence[Point]
    svg: Html
    unit: str = ""
    threshold: Decimal | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed(Block):
    """Something of another site: a link; nothing is loaded from there by our page."""

    kind: ClassVar[str] = "embed"
    title: str
    url: str
    provider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Block):
    """A story picked within the text; card in the related form."""

    kind: ClassVar[str] = "related"
    aside: ClassVar[bool] = True
    card: Html
