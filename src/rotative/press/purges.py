"""Tells a CDN which addresses have changed, each after its file has.

Through the back ends of Wagtail's front-end cache, set as ``WAGTAILFRONTENDCACHE``, which are
called here: Wagtail's own ``PurgeBatch`` leaves a task in the database, and the press only reads
it. Wagtail's signals are not connected: they purge before the page is printed.
"""
from __future__ import annotations

import atexit
import logging
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri
from wagtail.contrib.frontend_cache.backends.base import BaseBackend
from wagtail.contrib.frontend_cache.utils import get_backends

AT_MOST = 50_000  # addresses that wait for a CDN that does not answer
A_CALL = 30  # addresses that one call names
PATIENCE = 10.0  # seconds for a cache that took a call to answer it; Wagtail's back end for HTTP sets no limit
AGAIN = (5.0, 600.0)  # seconds until what failed is told again: at first, and at most
LEAVE = 4.0  # seconds in which what waits is told when the process ends; the supervisor gives it eight

log = logging.getLogger(__name__)


def purger() -> Purger | None:
    """What takes the paths to purge, None where no CDN is set."""
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return None
    socket.setdefaulttimeout(PATIENCE)  # of this process, which makes no other connections but Unix sockets of its own
    return Purger()


class Purger:
    """Purges in a thread of its own: printing waits for no CDN. Call it with a path.

    What fails is told again, ever more seldom, until it is heard.

    trouble: why a call did not go well, until all is told.
    """

    def __init__(self) -> None:
        self.trouble = ""
        self._paths: queue.Queue[str] = queue.Queue(AT_MOST)
        self._again: dict[str, None] = {}  # what failed, in its order
        self._pause, self._again_at = AGAIN[0], 0.0
        self._heard: list[str] = []
        self._thread = threading.Thread(target=self._run, name="purges", daemon=True)
        # Back ends raise little: most of what fails they only log, Cloudflare's some of it without a name.
        for name in ("wagtail.frontendcache", None):
            logging.getLogger(name).addFilter(self._hear)
        self._thread.start()
        atexit.register(self.drain)  # whatever ends the process: a signal to the presser, a command that is done

    def __call__(self, path: str) -> None:
        try:
            self._paths.put_nowait(path)
        except queue.Full:
            log.error("%s was not purged: too many wait.", path)

    def drain(self, patience: float = LEAVE) -> bool:
        """Wait until all is told once, so many seconds at most; whether it was."""
        with self._paths.all_tasks_done:
            is_done = self._paths.all_tasks_done.wait_for(lambda: not self._paths.unfinished_tasks, patience)
        if left := self._paths.unfinished_tasks + len(self._again):
            log.error("%s addresses were not purged: the press ended before the cache answered.", left)
        return is_done

    def _run(self) -> None:
        while True:
            paths = self._next()
            if paths:
                self._keep(paths, self._purge(paths))
                for _path in paths:
                    self._paths.task_done()
            elif self._again:
                self._tell_again()

    def _next(self) -> list[str]:
        """What is new, as much as one call names; nothing when it is time for what failed."""
        paths: list[str] = []
        with suppress(queue.Empty):
            paths.append(self._paths.get(timeout=max(self._again_at - time.monotonic(), 0.001) if self._again else None))
            while len(paths) < A_CALL:
                paths.append(self._paths.get_nowait())
        return paths

    def _tell_again(self) -> None:
        paths = list(self._again)[:A_CALL]
        failed = self._purge(paths)
        self._pause = min(2 * self._pause, AGAIN[1]) if failed else AGAIN[0]
        self._again_at = time.monotonic() + (self._pause if failed else 0)
        self._keep(paths, failed)

    def _keep(self, paths: list[str], failed: set[str]) -> None:
        """Remember what is to be told again, behind all that waits for it already."""
        if failed and not self._again:
            self._again_at = time.monotonic() + self._pause
        for path in paths:
            self._again.pop(path, None)
            if path in failed and len(self._again) < AT_MOST:
                self._again[path] = None
        self.trouble = self._heard[0] if self._heard else self.trouble if self._again else ""

    def _purge(self, paths: list[str]) -> set[str]:
        """Tell of some paths; those that were not heard."""
        self._heard.clear()
        failed: set[str] = set()
        try:
            for named, call in _calls(paths):
                if not self._attempt(call):
                    failed.update(named)
        except Exception as problem:
            log.exception("%s addresses were not purged.", len(paths))
            self._heard.append(_told(problem))
            failed.update(paths)
        return failed

    def _attempt(self, call: Callable[[], None]) -> bool:
        before = len(self._heard)
        try:
            call()
        except Exception as problem:
            log.exception("A purge failed.")
            self._heard.append(_told(problem))
        return len(self._heard) == before

    def _hear(self, record: logging.LogRecord) -> bool:
        """Note what a back end complains of. Squid says 404 of what it does not hold: there is nothing to purge."""
        if record.thread != self._thread.ident or record.levelno < logging.ERROR:
            return True
        is_miss = isinstance(record.args, tuple) and 404 in record.args
        if not is_miss:
            self._heard.append(record.getMessage()[:500])
        return not is_miss


def _calls(paths: list[str]) -> Iterator[tuple[list[str], Callable[[], None]]]:
    """What to call, and of which paths: once for all, or once for each where a back end takes one, so that one which fails takes no other with it."""
    urls = {path: iri_to_uri(f"{settings.ROTATIVE_URL}{path}") for path in paths}
    host = urlsplit(settings.ROTATIVE_URL).netloc
    backends: dict[str, Any] = get_backends()
    for backend in backends.values():
        if not backend.invalidates_hostname(host):
            continue
        if type(backend).purge_batch is BaseBackend.purge_batch:
            yield from (([path], partial(backend.purge, url)) for path, url in urls.items())
        else:
            yield list(urls), partial(backend.purge_batch, list(urls.values()))


def _told(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}".strip()[:500]
