"""Feeds of every list: Atom (RFC 4287) and RSS 2.0 with whole texts and pictures."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from rotative.masthead.languages import locale_id_of
from rotative.masthead.queries import masthead
from rotative.newsroom import queries
from rotative.newsroom.models import Article, Section
from rotative.paper import addresses, setter
from rotative.paper.addresses import Address
from rotative.paper.body import Body
from rotative.paper.images import address_of_card
from rotative.paper.pages.lists import place
from rotative.paper.printing import file
from rotative.paper.site import absolute, paths
from rotative.press.documents import Missing
from rotative.press.listings import Listing

LENGTH = 20
NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


@file("feed")
def feed(address: Address) -> tuple[bytes, str]:
    """The newest stories of a list, whole."""
    title, path, listing, part = _list_at(address)
    rows = listing.newest(part, LENGTH)
    full = queries.whole([row.pk for row in rows])
    form = {"atom": AtomFeed, "rss": RssFeed}[address.feed]
    made = _empty(form, title, path, address)
    for row in rows:
        _add(made, full[row.pk])
    return made.writeString("utf-8").encode(), made.content_type


def _list_at(address: Address) -> tuple[str, str, Listing[Any], str]:
    """The title, address, listing and part of the list that an address names."""
    here, name = str(locale_id_of(address.language)), masthead().name
    if address.kind == "front":
        return name, paths().front, queries.in_language, here
    finder = {"author": _author, "topic": _topic, "dossier": _dossier, "page": _section}.get(address.kind)
    if finder is None:
        raise Missing(address.path)
    title, path, listing, part = finder(address)
    return f"{title} | {name}", path, listing, part


def _author(address: Address) -> tuple[str, str, Listing[Any], str]:
    found = queries.author_at(address.slug)
    if found is None:
        raise Missing(address.path)
    return found.name, paths().listed("author", found.slug), queries.of_author, f"{found.pk}-{locale_id_of(address.language)}"


def _topic(address: Address) -> tuple[str, str, Listing[Any], str]:
    found = queries.topic_at(address.slug, address.language)
    if found is None:
        raise Missing(address.path)
    return found.name, paths().listed("topic", found.slug), queries.on_topic, str(found.pk)


def _dossier(address: Address) -> tuple[str, str, Listing[Any], str]:
    found = queries.dossier_at(address.slug, address.language)
    if found is None:
        raise Missing(address.path)
    return found.name, paths().listed("dossier", found.slug), queries.in_dossier, str(found.pk)


def _section(address: Address) -> tuple[str, str, Listing[Any], str]:
    found = place(address)
    if not isinstance(found, Section):
        raise Missing(address.path)
    return found.title, found.address, queries.in_section, found.path


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
        author_name=masthead().name,
    )


def _add(made: SyndicationFeed, article: Article) -> None:
    authors = [row.author.name for row in article.bylines.all()]
    made.add_item(
        title=setter.text(article.title),
        link=absolute(article.address),
        description=setter.text(article.standfirst),
        unique_id=_identity(article),
        unique_id_is_permalink=False,
        pubdate=article.first_published_at,
        updateddate=_updated(article),
        categories=[topic.name for topic in article.topics.all()],
        authors=authors,
        html=_html(article),
        picture=address_of_card(article.picture),
        credit=article.picture.credit if article.picture else "",
        caption=article.picture_caption or (article.picture.caption if article.picture else ""),
    )


def _identity(article: Article) -> str:
    """An identifier that stays when the address changes (RFC 4287, 4.2.6; RFC 4151)."""
    host = absolute("").split("//")[1].split(":")[0]
    return f"tag:{host},{article.first_published_at:%Y-%m-%d}:article:{article.pk}"


def _updated(article: Article) -> datetime:
    """The last substantive change; a silent mend does not call readers back."""
    return max([article.first_published_at, *([article.updated_at] if article.updated_at else []), *(row.when for row in article.corrections.all())])


def _html(article: Article) -> str:
    corrections = [(timezone.localtime(row.when), row) for row in article.corrections.all()]
    context = {"essentials": [setter.text(each["value"]) for each in article.essentials.raw_data]}
    blocks = [block for block in Body(article).blocks() if block.kind not in ("pull", "related")]
    origin = _("First published by %(outlet)s.") % {"outlet": article.outlet} if article.rights != "own" and article.outlet else ""
    return render_to_string("paper/feed_item.html", {**context, "blocks": blocks, "corrections": corrections, "origin": origin, "site": {"language": article.language}})


class RssFeed(Rss201rev2Feed):
    """RSS 2.0 with content:encoded, dc:creator and Media RSS (standards, 1.4)."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **NAMESPACES}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author)
        handler.addQuickElement("content:encoded", item["html"])
        _add_media(handler, item)


class AtomFeed(Atom1Feed):
    """Atom with whole texts, every author, and Media RSS."""

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

    def latest_post_date(self) -> datetime:
        """A feed without stories is as old as the epoch: the same bytes until there is one."""
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=timezone.get_fixed_timezone(0))


def _add_media(handler: Any, item: dict[str, Any]) -> None:
    size = item["picture"]
    if size is None:
        return
    shape = {"url": absolute(size.url), "medium": "image", "type": "image/jpeg", "width": str(size.width), "height": str(size.height)}
    handler.startElement("media:content", shape)
    if item["caption"]:
        handler.addQuickElement("media:description", item["caption"])
    if item["credit"]:
        handler.addQuickElement("media:credit", item["credit"], {"role": "photographer"})
    handler.endElement("media:content")


