"""The edition: the folder of printed pages, which any web server can serve.

What answers 200 lies under ``edition/<host>``, with its compressed forms beside; what answers
otherwise (moved, gone, off for now) under ``answers/<host>``. Plain files, written beside and
renamed, so that nobody ever reads half of one. No framework.
"""
from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from rotative.press.front.paths import ANSWER, MISSING, PAGE, file_of, is_address
from rotative.press.writing import AT_BEST, BROKEN, COMPRESSED, Journal, Writing, packers, unpackers, write

_SAFE = re.compile(r"(?:/[\w.~!$&'()*+,;=:@-]+)*/?")


class Unprintable(ValueError):
    """An address that can be no file's name."""


class Edition:
    """The printed pages of one host of one paper.

    folder: where derived things of the paper are kept.
    """

    def __init__(self, folder: Path, host: str) -> None:
        self.pages = folder / "edition" / host
        self.answers = folder / "answers" / host
        self._journal = Journal(folder / "writing" / host)

    def page_file(self, path: str) -> Path:
        """The file of a page or of another printed file. Raises Unprintable."""
        file = file_of(path)
        if file is None:
            raise Unprintable(path)
        _parts(path)
        return self.pages / file

    def answer_file(self, path: str) -> Path:
        return self.answers.joinpath(*_parts(path), ANSWER)

    def write(self, path: str, body: bytes, durable: bool = True) -> None:
        """Print a page: its compressed forms first, so that they are there when it is. Raises OSError, Unprintable."""
        self.begin(path, body, durable).end()
        self.drop_answer(path)

    def begin(self, path: str, body: bytes, durable: bool = True, after: Writing | None = None) -> Writing:
        """Begin to print a page beside others; once it ended, what the path answered before is dropped."""
        file = self.page_file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        return Writing(file, self._journal, body, durable, after)

    def improve(self, path: str) -> None:
        """Compress a page as well as it can be. The page's own file, which says that it changed, is touched last."""
        file = self.page_file(path)
        with suppress(FileNotFoundError):
            body = file.read_bytes()
            for ending, pack in packers(file, len(body), AT_BEST):
                write(file.with_name(file.name + ending), self._journal, pack(body), durable=False)
            os.utime(file)

    def answer(self, path: str, status: int, headers: Mapping[str, str], body: bytes) -> None:
        """Print what a path answers when it is not a page: 301, 410, 503, or a language's 404. Raises Unprintable."""
        file = self.answer_file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, self._journal, _with_head(status, headers, body), durable=True)
        self._drop_page(path)

    def remove(self, path: str) -> None:
        """Take away what was printed for a path, and the folders that it leaves empty."""
        self._drop_page(path)
        self.drop_answer(path)

    def say(self, facts: Mapping[str, object]) -> None:
        """Tell the fronts of the edition as a whole (``paper.json``)."""
        self.answers.mkdir(parents=True, exist_ok=True)
        write(self.answers / "paper.json", self._journal, json.dumps(facts, indent=1, sort_keys=True).encode(), durable=True)

    def body_of(self, path: str) -> bytes | None:
        """What is printed for a path, headers of an answer included; None when nothing is."""
        page = _read(self.page_file(path)) if file_of(path) else None
        return _read(self.answer_file(path)) if page is None else page

    def holds(self, path: str, status: int, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether a path is printed just so, and nothing else lies there."""
        answer = self.answer_file(path)
        if status != 200:
            return not self._lies(path) and _read(answer) == _with_head(status, headers, body)
        page = self.page_file(path)
        forms = (page.with_name(page.name + ending) for ending, _unpack in unpackers(page, len(body)))
        return _read(page) == body and all(form.is_file() for form in forms) and not answer.is_file()

    def has(self, path: str) -> bool:
        """Whether anything is printed at a path."""
        return self._lies(path) or self.answer_file(path).is_file()

    def is_whole(self, path: str) -> bool:
        """Whether the compressed forms of a page are those of the page."""
        page = self.page_file(path)
        body = _read(page)
        return body is not None and all(_read(page.with_name(page.name + ending), unpack) == body for ending, unpack in unpackers(page, len(body)))

    def paths(self) -> Iterator[str]:
        """The path of everything that is printed, answers too."""
        for root, _folders, files in os.walk(self.pages):
            base = "/" + os.path.relpath(root, self.pages).replace(os.sep, "/") + "/"
            base = "/" if base == "/./" else base
            for name in files:
                if name == PAGE:
                    yield base
                elif not name.endswith(COMPRESSED) and not name.startswith("."):
                    yield base + name
        for root, _folders, files in os.walk(self.answers):
            if ANSWER in files:
                yield self._path_of_answer(Path(root))

    def sweep_halves(self) -> None:
        """Take away what a press that was killed left half written."""
        self._journal.sweep()

    def _lies(self, path: str) -> bool:
        return file_of(path) is not None and self.page_file(path).is_file()

    def _path_of_answer(self, folder: Path) -> str:
        parts = folder.relative_to(self.answers).parts
        path = "/" + "/".join(parts)
        return path if path.startswith(MISSING) or (parts and "." in parts[-1]) else path.rstrip("/") + "/"

    def _drop_page(self, path: str) -> None:
        if file_of(path) is None:
            return
        file = self.page_file(path)
        # The page first: a compressed form without its page is served by nobody.
        for each in (file, *(file.with_name(file.name + ending) for ending in COMPRESSED)):
            with suppress(FileNotFoundError, NotADirectoryError):
                each.unlink()
        _prune(file.parent, self.pages)

    def drop_answer(self, path: str) -> None:
        file = self.answer_file(path)
        with suppress(FileNotFoundError, NotADirectoryError):
            file.unlink()
            _prune(file.parent, self.answers)


def _parts(path: str) -> list[str]:
    parts = path.strip("/").split("/") if path.strip("/") else []
    if not (is_address(path) and _SAFE.fullmatch(path)) or any(len(part) > 200 for part in parts):
        raise Unprintable(path)
    return parts


def _with_head(status: int, headers: Mapping[str, str], body: bytes) -> bytes:
    head = json.dumps({"status": status, "headers": dict(headers)}, separators=(",", ":"), sort_keys=True)
    return head.encode() + b"\n" + body


def _read(file: Path, unpack: Callable[[bytes], bytes] = bytes) -> bytes | None:
    """What a file holds; nothing when there is none, or when it can not be unpacked."""
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError, *BROKEN):
        return unpack(file.read_bytes())
    return None


def _prune(folder: Path, top: Path) -> None:
    with suppress(OSError):
        while folder != top and top in folder.parents:
            folder.rmdir()
            folder = folder.parent
