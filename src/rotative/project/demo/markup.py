"""A reporter's marks as the desk's rich text: *italic*, **bold**, [words](/pays/slug/), lists.

Knows no framework; ``page_at`` says which page stands at an address of the paper.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

PageAt = Callable[[str], int | None]

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")


def inline(text: str, page_at: PageAt) -> str:
    """One run of text. A link to a page that is not there keeps its words only."""
    safe = escape(text, quote=False)
    linked = _LINK.sub(lambda found: _anchor(found[1], found[2], page_at), safe)
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", linked))


def _anchor(words: str, address: str, page_at: PageAt) -> str:
    if not address.startswith("/"):
        quoted = address.replace('"', "%22")
        return f'<a href="{quoted}">{words}</a>'
    page = page_at(address.partition("#")[0])
    return f'<a linktype="page" id="{page}">{words}</a>' if page else words


def paragraphs(text: str, page_at: PageAt) -> str:
    """Paragraphs and lists, separated by empty lines."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "".join(_part(part, page_at) for part in parts)


def _part(part: str, page_at: PageAt) -> str:
    lines = part.splitlines()
    if all(line.startswith("- ") for line in lines):
        return items((line[2:] for line in lines), False, page_at)
    return f"<p>{inline(' '.join(lines), page_at)}</p>"


def items(texts: Iterable[str], ordered: bool, page_at: PageAt) -> str:
    """A list."""
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{''.join(f'<li>{inline(each, page_at)}</li>' for each in texts)}</{tag}>"


def plain(text: str) -> str:
    """The words of a text without its marks."""
    return _ITALIC.sub(r"\1", _BOLD.sub(r"\1", _LINK.sub(r"\1", text)))
