"""Tells a CDN which addresses have changed, each after its file has.

Through the back ends of Wagtail's front-end cache, set as ``WAGTAILFRONTENDCACHE``. Wagtail's
own signals are not connected: they purge before the page is printed.
"""
from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

from django.conf import settings
from wagtail.contrib.frontend_cache.utils import PurgeBatch

AT_MOST = 50_000  # addresses that wait for a CDN that does not answer
A_CALL = 30  # addresses that one call names

log = logging.getLogger(__name__)


def purger() -> Callable[[str], None] | None:
    """What takes the paths to purge, None where no CDN is set."""
    return Purger().take if getattr(settings, "WAGTAILFRONTENDCACHE", None) else None


class Purger:
    """Purges in a thread of its own: printing waits for no CDN."""

    def __init__(self) -> None:
        self._paths: queue.Queue[str] = queue.Queue(AT_MOST)
        threading.Thread(target=self._run, name="purges", daemon=True).start()

    def take(self, path: str) -> None:
        try:
            self._paths.put_nowait(path)
        except queue.Full:
            log.error("%s was not purged: too many wait.", path)

    def _run(self) -> None:
        while True:
            self._purge(self._next())

    def _next(self) -> list[str]:
        paths = [self._paths.get()]
        while len(paths) < A_CALL and not self._paths.empty():
            paths.append(self._paths.get_nowait())
        return paths

    def _purge(self, paths: list[str]) -> None:
        try:
            batch = PurgeBatch()
            batch.add_urls(f"{settings.ROTATIVE_URL}{path}" for path in paths)
            batch.purge()
        except Exception:
            log.exception("A purge of %s addresses failed.", len(paths))
