"""What valid markup still gets wrong, as faults found in a page: names, labels, headings, nesting, dates, lists.

html5lib finds what a parser must mend. This finds what a parser lets through and the
specification forbids (HTML, 3.2.5 and 4; ARIA in HTML).
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import html5lib

REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for", "list", "headers", "form")
INTERACTIVE = {"a", "button", "details", "embed", "iframe", "label", "select", "textarea", "summary"}
PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "button", "label", "summary", "time", "b", "i", "em", "strong", "small", "mark", "cite", "dfn"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
CHILDREN = {
    "ul": {"li", "script", "template"}, "ol": {"li", "script", "template"}, "dl": {"dt", "dd", "div", "script", "template"}, "tr": {"th", "td"}, "thead": {"tr"},
    "tbody": {"tr"}, "picture": {"source", "img"}, "select": {"option", "optgroup"},
}  # fmt: skip
PARENTS = {"li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "figcaption": {"figure"}, "caption": {"table"}, "legend": {"fieldset"}, "summary": {"details"}}
DATE = r"\d{4}-\d\d-\d\d"
TIME = re.compile(rf"{DATE}|{DATE}[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?|\d\d:\d\d|\d{{4}}-\d\d|\d{{4}}")
BLANK = {"href", "src", "id", "action", "datetime", "hreflang", "lang", "aria-label", "aria-labelledby"}
FIELDS = {"input", "select", "textarea"}


def faults_of(page: str) -> list[str]:
    """Every fault of a whole page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    parents = {child: parent for parent in tree.iter() for child in parent}
    finders = (_ids, _references, _nesting, _images, _headings, _fields, _lists, _times, _blanks)
    parsed = [f"parser: {error[1]} at {error[0]}" for error in parser.errors]
    return parsed + [fault for find in finders for fault in find(tree, parents)]


def _elements(tree: Any) -> Iterator[Any]:
    return (each for each in tree.iter() if isinstance(each.tag, str))


def _ids(tree: Any, parents: Any) -> Iterator[str]:
    times = Counter(each.get("id") for each in _elements(tree) if each.get("id") is not None)
    yield from (f"id {name!r} is there {number} times" for name, number in times.items() if number > 1)
    yield from (f"id {name!r} holds a space" for name in times if re.search(r"\s", name))


def _references(tree: Any, parents: Any) -> Iterator[str]:
    ids = {each.get("id") for each in _elements(tree)}
    for each in _elements(tree):
        named = [(key, name) for key in REFERENCES for name in (each.get(key) or "").split()]
        href = each.get("href") or ""
        named += [("href", href[1:])] if each.tag == "a" and href.startswith("#") and len(href) > 1 else []
        yield from (f"<{each.tag}> {key} names {name!r}, which is not there" for key, name in named if name not in ids)


def _nesting(tree: Any, parents: Any) -> Iterator[str]:
    for each in _elements(tree):
        above = list(_above(each, parents))
        tags = [parent.tag for parent in above]
        if _is_interactive(each) and any(parent.tag in ("a", "button") or (parent.tag == "label" and each.tag in ("a", "button", "label")) for parent in above):
            yield f"<{each.tag}> is within another that is pressed: {tags}"
        if each.tag in BLOCKS and parents.get(each) is not None and parents[each].tag in PHRASING_ONLY - {"a"}:
            yield f"<{each.tag}> is within <{parents[each].tag}>"
        if each.tag in ("header", "footer") and {"header", "footer"} & set(tags):
            yield f"<{each.tag}> is within another"
        if each.tag == "main" and {"article", "aside", "footer", "header", "nav"} & set(tags):
            yield "<main> is within a part"


def _above(each: Any, parents: Any) -> Iterator[Any]:
    while (each := parents.get(each)) is not None:
        yield each


def _is_interactive(each: Any) -> bool:
    if each.tag == "a":
        return each.get("href") is not None
    return each.tag in INTERACTIVE or (each.tag == "input" and each.get("type") != "hidden") or each.get("tabindex") is not None


def _images(tree: Any, parents: Any) -> Iterator[str]:
    for each in tree.iter("img"):
        if each.get("alt") is None or not each.get("src"):
            yield f"a picture without words or address: {dict(each.attrib)}"
        yield from (f"a picture without {name}: {each.get('src')}" for name in ("width", "height") if not (each.get(name) or "").isdigit())
    for each in tree.iter("source"):
        if not each.get("srcset") or (" " in each.get("srcset") and "w" in each.get("srcset").split()[1] and not each.get("sizes")):
            yield f"sizes of a picture are not said: {dict(each.attrib)}"


def _headings(tree: Any, parents: Any) -> Iterator[str]:
    found = [each for each in _elements(tree) if re.fullmatch("h[1-6]", each.tag) and not any(parent.tag == "dialog" for parent in _above(each, parents))]
    levels = [int(each.tag[1]) for each in found]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    yield from (f"a heading of level {below} follows one of level {above}" for above, below in zip(levels, levels[1:], strict=False) if below - above > 1)
    yield from (f"an empty <{each.tag}>" for each in found if not _named(each))


def _named(each: Any) -> bool:
    words = "".join(each.itertext()).strip()
    return bool(words or each.get("aria-label") or each.get("aria-labelledby") or any(below.get("alt") or below.get("aria-label") for below in each.iter()))


def _fields(tree: Any, parents: Any) -> Iterator[str]:
    labelled = {each.get("for") for each in tree.iter("label")}
    for each in _elements(tree):
        if each.tag in FIELDS and each.get("type") not in ("hidden", "submit", "button"):
            within = any(parent.tag == "label" for parent in _above(each, parents))
            if not (within or each.get("aria-label") or each.get("aria-labelledby") or (each.get("id") and each.get("id") in labelled)):
                yield f"a field without a label: {dict(each.attrib)}"
        if (each.tag == "button" or (each.tag == "a" and each.get("href") is not None)) and not _named(each):
            yield f"<{each.tag}> without a name: {dict(each.attrib)}"


def _lists(tree: Any, parents: Any) -> Iterator[str]:
    for each in _elements(tree):
        allowed = CHILDREN.get(each.tag)
        strangers = {child.tag for child in each if isinstance(child.tag, str)} - allowed if allowed else set()
        yield from (f"<{child}> is a child of <{each.tag}>" for child in strangers)
        if allowed and ((each.text or "").strip() or any((child.tail or "").strip() for child in each)) and each.tag != "select":
            yield f"bare words are in <{each.tag}>"
        above = parents.get(each)
        if each.tag in PARENTS and above is not None and above.tag not in PARENTS[each.tag]:
            yield f"<{each.tag}> is a child of <{above.tag}>"


def _times(tree: Any, parents: Any) -> Iterator[str]:
    for each in tree.iter("time"):
        if not TIME.fullmatch(each.get("datetime") or "".join(each.itertext()).strip()):
            yield f"not a date: {each.get('datetime')!r}"


def _blanks(tree: Any, parents: Any) -> Iterator[str]:
    for each in _elements(tree):
        yield from (f"<{each.tag}> has an empty {name}" for name in BLANK if each.get(name) is not None and not each.get(name).strip())
