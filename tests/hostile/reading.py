"""A page as a browser parses it: what elements it has, and whether one of them is there that no honest page has."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import html5lib

WORDS = {("p", ()), ("br", ()), ("blockquote", ()), ("a", ("href", "rel"))}  # what a contribution's words may hold
URLS = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "cite", "ping"}
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.I)
HARMLESS = {"http", "https"}
RAW = {"script", "style", "noscript"}
Shape = tuple[str, tuple[str, ...]]


def parsed(page: str) -> Any:
    """As the HTML standard says; svg and math keep their namespace, so that a confusion shows."""
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(page)


def shapes(page: str) -> set[Shape]:
    """Each element with the names of its attributes."""
    return {_shape(each) for each in _elements(parsed(page))}


def strange(page: str, honest: set[Shape]) -> list[str]:
    """What no honest page has: an element, an attribute, an address that runs."""
    tree = parsed(page)
    again = html5lib.serialize(tree, tree="etree", quote_attr_values="always", omit_optional_tags=False, alphabetical_attributes=True)
    return sorted({fault for each in (*_elements(tree), *_elements(parsed(again))) for fault in _faults(each, honest)})


def text(page: str) -> str:
    """What a reader reads of it, and of its fields."""
    tree = parsed(page)
    for each in [each for each in tree.iter() if each.tag in ("script", "style", "template")]:
        each.clear()
    fields = [each.get("value") or "" for each in tree.iter("input")]
    return " ".join(" ".join([*tree.itertext(), *fields]).split())


def _faults(each: Any, honest: set[Shape]) -> Iterator[str]:
    shape = _shape(each)
    if shape not in honest:
        yield f"<{shape[0]} {' '.join(shape[1])}>"
    if each.tag in RAW and "qx7" in "".join(each.itertext()):
        yield f"the words are within <{each.tag}>"
    for name, value in each.attrib.items():
        if str(name).lower().startswith("on") or name == "style":
            yield f"<{each.tag} {name}>"
        scheme = SCHEME.match(re.sub(r"[\x00-\x20]", "", value)) if name in URLS else None
        if scheme and scheme[1].lower() not in HARMLESS:
            yield f"<{each.tag} {name}={value}>"


def _shape(each: Any) -> Shape:
    return each.tag, tuple(sorted(str(name) for name in each.attrib))


def _elements(tree: Any) -> Iterator[Any]:
    return (each for each in tree.iter() if isinstance(each.tag, str))
