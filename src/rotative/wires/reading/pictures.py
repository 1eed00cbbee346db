"""The pictures of a story, each with its caption and its credit."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote

from lxml.html import HtmlElement

from .names import has_word, kind_by_name
from .parsing import Page
from .story import Picture
from .wording import clean, key

_CREDIT = re.compile(
    r"(?:[\s(\[|–—-]*)(?:(?:©|\(c\)|copyright)\s*|(?:crédits?|credits?)\s*(?:photos?|images?|illustration)?\s*:?\s+|(?:photo(?:graph(?:ie|y)?)?s?|image|illustration|picture|visuel|dessin|infographie)\s*"
    r"(?:credit|crédit)?\s*(?::|by|par|d[e’']|/|©)\s*)(?P<name>[^|\n]{2,90}?)[)\].]*$",
    re.I,
)
_AGENCY = re.compile(
    r"[\s(]+(?P<name>[^().|]{0,50}(?:/|via|pour|for)\s?[^().|]{2,40}|[^().|]{0,30}(?:AFP|Reuters|Getty Images|AP|Sipa|MaxPPP|Alamy|Unsplash|EPA|Belga|Hans Lucas|Abaca)[^().|]{0,20})\)?\.?$"
)
# Where browsers put what a saved page shows: a folder beside it, by the name of the page.
_BESIDE = re.compile(r"(\./)?[^/:?#]+_(files|fichiers)/[^?#]+", re.I)
_BAD = re.compile(
    r"(logo|sprite|pixel|spacer|blank|avatar|gravatar|icon|emoji|tracking|badge|1x1|placeholder|loader)", re.I
)

Mark = tuple[HtmlElement, int]


def split(text: str) -> tuple[str | None, str | None]:
    """A caption and the credit at its end."""
    text = clean(text)
    found = _CREDIT.search(text) or (_AGENCY.search(text) if len(text) < 400 else None)
    if not found:
        return text or None, None
    caption = clean(text[: found.start()]).rstrip(" -–—|(,")
    return caption or None, clean(found["name"]).strip(" ()[]:©")


def is_credit_line(text: str) -> bool:
    """A line that is a caption with a credit, or only the credit."""
    found = _CREDIT.search(text)
    marked = found and (
        found.start() == 0
        or re.search("©|crédit|credit", found[0], re.I)
        or re.match(r"[\s(\[|.–—-]+photo", found[0], re.I)
    )
    return bool(marked) and len(text) < 400


def of(page: Page, lines_within: set[HtmlElement], lead: str | None, text: Sequence[Mark] = ()) -> list[Picture]:
    """The pictures among these elements; else the one the head names.

    `text`: the elements of the body in order, each with the number of blocks up to it.
    """
    found: dict[str, Picture] = {}
    order = {element: number for number, element in enumerate(page.elements)} if text else {}
    for image in page.tree.iter("img", "amp-img"):
        if any(above in lines_within for above in image.iterancestors()) and not _is_noise(image):
            picture = _picture(image, page)
            if picture:
                placed = replace(picture, place=_place(order[image], order, text)) if text else picture
                found.setdefault(picture.source or picture.beside or "", placed)
    if lead and not found:
        found[lead] = Picture(lead)
    return list(found.values())[:50]


def _place(at: int, order: dict[HtmlElement, int], text: Sequence[Mark]) -> int:
    return max((count for element, count in text if order[element] < at), default=0)


def _is_noise(image: HtmlElement) -> bool:
    small = any(re.fullmatch(r"\d{1,2}(px)?", image.get(side) or "") for side in ("width", "height"))
    named = _BAD.search(f"{image.get('class', '')} {image.get('src', '')[-80:]}")
    around = any(
        kind_by_name(above) not in (None, "panel", "form")
        for above in list(image.iterancestors())[:6]
        if above.tag not in ("body", "html", "article", "main")
    )
    linked_card = any(above.tag in ("li", "nav", "aside") for above in list(image.iterancestors())[:4])
    return small or bool(named) or around or linked_card


def _picture(image: HtmlElement, page: Page) -> Picture | None:
    source, beside = _source(image, page), (image.get("src") or "").strip()
    kept = unquote(beside).removeprefix("./") if _BESIDE.match(beside) else None
    if not (source or kept):
        return None
    caption, credit = _told(image)
    return Picture(source, caption, credit, clean(image.get("alt") or "") or None, kept)


def _source(image: HtmlElement, page: Page) -> str | None:
    """The lazy address before the placeholder; the largest of a set when there is nothing else."""
    for name in ("data-src", "data-lazy-src", "data-original", "src"):
        said = (image.get(name) or "").strip()
        if said and not said.startswith(("data:", "javascript:", "blob:", "about:")):
            return page.absolute(said) or said
    sets = image.get("srcset") or image.get("data-srcset") or ""
    last = sets.strip().split(",")[-1].strip().split(" ")[0]
    return page.absolute(last) if last else None


def _told(image: HtmlElement) -> tuple[str | None, str | None]:
    """What stands in the figure, or in what wraps the picture with its caption."""
    for above in list(image.iterancestors())[:5]:
        captions = [
            part
            for part in above.iter()
            if isinstance(part.tag, str)
            and (part.tag == "figcaption" or has_word(part, "caption", "legende", "wp-caption-text"))
        ]
        credits = [
            part
            for part in above.iter()
            if isinstance(part.tag, str) and has_word(part, "credit", "credits", "copyright", "photographer")
        ]
        if captions or (credits and above.tag == "figure"):
            return _caption(captions, credits)
        if above.tag in ("article", "main", "body", "figure"):
            break
    return None, None


def _caption(captions: list[HtmlElement], credits: list[HtmlElement]) -> tuple[str | None, str | None]:
    caption, credit = split(clean(" ".join(captions[0].itertext())) if captions else "")
    if credits:
        said = clean(" ".join(credits[0].itertext()))
        caption = (caption or "").replace(said, "").strip(" ()-–|") or None if key(said) != key(caption or "") else None
        credit = split(said)[1] or said.strip(" ()©")
    return caption, credit
