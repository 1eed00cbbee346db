"""From text to a tree that is safe to walk: bounded in depth, width and size."""

import itertools
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from .story import Warned
from .unreadable import Unreadable

_MARKUP = re.compile(
    r"<(!doctype html|html|head|body|div|p|article|main|section|table|span|h[1-6]|meta|title|br|a)\b[^<]{0,3000}>", re.I
)
_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*+)(?>(?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*)>""")
_CROWDED = 300
_MOST_TAGS = 60_000
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.I)
_CLOSING = re.compile(r"</(html|body)\s*>", re.I)
_DANGLING = re.compile(r"<[a-zA-Z/!][^<>]*$")


@dataclass
class Page:
    """A parsed page; `elements` keeps every element alive, so that identity holds."""

    tree: HtmlElement
    source: str
    address: str | None
    warnings: list[str] = field(default_factory=list)
    elements: list[HtmlElement] = field(default_factory=list)

    def absolute(self, link: str | None) -> str | None:
        """The link as a whole http address, or nothing."""
        try:
            whole = urljoin(self.address or "", (link or "").strip())
            parts = urlsplit(whole)
        except ValueError:
            return None
        return whole if parts.scheme in ("http", "https") and parts.hostname else None


def is_markup(text: str) -> bool:
    """Whether this is a page rather than the plain text of one."""
    return len(_MARKUP.findall(text[:200_000])) >= 2


def parse(text: str, address: str | None = None) -> Page:
    """The page as a tree, with what its making shows: where from, whether whole."""
    saved = _SAVED_FROM.search(text[:5000])
    text, cut = _within_reason(text)
    tree, warnings = _tree(_thinned(text))
    page = Page(tree, text, address or (saved[1] if saved else None), warnings)
    page.elements = list(tree.iter())
    if cut:
        page.warnings.append(Warned("too_long"))
    elif _is_cut(text):
        page.warnings.append(Warned("truncated"))
    return page


def _within_reason(text: str) -> tuple[str, bool]:
    """At most so many tags: no page of an article has more."""
    if text.count("<") <= _MOST_TAGS:
        return text, False
    found = itertools.islice(re.finditer("<", text), _MOST_TAGS, None)
    return text[: next(found).start()], True


def _thinned(text: str) -> str:
    """Tags with hundreds of attributes lose them: the parser compares each with all."""
    whole, rest = text[: text.rfind(">") + 1], text[text.rfind(">") + 1 :]
    whole = _TAG.sub(_bare_if_crowded, whole.replace("\0", ""))
    return whole + ("" if rest.lstrip().startswith("<") else rest.split("<")[0])


def _bare_if_crowded(tag: re.Match[str]) -> str:
    said = tag[0]
    crowded = len(said) > _CROWDED and said.count("=") + said.count(" ") > _CROWDED
    return f"<{tag[1]}>" if crowded else said


def _tree(text: str) -> tuple[HtmlElement, list[str]]:
    """Shallow first, then deeper; a page deeper still is read as far as it goes."""
    for huge in (False, True):
        parser = lxml.html.HTMLParser(huge_tree=huge, encoding="utf-8", remove_pis=True)
        try:
            tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError) as error:
            raise Unreadable("no_article") from error
        if not any("Excessive depth" in entry.message for entry in parser.error_log):
            return tree, []
    return tree, [Warned("too_deep")]


def _is_cut(text: str) -> bool:
    """The end of the page is missing, or stands in the middle of a tag."""
    tail = text[-3000:]
    opened = re.search(r"<(html|body)\b", text, re.I)
    return bool(_DANGLING.search(tail[-2000:]) or (opened and not _CLOSING.search(text, max(0, len(text) - 50_000))))
