"""Printed files as they are sent: each form of a page with its headers, made once when it is read.

``Edition`` has the pages, ``Answers`` what is not a page: redirects, pages gone or missing.
What is remembered is checked by one ``stat`` each time it is asked for.
"""
from __future__ import annotations

import gzip
import json
import logging
import os
import time
import zlib
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from rotative.press.front import paths, policy
from rotative.press.front.memory import Memory
from rotative.press.front.paths import ENDINGS, SMALL

Headers = list[tuple[str, str]]
Mark = tuple[int, int, int]

AGAIN = 1.0  # seconds until a form that did not match its page is looked for again
GONE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
log = logging.getLogger("rotative.front")


@dataclass(slots=True)
class Form:
    """One form of a page: its bytes, and what is said with them or in place of them."""

    body: bytes
    headers: Headers
    tag: str = ""
    unchanged: Headers = field(default_factory=list)


@dataclass(slots=True)
class Printed:
    """What is remembered of one file. ``until``: when a form that it lacks is looked for again."""

    file: str
    mark: Mark
    forms: dict[str, Form]
    status: int = 200
    until: float | None = None
    location: str = ""
    state: str = "hit"

    def is_true(self, found: os.stat_result) -> bool:
        """Whether the file is the one that was read, and nothing is to be looked for beside it."""
        same = self.mark == (found.st_mtime_ns, found.st_size, found.st_ino)
        return same and (self.until is None or self.until > time.monotonic())

    @property
    def size(self) -> int:
        return 2000 + sum(len(form.body) + 1500 for form in self.forms.values())


class Shelf:
    """A folder of printed files, and those of them that are remembered."""

    def __init__(self, folder: Path, memory: Memory[Printed]) -> None:
        self.folder, self.memory = os.fspath(folder), memory

    def find(self, path: str) -> Printed | None:
        """What is printed at a path now. When the disk fails, what was remembered, as ``stale``."""
        known = self.memory.get(path)
        file = self.file(path) if known is None else known.file
        if file is None:
            return None
        try:
            if known is not None and known.is_true(os.stat(file)):
                self.memory.use(path)
                return known
            return self._keep(path, self.read(path, file))
        except GONE:
            self.memory.drop(path)
            return None
        except (OSError, ValueError) as error:
            log.error("A printed file can not be read: %s", type(error).__name__)
            return known and replace(known, state="stale")

    def file(self, path: str) -> str | None:
        raise NotImplementedError

    def read(self, path: str, file: str) -> Printed:
        raise NotImplementedError

    def _keep(self, path: str, printed: Printed) -> Printed:
        self.memory.keep(path, printed)
        return printed


class Edition(Shelf):
    """The pages and files that are printed, named by the path at which they are read."""

    def file(self, path: str) -> str | None:
        name = paths.file_of(path)
        return name and f"{self.folder}/{name}"

    def read(self, path: str, file: str) -> Printed:
        mark, bodies = _forms(file)
        lacks = len(bodies) <= len(ENDINGS) and paths.is_packed(file, len(bodies["identity"]))
        forms = {coding: _page_form(path, coding, body) for coding, body in bodies.items()}
        return Printed(file, mark, forms, until=time.monotonic() + AGAIN if lacks else None)


class Answers(Shelf):
    """What is said where there is no page; each named by its file, so never like a page."""

    def at(self, path: str) -> Printed | None:
        name = paths.answer_of(path)
        return name and self.find(name)  # type: ignore[return-value]

    def missing(self, language: str) -> Printed | None:
        """The page that says that there is no such page, in a language."""
        return self.at(paths.missing_path(language))

    def file(self, path: str) -> str | None:
        return f"{self.folder}/{path}"

    def read(self, path: str, file: str) -> Printed:
        mark, content = _whole(file)
        first, _, body = content.partition(b"\n")
        said = json.loads(first)
        headers = {name.lower(): value for name, value in said.get("headers", {}).items()}
        location = headers.pop("location", "")
        forms = {"identity": _answer_form(headers, body, f"/{path}")}
        if len(body) >= SMALL:
            forms["gzip"] = _answer_form({**headers, "content-encoding": "gzip"}, gzip.compress(body, 6, mtime=0), f"/{path}")
        return Printed(file, mark, forms, status=int(said["status"]), location=location)


def moved(path: str) -> Printed:
    """A redirect to another path of the paper."""
    return Printed("", (0, 0, 0), {"identity": _answer_form({}, b"")}, status=301, location=path)


def _forms(file: str) -> tuple[Mark, dict[str, bytes]]:
    """A page in each form that is really the same page: beside a newer one, an older may lie."""
    for _ in range(2):
        mark, body = _whole(file)
        found = {"identity": body}
        for coding, ending in ENDINGS.items():
            packed = _packed(file + ending)
            if packed is not None and unpacked(coding, packed) == body:
                found[coding] = packed
        if len(found) > len(ENDINGS):
            break
    return mark, found


def _whole(file: str) -> tuple[Mark, bytes]:
    """The bytes of a file and the mark of the very file that they were read from."""
    with open(file, "rb") as opened:
        body, found = opened.read(), os.fstat(opened.fileno())
    if len(body) != found.st_size:
        raise ValueError("cut short")
    return (found.st_mtime_ns, found.st_size, found.st_ino), body


def _packed(file: str) -> bytes | None:
    try:
        return _whole(file)[1]
    except (OSError, ValueError):
        return None


def unpacked(coding: str, packed: bytes) -> bytes | None:
    """What a packed form says, or None when it is damaged."""
    try:
        return gzip.decompress(packed) if coding == "gzip" else _unbrotli(packed)
    except (EOFError, OSError, zlib.error):
        return None


def _unbrotli(packed: bytes) -> bytes | None:
    import brotli  # only where there is something to unpack: the first page does not wait for it

    try:
        return bytes(brotli.decompress(packed))
    except brotli.error:
        return None


def _page_form(path: str, coding: str, body: bytes) -> Form:
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    caching = policy.FOR_EVER if paths.is_asset(path) else policy.FRESH
    said = [("cache-control", caching), ("etag", tag), ("vary", "Accept-Encoding"), *policy.for_page(path)]
    described = [("content-type", paths.content_type(path))]
    if coding != "identity":
        described.append(("content-encoding", coding))
    return Form(body, [*described, *said], tag, said)


def _answer_form(headers: dict[str, str], body: bytes, path: str = "/") -> Form:
    said = {"content-type": paths.TYPES["html"], "cache-control": policy.BRIEFLY, "vary": "Accept-Encoding", **headers}
    return Form(body, [*said.items(), *policy.for_page(path, is_there=False)])
