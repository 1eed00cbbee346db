"""Which addresses the paper has, and how urgent each is: what the press asks of the paper.

Registered with the press as the paper it prints (``press.documents.Paper``).
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from rotative.audience.queries import most_read
from rotative.audience.ranking import KEPT, LATELY, WEEK
from rotative.masthead import queries as identity
from rotative.masthead.languages import languages, locale_id_of
from rotative.newsroom import queries
from rotative.newsroom.calendar import days_around, first_and_last_day, months_with_stories
from rotative.newsroom.models import Article, Author, Dossier, FrontPage, Section, Topic
from rotative.newsroom.translations import SUBJECTS
from rotative.paper import addresses, discussed, recorded, redirects
from rotative.paper.addresses import LISTS, Paths, feed, numbered
from rotative.paper.ahead import read_ahead
from rotative.paper.answers import answer, missing_page
from rotative.paper.build import build
from rotative.paper.files import assets
from rotative.press.front.paths import MISSING
from rotative.press.listings import Listing, registered
from rotative.press.prepared import Prepared

__all__ = ["answer", "build", "languages", "missing_page", "read_ahead"]

SINGLES = tuple(kind for kind in addresses.WORDS["en"] if kind not in (*LISTS, "search"))
PANELS = ("latest", "most-read", "search")
COUNTS = "/_/counts/"
FILES = ("/sitemap.xml", "/sitemap-news.xml", "/sitemap-0000-00.xml", "/robots.txt", f"{COUNTS}paper.json")
WRITTEN = tuple(f"/_/{name}/" for name in ("account", "comment", "contribution", "contributions", "decision", "follow", "like", "mute", "mutes", "quiet", "read", "report", "respect", "unsubscribe"))
DJANGOS = ("/desk/", "/static/", "/documents/", "/media/", *WRITTEN, "/favicon.ico")
FIRST_OF_KINDS = {"front": 1, "latest": 3, "most_read": 3, "day": 4, "feed": 3, "author": 3, "topic": 3, "dossier": 3, "text": 3, "actor": 4, "statement": 4, "asset": -1}
OTHERS, SECTION, STORY, PANEL, NUMBERS = 5, 2, 0, 3, 6
BETWEEN_COUNTS = 5.0  # seconds
BETWEEN_PARTS = 0.5  # seconds: a contribution is to be readable within one
ASSET = re.compile(r"/_/[^/]+")
DAYS_BETWEEN = 366  # days without a story that are looked for at once


def zone() -> ZoneInfo:
    return identity.zone()


def unprinted() -> list[str]:
    return [*DJANGOS, *(_paths(code).single("search") for code in languages())]


def language_of_piece(name: str) -> str:
    """Pieces that are set in a language end with its code."""
    last = name.rsplit(":", 1)[-1]
    return last if last in languages() else languages()[0]


def rank(path: str) -> int:
    """Bodies first, and before them the assets that they name; then what leads to them, the front before all other lists."""
    if ASSET.fullmatch(path):
        return FIRST_OF_KINDS["asset"]
    if path.startswith(COUNTS):
        return NUMBERS
    if path.startswith("/_/panel/"):
        return PANEL
    if path.startswith(("/_/", MISSING)) or "." in path.rsplit("/", 1)[1]:
        return FIRST_OF_KINDS["feed"] if path.rsplit("/", 1)[1] in addresses.FEEDS else OTHERS
    address = addresses.read(path, languages())
    if address and address.kind == "page":
        return SECTION if len(address.parts) == 1 else STORY
    return FIRST_OF_KINDS.get(address.kind if address else "", OTHERS)


def pause(path: str) -> float:
    """Numbers that readers move are printed every few seconds at most, a part of a discussion twice a second, however many like or write at once."""
    if path.startswith(COUNTS):
        return BETWEEN_COUNTS
    return BETWEEN_PARTS if path.startswith(discussed.PARTS) else 0.0


# ── All of them ────────────────────────────────────────────────────────────────


def every() -> Iterator[str]:
    """Every address, those that readers ask for most first: the front, the assets, the sections, the most read and the newest stories."""
    yield from (each.url for each in assets.every())
    for code in languages():
        yield from _of_language(code)
    yield from _most_read()
    yield from _stories()
    yield from discussed.every()
    yield from recorded.every()
    for code in languages():
        yield from _of_lists(code)
    yield from _older_pages()
    yield from FILES
    yield from _months()
    yield from _redirects()


def _of_language(code: str) -> Iterator[str]:
    to, front = _paths(code), queries.tree(code).front
    if front or code == languages()[0]:
        yield from _with_feeds(to.front)
    for section in queries.tree(code).sections:
        yield from _with_feeds(section.address)
    yield from (f"/_/panel/{code}/{name}/" for name in PANELS)
    yield from (to.single(kind) for kind in SINGLES)


def _most_read() -> Iterator[str]:
    for span, code in product((LATELY, WEEK), languages()):
        ranked = most_read(span, code, KEPT)
        stories = Article.objects.in_bulk(ranked)
        yield from (path for pk in ranked for path in _of_story(stories[pk]))


def _stories() -> Iterator[str]:
    """Newest first; stories that are off or withdrawn answer too."""
    columns = Article.objects.filter(first_published_at__isnull=False).order_by("-first_published_at", "-pk")
    for story in columns.only("live", "url_path", "locale_id", "first_published_at", "last_published_at").iterator(2000):
        yield from _of_story(story)


def _of_story(story: Article) -> list[str]:
    if story.live and story.first_published_at:
        return [story.address, f"/_/discussion/{story.language}/{story.pk}/", f"{COUNTS}article/{story.pk}.json"]
    return [story.address] if story.last_published_at else []


def _of_lists(code: str) -> Iterator[str]:
    to = _paths(code)
    yield from _with_feeds(*(to.listed("author", slug) for slug in Author.objects.order_by("pk").values_list("slug", flat=True)))
    here = locale_id_of(code)
    yield from _with_feeds(*(to.listed("topic", slug) for slug in Topic.objects.filter(locale_id=here).order_by("pk").values_list("slug", flat=True)))
    yield from _with_feeds(*(to.listed("dossier", slug) for slug in Dossier.objects.filter(locale_id=here).order_by("pk").values_list("slug", flat=True)))
    span = first_and_last_day(code)
    if span:
        yield from (to.day(span[1] - timedelta(days=back)) for back in range((span[1] - span[0]).days + 1))


def _older_pages() -> Iterator[str]:
    for listing, part, path in _numbered_lists():
        yield from (numbered(path, number) for number in range(listing.older(part), 0, -1))


def _numbered_lists() -> Iterator[tuple[Listing, str, str]]:
    """Every list that has older pages: its listing, its part, its address."""
    for code in languages():
        to, here = _paths(code), locale_id_of(code)
        yield queries.in_language, str(here), to.single("latest")
        yield queries.corrected, str(here), to.single("corrections")
        yield from ((queries.in_section, section.path, section.address) for section in queries.tree(code).sections)
        for pk, slug in Author.objects.order_by("pk").values_list("pk", "slug"):
            yield queries.of_author, f"{pk}-{here}", to.listed("author", slug)
        for pk, slug in Topic.objects.filter(locale_id=here).order_by("pk").values_list("pk", "slug"):
            yield queries.on_topic, str(pk), to.listed("topic", slug)


def _months() -> Iterator[str]:
    yield from (_sitemap(month) for month in months_with_stories())


def _redirects() -> Iterator[str]:
    for old in redirects.Redirect.objects.order_by("pk").values_list("old_path", flat=True):
        yield _redirected(old)


# ── Those of one thing ─────────────────────────────────────────────────────────


def addresses_of(kind: str, row: str) -> list[str]:
    """The addresses that an instance gives rise to as it is now; none when it is no more."""
    finder = _FINDERS.get(kind)
    return list(finder(int(row))) if finder and row.isdecimal() else []


def _of_article(pk: int) -> Iterator[str]:
    for story in _told(pk):
        yield from _of_story(story)
    yield from discussed.of_talk(pk)  # a story that comes back brings its discussion


_told = Prepared(lambda pk: Article.objects.filter(pk=pk).only("live", "url_path", "locale_id", "first_published_at", "last_published_at"))


def _of_section(pk: int) -> Iterator[str]:
    for section in Section.objects.filter(pk=pk, live=True):
        yield from _with_feeds(section.address)


def _of_front(pk: int) -> Iterator[str]:
    for front in FrontPage.objects.filter(pk=pk, live=True):
        yield from _of_language(front.language)


def _of_author(pk: int) -> Iterator[str]:
    for slug in Author.objects.filter(pk=pk).values_list("slug", flat=True):
        yield from _with_feeds(*(_paths(code).listed("author", slug) for code in languages()))


def _of_topic(pk: int) -> Iterator[str]:
    for topic in Topic.objects.filter(pk=pk):
        yield from _with_feeds(_paths(topic.language).listed("topic", topic.slug))


def _of_dossier(pk: int) -> Iterator[str]:
    for dossier in Dossier.objects.filter(pk=pk):
        yield from _with_feeds(_paths(dossier.language).listed("dossier", dossier.slug))
        yield from recorded.of_dossier(pk)


def _of_masthead(_pk: int) -> Iterator[str]:
    yield from (each.url for each in assets.every())


def _of_redirect(pk: int) -> Iterator[str]:
    for old in redirects.Redirect.objects.filter(pk=pk).values_list("old_path", flat=True):
        yield _redirected(old)


_FINDERS = {
    "article": _of_article, "section": _of_section, "front": _of_front, "author": _of_author, "topic": _of_topic,
    "dossier": _of_dossier, "masthead": _of_masthead, "redirect": _of_redirect, "talk": discussed.of_talk, **recorded.FINDERS,
}  # fmt: skip


def addresses_of_list(name: str, part: str, is_known: Callable[[str], bool]) -> list[str]:
    """The addresses that may be new when stories join a part of a list: its first page, its highest older pages, its days, its month."""
    if name == "day":
        return list(_days_before(part))
    if name == "month":
        return [_sitemap(date.fromisoformat(f"{part}-01"))]
    if name in recorded.LISTS:
        return list(recorded.LISTS[name](part, is_known))
    return list(_highest(name, part, is_known))


def _highest(name: str, part: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    path = _path_of_list(name, part)
    if path and name in ("author", "topic", "dossier"):  # Before the first story there is no such page.
        yield from _with_feeds(path)
    if name == "dossier":
        yield from recorded.of_dossier(int(part))
        return
    for number in range(registered[name].older(part) if path else 0, 0, -1):
        yield numbered(path, number)
        if is_known(numbered(path, number)):
            return


def _path_of_list(name: str, part: str) -> str:
    for code in languages():
        to, here = _paths(code), str(locale_id_of(code))
        if name in ("language", "corrections") and part == here:
            return to.single("latest" if name == "language" else "corrections")
        if name == "section":
            section = queries.tree(code).section_at(part)
            if section:
                return str(section.address)
        if name == "author" and part.endswith(f"-{here}"):
            return _listed(to, "author", Author, part.split("-")[0])
        if name in SUBJECTS and SUBJECTS[name].objects.filter(pk=int(part), locale_id=int(here)).exists():
            return _listed(to, name, SUBJECTS[name], part)
    return ""


def _listed(to: Paths, kind: str, model: type[Author | Topic | Dossier], pk: str) -> str:
    slug = model.objects.filter(pk=int(pk)).values_list("slug", flat=True).first()
    return to.listed(kind, slug) if slug else ""


def _days_before(part: str) -> Iterator[str]:
    """A day, and the days without a story just before and after it: each has a page as soon as it is between two days that have."""
    day, locale = date.fromisoformat(part.split("@")[0]), int(part.split("@")[1])
    code = next((code for code in languages() if locale_id_of(code) == locale), "")
    span = first_and_last_day(code) if code else None
    if span is None:
        return
    busy = days_around(code, day, DAYS_BETWEEN)
    start = max([each for each in busy if each < day], default=span[0])
    end = min([each for each in busy if each > day], default=span[1])
    yield from (_paths(code).day(start + timedelta(days=n)) for n in range((end - start).days + 1))


# ── How they are written ───────────────────────────────────────────────────────


def _paths(code: str) -> Paths:
    return Paths(code, languages())


def _with_feeds(*paths: str) -> Iterator[str]:
    for path in paths:
        yield path
        yield from (feed(path, form) for form in ("atom", "rss"))


def _sitemap(month: date) -> str:
    return f"/sitemap-{month:%Y-%m}.xml"


def _redirected(old: str) -> str:
    """The path that readers ask for, of a redirect's: Wagtail keeps it without its last slash."""
    plain = old.split("?")[0]
    return plain if "." in plain.rsplit("/", 1)[-1] else f"{plain.rstrip('/')}/"

