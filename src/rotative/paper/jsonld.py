"""Structured data for machines (schema.org, as JSON-LD)."""
from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from rotative.masthead.models import Masthead
from rotative.masthead.queries import profiles
from rotative.newsroom.models import Article
from rotative.paper import contexts
from rotative.paper.site import absolute, paths
from rotative.press.rendering import current
from rotative.record.models import Actor

TYPES = {
    "news": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "interview": "NewsArticle",
    "report": "ReportageNewsArticle",
    "fact-check": "NewsArticle",
    "sponsored": "AdvertiserContentArticle",
    "satire": "SatiricalArticle",
}
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def dump(data: dict[str, Any]) -> SafeString:
    """JSON that can stand in a script element whatever it holds."""
    kept = {key: value for key, value in {"@context": "https://schema.org", **data}.items() if value not in (None, "", [], ())}
    return mark_safe(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))  # noqa: S308


def organisation(paper: Masthead) -> dict[str, Any]:
    """The paper as a NewsMediaOrganization, each policy an address (Trust Project, JTI)."""
    to = paths()
    return {
        "@type": "NewsMediaOrganization",
        "@id": f"{absolute('/')}#paper",
        "name": paper.name,
        "url": absolute(to.front),
        "foundingDate": str(paper.founded) if paper.founded else "",
        "publishingPrinciples": absolute(to.single("principles")),
        "correctionsPolicy": absolute(to.single("corrections")),
        "ownershipFundingInfo": absolute(to.single("funding")),
        "unnamedSourcesPolicy": absolute(to.single("principles")),
        "masthead": absolute(to.single("staff")),
        "sameAs": [url for _name, url in profiles()],
    }


def crumbs(links: Sequence[contexts.Link]) -> dict[str, Any]:
    items = [{"@type": "ListItem", "position": place, "name": link.text, "item": absolute(link.url)} for place, link in enumerate(links, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def article(story: Article, page: contexts.ArticlePage, paper: Masthead, image: Any = None, said: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A story with all its authors (standards, 1.2). said: what is told of statements in it, as properties."""
    return {
        "@type": TYPES.get(story.genre, "NewsArticle"),
        "mainEntityOfPage": absolute(story.address),
        "headline": story.title,
        "description": page.standfirst,
        "datePublished": page.published.isoformat(),
        "dateModified": (page.updated or page.published).isoformat(),
        "author": [_author(person) for person in page.authors] or _outlet(story) or {"@id": f"{absolute('/')}#paper"},
        "editor": _author(page.editor) if page.editor else None,
        "publisher": {"@type": "NewsMediaOrganization", "@id": f"{absolute('/')}#paper", "name": paper.name, "url": absolute("/")},
        "image": _image(image),
        "articleSection": page.section.text if page.section else "",
        "keywords": [topic.text for topic in page.topics],
        "dateline": page.dateline,
        "wordCount": story.word_count,
        "inLanguage": current().language,
        "isAccessibleForFree": True,
        "sponsor": {"@type": "Organization", "name": page.sponsored_by} if page.sponsored_by else None,
        "isBasedOn": story.outlet_url,
        "correction": [_correction(each) for each in page.corrections],
        "speakable": {"@type": "SpeakableSpecification", "cssSelector": [".speakable"]},
        **(said or {}),
    }


def actor(shown: Actor, path: str, role: str, names: Sequence[str], portrait: contexts.Picture | None = None) -> dict[str, Any]:
    """The page of somebody whom the paper reports on."""
    entity = {
        "@type": {"person": "Person", "body": "Organization", "place": "Place"}[shown.kind],
        "name": shown.name,
        "alternateName": list(names),
        "jobTitle": role if shown.kind == "person" else "",
        "sameAs": f"https://www.wikidata.org/entity/{shown.wikidata}" if shown.wikidata else "",
        "image": _portrait(portrait) if portrait else None,
    }
    return {
        "@type": "ProfilePage",
        "url": absolute(path),
        "inLanguage": current().language,
        "publisher": {"@id": f"{absolute('/')}#paper"},
        "mainEntity": {name: value for name, value in entity.items() if value},
    }


def _portrait(shown: contexts.Picture) -> dict[str, Any]:
    found = {"url": absolute(shown.url), "width": shown.width, "height": shown.height, "caption": shown.alt, "creditText": shown.credit}
    return {"@type": "ImageObject", **{name: value for name, value in found.items() if value}}


def _author(person: contexts.Person) -> dict[str, Any]:
    named = {"@type": "Person", "name": person.name}
    return {**named, "url": absolute(person.url)} if person.url else named


def _outlet(story: Article) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": story.outlet} if story.outlet else None


def _image(size: Any) -> list[dict[str, Any]]:
    if size is None:
        return []
    return [{"@type": "ImageObject", "url": absolute(size.url), "width": size.width, "height": size.height}]


def _correction(line: contexts.Correction) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": strip_tags(line.text), "datePublished": line.when.isoformat()}
