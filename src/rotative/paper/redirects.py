"""From a path to what is there: a document, or the present address of what was there."""
from __future__ import annotations

import re

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect

from rotative.masthead.languages import languages
from rotative.newsroom.models import Article, FrontPage, Section
from rotative.newsroom.queries import withdrawal_of
from rotative.paper import addresses, discussed
from rotative.paper.addresses import Address
from rotative.press.documents import Missing, NotAPage, Print, render
from rotative.press.front.paths import is_asset
from rotative.press.keys import key_of
from rotative.press.listings import Roll
from rotative.press.pieces import facts
from rotative.press.reads import named_read
from rotative.press.rendering import asking, current, muted, stand_on
from rotative.record.company import has_page
from rotative.record.queries import actor_at

FILES = {"/sitemap.xml": "sitemap", "/sitemap-news.xml": "sitemap-news", "/sitemap-record.xml": "sitemap-record", "/robots.txt": "robots"}
MONTH = re.compile(r"/sitemap-(\d{4})-(\d{2})\.xml")
Roll("redirect", Redirect, lambda redirect: [redirect.old_path], frozenset({"old_path"}))

HOPS = 10  # of redirects made by hand, one after the other
COUNTS = re.compile(r"/_/counts/(?:paper|article/(\d{1,18}))\.json")
EMBED = re.compile(r"/_/embed/([\w-]+)/text/([^/]+)/")
PANEL = re.compile(r"/_/panel/([\w-]+)/(latest|most-read|search)/")


def kind_of(path: str) -> tuple[str, Address]:
    """The kind of document at a path, and its address. Raises Missing."""
    if path in FILES:
        return FILES[path], Address(languages()[0], FILES[path], path=path)
    if month := MONTH.fullmatch(path):
        return "sitemap-month", Address(languages()[0], "sitemap-month", (month[1], month[2]), path=path)
    if (panel := PANEL.fullmatch(path)) and panel[1] in languages():
        return f"panel-{panel[2]}", Address(panel[1], f"panel-{panel[2]}", path=path)
    if is_asset(path):
        return "asset", Address(languages()[0], "asset", path=path)
    if programs := addresses.read_api(path, languages()):
        return f"api-{programs.kind}", programs
    if counts := COUNTS.fullmatch(path):
        return "counts", Address(languages()[0], "counts", tuple(filter(None, counts.groups())), path=path)
    if (found := discussed.PAGE.fullmatch(path)) and found[1] in languages():
        kind = "discussion-respected" if found[4] else "discussion"
        return kind, Address(found[1], kind, (found[2],), number=int(found[3] or 0), path=path)
    if respects := discussed.COUNTS.fullmatch(path):
        return "respects", Address(languages()[0], "respects", (respects[1],), number=int(respects[2]), path=path)
    if (card := EMBED.fullmatch(path)) and card[1] in languages():
        return "embed-text", Address(card[1], "embed-text", (card[2],), path=path)
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


def moved_to(path: str) -> tuple[str, int]:
    """Where redirects lead from a path, at the end of their chain, and with which status; nothing when there is none, or only a loop.

    A redirect that names a page is one hop whatever the page's moves. One made by hand may
    lead to the path of another, which is followed only where no page is.
    """
    seen, (to, status) = {path}, _next(path)
    while to and len(seen) <= HOPS:
        here = _path_of(to)
        if here in seen:
            return "", status
        further, its_status = _next(here) if here else ("", status)
        if not further or _is_there(here):
            return to, status
        seen.add(here)
        to, status = further, max(status, its_status)  # One that is for now makes the whole way for now.
    return "", status


def _next(path: str) -> tuple[str, int]:
    """Where the redirect at a path leads, if there is one and it leads anywhere: for good (301) or for now (302)."""
    found = _redirect_at(Redirect.normalise_path(path))
    if found is None:
        return _of_merged(path), 301
    return _page_of(found) if found.redirect_page_id else str(found.redirect_link), 301 if found.is_permanent else 302


def _of_merged(path: str) -> str:
    """Where the address of an actor that was merged leads, or one of its feeds, or its file for programs: to the same of the actor that it is."""
    address = addresses.read_api(path, languages()) or addresses.read(path, languages())
    gone = actor_at(address.slug) if address and address.kind == "actor" and not address.number else None
    into = gone and gone.merged_into
    if not (address and into and has_page(into.pk, address.language)):
        return ""
    return address.of(into.slug, languages())


def _page_of(found: Redirect) -> str:
    """The present address of a redirect's page, or of one of its feeds; nothing where that was never public.

    A story that is off, or withdrawn, says so at its own address.
    """
    with muted():
        page = found.redirect_page.specific
    facts(page, "live", "url_path")
    if not (page.live or _was_public(page)):
        return ""
    return str(page.address).rstrip("/") + (found.redirect_page_route_path or "/")


def _was_public(page: Section | Article | FrontPage) -> bool:
    if not isinstance(page, Article):
        return False
    facts(page, "last_published_at")
    return bool(page.last_published_at) or withdrawal_of(page) is not None


def _path_of(to: str) -> str:
    """The path of an address of this paper's; nothing for one elsewhere."""
    local = to.removeprefix(settings.ROTATIVE_URL)
    return local.split("#")[0].split("?")[0] if local.startswith("/") and not local.startswith("//") else ""


def _is_there(path: str) -> bool:
    """Whether a page is at a path. It is asked only where a redirect is, too."""
    page = current()
    try:
        with asking():
            found: Print | NotAPage = render(*kind_of(path), page.now)
    except NotAPage as none:
        found = none
    page.stand_on(*found.keys)
    page.pieces.update(found.pieces)
    return isinstance(found, Print)


@named_read(lambda path: [f"redirect:{path}"])
def _redirect_at(path: str) -> Redirect | None:
    with muted():
        found = Redirect.objects.filter(old_path=path).select_related("redirect_page").order_by("pk").first()
    if found:
        stand_on(key_of(found))
    return found


