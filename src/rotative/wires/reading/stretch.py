"""Where a story stands among the lines of a page that no markup sorts."""

import re

from . import bylines, dates, panels, pictures, quotations
from .lines import Line
from .wording import ends_a_sentence, is_prose, key, words


def span(lines: list[Line], since: int = 0) -> tuple[int, int]:
    """The stretch with most prose and least of anything else."""
    best, start, total, span = 0.0, since, 0.0, (since, since)
    for n, line in enumerate(lines[since:], since):
        total += _worth(line)
        if total <= 0:
            start, total = n + 1, 0.0
        elif total > best and line.free:
            best, span = total, (start, n + 1)
    return span[0], _with_rest(lines, span[1])


def _with_rest(lines: list[Line], end: int) -> int:
    """A last line of text after a link to another story is still of the text."""
    while end + 2 < len(lines) and end and panels.is_one_link(lines, end):
        end += 3
    return end


def _worth(line: Line) -> float:
    kind = panels.kind_of_title(line)
    if kind == "comments":
        return -5000
    if line.reason == "essentials":
        return 10
    if kind and kind not in ("weak comments", "topics"):
        return -60 if kind == "related" else -250
    if line.reason:
        return -40 if line.reason != "legal" else -120
    if line.kind == "item":
        return 20
    if line.kind == "heading" or line.kind == "quotation":
        return 10
    return (
        min(300, len(line.text))
        if is_prose(line.text) or quotations.is_whole_quote(line.text)
        else _worth_of_a_short_one(line.text)
    )


def _worth_of_a_short_one(text: str) -> int:
    if len(text) >= 30 and text.endswith("."):
        return 45
    return 30 if ends_a_sentence(text) else -25


def headline(lines: list[Line], core: int) -> int | None:
    """The title-like line that best stands before byline, date and text."""
    titles = [n for n in range(core) if _may_be_headline(lines[n])]
    return max(titles, key=lambda n: (_headline_score(lines, n, core), n), default=core - 1 if core else None)


def _may_be_headline(line: Line) -> bool:
    text = line.text
    return (
        (line.free or line.reason == "related")
        and not text[:1].islower()
        and not pictures.is_credit_line(text)
        and 12 <= len(text) <= 250
        and len(words(text)) >= 3
        and not dates.only_a_date(text)
        and panels.kind_of_title(line) is None
        and not bylines.read(text).authors
        and not bylines.read(text).editor
        and not (is_prose(text) and text.endswith(".") and len(text) > 110)
    )


def _headline_score(lines: list[Line], n: int, core: int) -> float:
    """What speaks for a line: byline and date close below, its name repeated, its size."""
    text = lines[n].text
    signed = next(
        (
            weight
            for reach, weight in ((1, 5.0), (2, 4.0), (4, 1.5))
            if any(map(is_anchor, lines[n + 1 : n + 1 + reach]))
        ),
        0.0,
    )
    repeated = 2.0 * any(_repeats(other.text, text) for other in lines if other is not lines[n])
    listed = 2.5 * (signed < 4 and _is_in_a_panel(lines, n))
    closed = 3.4 * text.endswith(".") + 0.6 * (not text[:1].isupper())
    windowed = 1.5 * (repeated > 0 and bool(re.search(r"\s[|–—-]\s[^|–—-]{3,40}$", text)))
    return signed + repeated + (25 <= len(text) <= 160) - listed - closed - windowed - min(3.0, 0.12 * (core - n))


def _repeats(other: str, text: str) -> bool:
    """The title of the window, or the end of a trail."""
    if not len(text) < len(other) < len(text) + 60:
        return False
    windowed = key(other).startswith(key(text)) and re.match(r"\s*[|:-]\s", key(other)[len(key(text)) :])
    return bool(windowed or key(other).endswith(key(text)) and re.search(r"[>›»/]", other))


def _is_in_a_panel(lines: list[Line], n: int) -> bool:
    for other in reversed(lines[max(0, n - 6) : n]):
        if is_anchor(other):
            return False
        if panels.kind_of_title(other) in ("latest", "related"):
            return True
    return False


def is_anchor(line: Line) -> bool:
    byline = bylines.read(line.text) if len(line.text) < 200 else None
    return (
        bool(byline and (byline.authors or byline.editor))
        or dates.only_a_date(line.text)
        or bylines.label_alone(line.text) is not None
    )


def first_of_text(lines: list[Line], head: int, start: int) -> int:
    """Where the text begins: the first prose after the headline, its standfirst and its bylines."""
    prose = [n for n in range(max(head + 1, start), len(lines)) if _is_text(lines[n])]
    second = prose[1] if len(prose) > 1 else len(lines)
    signed = [n for n in range(head + 1, min(head + 12, second)) if is_anchor(lines[n])]
    return next((n for n in prose if not signed or n > signed[-1]), len(lines))


def _is_text(line: Line) -> bool:
    return line.free and is_prose(line.text) and not is_anchor(line)
