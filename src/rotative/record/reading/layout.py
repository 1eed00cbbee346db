"""What each line of an input is: title, paragraph, cross-head, block quotation; or outside, a part of the page around the story.

An article given alone stays whole, but for lines that are of no story anywhere ("Lire aussi"). Where the lines
before or after the prose are those of a page, the story is what lies between its title and its last paragraph.
"""
from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from typing import Literal

from rotative.record.reading.furniture import is_furniture, is_page_line, opens_comments, opens_other_stories

BlockKind = Literal["title", "paragraph", "heading", "quote", "outside"]

_SENTENCE_END = re.compile(r"[.!?…:;][\s»”\"')\]]*\Z|[»”]\Z")
_QUOTED = re.compile(r"(?:«[^«»]*»|“[^“”]*”|\"[^\"]*\")[\s.,]*\Z")
_PROSE_WORDS = 12
_TITLE_WORDS = 30
_HEAD_WORDS = 14
_MENU = 4


def kinds(lines: Sequence[str], gaps: Sequence[bool]) -> list[BlockKind]:
    """The kind of each line. gaps: whether an empty line follows it."""
    first, last = _story(lines) if _is_page(lines) else (0, len(lines))
    found: list[BlockKind] = ["outside"] * len(lines)
    page = (first, last) != (0, len(lines))
    inside = [at for at in range(first, last) if not _is_out(lines, at, page)]
    for order, at in enumerate(inside):
        found[at] = _kind(lines, gaps, inside, order)
    return found


def _is_out(lines: Sequence[str], at: int, page: bool) -> bool:
    return (page or at > 0) and is_furniture(lines[at]) or page and is_page_line(lines[at])


def _is_page(lines: Sequence[str]) -> bool:
    """Whether a run of menu lines, or two lines that are of no story, stand about the prose."""
    furniture = sum(map(is_furniture, lines))
    return furniture > 2 or _menu_run(lines) >= _MENU and furniture > 0 or _menu_run(lines) > 2 * _MENU


def _menu_run(lines: Sequence[str]) -> int:
    """How many short lines stand before the first prose."""
    first = _first_prose(lines)
    return sum(len(line.split()) <= 4 and not _SENTENCE_END.search(line) for line in lines[:first]) if first < len(lines) else 0


def _first_prose(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if _is_prose(line)), len(lines))


def _is_prose(line: str) -> bool:
    return len(line.split()) >= _PROSE_WORDS and bool(_SENTENCE_END.search(line)) and not is_furniture(line)


def _story(lines: Sequence[str]) -> tuple[int, int]:
    """From the title to the last paragraph; all of it where there is no prose."""
    first = _first_prose(lines)
    end = next((at for at in range(first, len(lines)) if opens_comments(lines[at])), len(lines))
    prose = [at for at in range(end) if _is_prose(lines[at])]
    if not prose:
        return 0, len(lines)
    return _title(lines, prose[0]), _past(lines, prose, end)


def _title(lines: Sequence[str], prose: int) -> int:
    """The line of most words before the first prose, not too far above it; the prose itself where none is a title."""
    above = [at for at in range(max(0, prose - 10), prose) if _may_be_title(lines[at])]
    return max(above, key=lambda at: (len(lines[at].split()), at), default=prose)


def _may_be_title(line: str) -> bool:
    return 3 <= len(line.split()) <= _TITLE_WORDS and not is_furniture(line) and not is_page_line(line)


def _past(lines: Sequence[str], prose: Sequence[int], end: int) -> int:
    """Where the story ends: after its last prose, with the short sentences right behind, and before other stories."""
    last = prose[-1]
    for at in range(prose[0], last):
        if opens_other_stories(lines[at]) and not _goes_on(prose, at):
            last = prose[bisect(prose, at) - 1]
            break
    while last + 1 < end and _SENTENCE_END.search(lines[last + 1]) and not is_furniture(lines[last + 1]):
        last += 1
    return last + 1


def _goes_on(prose: Sequence[int], at: int) -> bool:
    """Whether the story goes on behind links to others: two paragraphs or more follow."""
    return len(prose) - bisect(prose, at) > 1


def _kind(lines: Sequence[str], gaps: Sequence[bool], inside: Sequence[int], order: int) -> BlockKind:
    line = lines[inside[order]]
    if order == 0 and len(inside) > 1 and _is_head(line, _TITLE_WORDS) and (gaps[inside[0]] or _is_prose(lines[inside[1]])):
        return "title"
    if line.startswith(">") or _QUOTED.fullmatch(line):
        return "quote"
    return "heading" if _is_cross_head(lines, inside, order) else "paragraph"


def _is_head(line: str, words: int) -> bool:
    return len(line.split()) <= words and not re.search(r"[.,;:…–—-]\Z", line) and not is_page_line(line)


def _is_cross_head(lines: Sequence[str], inside: Sequence[int], order: int) -> bool:
    """Whether a short line with no stop stands alone before prose, after a line that is none itself."""
    if not 0 < order < len(inside) - 1 or not _is_head(lines[inside[order]], _HEAD_WORDS):
        return False
    before, after = lines[inside[order - 1]], lines[inside[order + 1]]
    line = lines[inside[order]]
    return line[:1].isalnum() and _is_prose(after) and (order == 1 or bool(_SENTENCE_END.search(before)))
