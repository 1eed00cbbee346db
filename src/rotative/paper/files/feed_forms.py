"""Atom (RFC 4287) and RSS 2.0, each with whole texts, authors and Media RSS."""
from __future__ import annotations

from datetime import datetime
from io import StringIO
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.xmlutils import SimplerXMLGenerator

YEAR = 2026
NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def tag(kind: str, number: int) -> str:
    """An identifier that never changes (RFC 4287, 4.2.6): nothing in it can be edited at the desk.

    The year says whose the host is (RFC 4151); it is the same for every paper and everything in it.
    """
    return f"tag:{settings.FEED_HOST},{YEAR}:{kind}:{number}"


class StillFeed(SyndicationFeed):
    """A feed whose entries were written before (``written``): the same one is in several feeds, and in each for long.

    Without stories it is as old as the epoch: the same bytes until there is one.
    """

    form: str

    def write_items(self, handler: Any) -> None:
        for item in self.items:
            handler.ignorableWhitespace(item["written"][self.form])  # as it is

    @classmethod
    def as_written(cls, entry: dict[str, Any]) -> str:
        """An entry as feeds of this form hold it."""
        feed, told = cls(title="", link="", description=""), StringIO()
        feed.add_item(**entry)
        super(StillFeed, feed).write_items(SimplerXMLGenerator(told, "utf-8", short_empty_elements=True))  # type: ignore[misc]
        return told.getvalue()

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=timezone.get_fixed_timezone(0))


class RssFeed(StillFeed, Rss201rev2Feed):
    """RSS 2.0 with content:encoded, dc:creator and Media RSS (standards, 1.4)."""

    form = "rss"

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **NAMESPACES}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author)
        handler.addQuickElement("content:encoded", item["html"])
        _add_media(handler, item)


class AtomFeed(StillFeed, Atom1Feed):
    """Atom with whole texts, every author, and Media RSS."""

    form = "atom"

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:media": NAMESPACES["xmlns:media"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author)
            handler.endElement("author")
        handler.addQuickElement("content", item["html"], {"type": "html"})
        _add_media(handler, item)


FORMS: dict[str, type[StillFeed]] = {form.form: form for form in (AtomFeed, RssFeed)}
DATED = ("title", "link", "description", "pubdate", "updateddate")  # what a feed asks of its entries itself


def written(entry: dict[str, Any]) -> dict[str, Any]:
    """What feeds take of an entry: what they ask of it, and its text in each form."""
    return {**{name: entry[name] for name in DATED}, "written": {name: form.as_written(entry) for name, form in FORMS.items()}}


def _add_media(handler: Any, item: dict[str, Any]) -> None:
    if item["picture"] is None:
        return
    handler.startElement("media:content", {**item["picture"], "medium": "image", "type": "image/jpeg"})
    if item["caption"]:
        handler.addQuickElement("media:description", item["caption"])
    if item["credit"]:
        handler.addQuickElement("media:credit", item["credit"], {"role": "photographer"})
    handler.endElement("media:content")


