"""Feeds of every list: Atom (RFC 4287) and RSS 2.0 with whole texts and pictures."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.feedgenerator import SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext as _

from rotative.masthead.languages import locale_id_of
from rotative.masthead.printable import all_printable, printable
from rotative.masthead.queries import masthead
from rotative.newsroom import queries
from rotative.newsroom.models import Article, Section
from rotative.paper import addresses, setter
from rotative.paper.addresses import Address
from rotative.paper.body import Body
from rotative.paper.files import outside, said_in_feeds
from rotative.paper.files.feed_forms import FORMS, tag, written
from rotative.paper.images import address_of_card
from rotative.paper.pages import actors
from rotative.paper.pages.lists import place
from rotative.paper.printing import file
from rotative.paper.site import absolute, paths
from rotative.press.documents import Missing
from rotative.press.keys import key_of
from rotative.press.listings import Listing
from rotative.press.pieces import facts, made_by, taken
from rotative.press.rendering import current, stand_on
from rotative.record.queries import said_by

LENGTH = 20


class Fed(NamedTuple):
    """The list that a feed is of. Unless ``may_be_empty``, there is no feed before the first story, as there is no page.

    entries: what its rows are in a feed; stories, unless told.
    """

    title: str
    path: str
    listing: Listing[Any]
    part: str
    may_be_empty: bool = True
    entries: Callable[[list[Any]], Iterable[dict[str, Any]]] | None = None


@file("feed")
def feed(address: Address) -> tuple[bytes, str]:
    """The newest stories of a list, whole; of an actor, what it said."""
    fed = _list_at(address)
    rows = fed.listing.newest(fed.part, LENGTH)
    if not (rows or fed.may_be_empty):
        raise Missing(address.path)
    made = _empty(FORMS[address.feed], fed.title, fed.path, address)
    for entry in (fed.entries or _entries)(rows):
        made.add_item(**entry)
    return made.writeString("utf-8").encode(), made.content_type


def _list_at(address: Address) -> Fed:
    """The list that an address names. Raises Missing."""
    here, name = str(locale_id_of(address.language)), masthead().name
    if address.kind == "front":
        return Fed(name, paths().front, queries.in_language, here)
    finder = {"author": _author, "topic": _topic, "dossier": _dossier, "actor": _actor, "page": _section}.get(address.kind)
    if finder is None:
        raise Missing(address.path)
    found = finder(address)
    return found._replace(title=f"{found.title} | {name}")


def _author(address: Address) -> Fed:
    found = queries.author_at(address.slug)
    if found is None:
        raise Missing(address.path)
    return Fed(found.name, paths().listed("author", found.slug), queries.of_author, f"{found.pk}-{locale_id_of(address.language)}", found.on_staff)


def _topic(address: Address) -> Fed:
    found = queries.topic_at(address.slug, address.language)
    if found is None:
        raise Missing(address.path)
    return Fed(found.name, paths().listed("topic", found.slug), queries.on_topic, str(found.pk), may_be_empty=False)


def _dossier(address: Address) -> Fed:
    found = queries.dossier_at(address.slug, address.language)
    if found is None:
        raise Missing(address.path)
    return Fed(found.name, paths().listed("dossier", found.slug), queries.in_dossier, str(found.pk), may_be_empty=False)


def _actor(address: Address) -> Fed:
    found = actors.known(address)
    part = f"{found.pk}-{address.language}"
    return Fed(found.name, paths().listed("actor", found.slug), said_by, part, entries=said_in_feeds.entries)


def _section(address: Address) -> Fed:
    found = place(address)
    if not isinstance(found, Section):
        raise Missing(address.path)
    return Fed(found.title, found.address, queries.in_section, found.path)


def _empty(form: type[SyndicationFeed], title: str, path: str, address: Address) -> Any:
    text = masthead().text(address.language)
    own = absolute(addresses.feed(path, address.feed))
    return form(
        title=setter.text(title),
        link=absolute(path),
        description=setter.text(text.description or text.motto) or setter.text(title),
        language=address.language,
        feed_url=own,
        feed_guid=own,
        author_name=printable(masthead().name),
    )


def _entries(rows: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """The entries of some stories: each a piece, so that what a feed does not show leaves the feed as it is."""
    # In the page's language: a list of one may hold a story of another, and it is set as the list is.
    keys = {row.pk: f"entry:{key_of(row)}:{current().language}" for row in rows}
    full = queries.whole([pk for pk, key in keys.items() if key not in current().shared])
    for pk, key in keys.items():
        yield taken(key, lambda pk=pk: _entry(full[pk]))


@made_by("entry", is_plain=True)
def _again(rest: str) -> None:
    pk = int(rest.split(":")[1])
    found = queries.whole([pk]).get(pk)
    if found:
        taken(f"entry:{rest}", lambda: _entry(found))


def _entry(article: Article) -> dict[str, Any]:
    stand_on(key_of(article))
    for each in [*(row.author for row in article.bylines.all()), *article.topics.all()]:
        facts(each, "name")
    if article.picture:
        stand_on(key_of(article.picture))
    card = address_of_card(article.picture)
    said = {
        "title": setter.text(article.title),
        "link": absolute(article.address),
        "description": escape(setter.text(article.standfirst)),
        "unique_id": tag("article", article.pk),
        "unique_id_is_permalink": False,
        "pubdate": article.first_published_at,
        "updateddate": article.updated_at or article.first_published_at,
        "categories": [topic.name for topic in article.topics.all()],
        "authors": [row.author.name for row in article.bylines.all()],
        "html": _html(article),
        "picture": card and {"url": absolute(card.url), "width": str(card.width), "height": str(card.height)},
        "credit": article.picture.credit if article.picture else "",
        "caption": article.picture_caption or (article.picture.caption if article.picture else ""),
    }
    return written(dict(all_printable(said)))


def _html(article: Article) -> str:
    corrections = [(timezone.localtime(row.when), row) for row in article.corrections.all()]
    context = {"essentials": [setter.text(each["value"]) for each in article.essentials.raw_data]}
    blocks = [block for block in Body(article).blocks() if block.kind not in ("pull", "related")]
    origin = _("First published by %(outlet)s.") % {"outlet": article.outlet} if article.rights != "own" and article.outlet else ""
    html = render_to_string("paper/feed_item.html", {**context, "blocks": blocks, "corrections": corrections, "origin": origin, "site": {"language": article.language}})
    return outside.absolute(html, absolute(article.address))
