"""Files of the open shelves of the media: sizes of pictures and the paper's logo, nothing else.

Which they are is said here, for the front and for ``library/serving.py``, which answers through Django.
"""
from __future__ import annotations

import os
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path
from urllib.parse import quote

from rotative.press.front import policy
from rotative.press.front.negotiation import has_already

PREFIX = "/media/"
TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
}
SHELVES = {"images": policy.FOR_EVER, "masthead": "public, max-age=3600, stale-while-revalidate=86400"}
ABSENT = b"There is no such file."


@dataclass(frozen=True)
class Sent:
    """What is answered: a file, or a few words."""

    status: int
    headers: list[tuple[str, str]]
    file: str = ""
    body: bytes = b""


def find(folder: Path, shelf: str, name: str) -> Path | None:
    """The file that an address names in a media folder; none for an address that leads out of its shelf."""
    if shelf not in SHELVES or Path(name).suffix.lower() not in TYPES:
        return None
    try:
        root = (folder / shelf).resolve()
        file = (root / name).resolve()
        if file.is_relative_to(root) and file.suffix.lower() in TYPES and file.is_file():
            return file
    except (ValueError, OSError, RuntimeError):  # a NUL, a name too long, a loop of links
        pass
    return None


class Media:
    """The media folder as readers see it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def answer(self, path: str, known: str) -> Sent:
        """What is at a path; ``known`` is the reader's ``If-None-Match``."""
        shelf, _, name = path.removeprefix(PREFIX).partition("/")
        file = find(self.folder, shelf, name)
        state = _state(file) if file else None
        if file is None or state is None:
            return Sent(404, [("content-type", "text/plain"), *policy.for_readers(policy.ALONE)], body=ABSENT)
        tag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
        headers = [("etag", tag), ("cache-control", SHELVES[shelf]), *policy.for_readers(policy.ALONE)]
        if has_already(known, tag):
            return Sent(304, headers)
        return Sent(200, [*_described(file, state), *headers], os.fspath(file))


def _state(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except OSError:  # it went just now
        return None


def _described(file: Path, state: os.stat_result) -> list[tuple[str, str]]:
    return [
        ("content-type", TYPES[file.suffix.lower()]),
        ("content-length", str(state.st_size)),
        ("content-disposition", f"inline; {_named(file.name)}"),
        ("last-modified", formatdate(state.st_mtime, usegmt=True)),
    ]


def _named(name: str) -> str:
    """A file's name as a header may have it (RFC 6266)."""
    if name.isascii() and not set(name) & set('"\\'):
        return f'filename="{name}"'
    return f"filename*=utf-8''{quote(name)}"
