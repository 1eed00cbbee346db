"""A story's discussion, in parts of fifty threads numbered from the oldest; and its threads by respect.

The newest part is at the discussion's own address; once it is full it has a number, and never gains a thread again.
Without script, the same pages are made for one reader alone, without those whom they do not read.
"""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from rotative.discussion import queries
from rotative.discussion.addresses import (
    RESPECTED,
    counts_of,
    page_named,
    page_of,
    quiet,
    respected_page_of,
    write_under,
)
from rotative.discussion.quiet import register
from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.newsroom.models.articles import Discussion
from rotative.newsroom.queries import stories
from rotative.paper import assets, contexts, setter
from rotative.paper.addresses import Address
from rotative.paper.answering import answered
from rotative.paper.discussed import PAGE
from rotative.paper.head import head
from rotative.paper.printing import page, render
from rotative.paper.site import naming, site
from rotative.press.documents import Missing
from rotative.press.pieces import facts
from rotative.press.rendering import rendering


@page("discussion")
def discussion(address: Address) -> contexts.DiscussionPage:
    """A part of it: the newest, or a full one by its number."""
    story = _story(address)
    if address.number and not queries.is_begun(story.pk, address.number + 1):
        raise Missing(address.path)
    part = address.number or queries.parts(story.pk)
    found = list(reversed(queries.threads(story.pk, part))) if part else []
    return _page(story, address, found, part=part, order="newest", older=page_of(story, part - 1) if part > 1 else "", newer=_newer(story, address.number))


@page("discussion-respected")
def respected(address: Address) -> contexts.DiscussionPage:
    """The fifty threads that readers respect most, as they were last ranked."""
    story = _story(address)
    found = queries.ranked_threads(queries.ranked(story.pk))
    if not found:
        raise Missing(address.path)
    return _page(story, address, found, order="respected")


def _story(address: Address) -> Article:
    story = stories([int(address.slug)]).get(int(address.slug))
    if story is None or story.language != address.language:
        raise Missing(address.path)
    facts(story, "title", "discussion", "path", "locale_id")
    return story


def _newer(story: Article, number: int) -> str:
    """The part after a full one: it is at the discussion's own address until it is full itself."""
    if not number:
        return ""
    return page_of(story, number + 1 if queries.is_begun(story.pk, number + 2) else 0)


def _page(story: Article, address: Address, found: list[queries.Thread], *, order: str, part: int = 0, older: str = "", newer: str = "") -> contexts.DiscussionPage:
    stand = queries.stand_of(story)
    is_open = stand.state != Discussion.CLOSED
    title = _("Discussion, part %(number)s") % {"number": address.number} if address.number else _("Discussion")
    return contexts.DiscussionPage(
        site=site(story.section_path),
        head=head(title, address.path, robots="noindex"),
        crumbs=[contexts.Link(setter.text(story.title), story.address)],
        story=contexts.Link(setter.headline(story.title), story.address),
        state=stand.state,
        because=setter.text(stand.because),
        closes_at=stand.closes_at,
        write_url=write_under(story) if is_open else "",
        order=order,
        orders=_orders(story, order, bool(found)),
        number=address.number,
        older=older,
        newer=newer,
        counts=counts_of(story, part) if part and found else "",
        script=naming(assets.discussion()),
        style=naming(assets.writing()),
        proof=naming(assets.proof()),
        threads=answered(found, story, is_open),
        quiet_url=_quiet(address.path) if found else "",
    )


def _orders(story: Article, order: str, is_begun: bool) -> list[contexts.Link]:
    """The ways to read it; those that there is something to read in."""
    if not is_begun:
        return []
    links = [contexts.Link(_("Newest first"), page_of(story), order == "newest")]
    oldest = page_of(story, 1) if queries.is_begun(story.pk, 2) else ""
    links += [contexts.Link(_("From the beginning"), oldest)] if oldest else []
    if queries.ranked(story.pk):
        links.append(contexts.Link(_("Most respected"), respected_page_of(story), order == "respected"))
    return links if len(links) > 1 else []


# ── For one reader ─────────────────────────────────────────────────────────────


def read_quietly(story: Article, part: str, voices: Collection[str], now: datetime) -> bytes:
    """A page of a discussion without the words of some voices; never printed. Raises Missing where there is no such page."""
    kind, number = ("discussion-respected", 0) if part == RESPECTED else ("discussion", int(part or 0))
    address = Address(story.language, kind, (str(story.pk),), number=number, path=page_named(story, part))
    with rendering(now, story.language), timezone.override(zone()):
        return render(_quietly((respected if part == RESPECTED else discussion)(address), address.path, voices))


def _quietly(whole: contexts.DiscussionPage, path: str, voices: Collection[str]) -> contexts.DiscussionPage:
    orders = [replace(each, url=_quiet(each.url)) for each in whole.orders]
    threads = [replace(_hushed(each, voices), replies=[_hushed(reply, voices) for reply in each.replies]) for each in whole.threads]
    return replace(whole, threads=threads, orders=orders, older=_quiet(whole.older), newer=_quiet(whole.newer), whole_url=path)


def _hushed(said: contexts.Answered, voices: Collection[str]) -> contexts.Answered:
    return replace(said, words="", passage="", name="", is_hushed=True) if said.voice in voices else said


def _quiet(path: str) -> str:
    """The page for one reader that goes with a printed one."""
    found = PAGE.fullmatch(path)
    return quiet(int(found[2]), found[3] or found[4] or "") if found else ""


register(read_quietly)
