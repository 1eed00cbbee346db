"""The story in a saved page."""

import re

from lxml.html import HtmlElement

from . import (
    assembly,
    bylines,
    essentials,
    headline,
    noise,
    panels,
    pictures,
    plain,
    quotations,
    shell,
    stretch,
    surroundings,
    topics,
)
from .body import blocks, select, votes
from .claims import Claims
from .language import guess
from .lines import Line, lines_of
from .metadata import canonical, gather
from .names import has_word, kind_by_name
from .parsing import Page, parse
from .story import Block, Story, Warned
from .surroundings import Surroundings
from .unreadable import Unreadable
from .wording import alike, clean, is_prose, key, words

_ERROR = re.compile(
    r"\b(404|403|410|500|502|503)\b|page (introuvable|non trouvee|not found)|not found|introuvable|access denied|acces (refuse|interdit)|forbidden|just a moment|"
    r"attention required|are you (a robot|human)|(internal )?server error|erreur|bad gateway|service unavailable|enable javascript|captcha"
)
_FEW = 25


def read(text: str, address: str | None, zone: str) -> Story:
    page = parse(text, address)
    claims = gather(page)
    draft = _draft(page, claims, zone)
    if draft is None:
        draft = _from_data(page, claims, zone)
    if draft is None:
        raise _refusal(page, claims)
    draft.warnings = page.warnings + draft.warnings
    return draft.story()


def _draft(page: Page, claims: Claims, zone: str) -> assembly.Draft | None:
    """The story as the page shows it; nothing if no text is found."""
    lines = lines_of(page, _protected(page, claims))
    title, at, doubtful = headline.choose(claims, lines)
    head = -1 if at is None else at
    if not title or _is_flat(lines, head):
        return _from_flat(page, claims, zone, lines, at)
    listed = _take_essentials(lines, head)
    _mark(lines, head)
    chosen = select(lines, head + 1, votes(page))
    if chosen and _is_front(lines, chosen, claims):
        raise Unreadable("list_of_links")
    if not chosen:
        return None
    return _put_together(page, claims, zone, lines, chosen, (clean(title), head, doubtful), listed)


def _is_flat(lines: list[Line], head: int) -> bool:
    """The headline, the menus and the text stand side by side in one element: markup says nothing."""
    if head < 0:
        return False
    beside = (
        lines[head].node.getparent()
        if lines[head].node.tag not in ("body", "td", "div") or not _holds_prose(lines, lines[head].node)
        else lines[head].node
    )
    around = [line for line in lines if beside in (line.node, line.node.getparent())]
    text = [line for line in around if line.linked < 0.5 and is_prose(line.text)]
    apart = [line for line in around if panels.kind_of_title(line) in ("related", "latest", "comments", "donations")]
    before = [line for line in lines[:head] if beside in line.within and line.reason != "hidden"]
    return len(text) >= 3 and (beside.tag == "body" or len(before) > 5 or len(apart) >= 2)


def _holds_prose(lines: list[Line], element: HtmlElement) -> bool:
    return sum(line.node is element and is_prose(line.text) for line in lines) >= 2


def _from_flat(page: Page, claims: Claims, zone: str, lines: list[Line], head: int | None) -> assembly.Draft | None:
    """Such a page is read as its plain text would be, with the little that its tags tell."""
    for line in lines:
        if line.kind == "paragraph" and plain.line_of(line.text).kind == "item":
            line.kind = "item"
        line.reason = line.reason if line.reason in ("hidden", "comments", "cookies") else None
    draft = plain.gather(lines, claims, zone, head)
    if draft is None:
        return None
    _claim_times(page, claims, {page.tree})
    draft.canonical, from_address = canonical(claims, page)
    draft.guessed |= {"canonical"} if from_address else set()
    draft.pictures = draft.pictures or pictures.of(page, set(), claims.first("picture"))
    return draft


def _put_together(
    page: Page,
    claims: Claims,
    zone: str,
    lines: list[Line],
    chosen: list[int],
    titled: tuple[str, int, bool],
    listed: tuple[set[int], list[str]],
) -> assembly.Draft | None:
    title, head, doubtful = titled
    first, chosen = _after_the_byline(lines, head, chosen)
    if not chosen:
        return None
    tongue = (
        (claims.first("language") or guess(" ".join(lines[n].text for n in chosen)) or "").lower().replace("_", "-")
    )
    seen = surroundings.look(lines, head, first, tongue) if head >= 0 else Surroundings()
    if head >= 0 and not seen.authors:
        seen.authors = surroundings.marked_authors(lines[head])
    standfirst, at = surroundings.standfirst(lines, max(head, 0), first, chosen, claims.all("standfirst"))
    chosen = [n for n in chosen if n != at and lines[n].free and n not in listed[0]]
    _signature(lines, chosen, seen, claims)
    body = blocks(lines, chosen)
    if sum(len(words(block.text)) for block in body if block.kind in ("paragraph", "quotation", "list")) < _FEW:
        return None
    _claim_times(page, claims, set(lines[head].within) if head >= 0 else set())
    found, from_address = canonical(claims, page)
    draft = assembly.Draft(
        title, body, claims, seen, zone, standfirst, listed[1], canonical=found, topics=topics.of(lines)
    )
    text = _marks(lines, chosen, body)
    draft.pictures = pictures.of(page, _around(lines, head, chosen), claims.first("picture"), text)
    draft.guessed |= ({"headline"} if doubtful else set()) | ({"canonical"} if from_address else set())
    draft.left_out = _left_out(lines, {*chosen, *listed[0], head, at})
    return draft


def _after_the_byline(lines: list[Line], head: int, chosen: list[int]) -> tuple[int, list[int]]:
    """A sentence that stands before the byline is the standfirst, not the text."""
    first = stretch.first_of_text(lines, head, chosen[0]) if head >= 0 else chosen[0]
    signed = [n for n in range(head + 1, min(first, len(lines))) if stretch.is_anchor(lines[n])]
    kept = [n for n in chosen if not signed or n > signed[-1]]
    return min(first, *kept[:1], len(lines)) if kept else first, kept


def _protected(page: Page, claims: Claims) -> set[HtmlElement]:
    """Elements that hold the headline or most of the prose are no noise, whatever their name."""
    sizes = _prose_sizes(page)
    whole = sizes.get(page.tree, 0) or 1
    most = {
        element
        for element, size in sizes.items()
        if size > 0.5 * whole and not has_word(element, "comments", "commentaires", "disqus")
    }
    said = [headline.bare(title, claims.first("outlet")) for title in claims.all("headline") + claims.all("title")]
    titles = [h1 for h1 in list(page.tree.iter("h1"))[:3] if kind_by_name(h1) is None]
    titles += [
        title
        for title in list(page.tree.iter("h2", "h3"))[:200]
        if any(alike(title.text_content()[:300], one) for one in said)
    ][:1]
    above = {
        element
        for title in titles
        for element in [title, *title.iterancestors()]
        if element.tag not in ("nav", "aside", "footer")
    }
    return most | above | set(page.tree.iter("html", "body", "main"))


def _prose_sizes(page: Page) -> dict[HtmlElement, int]:
    """How much running text each element holds, from the leaves up."""
    sizes: dict[HtmlElement, int] = {}
    for element in reversed(page.elements):
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "noscript", "head"):
            own = sum(
                len(text)
                for text in [element.text, *(child.tail for child in element)]
                if text and len(text.strip()) > 40
            )
            sizes[element] = sizes.get(element, 0) + own
            above = element.getparent()
            if above is not None:
                sizes[above] = sizes.get(above, 0) + sizes[element]
    return sizes


def _take_essentials(lines: list[Line], head: int) -> tuple[set[int], list[str]]:
    at, items, texts = essentials.find(lines, head)
    for n in ([at] if at >= 0 else []) + items:
        lines[n].reason = "essentials"
    return {at, *items}, texts


def _mark(lines: list[Line], head: int) -> None:
    """Lines that are noise by their words, then panels by their titles."""
    panels.mark(lines, head + 1, set(lines[head].within) if head >= 0 else set())
    for line in lines:
        why = noise.reason(line.text) if line.reason is None else None
        in_text = line.kind in ("heading", "quotation") or (line.kind == "item" and line.linked < 0.5)
        if topics.is_labelled(line.text) and line.reason is None:
            line.reason = "topics"
        elif why and not (in_text and why in ("appeal", "newsletter", "legal", "account", "share", "related")):
            line.reason = why
        elif line.reason is None and line.kind == "caption":
            line.reason = None if quotations.in_quoting_figure(line) else "caption"


def _is_front(lines: list[Line], chosen: list[int], claims: Claims) -> bool:
    """A front page is titles with links, each with a line or two."""
    between = [line for line in lines[chosen[0] - 1 : chosen[-1] + 1] if line.free]
    teasers = sum(line.linked > 0.8 and len(line.text) > 20 for line in between)
    prose = [lines[n] for n in chosen if lines[n].kind == "paragraph" and lines[n].linked < 0.5]
    said = claims.first("headline", "json-ld") or claims.first("kind") == "article" or claims.first("published")
    return teasers >= 3 and teasers >= (0.6 if not said else 1.5) * len(prose)


def _signature(lines: list[Line], chosen: list[int], seen: Surroundings, claims: Claims) -> None:
    """A name alone at the end of the text is its author, when none was found before."""
    after = [n for n in range(chosen[-1], min(chosen[-1] + 4, len(lines)))] if chosen else []
    for n in after:
        text = lines[n].text.strip(" .")
        byline = bylines.read(text) if len(text) < 120 else bylines.Byline([])
        lone = (
            [bylines.calm(text)]
            if bylines.is_person(text) and lines[n].kind == "paragraph" and (lines[n].free or n in chosen)
            else byline.authors
        )
        seen.editor = seen.editor or byline.editor
        if lone and not seen.authors:
            seen.authors += lone
            lines[n].reason = "byline"
            if n in chosen:
                chosen.remove(n)


def _claim_times(page: Page, claims: Claims, excused: set[HtmlElement]) -> None:
    """`time` elements outside of comments and panels, updates aside."""
    for element in page.tree.iter("time"):
        above = element.getparent()
        around = above.text_content() if above is not None else ""
        said = f"{element.get('class', '')} {element.get('itemprop', '')} {key(element.text_content())} {key(around[:60])}".lower()
        if (
            element.get("datetime")
            and not re.search(r"updat|modif|mis a jour|maj\b", said)
            and not any(
                kind_by_name(above) in ("comments", "related", "latest", "menu", "panel")
                for above in element.iterancestors()
                if above not in excused
            )
        ):
            claims.add("published", element.get("datetime"), "time")
            return


def _around(lines: list[Line], head: int, chosen: list[int]) -> set[HtmlElement]:
    """The elements where the pictures of a story may stand: its smallest whole, and its title's box."""
    shared = set(lines[chosen[0]].within)
    for n in chosen[1:]:
        shared &= set(lines[n].within)
    inner = max(shared, key=lambda element: len(list(element.iterancestors())), default=None)
    with_title = shared & set(lines[head].within) if head >= 0 else set()
    outer = max(with_title, key=lambda element: len(list(element.iterancestors())), default=None)
    return {element for element in (inner, outer) if element is not None and element.tag not in ("html",)}


def _marks(lines: list[Line], chosen: list[int], body: list[Block]) -> list[pictures.Mark]:
    """The elements of the text in order, each with the number of blocks up to the one it is in."""
    at, found = 0, []
    for n in chosen:
        at = next((place for place in range(at, len(body)) if lines[n].text in body[place].text), at)
        found.append((lines[n].node, at + 1))
    return found


def _left_out(lines: list[Line], used: set[int | None]) -> list[str]:
    said = [
        f"{line.reason or 'elsewhere'}: {line.text[:120]}"
        for n, line in enumerate(lines)
        if n not in used and line.reason not in ("hidden", "byline", "date", "topics", "caption")
    ]
    return list(dict.fromkeys(said))[:300]


def _from_data(page: Page, claims: Claims, zone: str) -> assembly.Draft | None:
    """The text from the data of a page that shows none: its script's, or its JSON-LD's."""
    hidden = shell.markup(page)
    title = claims.first("headline") or claims.first("title")
    if not title or _ERROR.search(key(claims.first("title") or "")):
        return None
    if hidden:
        inner = parse(
            f"<html><body><article><h1></h1><div class='article-body'>{hidden}</div></article></body></html>",
            page.address,
        )
        lines = lines_of(inner, _protected(inner, Claims()))
        _mark(lines, -1)
        found, code = blocks(lines, select(lines, 0, set())), "shell"
    else:
        text = max((said for said in claims.all("body") if isinstance(said, str)), key=len, default="")
        found, code = [Block("paragraph", clean(part)) for part in text.split("\n") if clean(part)], "body_from_data"
    if sum(len(words(block.text)) for block in found) < _FEW:
        return None
    address, from_address = canonical(claims, page)
    draft = assembly.Draft(
        headline.bare(clean(title), claims.first("outlet")), found, claims, Surroundings(), zone, canonical=address
    )
    draft.guessed |= {"canonical"} if from_address else set()
    draft.pictures = pictures.of(page, set(), claims.first("picture"))
    draft.warnings.append(Warned(code))
    return draft


def _refusal(page: Page, claims: Claims) -> Unreadable:
    """What the page is instead of an article."""
    title = key(
        f"{claims.first('title') or ''} {' '.join(clean(h1.text_content()) for h1 in list(page.tree.iter('h1'))[:2])}"
    )
    links = list(page.tree.iter("a"))[:400]
    if any(getattr(warning, "code", "") == "too_deep" for warning in page.warnings):
        return Unreadable("too_deep")
    if _ERROR.search(title):
        return Unreadable("error_page")
    if (
        any(field.get("type") == "password" for field in page.tree.iter("input"))
        or re.search(r"(abonnes|subscri|sign in|log in|connectez-vous|identifi)", title)
        or claims.first("paywall")
    ):
        return Unreadable("login_wall")
    return Unreadable("list_of_links" if len(links) >= 8 else "no_article")
