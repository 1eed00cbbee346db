"""HTML that stands outside the paper, as in a feed: every address in it is absolute. Pure."""
from __future__ import annotations

import re
from urllib.parse import urljoin

TAG = re.compile(r"<[a-zA-Z][^>]*>")
ADDRESS = re.compile(r"""(\s(?:href|src|poster))=(["'])(.*?)\2""", re.S)
CANDIDATES = re.compile(r"""(\ssrcset)=(["'])(.*?)\2""", re.S)


def absolute(html: str, page: str) -> str:
    """A fragment with its links, pictures and sizes of pictures resolved against the ``page`` it comes from."""
    return TAG.sub(lambda tag: _resolved(tag[0], page), html)


def _resolved(tag: str, page: str) -> str:
    tag = ADDRESS.sub(lambda found: f"{found[1]}={found[2]}{urljoin(page, found[3])}{found[2]}", tag)
    return CANDIDATES.sub(lambda found: f"{found[1]}={found[2]}{_all_of(found[3], page)}{found[2]}", tag)


def _all_of(candidates: str, page: str) -> str:
    """The sizes of a picture: an address each, and what it is for."""
    parts = [each.split() for each in re.split(r",\s+", candidates.strip()) if each.strip()]
    return ", ".join(" ".join([urljoin(page, part[0]), *part[1:]]) for part in parts)
