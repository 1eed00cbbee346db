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
from typing import ClassVar

from rotative.paper.blocks import (
    Block,
    Box,
    Chart,
    Document,
    Embed,
    Gallery,
    Heading,
    KeyFigure,
    List,
    Moment,
    Paragraph,
    PictureBlock,
    Point,
    Pull,
    Quotation,
    Related,
    Table,
    Timeline,
)
from rotative.paper.contexts.discussion import Answered, DiscussionPage
from rotative.paper.contexts.page import Page, context
from rotative.paper.contexts.record import ActorPage, Checked, Counted, Said, SaidIn, Stands, StatementPage, Tenure
from rotative.paper.contexts.texts import (
    AxisRows,
    Cell,
    Changed,
    Chronicle,
    Contested,
    Glance,
    Happening,
    Held,
    Move,
    Party,
    PointRow,
    SomebodyIn,
    Stance,
    TextCardPage,
    TextPage,
    VersionNews,
)
from rotative.paper.parts import (
    Alternate,
    Appeal,
    Band,
    Brief,
    Calendar,
    Card,
    Column,
    Correction,
    Day,
    DayGroup,
    Discussion,
    Feed,
    Foot,
    Head,
    Html,
    Link,
    Pager,
    Person,
    Picture,
    SectionColumn,
    Site,
    Source,
    Step,
)
from rotative.paper.wording import Piece

__all__ = [
    "ActorPage", "Alternate", "Answered", "Appeal", "ArticlePage", "AuthorPage", "AuthorsPage", "Band", "Block", "Box", "Calendar", "Card", "Chart", "Checked", "Column",
    "Correction", "CorrectionsPage", "Counted", "Day", "DayGroup", "DayPage", "Discussion", "DiscussionPage", "Document", "DossierPage", "Embed", "ErrorPage", "Feed", "Foot",
    "FrontPage", "Gallery", "Head", "Heading", "Html", "KeyFigure", "LatestPage", "LatestPanel", "LikePage", "Link", "List", "Moment",
    "MostReadPage", "MostReadPanel", "Page", "Pager", "Paragraph", "Person", "Picture", "PictureBlock", "PlainPage", "Point", "Pull",
    "Quotation", "Related", "Said", "SaidIn", "SearchPage", "SearchPanel", "SectionColumn", "SectionPage", "Site", "Source", "Stands", "StatementPage", "Step", "Table", "Tenure", "Timeline",
    "TopicPage", "context",
    "AxisRows", "Cell", "Changed", "Chronicle", "Contested", "Glance", "Happening", "Held", "Move", "Party", "Piece", "PointRow", "SomebodyIn", "Stance",
    "TextCardPage", "TextPage", "VersionNews",
]  # fmt: skip


# ── Fronts and lists ───────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage(Page):
    """Cards: lead (lead), seconds (second, the later ones plain), briefs (brief), opinions (opinion,
    the later ones plain), others (plain), third (second), story (story), most_read (rank)."""

    template: ClassVar[str] = "paper/front.html"

    day: date
    lead: Html = ""
    lead_links: Sequence[Link] = ()
    seconds: Sequence[Html] = ()
    briefs: Sequence[Brief] = ()
    dossier: Band | None = None
    opinions: Sequence[Html] = ()
    others: Sequence[Html] = ()
    third: Sequence[Html] = ()
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
    follow_url: str = ""


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
    """Results in the result form; ``actors``: whom the words name. Without ``query`` nothing was asked yet."""

    template: ClassVar[str] = "paper/search.html"

    query: str = ""
    actors: Sequence[Link] = ()
    results: Sequence[Html] = ()
    total: int = 0
    suggestions: Sequence[Link] = ()
    pager: Pager = Pager()


# ── Stories and who writes them ────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """A story. ``related`` holds cards in the related form; ``said_in`` is who says what in it.

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
    said_in: SaidIn | None = None
    checked: Checked | None = None
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
    follow_url: str = ""


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
    follow_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage(Page):
    """A running story. ``cards`` holds the newest stories (the first lead, then plain);
    ``chronology`` all of them, newest first; ``record`` what the record has of it."""

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
    record: Chronicle = Chronicle()
    follow_url: str = ""


# ── What the paper says of itself, and errors ──────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage(Page):
    """About, legal notice, principles, ownership … ``siblings`` are the other pages of the kind;
    ``appeal`` opens the page that asks for support."""

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
    token_name: str = "csrfmiddlewaretoken"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage(Page):
    """404 with a search and the latest (brief form), 410 with a reason, 500, 503. ``ways`` lead on from a story that is not there."""

    template: ClassVar[str] = "paper/error.html"

    status: int
    reason: str = ""
    latest: Sequence[Html] = ()
    ways: Sequence[Link] = ()

    @property
    def of_a_story(self) -> bool:
        """Whether the newsroom decided it: nothing failed, so no number is shown."""
        return self.status == 410 or (self.status == 503 and not self.reason)


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
