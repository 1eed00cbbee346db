"""What stands around a headline for readers to see: byline, date, standfirst, section, topics."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from . import bylines, dates, names, noise
from .dates import Date
from .lines import Line
from .names import has_word
from .wording import alike, clean, is_prose, is_title, key, words

_AUTHORED = ("author", "authors", "auteur", "auteurs", "byline", "signature", "contributor", "writer", "vcard")
_STANDFIRST = (
    "chapo",
    "chapeau",
    "standfirst",
    "dek",
    "deck",
    "subtitle",
    "subheadline",
    "subtitre",
    "accroche",
    "sommaire",
    "excerpt",
    "intro",
    "lead",
    "lede",
    "summary",
    "description",
    "teaser",
    "strapline",
    "alternativeheadline",
    "introduction",
    "headnote",
)
_ALWAYS = ("chapo", "chapeau", "standfirst", "dek", "subheadline", "accroche", "strapline")
_SECTION = (
    "rubrique",
    "kicker",
    "category",
    "categorie",
    "section",
    "surtitre",
    "eyebrow",
    "cat",
    "tagline",
    "label",
    "overline",
)
_TRAIL = ("breadcrumb", "breadcrumbs", "ariane", "filariane", "hierarchie")
_TRAIL_LINE = re.compile(r"(?:accueil|home|a la une|une|vous etes ici ?:?)\s*(?:[>/»›|·\-]|::|→)\s*", re.I)
_HOME = {
    "accueil",
    "home",
    "une",
    "a la une",
    "vous etes ici",
    "you are here",
    "actualites",
    "actualite",
    "news",
    "articles",
    "blog",
    "front page",
    "",
}


_PUBLISHING = re.compile(r"\b(publie\w*|published|posted|mis a jour|updated|modifie\w*|submitted)\b")


@dataclass
class Surroundings:
    authors: list[str] = field(default_factory=list)
    editor: str | None = None
    capitals: bool = False
    dates: list[tuple[Date, str]] = field(default_factory=list)
    relative: str | None = None
    section: str | None = None


def look(lines: list[Line], head: int, first: int, language: str | None) -> Surroundings:
    """Read what stands between the headline and the text, then what stands just above."""
    seen = Surroundings()
    near = [*range(head + 1, first), *range(max(0, head - 8), head)]
    for n in near:
        if lines[n].reason not in ("byline", "hidden", "comments", "related", "latest", "author box", "cookies"):
            _take(seen, lines, n, language, n > head)
    seen.section = _section(lines, head, first)
    return seen


def _take(seen: Surroundings, lines: list[Line], n: int, language: str | None, below: bool) -> None:
    line = lines[n]
    found = [(one, line.text) for one in dates.find(line.text, language)] if len(line.text) < 200 else []
    seen.dates += found
    if not found and len(line.text) < 80:
        seen.relative = seen.relative or dates.relative(line.text)
    byline = _byline(lines, n) or (_alone_by_a_date(lines, n) if below else None)
    if byline and (byline.authors or byline.editor):
        line.reason = line.reason or "byline"
    elif found and (
        dates.only_a_date(line.text)
        or len(line.text) < 140
        and (found[0][0].hour or _PUBLISHING.search(key(line.text)))
    ):
        line.reason = line.reason or "date"
    if byline:
        seen.authors += [name for name in byline.authors if not any(alike(name, known) for known in seen.authors)]
        seen.editor = seen.editor or byline.editor
        seen.capitals |= byline.capitals


def _byline(lines: list[Line], n: int) -> bylines.Byline | None:
    line = lines[n]
    if len(line.text) > 220 or line.kind == "heading" and line.level == 1:
        return None
    label = bylines.label_alone(line.text)
    if label:
        return _on_next_lines(lines, n, label)
    byline = bylines.read(line.text)
    if byline.authors or byline.editor:
        return byline
    people = bylines.names(line.text) if len(line.text) < 90 and _is_marked(line.within[:3]) else []
    if people or (any(has_word(element, "source") for element in line.within[:3]) and bylines.is_agency(line.text)):
        return bylines.Byline(
            [bylines.calm(name) for name in people or [line.text] if " " in name or bylines.is_agency(name)]
        )
    return None


def _is_marked(elements: Iterable[HtmlElement]) -> bool:
    return any(has_word(element, *_AUTHORED) or element.get("rel") == "author" for element in elements)


def _alone_by_a_date(lines: list[Line], n: int) -> bylines.Byline | None:
    """A name on a line of its own, next to the date."""
    rest = bylines.without_dates(lines[n].text).strip(" |•·-–—,") if dates.find(lines[n].text) else ""
    if rest and (bylines.is_agency(rest) or _is_lone_name(rest)):
        return bylines.Byline([bylines.calm(rest)])
    beside = [line for line in lines[max(0, n - 1) : n + 2] if line is not lines[n] and dates.only_a_date(line.text)]
    return (
        bylines.Byline([bylines.calm(lines[n].text)])
        if beside and _is_lone_name(lines[n].text) and lines[n].kind != "heading"
        else None
    )


def _is_lone_name(text: str) -> bool:
    return bylines.is_person(text) and 2 <= len(text.split()) <= 4 and noise.reason(text) is None


def marked_authors(title: Line) -> list[str]:
    """Names in elements called author or byline, in the box of the headline."""
    for box in title.within[1:5]:
        if box.tag in ("body", "html"):
            break
        for element in box.iter("span", "a", "p", "div", "address", "strong", "b"):
            if _is_marked([element]) and not any(
                names.kind_by_name(above) in ("comments", "related", "author box", "latest")
                for above in [element, *element.iterancestors()][:6]
            ):
                people = bylines.names(clean(element.text_content())[:90])
                if people and all(" " in name for name in people):
                    return [bylines.calm(name) for name in people]
    return []


def _on_next_lines(lines: list[Line], n: int, label: str) -> bylines.Byline:
    people: list[str] = []
    for line in lines[n + 1 : n + 4]:
        said = (
            bylines.names(line.text)
            if len(line.text) < 90
            and not dates.find(line.text, year=2000)
            and not bylines.label_alone(line.text)
            and not bylines.read(line.text).editor
            else []
        )
        if (
            not said
            or (people and not any(map(bylines.is_person, said)))
            or (
                people
                and not lines[n + 1].text.endswith((",", " et", " and"))
                and key(line.text)[:2] not in ("et", "an", ", ")
            )
        ):
            break
        people += [bylines.calm(name) for name in said]
        line.reason = line.reason or "byline"
    return bylines.Byline(people) if label == "author" else bylines.Byline([], people[0] if people else None)


def standfirst(
    lines: list[Line], head: int, first: int, chosen: list[int], described: list[str]
) -> tuple[str | None, int | None]:
    """The text between headline and body that introduces it, and its line."""
    boxed = (
        chosen[:1]
        if len(chosen) > 1 and any(lines[n].reason == "essentials" for n in range(chosen[0], chosen[1]))
        else []
    )
    for n in [*range(head + 1, first), *chosen[:1], *range(max(0, head - 2), head)]:
        line = lines[n]
        always = n in boxed or any(has_word(element, *_ALWAYS) for element in line.within[:2])
        if (
            (always or _introduces(line, n in chosen, described))
            and len(line.text) > 25
            and line.kind in ("paragraph", "heading")
            and line.reason in (None, "standfirst")
        ):
            return line.text, n
    return None, None


def _introduces(line: Line, in_body: bool, described: list[str]) -> bool:
    marked = any(has_word(element, *_STANDFIRST) for element in line.within[:2])
    if in_body:
        return line.bold > 0.9 and (marked or any(alike(line.text, text) for text in described))
    return line.linked < 0.5 and (
        marked
        or is_prose(line.text)
        or any(alike(line.text, text) for text in described)
        or (line.kind == "heading" and len(words(line.text)) > 7)
    )


def _section(lines: list[Line], head: int, first: int) -> str | None:
    """The last step of a trail, or the short label by the headline."""
    for n in range(0, min(first, len(lines))):
        trail = _trail(lines, n, lines[head].text)
        if trail:
            return trail
    for n in [*range(head - 1, max(-1, head - 5), -1), *range(head + 1, min(head + 3, first))]:
        label: str = lines[n].text
        if any(has_word(element, *_SECTION) for element in lines[n].within[:2]) and is_label(label):
            return label
    return None


def is_label(text: str) -> bool:
    return (
        2 < len(text) <= 40
        and len(words(text)) <= 5
        and is_title(text)
        and not dates.find(text, year=2000)
        and not bylines.read(text).authors
    )


def _trail(lines: list[Line], n: int, headline: str) -> str | None:
    parts = [lines[n].text]
    marked: HtmlElement | None = next((element for element in lines[n].within[:5] if has_word(element, *_TRAIL)), None)
    if marked is not None:
        parts = [line.text for line in lines if marked in line.within]
    elif not _TRAIL_LINE.match(key(lines[n].text)):
        return None
    steps = [clean(step) for part in parts for step in re.split(r"\s*(?:[>»›/|·→]|::)\s*", part)]
    return first_step(steps, headline)


def first_step(steps: list[str], headline: str | None) -> str | None:
    """The section in a trail: its first step that is neither home nor the article."""
    return next(
        (step for step in steps if key(step) not in _HOME and not alike(step, headline) and len(step) <= 40), None
    )
