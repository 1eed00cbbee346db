"""The visible lines of a page, in order, each with what its markup says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from . import names
from .parsing import Page
from .story import Warned
from .wording import clean

MOST_LINES = 4_000
LONGEST = 20_000
_SKIPPED_WORDS = (
    "script style noscript template svg canvas iframe object embed video audio map select option button input "
    "textarea datalist head title math area col colgroup"
)
_SKIPPED = set(_SKIPPED_WORDS.split())
_INLINE_WORDS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr amp-state img picture source"
)
_INLINE = set(_INLINE_WORDS.split())
_HEADING = re.compile(r"h[1-6]$")
_BREAK = "\x02"


@dataclass(eq=False)
class Line:
    """One block of visible text. `reason` says why it is no part of the story."""

    text: str
    kind: str = "paragraph"
    level: int = 0
    linked: float = 0.0
    bold: float = 0.0
    node: Any = None  # its element; plain text has none
    group: Any = None
    reason: str | None = None
    within: tuple[HtmlElement, ...] = ()

    @property
    def free(self) -> bool:
        return self.reason is None


@dataclass
class _State:
    """What the elements above say of the text below them."""

    element: Any
    kind: str = "paragraph"
    level: int = 0
    group: Any = None
    reason: str | None = None
    block: Any = None


@dataclass
class _Run:
    """Text gathered since the last boundary between blocks."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    size: int = 0
    state: _State | None = None


def lines_of(page: Page, protected: set[HtmlElement]) -> list[Line]:
    """Every visible line; the `protected` elements are never noise by their name."""
    walker = _Walker(protected)
    body = page.tree.find("body")
    for event, element in etree.iterwalk(page.tree if body is None else body, events=("start", "end", "comment")):
        walker.take(event, element)
        if len(walker.lines) > MOST_LINES:
            page.warnings.append(Warned("too_long"))
            break
    walker.flush()
    return walker.lines


class _Walker:
    """Walks without recursion, so that depth costs nothing."""

    def __init__(self, protected: set[HtmlElement]):
        self.protected = protected
        self.lines: list[Line] = []
        self.states: list[_State] = [_State(None)]
        self.run = _Run()
        self.skipping = self.links = self.bolds = 0

    def take(self, event: str, element: Any) -> None:
        if event == "comment" or not isinstance(element.tag, str):
            self._add(element.tail, element)
        elif event == "start":
            self._start(element)
        else:
            self._end(element)

    def _start(self, element: Any) -> None:
        if element.tag in _SKIPPED:
            self.skipping += 1
        elif element.tag == "br":
            self.run.parts.append(_BREAK)
        elif self._is_inline(element):
            self.links += element.tag == "a"
            self.bolds += element.tag in ("b", "strong")
            self._enter_inline(element)
        else:
            self.flush()
            self.states.append(self._below(element))
        if not self.skipping:
            self._add(element.text, element)

    def _enter_inline(self, element: Any) -> None:
        """An inline element may still be hidden, or a share link by its name."""
        if (
            element.get("class")
            and names.kind_by_name(element) in ("hidden", "share", "comments", "counter", "advertisement")
            and element not in self.protected
        ):
            self.skipping += 1
            element.set("data-skipped", "1")

    def _is_inline(self, element: Any) -> bool:
        """The source of a quotation stands on a line of its own."""
        if element.tag == "span" and element.get("class") and names.kind_by_name(element) == "topics":
            return False
        return element.tag in _INLINE and not (
            element.tag == "cite"
            and (element.getparent() is None or element.getparent().tag in ("blockquote", "figure", "figcaption"))
        )

    def _end(self, element: Any) -> None:
        if element.tag in _SKIPPED or element.get("data-skipped"):
            self.skipping -= 1
        if self._is_inline(element):
            self.links -= element.tag == "a"
            self.bolds -= element.tag in ("b", "strong")
        elif element.tag not in _SKIPPED and element.tag != "br":
            self.flush()
            self.states.pop()
        self._add(element.tail, element)

    def _add(self, text: str | None, element: Any) -> None:
        if not text or self.skipping or self.run.size > LONGEST:
            return
        text = text[:LONGEST]
        if self.run.state is None and text.strip():
            self.run.state = self.states[-1]
        self.run.parts.append(text)
        visible = len(text.strip())
        self.run.size += visible
        self.run.linked += visible * (self.links > 0)
        self.run.bold += visible * (self.bolds > 0)

    def _below(self, element: Any) -> _State:
        above = self.states[-1]
        tag = element.tag
        state = _State(element, above.kind, above.level, above.group, above.reason, element)
        if _HEADING.match(tag):
            state.kind, state.level = "heading", int(tag[1])
        elif tag in ("ul", "ol"):
            state.kind, state.group = "item", element if above.kind != "item" else above.group
        elif tag == "blockquote" or tag == "q":
            state.kind, state.group = "quotation", element
        elif tag == "figcaption":
            state.kind, state.group = ("caption", element) if above.kind != "quotation" else (above.kind, above.group)
        elif tag == "figure":
            state.group = element
        elif tag in ("table", "section", "article", "aside", "main"):
            state.kind, state.group = ("paragraph", None) if above.kind == "heading" else (above.kind, above.group)
        if (
            state.reason is None
            and element not in self.protected
            and not (above.kind == "quotation" and tag in ("footer", "cite", "figcaption"))
        ):
            state.reason = names.kind_by_name(element)
        elif state.reason == "menu" and names.kind_by_name(element) == "topics":
            state.reason = "topics"
        return state

    def flush(self) -> None:
        run, self.run = self.run, _Run()
        if run.state is None:
            return
        for text in _split("".join(run.parts), run.state):
            self.lines.append(_line(text, run, run.state))


def _line(text: str, run: _Run, state: _State) -> Line:
    return Line(
        text,
        state.kind,
        state.level,
        run.linked / max(1, run.size),
        run.bold / max(1, run.size),
        state.element,
        state.group,
        state.reason,
        tuple(_above(state.element)),
    )


def _above(element: Any) -> Iterator[HtmlElement]:
    while element is not None:
        yield element
        element = element.getparent()


def _split(text: str, state: _State) -> list[str]:
    """Two breaks part paragraphs; a single one does when both sides are lines of their own."""
    text = re.sub(rf"\s*{_BREAK}\s*", _BREAK, text)
    pieces = re.split(rf"{_BREAK}{{2,}}", text)
    lines = [clean(line) for piece in pieces for line in _split_once(piece, state)]
    return [line for line in lines if line]


def _split_once(piece: str, state: _State) -> list[str]:
    parts = [clean(part) for part in piece.split(_BREAK) if clean(part)]
    if state.kind == "heading" or len(parts) < 2:
        return [" ".join(parts)]
    own = (
        all(re.match(r"[-–—•●▪►*]\s", part) for part in parts)
        or sum(part[-1] in '.!?…»”"' for part in parts) >= len(parts) - 1
        or any(len(part) < 40 for part in parts[:-1])
    )
    return parts if own else [" ".join(parts)]
