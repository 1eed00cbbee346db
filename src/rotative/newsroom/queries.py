"""What pages ask of the newsroom: listings, and named reads that say what they stand on."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils import timezone

from rotative.library.models import Picture
from rotative.masthead.languages import languages, locale_id_of
from rotative.masthead.queries import zone
from rotative.newsroom import counting, rows
from rotative.newsroom.models import (
    Article,
    Author,
    Correction,
    Dossier,
    FrontPage,
    FrontSlot,
    Section,
    Topic,
    Withdrawal,
)
from rotative.newsroom.rows import published, with_bylines
from rotative.press.keys import key_of
from rotative.press.listings import Listing, Roll
from rotative.press.pieces import facts
from rotative.press.prepared import Prepared
from rotative.press.reads import derived, named_read
from rotative.press.rendering import hold_until, muted, now, stand_on

NEWEST = ("-first_published_at", "-pk")
SHELF = frozenset({"live", "first_published_at", "locale_id", "path"})
LIST_LENGTH = 20


def if_live(article: Article, parts: Iterable[str]) -> list[str]:
    return list(parts) if article.live and article.first_published_at else []


# ── Listings ───────────────────────────────────────────────────────────────────

in_language = Listing(
    name="language",
    model=Article,
    partition=lambda article: if_live(article, [str(article.locale_id)]),
    query=lambda locale: published(locale_id=locale),
    order=NEWEST,
    by_key=rows.live_stories,
    length=40,
    columns=SHELF,
    shows=("genre", "picture_id"),
    counted=lambda part: counting.in_language(int(part)),
)

in_section = Listing(
    name="section",
    model=Article,
    partition=lambda article: if_live(article, _shelves(article.path, article.steplen)),
    query=lambda path: published(path__startswith=path),
    values=lambda part: (part,),
    order=NEWEST,
    by_key=rows.live_stories,
    length=LIST_LENGTH,
    columns=SHELF,
    shows=("genre", "picture_id"),
    counted=lambda part: counting.under(part),
)

of_author = Listing(
    name="author",
    model=Article,
    partition=lambda article: if_live(article, [f"{row.author_id}-{article.locale_id}" for row in article.bylines.all()]),
    query=lambda author, locale: published(bylines__author_id=author, locale_id=locale),
    values=lambda part: tuple(map(int, part.split("-"))),
    order=NEWEST,
    by_key=rows.live_stories,
    length=LIST_LENGTH,
    columns=SHELF | {"bylines"},
    is_late=True,
)

on_topic = Listing(
    name="topic",
    model=Article,
    partition=lambda article: if_live(article, [str(topic.pk) for topic in article.topics.all()]),
    query=lambda topic: published(topics=topic),
    order=NEWEST,
    by_key=rows.live_stories,
    length=LIST_LENGTH,
    columns=SHELF | {"topics"},
    is_late=True,
)

in_dossier = Listing(
    name="dossier",
    model=Article,
    partition=lambda article: if_live(article, [str(article.dossier_id)] if article.dossier_id else []),
    query=lambda dossier: published(dossier_id=dossier),
    order=NEWEST,
    by_key=rows.live_stories,
    length=LIST_LENGTH,
    columns=SHELF | {"dossier_id"},
)

of_genre = Listing(
    name="genre",
    model=Article,
    partition=lambda article: if_live(article, [f"{article.genre}-{article.locale_id}"]),
    query=lambda genre, locale: published(genre=genre, locale_id=locale),
    values=lambda part: (part.rsplit("-", 1)[0], int(part.rsplit("-", 1)[1])),
    order=NEWEST,
    by_key=rows.live_stories,
    length=LIST_LENGTH,
    columns=SHELF | {"genre"},
)

of_day = Listing(
    name="day",
    model=Article,
    partition=lambda article: if_live(article, [_day_part(article)]),
    query=lambda start, end, locale: published(first_published_at__range=(start, end), locale_id=locale),
    values=lambda part: (*_day_bounds(part), int(part.split("@")[1])),
    order=NEWEST,
    by_key=rows.live_stories,
    length=500,
    columns=SHELF,
    is_late=True,
)

of_month = Listing(
    name="month",
    model=Article,
    partition=lambda article: if_live(article, [_day_part(article)[:7]]),
    query=lambda start, end: published(first_published_at__range=(start, end)),
    values=lambda part: month_bounds(part),
    order=NEWEST,
    by_key=rows.live_stories,
    length=50_000,
    columns=SHELF,
    is_late=True,
)

corrected = Listing(
    name="corrections",
    model=Correction,
    partition=lambda row: [str(row.article.locale_id)] if row.article.live else [],
    query=lambda locale: Correction.objects.filter(article__live=True, article__locale_id=locale).select_related("article"),
    order=("-when", "-pk"),
    length=50,
    columns=frozenset({"article_id", "when"}),
    shows=("kind", "text", "article_id"),
    is_late=True,
)

on_staff = Listing(
    name="staff",
    model=Author,
    partition=lambda author: ["all"] if author.on_staff else [],
    query=lambda: Author.objects.filter(on_staff=True),
    values=lambda part: (),
    order=("name", "pk"),
    length=500,
    columns=frozenset({"on_staff", "name"}),
)


# ── Who answers to a name ──────────────────────────────────────────────────────

SHELVED = frozenset({"live", "locale_id"})
Roll("list:sections", Section, lambda section: [section.language] if section.live else [], SHELVED)
Roll("list:sections", FrontPage, lambda front: [front.language] if front.live else [], SHELVED)
Roll("list:days", Article, lambda article: if_live(article, [article.language, "all"]), SHELF)
Roll("address", Article, lambda article: [article.url_path], frozenset({"url_path"}))
Roll("address:author", Author, lambda author: [author.slug], frozenset({"slug"}))
Roll("address:topic", Topic, lambda topic: [f"{topic.language}:{topic.slug}"], frozenset({"locale_id", "slug"}))
Roll("address:dossier", Dossier, lambda dossier: [f"{dossier.language}:{dossier.slug}"], frozenset({"locale_id", "slug"}))


def _shelves(path: str, step: int) -> list[str]:
    """The tree paths of a story's section and, when nested, of the section above it."""
    section = path[:-step]
    above = section[:-step]
    return [section, above] if len(above) > 2 * step else [section]


def _day_part(article: Article) -> str:
    day = timezone.localtime(article.first_published_at, zone()).date()
    return f"{day:%Y-%m-%d}@{article.locale_id}"


def _day_bounds(part: str) -> tuple[datetime, datetime]:
    return bounds(date.fromisoformat(part.split("@")[0]), 1)


def month_bounds(part: str) -> tuple[datetime, datetime]:
    first = date.fromisoformat(f"{part}-01")
    return bounds(first, (first + timedelta(days=32)).replace(day=1).toordinal() - first.toordinal())


def bounds(day: date, days: int) -> tuple[datetime, datetime]:
    """The first and last instants of ``days`` days from ``day``, in the paper's zone."""
    start = datetime.combine(day, time(), tzinfo=zone())
    end = datetime.combine(day + timedelta(days=days), time(), tzinfo=zone())
    return start, end - timedelta(microseconds=1)


# ── The tree: fronts and sections ──────────────────────────────────────────────


@dataclass(frozen=True)
class Tree:
    """The front of a language and its sections, in order; asked once a page."""

    front: FrontPage | None
    sections: tuple[Section, ...]
    languages: tuple[str, ...] = ()  # those that have a front

    def section_at(self, path: str) -> Section | None:
        return next((section for section in self.sections if section.path == path), None)

    def above(self, section: Section) -> Section | None:
        return self.section_at(section.path[: -section.steplen])

    def under(self, section: Section) -> list[Section]:
        return [each for each in self.sections if each.path[: -each.steplen] == section.path]

    @property
    def bar(self) -> list[Section]:
        """The sections of the bar: those directly under the front."""
        return [section for section in self.sections if section.in_bar and section.depth == 3]


def _of_every_page(tree: Tree) -> object:
    """What pages that are neither a front nor a section use of the tree."""
    front = tree.front and (tree.front.pk, tree.front.url_path)
    return front, tree.languages, [(each.pk, each.path, each.url_path, each.title, each.in_bar) for each in tree.sections]


@derived(_of_every_page)
@named_read(lambda language: [f"list:sections:{code}" for code in {*languages(), language}])
def tree(language: str) -> Tree:
    """The front and the sections of a language."""
    here, fronts = locale_id_of(language), _fronts()
    return Tree(next((front for front in fronts if front.locale_id == here), None), tuple(_sections(here)), tuple(sorted({front.language for front in fronts})))


_fronts = Prepared(lambda: FrontPage.objects.live().order_by("pk"))
_sections = Prepared(lambda locale: Section.objects.live().filter(locale_id=locale).order_by("path"))


# ── One thing at an address ────────────────────────────────────────────────────


@named_read(lambda url_path: [f"address:{url_path}"])
def article_at(url_path: str) -> Article | None:
    """The story at a place in the tree, live or not, with all that its page shows.

    The page stands on the story; of its authors, topics and dossier, on what it shows of each.
    """
    article = rows.stories_at.take([url_path]).get(url_path)
    if article:
        stand_on(f"article:{article.pk}")
    return article


@named_read(lambda article: [f"article:{article.pk}"])
def withdrawal_of(article: Article) -> Withdrawal | None:
    return Withdrawal.objects.filter(article=article.pk).first()


@named_read(lambda slug: [f"address:author:{slug}"])
def author_at(slug: str) -> Author | None:
    found = rows.authors_at.take([slug]).get(slug)
    if found:
        stand_on(*(key_of(each) for each in (found, found.portrait) if each))
    return found


@derived()
@named_read(lambda author, language: [f"author:{author}", f"list:author:{author}-{locale_id_of(language)}"])
def has_page(author: int, language: str) -> bool:
    """Whether an author, by primary key, is on the staff or has a story in a language: else readers find no page."""
    signed = of_author.rows(f"{author}-{locale_id_of(language)}")
    return signed.exists() or Author.objects.filter(pk=author, on_staff=True).exists()


@named_read(lambda slug, language: [f"address:topic:{language}:{slug}"])
def topic_at(slug: str, language: str) -> Topic | None:
    here = (locale_id_of(language), slug)
    found = rows.topics_at.take([here]).get(here)
    if found:
        stand_on(key_of(found))
    return found


@named_read(lambda slug, language: [f"address:dossier:{language}:{slug}"])
def dossier_at(slug: str, language: str) -> Dossier | None:
    found = Dossier.objects.filter(slug=slug, locale_id=locale_id_of(language))
    return found.prefetch_related("followed_by__author").first()


# ── What goes with it ──────────────────────────────────────────────────────────


@derived()
@named_read(lambda dossier: [in_dossier.key(str(dossier))])
def has_stories(dossier: int) -> bool:
    """Whether readers find a page of a dossier, by its primary key."""
    return in_dossier.rows(str(dossier)).exists()


@named_read(lambda article: [f"article:{article.pk}"])
def related_to(article: Article) -> list[int]:
    """The stories an editor picked, else those chosen at publication, by primary key; readers may see some no more."""
    picked = article.picked.all()
    drafted = [] if isinstance(picked, QuerySet) else [(0, rows.PICKED, row.sort_order, 0, row.story_id) for row in picked]  # in memory
    found = drafted or rows.related_rows.take([article.pk]).get(article.pk, [])
    first = min((kind for _article, kind, *_row in found), default=0)
    return [row[-1] for row in sorted(found, key=lambda row: (row[2] or 0, row[3])) if row[1] == first]


@named_read(lambda front: [f"front:{front.pk}"])
def slots_of(front: FrontPage) -> list[FrontSlot]:
    """What the publisher has placed on a front, with its live stories, until their hour."""
    with muted():
        slots = list(front.slots.select_related("article").order_by("sort_order", "pk"))
    known_by([slot.article for slot in slots], "live")
    for slot in slots:
        hold_until(slot.until)
    return [slot for slot in slots if slot.article.live and not (slot.until and slot.until <= now())]


def known_by(stories: list[Article], *columns: str) -> list[Article]:
    """Stand on some columns of stories, not on all of each."""
    for story in stories:
        facts(story, *columns)
    return stories


@named_read(lambda front: [f"front:{front.pk}"])
def columns_of(front: FrontPage) -> list[int]:
    """The sections shown in columns at the foot of a front, by primary key."""
    return list(front.columns.order_by("sort_order", "pk").values_list("section_id", flat=True))


@named_read(lambda articles, **_: [])
def enrich(articles: list[Article], portraits: bool = False) -> None:
    """Load at once what the cards of these stories show: authors and pictures."""
    lookups = [with_bylines(), "picture__renditions"]
    if portraits:
        lookups.append("bylines__author__portrait__renditions")
    with muted():
        prefetch_related_objects(articles, *lookups)


@named_read(lambda pks: [f"picture:{pk}" for pk in pks])
def pictures(pks: Iterable[int]) -> dict[int, Picture]:
    """Pictures with their sizes, by primary key."""
    return rows.pictures.take(pks)


@named_read(lambda pks: [])
def stories(pks: Iterable[int]) -> dict[int, Article]:
    """Live stories by primary key, known by their address; their words are cards'."""
    wanted = list(pks)
    found = rows.live_stories.take(wanted)
    known_by(list(found.values()), "live", "url_path")
    stand_on(*(f"article:{pk}" for pk in wanted if pk not in found))
    return found


@derived()
@named_read(lambda pk: [f"article:{pk}"])
def body_of(pk: int) -> list[dict[str, Any]]:
    """The stored blocks of a story, by its primary key, for pages that show a part of its text."""
    with muted():
        return list(Article.objects.only("body").get(pk=pk).body.raw_data)


@named_read(lambda pks: [])
def whole(pks: Iterable[int]) -> dict[int, Article]:
    """Stories with their bodies and all that a feed shows, by primary key. Each is an entry of the feed, a piece."""
    wanted = list(pks)
    if not wanted:
        return {}
    found = Article.objects.filter(pk__in=wanted).select_related("picture").prefetch_related(with_bylines(), "topics", "corrections", "picture__renditions")
    with muted():
        return {article.pk: article for article in found}
