"""Sitemaps (standards, 1.1): an index, one immutable map a month, and the news of two days."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from xml.sax import saxutils

from django.utils import timezone

from rotative.masthead.languages import first, languages, locale_id_of
from rotative.masthead.printable import printable
from rotative.masthead.queries import masthead
from rotative.newsroom import queries
from rotative.newsroom.calendar import months_with_stories
from rotative.newsroom.models import Article
from rotative.paper import setter
from rotative.paper.addresses import Address
from rotative.paper.printing import file
from rotative.paper.site import absolute, paths
from rotative.press.documents import Missing
from rotative.press.pieces import facts
from rotative.press.rendering import current, hold_until
from rotative.record.company import slugs_known_in
from rotative.record.queries import texts_shown

XML = "application/xml; charset=utf-8"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
NEWS_WINDOW = timedelta(hours=48)
NEWS_MOST = 1000
RECORD = "/sitemap-record.xml"
MOST = 50_000  # addresses that a map may hold


@file("sitemap")
def index(address: Address) -> tuple[bytes, str]:
    """The index: a map for each month with stories, the news map, and the standing pages."""
    maps = ["/sitemap-0000-00.xml", *([RECORD] if any(_recorded()) else []), *(f"/sitemap-{month:%Y-%m}.xml" for month in reversed(months_with_stories()))]
    items = "".join(f"<sitemap><loc>{escape(absolute(path))}</loc></sitemap>" for path in maps)
    return _document("sitemapindex", items)


@file("sitemap-month")
def month(address: Address) -> tuple[bytes, str]:
    """The stories first published in one month; month 0000-00 is the standing pages."""
    if address.parts == ("0000", "00"):
        return _document("urlset", "".join(_url(path) for path in _standing()))
    year, number = map(int, address.parts)
    if not (1 <= number <= 12 and year > 1):
        raise Missing(address.path)
    rows = queries.of_month.newest(f"{year:04}-{number:02}")
    if not rows:
        raise Missing(address.path)
    return _document("urlset", "".join(_url(row.address, _modified(row)) for row in rows))


@file("sitemap-record")
def record(address: Address) -> tuple[bytes, str]:
    """The actors that readers know and the texts that they see; there is no such map before the first one."""
    found = list(_recorded())
    if not found:
        raise Missing(address.path)
    return _document("urlset", "".join(_url(path) for path in found[:MOST]))


@file("sitemap-news")
def news(address: Address) -> tuple[bytes, str]:
    """The stories of the last 48 hours, at most a thousand; true until the oldest leaves, or a day begins."""
    now = current().now
    today = timezone.localtime(now).date()
    hold_until(queries.bounds(today + timedelta(days=1), 1)[0])
    days = [today - timedelta(days=each) for each in range(NEWS_WINDOW.days + 1)]
    rows = [row for code in languages() for day in days for row in queries.of_day.newest(f"{day.isoformat()}@{locale_id_of(code)}")]
    for row in rows:
        hold_until(row.first_published_at + NEWS_WINDOW)
    kept = sorted((row for row in rows if row.first_published_at > now - NEWS_WINDOW), key=lambda row: row.first_published_at, reverse=True)
    items = "".join(_news(row) for row in kept[:NEWS_MOST])
    return _document("urlset", items, f' xmlns:news="{NEWS}"')


def _standing() -> Iterator[str]:
    for code in languages():
        tree = queries.tree(code)
        if tree.front is None and code != first():
            continue
        to = paths(code)
        yield to.front
        yield from (section.address for section in tree.sections)
        yield from (to.single(kind) for kind in ("about", "principles", "legal", "privacy", "accessibility", "funding", "staff", "corrections"))


def _recorded() -> Iterator[str]:
    for code in languages():
        to = paths(code)
        yield from (to.listed("text", text.slug) for text in texts_shown.newest(str(locale_id_of(code))))
        yield from (to.listed("actor", slug) for slug in slugs_known_in(code))


def _url(path: str, modified: str = "") -> str:
    lastmod = f"<lastmod>{modified}</lastmod>" if modified else ""
    return f"<url><loc>{escape(absolute(path))}</loc>{lastmod}</url>"


def _modified(article: Article) -> str:
    """The last substantive change: search engines trust it only as long as it is true."""
    facts(article, "url_path", "updated_at")
    return timezone.localtime(article.updated_at or article.first_published_at).isoformat(timespec="seconds")


def _news(article: Article) -> str:
    facts(article, "title", "url_path")
    published = timezone.localtime(article.first_published_at).isoformat(timespec="seconds")
    publication = f"<news:publication><news:name>{escape(setter.text(masthead().name, article.language))}</news:name><news:language>{article.language[:2]}</news:language></news:publication>"
    body = f"{publication}<news:publication_date>{published}</news:publication_date><news:title>{escape(setter.text(article.title, article.language))}</news:title>"
    return f"<url><loc>{escape(absolute(article.address))}</loc><news:news>{body}</news:news></url>"


def escape(text: str) -> str:
    """A text for XML, without what XML cannot hold."""
    return saxutils.escape(printable(text))


def _document(root: str, items: str, more: str = "") -> tuple[bytes, Any]:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{SITEMAP}"{more}>{items}</{root}>\n'.encode(), XML
