"""What the head of a page says: JSON-LD first, then meta and link, then microdata."""

import re
from urllib.parse import urlsplit, urlunsplit

from . import itemprops, jsonld
from .claims import Claims
from .parsing import Page
from .wording import clean, unescape

_META = {
    "headline": (
        "og:title",
        "twitter:title",
        "dc.title",
        "dcterms.title",
        "title",
        "sailthru.title",
        "parsely-title",
        "citation_title",
    ),
    "standfirst": ("og:description", "description", "twitter:description", "dc.description", "sailthru.description"),
    "authors": (
        "author",
        "article:author",
        "og:article:author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "sailthru.author",
        "parsely-author",
        "citation_author",
        "cxenseparse:author",
    ),
    "editor": ("editor", "article:editor"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "datepublished",
        "date",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "dcterms.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
        "og:pubdate",
    ),
    "section": (
        "article:section",
        "og:article:section",
        "section",
        "parsely-section",
        "cxenseparse:section",
        "dc.subject.section",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "al:android:app_name", "copyright"),
    "language": ("og:locale", "content-language", "dc.language"),
    "canonical": ("og:url", "twitter:url", "parsely-link"),
    "picture": ("og:image", "og:image:url", "twitter:image"),
}
_TOPICS = ("article:tag", "og:article:tag", "news_keywords", "keywords", "sailthru.tags", "parsely-tags", "dc.subject")


def gather(page: Page) -> Claims:
    """All that the page says of itself outside of its text."""
    claims = Claims()
    jsonld.claim(page, claims)
    _claim_head(page, claims)
    itemprops.claim(page, claims)
    return claims


def _claim_head(page: Page, claims: Claims) -> None:
    said = _meta(page)
    for field, names in _META.items():
        for name in names:
            _claim_meta(claims, field, said.get(name, []), page)
    _claim_links(page, claims)
    for name in _TOPICS:
        topics = [part.strip() for text in said.get(name, []) for part in re.split(r"[,;]", text) if part.strip()]
        claims.add("topics", topics, "meta")
    claims.add("kind", next(iter(said.get("og:type", [])), None), "meta")
    claims.add("title", next((clean(title.text_content()) for title in page.tree.iter("title")), None), "meta")
    claims.add("language", page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang"), "meta")


def _meta(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").strip().lower()
        content = unescape(meta.get("content") or "")
        if name and content and len(content) < 5000:
            found.setdefault(name, []).append(content)
    return found


def _claim_meta(claims: Claims, field: str, values: list[str], page: Page) -> None:
    if field == "authors":
        claims.add("authors", [value for value in values if not re.match(r"https?://|@", value)], "meta")
        return
    for value in values[:1]:
        claims.add(field, page.absolute(value) if field in ("canonical", "picture") else value, "meta")


def _claim_links(page: Page, claims: Claims) -> None:
    for link in page.tree.iter("link"):
        rel = (link.get("rel") or "").lower().split()
        if "canonical" in rel:
            claims.add("link", page.absolute(link.get("href")), "meta")


def canonical(claims: Claims, page: Page) -> tuple[str | None, bool]:
    """The address the page gives as its own; else the one it came from, as a guess."""
    said = (
        claims.all("link")
        + claims.all("canonical", "meta")
        + claims.all("canonical", "json-ld")
        + claims.all("canonical", "microdata")
    )
    best = next((one for one in said if urlsplit(one).path.strip("/")), None) or next(iter(said), None)
    whole = None if best else page.absolute(page.address)
    return (_tidied(whole), True) if whole else (best, False)


def _tidied(address: str) -> str:
    """Without fragment, and without the marks of who sent the reader."""
    parts = urlsplit(address)
    kept = "&".join(
        part
        for part in parts.query.split("&")
        if part and not re.match(r"(utm_\w+|fbclid|gclid|mc_[ce]id|xtor|at_\w+|ref)=", part)
    )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, kept, ""))
