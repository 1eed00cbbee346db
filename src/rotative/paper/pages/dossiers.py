"""Topics and dossiers."""
from __future__ import annotations

from typing import Any

from django.utils import timezone

from rotative.newsroom import queries, translations
from rotative.newsroom.models import Author, Dossier
from rotative.paper import contexts, setter
from rotative.paper.addresses import Address, api, follow, numbered
from rotative.paper.cards import deal, load
from rotative.paper.chronicle import chronicle
from rotative.paper.head import head, list_feeds
from rotative.paper.pages.fronts import step
from rotative.paper.pages.pagers import pager, rows_of
from rotative.paper.printing import page
from rotative.paper.site import paths, site
from rotative.press.documents import Missing
from rotative.press.listings import Listing
from rotative.press.rendering import current
from rotative.record.queries import is_dossier_recorded

NEWEST = 4


@page("topic")
def topic(address: Address) -> contexts.TopicPage:
    """What the paper published on a topic; a topic of drafts only is not there yet."""
    found = queries.topic_at(address.slug, address.language)
    if found is None:
        raise Missing(address.path)
    part, path, name = str(found.pk), paths().listed("topic", found.slug), setter.text(found.name)
    rows = rows_of(queries.on_topic, part, address.number)
    if not rows:
        raise Missing(address.path)
    versions = _versions("topic", str(found.translation_key), queries.on_topic)
    translated = {} if address.number else versions
    return contexts.TopicPage(
        site=site(versions=versions),
        head=head(name, numbered(path, address.number), setter.text(found.description), translated, list_feeds(name, path)),
        name=name,
        description=setter.text(found.description),
        cards=deal(rows, "row"),
        count=0 if address.number else queries.on_topic.count(part),
        pager=pager(queries.on_topic, part, path, address.number),
        follow_url=follow("topic", found.pk, address.language),
    )


@page("dossier")
def dossier(address: Address) -> contexts.DossierPage:
    """A running story: its newest articles, then its course; one of drafts only is not there yet."""
    found = queries.dossier_at(address.slug, address.language)
    if found is None or address.number:
        raise Missing(address.path)
    part, path, headline = str(found.pk), paths().listed("dossier", found.slug), setter.headline(found.headline)
    rows = queries.in_dossier.newest(part, 200)
    if not rows:
        raise Missing(address.path)
    newest = rows[:NEWEST]
    load(("lead", newest[:1]), ("plain", newest[1:]))
    versions = _versions("dossier", str(found.translation_key), queries.in_dossier)
    return contexts.DossierPage(
        site=site(versions=versions),
        head=head(setter.text(found.headline), path, setter.text(found.standfirst), versions, list_feeds(setter.text(found.name), path), programs=_programs(found)),
        headline=headline,
        label=setter.text(found.name),
        standfirst=setter.text(found.standfirst),
        authors=[_follower(row.author, address.language) for row in found.followed_by.all()],
        cards=deal(newest[:1], "lead", True) + deal(newest[1:], "plain", True),
        chronology=[step(row) for row in rows],
        count=queries.in_dossier.count(part),
        since=timezone.localtime(rows[-1].first_published_at) if rows else None,
        updated=timezone.localtime(rows[0].first_published_at) if rows else None,
        record=chronicle(found.pk),
        follow_url=follow("dossier", found.pk, address.language),
    )


def _versions(kind: str, key: str, listing: Listing[Any]) -> dict[str, str]:
    """Where a topic or a dossier is in the other languages that have a story of it."""
    there = ((code, slug, pk) for code, slug, pk in translations.subjects_like(kind, key) if code != current().language)
    return {code: paths(code).listed(kind, slug) for code, slug, pk in there if listing.count(str(pk))}


def _programs(found: Dossier) -> str:
    """Where what is recorded in a dossier is told to programs, if anything is."""
    return api(found.language, "dossier", found.slug) if is_dossier_recorded(found.pk) else ""


def _follower(author: Author, language: str) -> contexts.Person:
    """Who follows a dossier, without a link where readers find no page of theirs."""
    is_there = author.on_staff or queries.has_page(author.pk, language)
    return contexts.Person(author.name, paths().listed("author", author.slug) if is_there else "")
