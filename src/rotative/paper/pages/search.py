"""Search: the one page of the paper that depends on what is asked, so it is never printed."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rotative.masthead.queries import zone
from rotative.newsroom import queries
from rotative.newsroom.models import Article
from rotative.paper import cards, contexts, setter
from rotative.paper.addresses import Address
from rotative.paper.head import head
from rotative.paper.pages.panels import subjects_of_the_day
from rotative.paper.printing import render
from rotative.paper.site import elsewhere, paths, site
from rotative.press.rendering import current, rendering
from rotative.record import company
from rotative.search.index import Found, index

PAGE = 10
ACTORS = 5


def answer(address: Address, asked: str, number: int, now: datetime) -> bytes:
    """The page of results for what a reader asked."""
    with rendering(now, address.language), timezone.override(zone()):
        return render(build(" ".join(asked.split())[:200], max(number, 1)))


def build(query: str, number: int) -> contexts.SearchPage:
    language = current().language
    found = _found(query, language, number)
    if found.total and number > _pages(found.total):  # a page that is not reached is the last
        number = _pages(found.total)
        found = _found(query, language, number)
    return contexts.SearchPage(
        site=site(versions=elsewhere(lambda there: there.single("search"))),
        head=replace(head(_("Search"), paths().single("search")), robots="noindex"),
        query=query,
        actors=_actors(query, language) if number == 1 else [],
        results=_results(found),
        total=found.total,
        suggestions=subjects_of_the_day(),
        pager=_pager(query, number, found.total),
    )


def _actors(query: str, language: str) -> list[contexts.Link]:
    """The pages of those whom the words name."""
    return [contexts.Link(setter.text(actor.name), paths().listed("actor", actor.slug)) for actor in company.named(query, language)[:ACTORS]]


def _found(query: str, language: str, number: int) -> Found:
    return index().search(query, language, (number - 1) * PAGE, PAGE) if query else Found(0, [])


def _pages(total: int) -> int:
    return max(ceil(total / PAGE), 1)


def _results(found: Found) -> list[SafeString]:
    stories = queries.stories([hit.id for hit in found.hits])
    queries.enrich(list(stories.values()))
    return [_result(stories[pk], passage) for pk, passage in found.hits if pk in stories]


def _result(article: Article, passage: str) -> SafeString:
    card: Any = cards.context(article, "result", setter.html(passage))  # (the index has escaped it)
    return cards.through_template(card)


def _pager(query: str, number: int, total: int) -> contexts.Pager:
    pages = _pages(total)
    return contexts.Pager(
        newer=_page(query, number - 1) if number > 1 else "",
        older=_page(query, number + 1) if number < pages else "",
        number=number,
        total=pages,
    )


def _page(query: str, number: int) -> str:
    return "?" + urlencode({"q": query, **({"page": number} if number > 1 else {})})
