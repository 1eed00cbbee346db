"""What pages ask of the newsroom: listings, and named reads that say what they stand on."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Min, Prefetch, QuerySet, prefetch_related_objects
from django.utils import timezone

from rotative.library.models import Picture
from rotative.masthead.languages import locale_id_of
from rotative.masthead.queries import zone
from rotative.newsroom.models import (
    Article,
    Author,
    Byline,
    Correction,
    Dossier,
    FrontPage,
    FrontSlot,
    Section,
    Topic,
    Withdrawal,
)
from rotative.press.listings import Listing
from rotative.press.reads import named_read
from rotative.press.rendering import hold_until, muted, now, once

NEWEST = ("-first_published_at", "-pk")
SHELF = frozenset({"live", "first_published_at", "locale_id", "path"})
LIST_LENGTH = 20


def published(**where: object) -> QuerySet[Article]:
    """Live stories, without the body that no list shows."""
    return Article.objects.live().filter(first_published_at__isnull=False, **where).defer("body", "sources", "method", "essentials")


def _if_live(article: Article, parts: Iterable[str]) -> list[str]:
    return list(parts) if article.live and article.first_published_at else []


# ── Listings ───────────────────────────────────────────────────────────────────

in_language = Listing(
    name="language",
    model=Article,
    partition=lambda article: _if_live(article, [str(article.locale_id)]),
    rows=lambda part: published(locale_id=int(part)),
    order=NEWEST,
    length=40,
    columns=SHELF,
)

in_section = Listing(
    name="section",
    model=Article,
    partition=lambda article: _if_live(article, _shelves(article.path, article.steplen)),
    rows=lambda part: published(path__startswith=part),
    order=NEWEST,
    length=LIST_LENGTH,
    columns=SHELF,
)

of_author = Listing(
    name="author",
    model=Article,
    partition=lambda article: _if_live(article, [f"{row.author_id}-{article.locale_id}" for row in article.bylines.all()]),
    rows=lambda part: published(bylines__author_id=int(part.split("-")[0]), locale_id=int(part.split("-")[1])),
    order=NEWEST,
    length=LIST_LENGTH,
    columns=SHELF | {"bylines"},
)

on_topic = Listing(
    name="topic",
    model=Article,
    partition=lambda article: _if_live(article, [str(topic.pk) for topic in article.topics.all()]),
    rows=lambda part: published(topics=int(part)),
    order=NEWEST,
    length=LIST_LENGTH,
    columns=SHELF | {"topics"},
)

in_dossier = Listing(
    name="dossier",
    model=Article,
    partition=lambda article: _if_live(article, [str(article.dossier_id)] if article.dossier_id else []),
    rows=lambda part: published(dossier_id=int(part)),
    order=NEWEST,
    length=LIST_LENGTH,
    columns=SHELF | {"dossier_id"},
)

of_genre = Listing(
    name="genre",
    model=Article,
    partition=lambda article: _if_live(article, [f"{article.genre}-{article.locale_id}"]),
    rows=lambda part: published(genre=part.rsplit("-", 1)[0], locale_id=int(part.rsplit("-", 1)[1])),
    order=NEWEST,
    length=LIST_LENGTH,
    columns=SHELF | {"genre"},
)

of_day = Listing(
    name="day",
    model=Article,
    partition=lambda article: _if_live(article, [_day_part(article)]),
    rows=lambda part: published(first_published_at__range=_day_bounds(part), locale_id=int(part.split("@")[1])),
    order=NEWEST,
    length=500,
    columns=SHELF,
)

of_month = Listing(
    name="month",
    model=Article,
    partition=lambda article: _if_live(article, [_day_part(article)[:7]]),
    rows=lambda part: published(first_published_at__range=_month_bounds(part)),
    order=NEWEST,
    length=50_000,
    columns=SHELF,
)

corrected = Listing(
    name="corrections",
    model=Correction,
    partition=lambda row: [str(row.article.locale_id)] if row.article.live else [],
    rows=lambda part: Correction.objects.filter(article__live=True, article__locale_id=int(part)).select_related("article"),
    order=("-when", "-pk"),
    length=50,
    columns=frozenset({"article_id", "when"}),
)

on_staff = Listing(
    name="staff",
    model=Author,
    partition=lambda author: ["all"] if author.on_staff else [],
    rows=lambda part: Author.objects.filter(on_staff=True),
    order=("name", "pk"),
    length=500,
    columns=frozenset({"on_staff", "name"}),
)


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


def _month_bounds(part: str) -> tuple[datetime, datetime]:
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


def tree(language: str) -> Tree:
    return once(("tree", language), lambda: _tree(language))


@named_read(lambda language: [f"list:sections:{language}"])
def _tree(language: str) -> Tree:
    here = locale_id_of(language)
    front = FrontPage.objects.live().filter(locale_id=here).order_by("pk").first()
    sections = Section.objects.live().filter(locale_id=here).order_by("path")
    return Tree(front, tuple(sections))


# ── One thing at an address ────────────────────────────────────────────────────


@named_read(lambda url_path: [f"address:{url_path}"])
def article_at(url_path: str) -> Article | None:
    """The story at a place in the tree, live or not, with all that its page shows."""
    authors = Prefetch("bylines", Byline.objects.select_related("author").order_by("sort_order", "pk"))
    found = Article.objects.filter(url_path=url_path).select_related("dossier", "editor").prefetch_related(authors, "corrections", "topics")
    return found.order_by("pk").first()


@named_read(lambda article: [f"article:{article.pk}"])
def withdrawal_of(article: Article) -> Withdrawal | None:
    return Withdrawal.objects.filter(article=article.pk).first()


@named_read(lambda slug: [f"address:author:{slug}"])
def author_at(slug: str) -> Author | None:
    return Author.objects.filter(slug=slug).prefetch_related("texts").select_related("portrait").prefetch_related("portrait__renditions").first()


@named_read(lambda slug, language: [f"address:topic:{language}:{slug}"])
def topic_at(slug: str, language: str) -> Topic | None:
    return Topic.objects.filter(slug=slug, locale_id=locale_id_of(language)).first()


@named_read(lambda slug, language: [f"address:dossier:{language}:{slug}"])
def dossier_at(slug: str, language: str) -> Dossier | None:
    found = Dossier.objects.filter(slug=slug, locale_id=locale_id_of(language))
    return found.prefetch_related("followed_by__author").first()


# ── What goes with it ──────────────────────────────────────────────────────────


@named_read(lambda article: [f"translations:article:{article.translation_key}"])
def translations_of(article: Article) -> list[Article]:
    """The other languages' versions of a story that readers may see."""
    with muted():
        others = published(translation_key=article.translation_key).exclude(pk=article.pk)
        return list(others.order_by("locale_id", "pk"))


@named_read(lambda article: [f"article:{article.pk}"])
def related_to(article: Article) -> list[Article]:
    """The stories an editor picked, else those chosen at publication; live ones only."""
    with muted():
        rows = list(article.picked.select_related("story").order_by("sort_order", "pk"))
        rows = rows or list(article.related.select_related("story").order_by("place", "pk"))
    return [row.story for row in rows if row.story.live][:3]


@named_read(lambda front: [f"front:{front.pk}"])
def slots_of(front: FrontPage) -> list[FrontSlot]:
    """What the publisher has placed on a front, with its live stories, until their hour."""
    with muted():
        rows = list(front.slots.select_related("article").order_by("sort_order", "pk"))
    for row in rows:
        hold_until(row.until)
    return [row for row in rows if row.article.live and not (row.until and row.until <= now())]


@named_read(lambda front: [f"front:{front.pk}"])
def columns_of(front: FrontPage) -> list[int]:
    """The sections shown in columns at the foot of a front, by primary key."""
    return list(front.columns.order_by("sort_order", "pk").values_list("section_id", flat=True))


@named_read(lambda articles, **_: [])
def enrich(articles: list[Article], portraits: bool = False) -> None:
    """Load at once what the cards of these stories show: authors and pictures."""
    authors = Prefetch("bylines", Byline.objects.select_related("author").order_by("sort_order", "pk"))
    lookups = [authors, "picture__renditions"]
    if portraits:
        lookups.append("bylines__author__portrait__renditions")
    with muted():
        prefetch_related_objects(articles, *lookups)


@named_read(lambda pks: [f"picture:{pk}" for pk in pks])
def pictures(pks: Iterable[int]) -> dict[int, Picture]:
    """Pictures with their sizes, by primary key."""
    return {picture.pk: picture for picture in Picture.objects.filter(pk__in=list(pks)).prefetch_related("renditions")}


@named_read(lambda pks: [f"article:{pk}" for pk in pks])
def stories(pks: Iterable[int]) -> dict[int, Article]:
    """Live stories by primary key."""
    with muted():
        return {article.pk: article for article in published(pk__in=list(pks))}


@named_read(lambda pks: [f"article:{pk}" for pk in pks])
def whole(pks: Iterable[int]) -> dict[int, Article]:
    """Stories with their bodies and all that a feed shows, by primary key."""
    authors = Prefetch("bylines", Byline.objects.select_related("author").order_by("sort_order", "pk"))
    found = Article.objects.filter(pk__in=list(pks)).select_related("picture").prefetch_related(authors, "topics", "corrections", "picture__renditions")
    return {article.pk: article for article in found}


@named_read(lambda language, first, last: [f"list:days:{language}"])
def days_with_stories(language: str, first: date, last: date) -> set[date]:
    """The days from ``first`` to ``last`` on which something was published."""
    start, end = bounds(first, 1)[0], bounds(last, 1)[1]
    instants = published(locale_id=locale_id_of(language), first_published_at__range=(start, end))
    return {timezone.localtime(instant, zone()).date() for instant in instants.values_list("first_published_at", flat=True)}


@named_read(lambda language=None: [f"list:days:{language}"])
def first_and_last_day(language: str | None = None) -> tuple[date, date] | None:
    """The days of the first and of the newest story, None for an empty paper."""
    where = {"locale_id": locale_id_of(language)} if language else {}
    found = published(**where).aggregate(first=Min("first_published_at"), last=Max("first_published_at"))
    if not found["first"]:
        return None
    return timezone.localtime(found["first"], zone()).date(), timezone.localtime(found["last"], zone()).date()
