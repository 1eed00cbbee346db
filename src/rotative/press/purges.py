"""Tells a CDN which addresses have changed, each after its file has.

Through the back ends of Wagtail's front-end cache, set as ``WAGTAILFRONTENDCACHE``, which are
called here: Wagtail's own ``PurgeBatch`` leaves a task in the database, and the press only reads
it. Wagtail's signals are not connected: they purge before the page is printed.
"""
from __future__ import annotations

import atexit
import logging
import queue
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri
from wagtail.contrib.frontend_cache.backends.base import BaseBackend
from wagtail.contrib.frontend_cache.utils import get_backends

AT_MOST = 50_000  # addresses that wait for a CDN that does not answer
A_CALL = 30  # addresses that one call names
LEAVE = 4.0  # seconds in which what waits is told when the process ends; the supervisor gives it eight

log = logging.getLogger(__name__)


def purger() -> Purger | None:
    """What takes the paths to purge, None where no CDN is set."""
    return Purger() if getattr(settings, "WAGTAILFRONTENDCACHE", None) else None


class Purger:
    """Purges in a thread of its own: printing waits for no CDN. Call it with a path.

    trouble: why the last call did not go well, empty when it did.
    """

    def __init__(self) -> None:
        self.trouble = ""
        self._paths: queue.Queue[str] = queue.Queue(AT_MOST)
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
        """Wait until all is told, so many seconds at most; whether it was."""
        with self._paths.all_tasks_done:
            is_done = self._paths.all_tasks_done.wait_for(lambda: not self._paths.unfinished_tasks, patience)
        if not is_done:
            log.error("%s addresses were not purged: the press ended before the cache answered.", self._paths.unfinished_tasks)
        return is_done

    def _run(self) -> None:
        while True:
            paths = self._next()
            self._purge(paths)
            for _path in paths:
                self._paths.task_done()

    def _next(self) -> list[str]:
        paths = [self._paths.get()]
        while len(paths) < A_CALL and not self._paths.empty():
            paths.append(self._paths.get_nowait())
        return paths

    def _purge(self, paths: list[str]) -> None:
        self._heard.clear()
        try:
            for call in _calls(paths):
                self._attempt(call)
        except Exception as problem:
            log.exception("%s addresses were not purged.", len(paths))
            self._heard.append(_told(problem))
        self.trouble = self._heard[0] if self._heard else ""

    def _attempt(self, call: Callable[[], None]) -> None:
        try:
            call()
        except Exception as problem:
            log.exception("A purge failed.")
            self._heard.append(_told(problem))

    def _hear(self, record: logging.LogRecord) -> bool:
        """Note what a back end complains of. Squid says 404 of what it does not hold: there is nothing to purge."""
        if record.thread != self._thread.ident or record.levelno < logging.ERROR:
            return True
        is_miss = isinstance(record.args, tuple) and 404 in record.args
        if not is_miss:
            self._heard.append(record.getMessage()[:500])
        return not is_miss


def _calls(paths: list[str]) -> Iterator[Callable[[], None]]:
    """What to call: once for all addresses, or once for each where a back end takes one, so that one which fails takes no other with it."""
    urls = list(dict.fromkeys(iri_to_uri(f"{settings.ROTATIVE_URL}{path}") for path in paths))
    host = urlsplit(settings.ROTATIVE_URL).netloc
    backends: dict[str, Any] = get_backends()
    for backend in backends.values():
        if not backend.invalidates_hostname(host):
            continue
        if type(backend).purge_batch is BaseBackend.purge_batch:
            yield from (partial(backend.purge, url) for url in urls)
        else:
            yield partial(backend.purge_batch, urls)


def _told(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}".strip()[:500]
