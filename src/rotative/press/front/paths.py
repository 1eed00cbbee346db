"""From the path that a reader asks for to the file that may hold its answer, never out of its folder.

Paths come decoded. One that the paper could never have written (control characters, a
backslash, a part that begins with a dot) has no file, so the disk is not asked.
"""
from __future__ import annotations

import re
from urllib.parse import quote

PAGE = "index.html"
ANSWER = "+answer"  # no slug has a plus
MISSING = "/+missing/"  # where the page for what is missing is printed, by language
ENDINGS = {"br": ".br", "gzip": ".gz"}  # of the packed forms that lie beside a file
SMALL = 256  # bytes; what is smaller is not packed
TYPES = {
    "html": "text/html; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "webmanifest": "application/manifest+json; charset=utf-8",
}
# Also refused: the sign of a path encoded twice, and the one that stands for bytes which are no text.
_FOREIGN = re.compile(r"[\x00-\x1f\x7f\\%\ufffd]|/\.|[^/]{256}|.{1025}")
_PACKED_ALREADY = re.compile(r"\.(?:woff2|webp|avif|jpg|png)$")
_ASSET = re.compile(r"/_/[\w-]+\.[0-9a-f]{16}\.(?:css|js|woff2|svg|png)")


def missing_path(language: str) -> str:
    """Where the page that says that there is no such page is printed, in a language."""
    return f"{MISSING}{language}"


def file_of(path: str) -> str | None:
    """The file of the edition that a path names, or None when there can be none."""
    if not _is_clean(path):
        return None
    if path.endswith("/"):
        return f"{path[1:]}{PAGE}"
    last = path.rpartition("/")[2]
    return path[1:] if last != PAGE and last.rpartition(".")[2] in TYPES and "." in last else None


def is_address(path: str) -> bool:
    """Whether the paper may have something at a path as it is written: a page, whose path ends with a slash, or a file.

    A path that is written otherwise names the same files as another, which nobody may print or take away under its name.
    """
    if not _is_clean(path):
        return False
    if path.startswith(MISSING):
        return not path.endswith("/")
    last = path.rpartition("/")[2]
    return not last or ("." in last and last != PAGE and not last.endswith(tuple(ENDINGS.values())))


def answer_of(path: str) -> str | None:
    """The file that holds the answer of a path where nothing is printed, such as a redirect."""
    return f"{path.strip('/')}/{ANSWER}".lstrip("/") if _is_clean(path) else None


def tidied(path: str) -> str:
    """A path as the paper writes it: small letters, single slashes, one at the end of a page's."""
    tidy = re.sub(r"/{2,}", "/", path.lower())
    return tidy if tidy.endswith("/") or "." in tidy.rpartition("/")[2] else f"{tidy}/"


def location(path: str, query: str) -> str:
    """A path as a ``Location`` header has it, with the query that came before its fragment."""
    address, hash_, fragment = quote(path, safe="/:?#[]@!$&'()*+,;=%~").partition("#")
    asked = f"{'&' if '?' in address else '?'}{query}" if query else ""
    return f"{address}{asked}{hash_}{fragment}"


def is_packed(name: str, size: int) -> bool:
    """Whether a file has packed forms beside it: one that gains by it."""
    return size >= SMALL and not _PACKED_ALREADY.search(name)


def content_type(path: str) -> str:
    return TYPES["html" if path.endswith("/") else path.rpartition(".")[2]]


def is_asset(path: str) -> bool:
    """Whether a name holds the digest of its bytes, so that it may be kept for ever."""
    return _ASSET.fullmatch(path) is not None


def _is_clean(path: str) -> bool:
    return path.startswith("/") and "//" not in path and not _FOREIGN.search(path)
