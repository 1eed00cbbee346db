"""The story among lines that no markup sorts: the plain text of a page, or a page that is flat."""

import re
from urllib.parse import urlsplit

from . import assembly, bylines, essentials, noise, panels, paragraphs, pictures, stretch, surroundings, topics
from .claims import Claims
from .language import guess
from .lines import LONGEST, MOST_LINES, Line
from .story import Picture, Story
from .unreadable import Unreadable
from .wording import clean, ends_a_sentence, is_prose, is_title, words

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\s*,?\s*(?P<name>[^\d|.–—-][^|.–—]{1,40}?)\s*(?:[|.–—-]|,|tous|all|$)",
    re.I,
)
_UNSAID = ("essentials", "byline", "date", "topics", "caption", "standfirst", "hidden")
_FEW = 25

Listed = tuple[int, list[int], list[str]]


def read(text: str, address: str | None, zone: str) -> Story:
    """The story in a plain text; raises Unreadable when there is none."""
    lines = [line_of(said) for said in _unwrapped(text)[:MOST_LINES]]
    draft = gather(lines, Claims(), zone)
    if draft is None:
        raise Unreadable("no_article" if len(lines) < 12 else "list_of_links")
    draft.canonical = _address(lines) or address
    draft.guessed |= {"headline", "canonical"}
    return draft.story()


def gather(lines: list[Line], claims: Claims, zone: str, head: int | None = None) -> assembly.Draft | None:
    """The parts of the story among these lines; nothing if there is no stretch of text."""
    found = essentials.find(lines, head or 0)
    _mark(lines, {found[0], *found[1]})
    start, end = stretch.span(lines, 0 if head is None else head + 1)
    core = min(start, found[0]) if found[0] >= 0 else start
    head = stretch.headline(lines, core) if head is None else head
    if end <= start or head is None:
        return None
    panels.mark(lines, head + 1, set())
    _claim(lines, head, claims)
    return _draft(lines, head, (start, end), found, claims, zone)


def line_of(text: str) -> Line:
    """A line of plain text; a bullet makes it an item."""
    bullet = essentials.BULLET.match(text) if len(text) < 300 else None
    return Line(text, "item" if bullet and not bylines.is_person(text[bullet.end() :]) else "paragraph")


def _draft(lines: list[Line], head: int, span: tuple[int, int], found: Listed, claims: Claims, zone: str) -> assembly.Draft | None:
    first = stretch.first_of_text(lines, head, span[0])
    tongue = claims.first("language") or guess(" ".join(line.text for line in lines[span[0] : span[1]]))
    seen = surroundings.look(lines, head, first, tongue)
    shown = _captions(lines, head + 1, span[1])
    standfirst = _standfirst(lines, head, found[0])
    chosen = _from_opening(lines, [n for n in range(head + 1, span[1]) if lines[n].free])
    _sign_off(lines, chosen, span, seen)
    body = paragraphs.blocks(lines, chosen)
    if sum(len(words(block.text)) for block in body if block.kind != "heading") < _FEW:
        return None
    seen.section = seen.section or _label(lines, head)
    draft = assembly.Draft(lines[head].text, body, claims, seen, zone, standfirst, found[2], shown, topics.of(lines))
    draft.left_out = _left_out(lines, {*chosen, head})
    return draft


def _left_out(lines: list[Line], used: set[int]) -> list[str]:
    left = [line for n, line in enumerate(lines) if n not in used and line.reason not in _UNSAID]
    return list(dict.fromkeys(f"{line.reason or 'elsewhere'}: {line.text[:120]}" for line in left))[:300]


def _unwrapped(text: str) -> list[str]:
    """The lines; when paragraphs are folded at a margin, they are joined again."""
    lines = [clean(line[:LONGEST]) for line in re.split(r"\r\n?|\n|\u2028|\u2029", text)[: 3 * MOST_LINES]]
    chunks = [chunk.strip().split("\n") for chunk in re.split(r"\n{2,}", "\n".join(lines)) if chunk.strip()]
    folded = [line for chunk in chunks for line in chunk[:-1]]
    margin = max(map(len, lines), default=0)
    if len(folded) >= 4 and margin <= 100 and all(len(line) >= 0.6 * margin for line in folded):
        return [clean(" ".join(chunk)) for chunk in chunks]
    return [line for line in lines if line]


def _mark(lines: list[Line], listed: set[int]) -> None:
    """Give each line that is noise by its words its reason; titles of panels are left for later."""
    for n, line in enumerate(lines):
        if n in listed:
            line.reason = "essentials"
        elif topics.is_labelled(line.text):
            line.reason = "topics"
        elif line.linked > 0.8 and not is_prose(line.text):
            line.reason = line.reason or "related"
        elif panels.kind_of_title(line) in ("related", "latest", "comments"):
            continue
        elif not (line.kind in ("item", "quotation") and (len(line.text) > 60 or line.node is not None)):
            line.reason = line.reason or noise.reason(line.text)


def _claim(lines: list[Line], head: int, claims: Claims) -> None:
    """What a plain text says of its paper: the rights line, the title of the window."""
    for line in lines:
        found = _COPYRIGHT.search(line.text) if "©" in line.text or "copyright" in line.text.lower() else None
        if found and (not pictures.is_credit_line(line.text) or re.search(r"(19|20)\d\d", line.text)):
            claims.add("outlet", clean(found["name"]), "rights")
    window = re.compile(re.escape(lines[head].text) + r"\s+[|–—-]\s+")
    claims.add("title", next((line.text for line in lines if window.match(line.text)), None), "window")


def _captions(lines: list[Line], start: int, end: int) -> list[Picture]:
    """Lines that end with a credit, and those just above a lone credit, are captions."""
    credited = [n for n in range(start, min(end, len(lines))) if lines[n].reason in (None, "legal")]
    return [_caption(lines, n, start) for n in credited if pictures.is_credit_line(lines[n].text)]


def _caption(lines: list[Line], n: int, start: int) -> Picture:
    caption, credit = pictures.split(lines[n].text)
    lines[n].reason = "caption"
    if caption is None and n > start and lines[n - 1].free and len(lines[n - 1].text) < 160:
        caption = lines[n - 1].text
        lines[n - 1].reason = "caption"
    return Picture(None, caption, credit)


def _standfirst(lines: list[Line], head: int, listed_at: int) -> str | None:
    """A sentence between headline and byline, or alone before the essentials or the caption."""
    near = range(head + 1, min(head + 12, len(lines)))
    anchors = [n for n in near if lines[n].reason in ("byline", "date")]
    before = [n for n in near if anchors and n < anchors[0] and lines[n].free and len(lines[n].text) > 40]
    stop = next((n for n in near if lines[n].reason in ("essentials", "caption")), None)
    if not before and stop:
        before = [n for n in range(head + 1, stop) if lines[n].free and is_prose(lines[n].text)]
    if len(before) != 1:
        return None
    lines[before[0]].reason = "standfirst"
    return lines[before[0]].text


def _from_opening(lines: list[Line], chosen: list[int]) -> list[int]:
    """The text from its first prose on, or from the cross-head or short sentence that opens it."""
    for place, n in enumerate(chosen):
        if is_prose(lines[n].text) or lines[n].kind in ("item", "quotation") or _opens(lines, chosen, place):
            return chosen[place:]
    return []


def _opens(lines: list[Line], chosen: list[int], place: int) -> bool:
    n, ahead = chosen[place], chosen[place + 1] if place + 1 < len(chosen) else None
    if ahead is None or not is_prose(lines[ahead].text):
        return False
    above = [line.reason for line in lines[max(0, n - 8) : n]]
    if ends_a_sentence(lines[n].text):
        return any(reason in ("essentials", "byline", "date") for reason in above)
    titled = 12 < len(lines[n].text) < 90 and is_title(lines[n].text) and ahead == n + 1
    return titled and (lines[n].kind == "heading" or "essentials" in above[-2:])


def _sign_off(lines: list[Line], chosen: list[int], span: tuple[int, int], seen: surroundings.Surroundings) -> None:
    """“(Reporting by X; Editing by Y)” at the end of agency copy."""
    for n in range(chosen[-1], min(span[1] + 4, len(lines))) if chosen else []:
        byline = bylines.read(lines[n].text) if len(lines[n].text) < 160 else bylines.Byline([])
        if byline.authors or byline.editor:
            seen.editor = seen.editor or byline.editor
            seen.authors += byline.authors if not seen.authors else []
            lines[n].reason = "byline"
            chosen[:] = [other for other in chosen if other != n]


def _address(lines: list[Line]) -> str | None:
    """An address alone on its line."""
    for line in lines:
        found = _ADDRESS.search(line.text)
        if found and len(line.text) - len(found[0]) < 25 and _has_path(found[0]):
            return found[0].rstrip(".,)")
    return None


def _has_path(address: str) -> bool:
    try:
        return bool(urlsplit(address).path.strip("/"))
    except ValueError:
        return False


def _label(lines: list[Line], head: int) -> str | None:
    """The short label just above the headline."""
    for line in reversed(lines[max(0, head - 3) : head]):
        if (
            line.free
            and surroundings.is_label(line.text)
            and panels.kind_of_title(line) is None
            and len(words(line.text)) <= 3
        ):
            return line.text
    return None
