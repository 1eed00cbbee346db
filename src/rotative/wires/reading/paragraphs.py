"""Lines that no markup sorts, made into paragraphs, cross-heads, quotations and lists."""

import re

from . import essentials, quotations
from .lines import Line
from .story import Block
from .wording import clean, ends_a_sentence, is_prose, is_title


def blocks(lines: list[Line], chosen: list[int]) -> list[Block]:
    made: list[Block] = []
    for n in _unmarked_items(lines, chosen):
        lines[n].kind = "item"
    for place, n in enumerate(chosen):
        ahead = lines[chosen[place + 1]].text if place + 1 < len(chosen) else ""
        _append(made, lines[n], ahead, n - 1 in chosen)
    while made and (
        made[-1].kind == "heading"
        or made[-1].kind == "paragraph"
        and not ends_a_sentence(made[-1].text)
        and len(made[-1].text) < 60
    ):
        made.pop()
    return made


def _unmarked_items(lines: list[Line], chosen: list[int]) -> list[int]:
    """Short lines after a colon are a list, though nothing marks them."""
    found: list[int] = []
    if any(lines[n].kind == "item" and lines[n].node is not None for n in chosen):
        return found
    for place, n in enumerate(chosen):
        if lines[n].text.endswith(":") and lines[n].kind == "paragraph":
            run = _run_of_items(chosen[place + 1 : place + 16], lines)
            found += run if len(run) >= 2 else []
    return found


def _run_of_items(following: list[int], lines: list[Line]) -> list[int]:
    run: list[int] = []
    for n in following:
        text = lines[n].text
        if (
            len(text) > 170
            or text.endswith(":")
            or run
            and lines[run[-1]].text.endswith(".")
            and not lines[run[0]].text.endswith(".")
        ):
            break
        if run and text[:1].isupper() != lines[run[0]].text[:1].isupper():
            break
        run.append(n)
    return run


def _append(made: list[Block], line: Line, ahead: str, joined: bool) -> None:
    last, text = made[-1] if made else None, line.text
    if last and last.kind in ("quotation", "paragraph") and not last.speaker and _is_signature(line, ahead):
        made[-1] = Block("quotation", last.text, quotations.speaker(text))
    elif line.kind == "item":
        item = clean(essentials.BULLET.sub("", text))
        if last and last.kind == "list" and joined:
            made[-1] = Block("list", f"{last.text}\n{item}")
        else:
            made.append(Block("list", item))
    elif line.kind == "quotation":
        _append_quotation(made, line)
    elif (
        line.kind == "heading" or line.bold > 0.9 and is_title(text) and len(text) <= 120 and not ends_a_sentence(text)
    ):
        made.append(Block("heading", text))
    elif quotations.is_whole_quote(text) and not _is_quoted_head(text, ahead):
        made.append(Block("quotation", text))
    elif signed := _signed(text):
        made.append(signed)
    elif _is_quoted_head(text, ahead) or _is_cross_head(text, ahead):
        made.append(Block("heading", text))
    else:
        made.append(Block("paragraph", text))


def _is_bare_title(text: str) -> bool:
    return is_title(text) and len(text) <= 120 and not ends_a_sentence(text)


def _is_cross_head(text: str, ahead: str) -> bool:
    """A bare title, or a short question, with text after it."""
    asked = text.endswith(("?", "!")) and len(text) <= 80 and is_title(text) and not re.match(r"[«“\"]", text)
    return asked and is_prose(ahead) or _is_bare_title(text) and (len(ahead) > 60 or quotations.is_whole_quote(ahead))


def _append_quotation(made: list[Block], line: Line) -> None:
    """A line marked as quoted: the words, or who said them."""
    last = made[-1] if made and made[-1].kind == "quotation" else None
    if last and not last.speaker and quotations.is_signature(line):
        made[-1] = Block("quotation", last.text, quotations.speaker(line.text))
    else:
        made.append(Block("quotation", line.text))


def _is_signature(line: Line, ahead: str) -> bool:
    """A dash and a name, on a line that neither closes as a sentence nor begins a list."""
    return (
        bool(re.match(r"[-–—]\s?[A-ZÀ-Ý]", line.text))
        and len(line.text) < 120
        and not line.text.endswith((".", ";", ",", ":", "?", "!"))
        and not re.match(r"[-–—]\s", ahead)
    )


def _is_quoted_head(text: str, ahead: str) -> bool:
    """“Nobody told us”: few words in quotation marks and no full stop are a cross-head."""
    return (
        len(text) <= 80
        and bool(re.match(r"[«“\"][^«»“”\"]+[^.!?…\s«»“”\"][\s\u00a0\u202f]*[»”\"]$", text))
        and len(ahead) > 60
    )


def _signed(text: str) -> Block | None:
    """“Words.” — Name, on one line."""
    found = re.fullmatch(r"([«“\"][^«»“”\"]{20,}[»”\"][.!?]?)\s+[-–—]\s*([^«»“”\"]{3,90})", text)
    return Block("quotation", found[1], clean(found[2])) if found else None
