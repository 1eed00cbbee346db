"""From a path to what is there: a document, or the present address of what was there."""
from __future__ import annotations

import re

from wagtail.contrib.redirects.models import Redirect

from rotative.masthead.languages import languages
from rotative.paper import addresses
from rotative.paper.addresses import Address
from rotative.press.documents import Missing, Moved

FILES = {"/sitemap.xml": "sitemap", "/sitemap-news.xml": "sitemap-news", "/robots.txt": "robots"}
MONTH = re.compile(r"/sitemap-(\d{4})-(\d{2})\.xml")
DISCUSSION = re.compile(r"/_/discussion/([\w-]+)/(\d{1,12})/")
PANEL = re.compile(r"/_/panel/([\w-]+)/(latest|most-read|search)/")


def kind_of(path: str) -> tuple[str, Address]:
    """The kind of document at a path, and its address. Raises Missing or Moved."""
    if path in FILES:
        return FILES[path], Address(languages()[0], FILES[path], path=path)
    if month := MONTH.fullmatch(path):
        return "sitemap-month", Address(languages()[0], "sitemap-month", (month[1], month[2]), path=path)
    if (panel := PANEL.fullmatch(path)) and panel[1] in languages():
        return f"panel-{panel[2]}", Address(panel[1], f"panel-{panel[2]}", path=path)
    if (found := DISCUSSION.fullmatch(path)) and found[1] in languages():
        return "discussion", Address(found[1], "discussion", (found[2],), path=path)
    return _page(path)


def _page(path: str) -> tuple[str, Address]:
    address = addresses.read(path, languages())
    if address is None or "//" in path:
        raise Missing(path)
    if address.feed:
        return "feed", address
    if not path.endswith("/"):
        raise Missing(path)
    return address.kind, address


def follow(path: str) -> None:
    """Raises Moved with the present address of what was once at ``path``; else nothing.

    Redirects name pages, not addresses, so a chain of moves is one hop.
    """
    found = Redirect.objects.filter(old_path=Redirect.normalise_path(path)).select_related("redirect_page").first()
    if found is None:
        return
    if found.redirect_page_id is None:
        if found.redirect_link:
            raise Moved(found.redirect_link)
        return
    page = found.redirect_page.specific
    if page.live or getattr(page, "withdrawal", None):
        raise Moved(page.address)


def tidy(path: str) -> str:
    """A path as the paper writes it: small letters, single slashes, one at the end of a page's."""
    tidied = re.sub(r"/{2,}", "/", path.lower())
    return tidied if tidied.endswith("/") or "." in tidied.rsplit("/", 1)[1] else f"{tidied}/"
