"""What the specifications of feeds demand, as faults found: RFC 4287 (Atom), RSS 2.0 with its best practices."""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MEDIA = "{http://search.yahoo.com/mrss/}"
ONCE_IN_A_FEED = ("id", "title", "updated")
ONCE_IN_AN_ENTRY = ("id", "title", "updated", "content", "published", "summary")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
RSS_ONCE = ("title", "link", "guid", "pubDate", "description")


def faults_of_atom(body: bytes, address: str) -> list[str]:
    feed = etree.fromstring(body)
    return [*_atom_feed(feed, address), *(fault for entry in feed.findall(f"{ATOM}entry") for fault in _atom_entry(entry, feed))]


def _atom_feed(feed: Any, address: str) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield f"the root is {feed.tag}"
    yield from _once(feed, ATOM, ONCE_IN_A_FEED)
    yield from _links(feed)
    if [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] != [address]:
        yield "no link to itself (4.1.1)"
    yield from _unique([each.text for each in feed.iter(f"{ATOM}id")])


def _atom_entry(entry: Any, feed: Any) -> Iterator[str]:
    yield from _once(entry, ATOM, ONCE_IN_AN_ENTRY)
    yield from _links(entry)
    if not entry.findall(f"{ATOM}author") and not feed.findall(f"{ATOM}author"):
        yield "nobody wrote it (4.1.2)"
    yield from (f"an author without one name: {author}" for author in entry.findall(f"{ATOM}author") if len(author.findall(f"{ATOM}name")) != 1)
    yield from (f"a category without a term: {each}" for each in entry.findall(f"{ATOM}category") if not each.get("term"))
    for name in ("summary", "content"):
        yield from (f"{name} is {each.get('type')}" for each in entry.findall(f"{ATOM}{name}") if each.get("type") not in ("text", "html"))
    yield from relative_addresses(entry.findtext(f"{ATOM}content"))
    yield from _media(entry)


def _links(parent: Any) -> Iterator[str]:
    links = parent.findall(f"{ATOM}link")
    yield from (f"not an absolute IRI: {link.get('href')}" for link in links if not _is_absolute(link.get("href")))
    if len([link for link in links if link.get("rel", "alternate") == "alternate"]) != 1:
        yield "not one alternate link (4.1.1, 4.1.2)"
    for name in ("updated", "published"):
        yield from (f"not a date (3.3): {each.text}" for each in parent.findall(f"{ATOM}{name}") if not _is_instant(each.text))
    yield from (f"not an absolute IRI (4.2.6): {each.text}" for each in parent.findall(f"{ATOM}id") if not urlsplit(each.text or "").scheme)


def faults_of_rss(body: bytes, address: str) -> list[str]:
    rss = etree.fromstring(body)
    channel = rss.find("channel")
    faults = [] if (rss.tag, rss.get("version")) == ("rss", "2.0") else ["not RSS 2.0"]
    faults += _once(channel, "", ("title", "link", "description", "lastBuildDate"))
    faults += [] if [each.get("href") for each in channel.findall(f"{ATOM}link[@rel='self']")] == [address] else ["no link to itself"]
    faults += _unique([item.findtext("guid") for item in channel.findall("item")])
    faults += [fault for date in channel.findall("lastBuildDate") for fault in _rfc_822(date.text)]
    return faults + [fault for item in channel.findall("item") for fault in _rss_item(item)]


def _rss_item(item: Any) -> Iterator[str]:
    yield from _once(item, "", RSS_ONCE)
    yield from _once(item, "", (CONTENT,))
    if not _is_absolute(item.findtext("link")):
        yield f"not an absolute address: {item.findtext('link')}"
    if item.find("guid").get("isPermaLink") != "false" and not _is_absolute(item.findtext("guid")):
        yield "the guid is said to be an address, and is none"
    if not item.findall(CREATOR):
        yield "nobody wrote it"
    yield from _rfc_822(item.findtext("pubDate"))
    yield from relative_addresses(item.findtext(CONTENT))
    yield from _media(item)


def _media(item: Any) -> Iterator[str]:
    for media in item.findall(f"{MEDIA}content"):
        if not (_is_absolute(media.get("url")) and media.get("type") and media.get("width", "").isdigit() and media.get("height", "").isdigit()):
            yield f"a picture without its address, type or size: {media.attrib}"


def relative_addresses(fragment: str | None) -> Iterator[str]:
    """The addresses within a text that lead nowhere from outside its page."""
    for element, attribute, link, _place in html.fragment_fromstring(fragment or "", create_parent="div").iterlinks():
        if not urlsplit(link).scheme:
            yield f"a relative {attribute} on {element.tag}: {link}"


def _once(parent: Any, space: str, names: tuple[str, ...]) -> list[str]:
    return [f"{name} is there {len(parent.findall(space + name))} times" for name in names if len(parent.findall(space + name)) != 1]


def _unique(names: list[str | None]) -> list[str]:
    return [] if len(names) == len(set(names)) and all(names) else [f"identifiers are not unique: {names}"]


def _is_absolute(link: str | None) -> bool:
    parts = urlsplit(link or "")
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _is_instant(text: str | None) -> bool:
    return bool(INSTANT.fullmatch(text or "") and datetime.fromisoformat(text or ""))


def _rfc_822(text: str | None) -> list[str]:
    try:
        return [] if parsedate_to_datetime(text or "").tzinfo else [f"a date without a zone: {text}"]
    except ValueError:
        return [f"not a date: {text}"]
