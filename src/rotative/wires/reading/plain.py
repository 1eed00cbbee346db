"""The story in the plain text of a page: one line for each block, menus and panels among them."""

import re
from urllib.parse import urlsplit

from . import assembly, bylines, dates, essentials, noise, panels, pictures, quotations, surroundings, topics
from .claims import Claims
from .language import guess
from .lines import Line
from .story import Block, Picture, Story
from .unreadable import Unreadable
from .wording import alike, begins, clean, ends_a_sentence, is_prose, is_title, key, words

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\s*,?\s*(?P<name>[^\d|.–—-][^|.–—]{1,40}?)\s*(?:[|.–—-]|,|tous|all|$)", re.I)
_FEW = 25


def read(text: str, address: str | None, zone: str) -> Story:
    lines = [_line(said) for said in _unwrapped(text)]
    listed_at, listed, texts = essentials.find(lines)
    _mark(lines, listed_at, listed)
    start, end = _span(lines)
    if end <= start:
        raise Unreadable("no_article" if len(lines) < 12 else "list_of_links")
    core = min(start, listed_at) if listed_at >= 0 else start
    head = _headline(lines, core)
    if head is None:
        raise Unreadable("no_article")
    return _story(lines, head, (start, end), (listed_at, listed, texts), (address, zone))


def _story(lines: list[Line], head: int, span: tuple[int, int], found: tuple, where: tuple) -> Story:
    listed_at, listed, texts = found
    panels.mark(lines, head + 1, set())
    claims = _claims(lines, head)
    first = _first(lines, head, span[0])
    tongue = guess(" ".join(line.text for line in lines[span[0] : span[1]]))
    seen = surroundings.look(lines, head, first, tongue)
    shown = _captions(lines, head + 1, span[1])
    standfirst = _standfirst(lines, head, listed_at, listed)
    chosen = [n for n in range(head + 1, span[1]) if lines[n].free]
    chosen = chosen[next((place for place, n in enumerate(chosen) if is_prose(lines[n].text) or lines[n].kind == "item" or _opens(lines, chosen, place)), len(chosen)) :]
    _sign_off(lines, chosen, range(span[0], min(span[1] + 4, len(lines))), seen)
    body = _blocks(lines, chosen)
    if sum(len(words(block.text)) for block in body if block.kind != "heading") < _FEW:
        raise Unreadable("no_article")
    draft = assembly.Draft(lines[head].text, body, claims, seen, where[1], standfirst, texts, shown, topics.of(lines), *_address(lines, head, where[0]))
    seen.section = seen.section or _label(lines, head)
    draft.guessed |= {"headline"}
    draft.left_out = list(dict.fromkeys(f"{line.reason or 'elsewhere'}: {line.text[:120]}" for n, line in enumerate(lines)
                                        if n not in chosen and n != head and line.reason not in ("essentials", "byline", "date", "topics", "caption", "standfirst")))[:300]
    return draft.story()


def _unwrapped(text: str) -> list[str]:
    """The lines; when paragraphs are folded at a margin, they are joined again."""
    lines = [clean(line) for line in re.split(r"\r\n?|\n|\u2028|\u2029", text)]
    full = [line for line in lines if line]
    chunks = [chunk.strip().split("\n") for chunk in re.split(r"\n{2,}", "\n".join(lines)) if chunk.strip()]
    folded = [line for chunk in chunks for line in chunk[:-1]]
    if full and len(folded) >= 4 and max(map(len, full)) <= 100 and all(len(line) >= 0.6 * max(map(len, full)) for line in folded):
        return [clean(" ".join(chunk)) for chunk in chunks]
    return full


def _line(text: str) -> Line:
    bullet = essentials.BULLET.match(text) if not re.match(r"[-–—]\s", text) or len(text) < 300 else None
    return Line(text, "item" if bullet and not bylines.is_person(text[bullet.end() :]) else "paragraph")


def _mark(lines: list[Line], listed_at: int, listed: list[int]) -> None:
    for n, line in enumerate(lines):
        if n in listed or n == listed_at:
            line.reason = "essentials"
        elif topics.is_labelled(line.text):
            line.reason = "topics"
        elif not (line.kind == "item" and len(line.text) > 60):
            line.reason = noise.reason(line.text)


def _span(lines: list[Line]) -> tuple[int, int]:
    """The stretch with most prose and least of anything else."""
    best, start, total, span = 0.0, 0, 0.0, (0, 0)
    for n, line in enumerate(lines):
        total += _worth(line)
        if total <= 0:
            start, total = n + 1, 0.0
        elif total > best and line.free:
            best, span = total, (start, n + 1)
    return span


def _worth(line: Line) -> float:
    kind = panels.kind_of_title(line)
    if kind == "comments":
        return -5000
    if line.reason == "essentials":
        return 10
    if kind and kind not in ("weak comments", "topics"):
        return -250
    if line.reason:
        return -40 if line.reason != "legal" else -120
    if line.kind == "item":
        return 20
    return min(300, len(line.text)) if is_prose(line.text) or quotations.is_whole_quote(line.text) else (30 if ends_a_sentence(line.text) else -25)


def _headline(lines: list[Line], core: int) -> int | None:
    """The title-like line that best stands before byline, date and text."""
    titles = [n for n in range(core) if _may_be_headline(lines[n])]
    return max(titles, key=lambda n: (_headline_score(lines, n, core), n), default=core - 1 if core else None)


def _may_be_headline(line: Line) -> bool:
    text = line.text
    return (line.free or line.reason == "related") and not text[:1].islower() and not pictures.is_credit_line(text) and 12 <= len(text) <= 250 and len(words(text)) >= 3 and not dates.only_a_date(text) and panels.kind_of_title(line) is None \
        and not bylines.read(text).authors and not bylines.read(text).editor and not (is_prose(text) and text.endswith(".") and len(text) > 110)


def _headline_score(lines: list[Line], n: int, core: int) -> float:
    text = lines[n].text
    ahead = [line for line in lines[n + 1 : n + 5]]
    signed = any(_is_anchor(line) for line in ahead[:1]) * 3 or any(_is_anchor(line) for line in ahead[:3]) * 2 or any(_is_anchor(line) for line in ahead) * 0.8
    repeated = 2 * any(other is not lines[n] and len(other.text) < len(text) + 60 and (begins(other.text, text) or key(other.text).endswith(key(text))) for other in lines)
    sized = 1.0 if 25 <= len(text) <= 160 else 0.0
    panel = next((kind for other in reversed(lines[max(0, n - 6) : n]) if not _is_anchor(other) for kind in [panels.kind_of_title(other)] if kind), None)
    outlet_line = 1.5 if re.search(r"\s[|–—-]\s[^|–—-]{3,40}$", text) and repeated else 0
    return signed + repeated + sized - (1.5 if panel in ("latest", "related") else 0) - outlet_line - min(3.0, 0.12 * (core - n)) - (3.4 if text.endswith(".") else 0)


def _is_anchor(line: Line) -> bool:
    byline = bylines.read(line.text) if len(line.text) < 200 else None
    return bool(byline and (byline.authors or byline.editor)) or dates.only_a_date(line.text) or bylines.label_alone(line.text) is not None


def _first(lines: list[Line], head: int, start: int) -> int:
    """Where the text begins: the first prose after the headline that is no byline."""
    return next((n for n in range(max(head + 1, start), len(lines)) if lines[n].free and is_prose(lines[n].text) and not _is_anchor(lines[n])), len(lines))


def _claims(lines: list[Line], head: int) -> Claims:
    """What a plain text says of its paper: the rights line, the title of the window."""
    claims = Claims()
    for line in lines:
        found = _COPYRIGHT.search(line.text) if "©" in line.text or "copyright" in line.text.lower() else None
        if found and not pictures.is_credit_line(line.text) or found and re.search(r"(19|20)\d\d", line.text):
            claims.add("outlet", clean(found["name"]), "rights")
    title = next((line.text for line in lines if line is not lines[head] and re.match(re.escape(lines[head].text) + r"\s+[|–—-]\s+", line.text)), None)
    claims.add("title", title, "window")
    return claims


def _captions(lines: list[Line], start: int, end: int) -> list[Picture]:
    """Lines that end with a credit, and those just above a lone credit, are captions."""
    found = []
    for n in range(start, min(end, len(lines))):
        if lines[n].reason in (None, "legal") and pictures.is_credit_line(lines[n].text):
            caption, credit = pictures.split(lines[n].text)
            above = lines[n - 1] if caption is None and n > start and lines[n - 1].free and len(lines[n - 1].text) < 160 else None
            found.append(Picture(None, caption or (above.text if above else None), credit))
            lines[n].reason = "caption"
            if above:
                above.reason = "caption"
    return found


def _standfirst(lines: list[Line], head: int, listed_at: int, listed: list[int]) -> str | None:
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


def _opens(lines: list[Line], chosen: list[int], place: int) -> bool:
    """A cross-head or a short sentence right before the first prose, after byline and essentials."""
    n = chosen[place]
    following = chosen[place + 1] if place + 1 < len(chosen) else None
    headed = any(lines[m].reason in ("essentials", "byline", "date") for m in range(max(0, n - 8), n))
    return following is not None and is_prose(lines[following].text) and headed and (ends_a_sentence(lines[n].text) or following == n + 1 and 12 < len(lines[n].text) < 90 and is_title(lines[n].text)
                                                                                      and any(line.reason == "essentials" for line in lines[max(0, n - 2) : n]))


def _blocks(lines: list[Line], chosen: list[int]) -> list[Block]:
    made: list[Block] = []
    for n in _unmarked_items(lines, chosen):
        lines[n].kind = "item"
    for place, n in enumerate(chosen):
        ahead = lines[chosen[place + 1]].text if place + 1 < len(chosen) else ""
        _append(made, lines[n], ahead, n - 1 in chosen)
    while made and (made[-1].kind == "heading" or made[-1].kind == "paragraph" and not ends_a_sentence(made[-1].text) and len(made[-1].text) < 60):
        made.pop()
    return made


def _sign_off(lines: list[Line], chosen: list[int], around: range, seen: surroundings.Surroundings) -> None:
    """“(Reporting by X; Editing by Y)” at the end of agency copy."""
    for n in [n for n in around if n >= chosen[-1]] if chosen else []:
        byline = bylines.read(lines[n].text) if len(lines[n].text) < 160 else bylines.Byline([])
        if byline.authors or byline.editor:
            seen.editor = seen.editor or byline.editor
            seen.authors += byline.authors if not seen.authors else []
            lines[n].reason = "byline"
            if n in chosen:
                chosen.remove(n)


def _unmarked_items(lines: list[Line], chosen: list[int]) -> list[int]:
    """Short lines after a colon are a list, though nothing marks them."""
    found: list[int] = []
    for place, n in enumerate(chosen):
        if lines[n].text.endswith(":") and lines[n].kind == "paragraph":
            run = _run_of_items(chosen[place + 1 : place + 16], lines)
            found += run if len(run) >= 2 else []
    return found


def _run_of_items(following: list[int], lines: list[Line]) -> list[int]:
    run: list[int] = []
    for n in following:
        text = lines[n].text
        if len(text) > 170 or text.endswith(":") or run and lines[run[-1]].text.endswith(".") and not lines[run[0]].text.endswith("."):
            break
        if run and text[:1].isupper() != lines[run[0]].text[:1].isupper():
            break
        run.append(n)
    return run


def _append(made: list[Block], line: Line, ahead: str, joined: bool) -> None:
    last, text = made[-1] if made else None, line.text
    if last and last.kind == "quotation" and not last.speaker and re.match(r"[-–—]\s?\S", text) and len(text) < 140:
        made[-1] = Block("quotation", last.text, quotations.speaker(text))
    elif line.kind == "item":
        item = clean(essentials.BULLET.sub("", text))
        if last and last.kind == "list" and joined:
            made[-1] = Block("list", f"{last.text}\n{item}")
        else:
            made.append(Block("list", item))
    elif quotations.is_whole_quote(text) and not _is_quoted_head(text, ahead):
        made.append(Block("quotation", text))
    elif re.match(r"[«“\"]", text) and quotations_tail(text):
        made.append(quotations_tail(text))
    elif _is_quoted_head(text, ahead) or is_title(text) and len(text) <= 120 and not ends_a_sentence(text) and (is_prose(ahead) or len(ahead) > 60 or quotations.is_whole_quote(ahead)) \
            or text.endswith(("?", "!")) and len(text) <= 80 and is_prose(ahead) and is_title(text) and not re.match(r"[«“\"]", text):
        made.append(Block("heading", text))
    else:
        made.append(Block("paragraph", text))


def _is_quoted_head(text: str, ahead: str) -> bool:
    """“Nobody told us”: few words in quotation marks and no full stop are a cross-head."""
    return len(text) <= 80 and bool(re.match(r"[«“\"][^«»“”\"]+[^.!?…\s«»“”\"][\s\u00a0\u202f]*[»”\"]$", text)) and len(ahead) > 60


def quotations_tail(text: str) -> Block | None:
    """“Words.” — Name, on one line."""
    found = re.fullmatch(r"([«“\"][^«»“”\"]{20,}[»”\"][.!?]?)\s+[-–—]\s*([^«»“”\"]{3,90})", text)
    return Block("quotation", found[1], clean(found[2])) if found else None


def _address(lines: list[Line], head: int, address: str | None) -> tuple[str | None, set[str]]:
    """An address alone on its line; else the one the text came from."""
    for line in lines:
        found = _ADDRESS.search(line.text)
        if found and len(line.text) - len(found[0]) < 25 and urlsplit(found[0]).path.strip("/"):
            return found[0].rstrip(".,)"), {"canonical"}
    return (address, {"canonical"}) if address else (None, set())


def _label(lines: list[Line], head: int) -> str | None:
    """The short label just above the headline."""
    for line in reversed(lines[max(0, head - 3) : head]):
        if surroundings.is_label(line.text) and line.free and panels.kind_of_title(line) is None and len(words(line.text)) <= 3:
            return line.text
    return None
