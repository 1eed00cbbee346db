"""Pages that show nothing until their script runs: the story is in their data."""

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from lxml.html import HtmlElement

from .parsing import Page

_TITLES = ("headline", "title", "titre", "name")
_BODIES = (
    "body",
    "content",
    "articleBody",
    "paragraphs",
    "blocks",
    "elements",
    "content_elements",
    "text",
    "html",
    "bodyHtml",
    "body_html",
    "contenu",
    "corps",
)
_TEXTS = ("text", "content", "html", "value", "texte", "quote", "children", "items")
_HEADINGS = ("heading", "header", "subhead", "intertitre", "h2", "h3", "subtitle", "subheading", "title")

Node = dict[str, Any]


def markup(page: Page) -> str | None:
    """The longest article among the data, as plain HTML; nothing if there is none."""
    found = [body for script in page.tree.iter("script") for body in _bodies(script)]
    best = max(found, key=len, default="")
    return best if len(re.sub(r"<[^>]+>", "", best)) > 400 else None


def _bodies(script: HtmlElement) -> list[str]:
    text = script.text or ""
    if (
        script.get("id") != "__NEXT_DATA__"
        and "json" not in (script.get("type") or "")
        and not re.match(r"\s*(window|self)\.[\w.]+\s*=", text)
    ):
        return []
    if "ld+json" in (script.get("type") or ""):
        return []
    start = text.find("{")
    try:
        data, _ = json.JSONDecoder(strict=False).raw_decode(text[start:]) if start >= 0 else (None, 0)
    except (ValueError, RecursionError):
        return []
    return [body for node in _dicts(data) for body in _body_of(node)]


def _dicts(data: Any) -> list[Node]:
    queue, found = [data], []
    for value in queue:
        if len(queue) > 50_000:
            break
        if isinstance(value, dict):
            found.append(value)
            queue += value.values()
        elif isinstance(value, list):
            queue += value
    return found


def _body_of(node: Node) -> Iterator[str]:
    if not any(isinstance(node.get(name), (str, dict)) for name in _TITLES):
        return
    for name in _BODIES:
        value = node.get(name)
        if isinstance(value, str) and len(value) > 300:
            yield (
                value
                if "<" in value
                else "".join(f"<p>{escape(part)}</p>" for part in value.split("\n") if part.strip())
            )
        elif isinstance(value, list) and len(value) > 1:
            yield "".join(_part(part) for part in value)


def _part(part: Any, depth: int = 0) -> str:
    """One element of a body: a string, or a node with a type and a text."""
    if isinstance(part, str):
        return part if part.lstrip().startswith("<") else f"<p>{escape(part)}</p>"
    if not isinstance(part, dict) or depth > 6:
        return ""
    kind = str(
        part.get("type")
        or part.get("_type")
        or part.get("__typename")
        or part.get("kind")
        or part.get("style")
        or "paragraph"
    ).lower()
    inner = _inner(part, depth)
    if not inner:
        return ""
    if (
        any(word in kind for word in ("image", "photo", "video", "ad", "related", "newsletter", "embed", "promo"))
        and "head" not in kind
    ):
        return ""
    return _tagged(kind, inner, part)


def _tagged(kind: str, inner: str, part: Node) -> str:
    if "quote" in kind or "citation" in kind:
        said = part.get("speaker") or part.get("author") or part.get("attribution") or part.get("citation") or ""
        return (
            f"<blockquote><p>{inner}</p>"
            + (f"<cite>{escape(str(said))}</cite>" if isinstance(said, str) and said else "")
            + "</blockquote>"
        )
    if any(word in kind for word in _HEADINGS):
        return f"<h2>{inner}</h2>"
    if "list" in kind:
        return f"<ul>{inner}</ul>"
    return inner if inner.lstrip().startswith(("<p", "<ul", "<h", "<blockquote")) else f"<p>{inner}</p>"


def _inner(part: Node, depth: int) -> str:
    for name in _TEXTS:
        value = part.get(name)
        if isinstance(value, str) and value.strip():
            return value if "<" in value else escape(value)
        if isinstance(value, list) and value:
            if name == "items":
                return "".join(f"<li>{re.sub('</?p>', '', _part(one, depth + 1))}</li>" for one in value)
            return "".join(re.sub("</?p>", "", _part(one, depth + 1)) for one in value)
    return ""
