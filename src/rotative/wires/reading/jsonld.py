"""The article that a page describes in JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from .claims import Claims
from .parsing import Page
from .wording import alike, unescape

_ARTICLES = re.compile(r"(Article|BlogPosting|LiveBlogPosting|Report|NewsItem|SocialMediaPosting)$")
_MOST = 5000

Node = dict[str, Any]


def claim(page: Page, claims: Claims) -> None:
    """Add what the JSON-LD says of the article, and of the paper."""
    nodes = [node for script in _scripts(page) for node in _nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _article(nodes, page)
    if article:
        _claim_article(_Reader(article, by_id), page, claims)
    for node in nodes:
        if "BreadcrumbList" in _types(node):
            claims.add("trail", _trail(node, by_id), "json-ld")
        if _types(node) & {"NewsMediaOrganization", "WebSite"}:
            claims.add("outlet", _Reader(node, by_id).text("name"), "json-ld site")


class _Reader:
    """One node, with references to others followed."""

    def __init__(self, node: Node, by_id: dict[str, Node]):
        self.node, self.by_id = node, by_id

    def values(self, name: str) -> list[Any]:
        value = self.node.get(name)
        many = value if isinstance(value, list) else [value]
        return [self._followed(one) for one in many[:100] if one not in (None, "", {})]

    def _followed(self, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.by_id.get(value["@id"], value)
        return value

    def texts(self, name: str) -> list[str]:
        return [text for text in map(_text, self.values(name)) if text]

    def text(self, name: str) -> str | None:
        return next(iter(self.texts(name)), None)


def _claim_article(article: _Reader, page: Page, claims: Claims) -> None:
    for field, names in {
        "headline": ("headline", "name"),
        "standfirst": ("alternativeHeadline", "description"),
        "published": ("datePublished", "dateCreated"),
        "language": ("inLanguage",),
        "outlet": ("publisher", "sourceOrganization"),
        "body": ("articleBody",),
        "section": ("articleSection",),
    }.items():
        for name in names:
            claims.add(field, article.text(name), "json-ld")
    for name in ("author", "creator"):
        claims.add("authors", [text for text in article.texts(name) if not text.startswith("http")], "json-ld")
    claims.add("editor", article.text("editor"), "json-ld")
    claims.add("topics", [topic for text in article.texts("keywords") for topic in _listed(text)], "json-ld")
    for name in ("url", "mainEntityOfPage", "@id"):
        claims.add(
            "canonical", page.absolute(next((_address(value) for value in article.values(name)), None)), "json-ld"
        )
    for value in article.values("image"):
        claims.add("picture", page.absolute(_address(value)), "json-ld")
    claims.add("paywall", str(article.node.get("isAccessibleForFree")).lower() == "false", "json-ld")


def _scripts(page: Page) -> Iterator[Any]:
    for script in page.tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            data = _loaded(script.text or "")
            if data is not None:
                yield data


def _loaded(text: str) -> Any:
    """JSON as sites write it: in comments or CDATA, with line breaks and commas astray."""
    text = (
        re.sub(
            r"^\s*(<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*$",
            "",
            text.strip(),
        )
        .strip()
        .rstrip(";")
    )
    for attempt in (text, re.sub(r",\s*([\]}])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> list[Node]:
    """Every object of the graph, breadth first and not too many."""
    queue, found = [data], []
    for value in queue:
        if len(queue) > _MOST:
            break
        if isinstance(value, dict):
            found.append(value)
            queue += [part for part in value.values() if isinstance(part, (dict, list))]
        elif isinstance(value, list):
            queue += [part for part in value if isinstance(part, (dict, list))]
    return found


def _types(node: Node) -> set[str]:
    said = node.get("@type")
    return {str(one).rsplit("/", 1)[-1] for one in (said if isinstance(said, list) else [said]) if one}


def _article(nodes: list[Node], page: Page) -> Node | None:
    """The article of this page: with a headline, rather one that bears its h1, rather the first."""
    articles = [
        node
        for node in nodes
        if any(_ARTICLES.search(name) for name in _types(node))
        and (node.get("headline") or node.get("articleBody") or node.get("name"))
    ]
    shown = [" ".join(h1.itertext()) for h1 in list(page.tree.iter("h1"))[:5]]
    own = [
        node for node in articles if any(alike(_text(node.get("headline") or node.get("name")), text) for text in shown)
    ]
    links = [
        node
        for node in articles
        if page.address and urlsplit(_address(node.get("url")) or "").path == urlsplit(page.address).path != ""
    ]
    return next(iter(own or links or articles), None)


def _text(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("headline") or value.get("@value") or value.get("text")
        value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return (
        (value.strip() if "\n" in value.strip() and len(value) > 400 else unescape(value)) or None
        if isinstance(value, str)
        else None
    )


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id") or value.get("contentUrl")
        value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, str) and not value.startswith("#") else None


def _listed(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]", text) if part.strip()]


def _trail(node: Node, by_id: dict[str, Node]) -> list[str]:
    """The names of a breadcrumb, home and the article itself included."""
    steps = [step for step in _Reader(node, by_id).values("itemListElement") if isinstance(step, dict)]
    return [name for name in (_text(step.get("name") or step.get("item")) for step in steps) if name]
