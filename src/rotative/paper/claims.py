"""What machines are told of statements: schema.org's Quotation for words between marks, Claim for words reported, ClaimReview."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from rotative.masthead.models import Masthead
from rotative.newsroom.models import Article
from rotative.paper.contexts import Checked, Said
from rotative.paper.site import absolute
from rotative.press.rendering import now
from rotative.record.models import Actor, Statement

KINDS = {Actor.Kind.PERSON: "Person", Actor.Kind.BODY: "Organization", Actor.Kind.PLACE: "Organization"}  # a place that speaks is its government
WIKIDATA = "https://www.wikidata.org/entity/"


def within(rows: Iterable[Statement], said: Mapping[int, Said]) -> dict[str, list[dict[str, Any]]]:
    """The statements of a story, as properties of it: quotations are parts of it, claims are mentioned."""
    told = [(row, _what(row, said[row.pk])) for row in rows if row.pk in said]
    return {"hasPart": [data for row, data in told if _is_quotation(row)], "mentions": [data for row, data in told if not _is_quotation(row)]}


def alone(row: Statement, said: Said, story: Article) -> dict[str, Any]:
    """A statement with an address of its own."""
    source = {"@type": "NewsArticle", "url": absolute(story.address), "headline": story.title}
    dated = {"dateCreated": row.said_from.isoformat() if row.said_from else None, "datePublished": story.first_published_at.isoformat(), "inLanguage": row.language}
    return _what(row, said) | dated | ({"isPartOf": source} if _is_quotation(row) else {"appearance": source})


def review(story: Article, checked: Checked, paper: Masthead) -> dict[str, Any]:
    """What a fact-check found, as search engines and the explorers of fact-checks read it (standards, 1.2)."""
    scale = {"ratingValue": checked.step, "bestRating": 5, "worstRating": 1} if checked.step else {}
    source = {"@type": "CreativeWork", "url": checked.url} if checked.url else None
    claim = {"@type": "Claim", "author": {"@type": "Thing", "name": checked.by}, "datePublished": checked.when.isoformat() if checked.when else None, "appearance": source}
    return {
        "@type": "ClaimReview",
        "url": absolute(story.address),
        "claimReviewed": checked.claim,
        "datePublished": timezone.localtime(story.first_published_at or now()).date().isoformat(),
        "author": {"@type": "NewsMediaOrganization", "@id": f"{absolute('/')}#paper", "name": paper.name, "url": absolute("/")},
        "reviewRating": {"@type": "Rating", **scale, "alternateName": checked.verdict},
        "itemReviewed": {key: value for key, value in claim.items() if value},
        "inLanguage": story.language,
    }


def _what(row: Statement, said: Said) -> dict[str, Any]:
    who = _who(row, said)
    data: dict[str, Any] = {"@type": "Quotation" if _is_quotation(row) else "Claim", "@id": absolute(said.url), "url": absolute(said.url), "text": said.said}
    if who is None:
        return data | {"creditText": said.who}
    return data | ({"spokenByCharacter": who, "creator": who} if _is_quotation(row) else {"author": who})


def _is_quotation(row: Statement) -> bool:
    return row.mode == Statement.Mode.DIRECT


def _who(row: Statement, said: Said) -> dict[str, Any] | None:
    """None for a source without a name: a machine would take its description for one."""
    if row.actor is None:
        return None
    actor = {"@type": KINDS[Actor.Kind(row.actor.kind)], "name": row.actor.name}
    actor |= {"url": absolute(said.who_url)} if said.who_url else {}
    return actor | ({"sameAs": WIKIDATA + row.actor.wikidata} if row.actor.wikidata else {})
