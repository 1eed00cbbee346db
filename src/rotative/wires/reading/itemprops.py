"""Microdata and RDFa: what elements say by `itemprop` or `property`."""

from typing import Any

from lxml.html import HtmlElement

from .claims import Claims
from .names import has_word
from .parsing import Page
from .wording import clean

_FIELDS = {
    "headline": ("headline", "title"),
    "authors": ("author", "creator"),
    "editor": ("editor",),
    "published": ("datepublished", "issued", "date", "created"),
    "section": ("articlesection", "genre"),
    "standfirst": ("alternativeheadline", "abstract"),
    "outlet": ("publisher",),
    "language": ("inlanguage",),
    "topics": ("keywords",),
    "canonical": ("mainentityofpage", "url"),
}
_WANTED = {name: field for field, names in _FIELDS.items() for name in names}
_TYPES = ("article", "blogposting", "report", "newsitem")


def claim(page: Page, claims: Claims) -> None:
    """Add what the article's own scope says; other scopes (comments, related) are not asked."""
    scope = _scope(page)
    if scope is None:
        return
    gathered: dict[str, list[str | None]] = {}
    for element in scope.iter():
        for name in _properties(element):
            field = _WANTED.get(name)
            if field and not _in_another(element, scope):
                gathered.setdefault(field, []).append(_value(element))
    for field, said in gathered.items():
        values: list[Any] = [value for value in dict.fromkeys(said) if value]
        if field == "topics":
            values = [part.strip() for value in values for part in value.split(",") if part.strip()]
        if field == "canonical":
            values = [page.absolute(value) for value in values]
        claims.add(field, values if field in ("authors", "topics") else next(iter(values), None), "microdata")


def _scope(page: Page) -> HtmlElement | None:
    """The first element typed as an article; RDFa without type counts as the page."""
    typed = [element for element in page.tree.iter() if isinstance(element.tag, str) and _is_article(element)]
    if typed:
        return max(typed[:20], key=lambda element: sum(len(p.text_content()) for p in element.iter("p")))
    has_rdfa = any(
        element.get("property", "").startswith(("dc:", "schema:", "dcterms:"))
        for element in page.tree.iter("span", "div", "h1", "h2")
    )
    return page.tree if has_rdfa else None


def _is_article(element: HtmlElement) -> bool:
    said = f"{element.get('itemtype', '')} {element.get('typeof', '')}".lower()
    return any(part.endswith(_TYPES) for part in said.split())


def _properties(element: HtmlElement) -> list[str]:
    if not isinstance(element.tag, str) or (
        element.tag == "meta" and element.get("itemprop") is None and ":" not in element.get("property", "")
    ):
        return []
    said = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower()
    return [] if "og:" in said or "article:" in said else [name.rsplit(":", 1)[-1] for name in said.split()]


def _in_another(element: HtmlElement, scope: HtmlElement) -> bool:
    """Inside a scope of its own (a comment, a related story, the author's works)."""
    for above in element.iterancestors():
        if above is scope:
            return False
        if (
            above.get("itemprop") == "comment"
            or _is_article(above)
            or has_word(above, "comment", "comments", "related")
        ):
            return True
    return False


def _value(element: HtmlElement) -> str | None:
    named = next(
        (
            part
            for part in element.iter()
            if isinstance(part.tag, str) and part is not element and "name" in _properties(part)
        ),
        None,
    )
    source = element if named is None else named
    return (
        clean(
            source.get("content")
            or source.get("datetime")
            or source.get("href" if source.tag == "link" else "itemid")
            or (source.text_content() if source.tag != "meta" else "")
        )[:1000]
        or None
    )
