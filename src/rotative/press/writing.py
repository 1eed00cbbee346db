"""How a printed file is written: beside, to the disk, renamed, with its compressed forms before it. No framework.

Several pages are written side by side, and appear in the order in which they were begun: what
a page names is there when the page is. A journal names what is being written: whoever comes after
a press that was killed need not look through the whole edition.
"""
from __future__ import annotations

import errno
import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO

import brotli

from rotative.press.front.paths import ENDINGS, is_packed

AT_ONCE, AT_BEST = (5, 4), (11, 9)  # brotli's quality and gzip's level: when printed, and when there is nothing else to do
HALF = ".half-"  # what a file is called while it is written
COMPRESSED = tuple(ENDINGS.values())
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE}
BROKEN = (brotli.error, zlib.error, EOFError, gzip.BadGzipFile)  # what a form that can not be unpacked raises
LONGEST_JOURNAL = 1 << 20  # bytes
SIDE_BY_SIDE = 8  # pages: a disk takes many at once hardly later than one

# A page waits for its forms, and for the page before it: those that are waited for have hands of their own.
_pages = ThreadPoolExecutor(SIDE_BY_SIDE, "edition-page")
_forms = ThreadPoolExecutor(2 * SIDE_BY_SIDE, "edition-form")


class Journal:
    """A file that names what is being written, a line each, before anything of it is."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._open, self._size = 0, 0  # files being written; bytes of the journal since it was empty

    @contextmanager
    def naming(self, file: Path) -> Iterator[None]:
        """Name a file while it is written."""
        self._begin(os.fsencode(os.path.relpath(file, self._file.parent)) + b"\n")
        try:
            yield
        finally:
            with self._lock:
                self._open -= 1

    def _begin(self, line: bytes) -> None:
        with self._lock:
            if not self._open and self._size > LONGEST_JOURNAL:
                os.truncate(self._file, 0)
                self._size = 0
            with _appended(self._file) as out:
                out.write(line)
            self._open, self._size = self._open + 1, self._size + len(line)

    def sweep(self) -> None:
        """Take away what a press that was killed left half written, and begin anew."""
        with self._lock, suppress(FileNotFoundError):
            for line in set(self._file.read_bytes().splitlines()):
                sweep(self._file.parent / os.fsdecode(line))
            os.truncate(self._file, 0)
            self._size = 0


def _appended(file: Path) -> BinaryIO:
    """The file opened at its end; its folder is made where there is none yet."""
    try:
        return open(file, "ab")
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        return open(file, "ab")


class Writing:
    """A page being written. after: the one begun before it, which appears first."""

    def __init__(self, file: Path, journal: Journal, body: bytes, durable: bool, after: Writing | None = None) -> None:
        self._file, self._journal, self._body, self._durable, self._after = file, journal, body, durable, after
        self._done: Future[None] = _pages.submit(self._write)

    def end(self) -> None:
        """Wait until the page is there. Raises OSError, and then it is as it was, or has no compressed forms."""
        self._done.result()

    def abandon(self) -> None:
        """Wait, whatever comes of it."""
        self._done.exception()

    def _write(self) -> None:
        with self._journal.naming(self._file):
            self._write_all()

    def _write_all(self) -> None:
        packing = list(packers(self._file, len(self._body), AT_ONCE))
        files = [self._file.with_name(self._file.name + ending) for ending, _pack in packing]
        forms = [_forms.submit(self._write_form, file, pack) for file, (_ending, pack) in zip(files, packing, strict=True)]
        try:
            write_half(self._file, self._body, self._durable)
            for form in forms:
                form.result()
            self._wait_for_the_one_before()
        except OSError:
            _take_back([self._file, *files], forms)
            raise
        self._rename([*files, self._file])

    def _write_form(self, file: Path, pack: Callable[[bytes], bytes]) -> None:
        write_half(file, pack(self._body), self._durable)

    def _wait_for_the_one_before(self) -> None:
        """Where there is no room for it, there is none for what names it."""
        problem, self._after = self._after and self._after._done.exception(), None
        if isinstance(problem, OSError) and problem.errno in NO_ROOM:
            raise problem

    def _rename(self, files: list[Path]) -> None:
        """The page last. Its half is there as long as its forms may be another page's: whoever finds it knows."""
        try:
            for file in files:
                os.replace(half_of(file), file)
        except OSError:
            for file in files[:-1]:
                half_of(file).unlink(missing_ok=True)
            sweep(self._file)
            raise


def _take_back(files: list[Path], writing: list[Future[None]]) -> None:
    for each in writing:
        each.exception()
    for file in files:
        with suppress(OSError):
            half_of(file).unlink(missing_ok=True)


def packers(file: Path, size: int, how_well: tuple[int, int]) -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    """The endings of a file's compressed forms, and what makes each."""
    if is_packed(file.name, size):
        quality, level = how_well
        yield ".br", lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=quality)
        yield ".gz", lambda body: gzip.compress(body, level, mtime=0)


def unpackers(file: Path, size: int) -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    """The endings of a file's compressed forms, and what reads each. Raises one of BROKEN."""
    if is_packed(file.name, size):
        yield ".br", brotli.decompress
        yield ".gz", gzip.decompress


def write(file: Path, journal: Journal, body: bytes, durable: bool) -> None:
    """Write one file, beside, and rename it. Raises OSError, and then it is as it was."""
    with journal.naming(file):
        try:
            write_half(file, body, durable)
            os.replace(half_of(file), file)
        except OSError:
            half_of(file).unlink(missing_ok=True)
            raise


def write_half(file: Path, body: bytes, durable: bool) -> None:
    with open(half_of(file), "wb") as out:
        out.write(body)
        if durable:
            out.flush()
            os.fdatasync(out.fileno())


def half_of(file: Path) -> Path:
    return file.with_name(HALF + file.name)


def sweep(file: Path) -> None:
    """Take away the halves of a file; of a page that was being written its compressed forms first, which may be those of the page it would have been."""
    for ending in COMPRESSED:
        half_of(file.with_name(file.name + ending)).unlink(missing_ok=True)
    if half_of(file).exists():
        for ending in COMPRESSED:
            file.with_name(file.name + ending).unlink(missing_ok=True)
        half_of(file).unlink()
