"""Which lines of a page are the body of its story, and what kind of block each is."""

import re
from collections import defaultdict

from lxml.html import HtmlElement

from . import bylines, dates, quotations
from .lines import Line
from .names import has_word
from .parsing import Page
from .story import Block
from .wording import clean, ends_a_sentence, is_prose, is_title, key

_NAMED = re.compile(
    r"article-?_?body|(^|[ _-])(article|entry|post|story|node|page|single|body|main|news)[-_]{0,2}(body|content|text|texte|contenu|corps|html|main)|e-content|gh-content|"
    r"field-+name-(field-)?(body|text|corps)|available-content|(^|[ _-])(texte|corps|prose|rich-?text)([ _-]|$)|body markup",
    re.I,
)
_MOST_FOR_TRAFILATURA = 20_000


def votes(page: Page) -> set[str]:
    """The paragraphs that trafilatura takes for the body, levelled."""
    if len(page.elements) > _MOST_FOR_TRAFILATURA:
        return set()
    # It brings the models of languages with it: half a second and tens of MB, which no process spends before a page is brought in.
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(page.source, fast=True, include_comments=False, favor_recall=True, with_metadata=False)
    except Exception:  # noqa: BLE001 trafilatura is a second opinion: when it fails, ours stands alone
        return set()
    said = getattr(found, "text", None) or ""
    return {key(part.lstrip("-# ")) for part in said.split("\n") if len(part) > 30}


def select(lines: list[Line], start: int, voted: set[str]) -> list[int]:
    """The numbers of the lines of the body, in order."""
    able = [n for n in range(start, len(lines)) if lines[n].free]
    core = _core(lines, able, voted)
    if core is None:
        return []
    inside = [n for n in able if core in lines[n].within]
    prose = [n for n in inside if _weighs(lines[n])]
    outside = [
        n
        for n in able
        if n not in set(inside)
        and n > start
        and key(lines[n].text) in voted
        and _weighs(lines[n])
        and _is_near(lines[n], core)
    ]
    return _kept(lines, sorted(set(inside) | set(outside)), prose + outside)


def _weighs(line: Line) -> bool:
    return (
        line.linked < 0.5
        and line.kind != "caption"
        and (is_prose(line.text) or line.kind == "quotation" or (line.kind == "item" and len(line.text) > 40))
    )


def _core(lines: list[Line], able: list[int], voted: set[str]) -> HtmlElement | None:
    """The deepest element that holds the text: named as a body, or else by weight."""
    weights: dict[HtmlElement, float] = defaultdict(float)
    for n in able:
        if _weighs(lines[n]):
            weight = len(lines[n].text) * (1 - lines[n].linked) * (1.5 if key(lines[n].text) in voted else 1)
            for element in lines[n].within:
                weights[element] += weight
    total = max(weights.values(), default=0)
    named = [
        element
        for element, weight in weights.items()
        if weight >= 0.5 * total
        and _NAMED.search(f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}")
    ]
    most = max((weights[element] for element in named), default=0)
    fitting = [element for element in named if weights[element] >= 0.9 * most] or [
        element for element, weight in weights.items() if weight >= 0.62 * total
    ]
    return max(fitting, key=_depth, default=None)


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _is_near(line: Line, core: HtmlElement) -> bool:
    """In a neighbour of the core, not at the other end of the page."""
    around = [core, *core.iterancestors()][:4]
    return any(element in line.within for element in around if element.tag not in ("body", "html"))


def _kept(lines: list[Line], inside: list[int], prose: list[int]) -> list[int]:
    if not prose:
        return []
    first, last = min(prose), max(prose)
    return [n for n in inside if _belongs(lines, n, first, last, inside)]


def _belongs(lines: list[Line], n: int, first: int, last: int, inside: list[int]) -> bool:
    """Between the first and the last prose all that is not a link; beyond, only what is marked as text."""
    line = lines[n]
    if line.kind == "caption":
        return quotations.in_quoting_figure(line)
    if line.linked > 0.8 and not (line.kind == "paragraph" and is_prose(line.text)):
        return False
    if len(line.text) < 90 and bylines.read(line.text).authors or dates.only_a_date(line.text):
        return False
    if n < first:
        return (
            line.kind == "heading"
            and _next(inside, n) == first
            and _shares_parent(line, lines[first])
            or line.kind == "paragraph"
            and ends_a_sentence(line.text)
            and len(line.text) > 15
            and _shares_parent(line, lines[first])
        )
    if n > last:
        return (
            line.kind in ("quotation", "item")
            and not line.linked
            or ends_a_sentence(line.text)
            and _shares_parent(line, lines[last])
        )
    return True


def _next(inside: list[int], n: int) -> int | None:
    return next((other for other in inside if other > n), None)


def _shares_parent(line: Line, other: Line) -> bool:
    return line.node.getparent() is other.node.getparent()


def blocks(lines: list[Line], chosen: list[int]) -> list[Block]:
    """The chosen lines as blocks: items of a list together, lines of a quotation together."""
    made: list[tuple[object, Block]] = []
    whole = sum(len(lines[n].text) for n in chosen)
    texts = [lines[n].text for n in chosen]
    limit = _layout_quotes(lines, chosen, whole)
    for place, n in enumerate(chosen):
        line, ahead = lines[n], lines[chosen[place + 1]] if place + 1 < len(chosen) else None
        kind, group = _kind(line, ahead, limit)
        _append(made, kind, group, line, texts)
    return _without_dangling_headings([block for _, block in made])


def _layout_quotes(lines: list[Line], chosen: list[int], whole: int) -> set[HtmlElement]:
    """Block quotes that hold most of the text only indent it."""
    sizes: dict[HtmlElement, int] = defaultdict(int)
    for n in chosen:
        for element in lines[n].within:
            if element.tag in ("blockquote", "div", "section", "figure"):
                sizes[element] += len(lines[n].text)
    return {element for element, size in sizes.items() if size > 0.5 * whole}


def _kind(line: Line, ahead: Line | None, limit: set[HtmlElement]) -> tuple[str, object]:
    quote = quotations.quote_element(line, None)
    if quote is not None and quote not in limit:
        return "quotation", quote
    if line.kind == "item":
        return "list", line.group
    if line.kind == "heading" and len(line.text) < 250 or _is_cross_head(line, ahead):
        return "heading", None
    return "paragraph", None


def _is_cross_head(line: Line, ahead: Line | None) -> bool:
    """A short bold line, or a bare title before prose, is a cross-head in all but its tag."""
    if line.kind != "paragraph" or len(line.text) > 120 or ahead is None or ahead.kind == "heading":
        return False
    named = has_word(line.node, "intertitre", "subhead", "crosshead", "subheading", "inter", "subtitle", "heading")
    return (
        named
        or is_title(line.text)
        and (line.bold > 0.9 or (len(line.text) <= 90 and not ends_a_sentence(line.text) and len(ahead.text) > 80))
        and not line.text[:1].islower()
    )


def _append(made: list[tuple[object, Block]], kind: str, group: object, line: Line, texts: list[str]) -> None:
    before, last = made[-1] if made else (None, None)
    if (
        last is not None
        and last.kind == "quotation"
        and not last.speaker
        and quotations.is_signature(line)
        and (group is before or line.kind == "caption" or _SIGN.match(line.text))
    ):
        made[-1] = (before, Block("quotation", last.text, quotations.speaker(line.text)))
    elif last is not None and group is not None and group is before:
        made[-1] = (group, Block(kind, f"{last.text}\n{line.text}", last.speaker))
    elif kind == "quotation" and quotations.is_pulled(line.text, [text for text in texts if text is not line.text]):
        line.reason = "pull quote"
    else:
        made.append((group, _signed(kind, line.text)))


_SIGN = re.compile(r"^\s*[-–—]\s")
_TAIL = re.compile(r"(?<=[»”\".!?])\s+[—–]\s*([^—–»”\"]{3,90})$")


def _signed(kind: str, text: str) -> Block:
    """A quotation on one line may end with a dash and its speaker."""
    tail = _TAIL.search(text) if kind == "quotation" else None
    return Block(kind, clean(text[: tail.start()]), clean(tail[1])) if tail else Block(kind, text)


def _without_dangling_headings(made: list[Block]) -> list[Block]:
    while made and made[-1].kind == "heading":
        made.pop()
    return made
