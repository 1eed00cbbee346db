"""What stands behind the front: an ASGI application that takes seconds to load, so a thread loads it.

It may take all of the interpreter's time, and printed pages are answered in the same process:
it gets few requests at once, and lets a page through as soon as one is asked for.
"""
from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

Message = MutableMapping[str, Any]
Application = Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]
# Seconds after which a thread of the application lets a reader's request through. The usual five
# milliseconds are waited for by each page, one after the other: two hundred pages a second.
SWITCH = 0.00002
AT_ONCE = 2  # requests; each that computes is one more thread that a page may have to wait for
PATIENCE = 10.0  # seconds that a request waits for its turn
log = logging.getLogger("rotative.front")


class Unavailable(RuntimeError):
    """The application could not be loaded, or has too much to do: only what is printed can be read."""


class Turn:
    """One of the few places at the application; ended once, however often that is said."""

    def __init__(self, places: asyncio.Semaphore) -> None:
        self._places, self._ended = places, False

    def end(self) -> None:
        if not self._ended:
            self._ended = True
            self._places.release()


class Behind:
    """The application, once it is there. ``load`` makes it."""

    def __init__(self, load: Callable[[], Application], patience: float = PATIENCE) -> None:
        self._load, self._patience = load, patience
        self._loaded: asyncio.Future[Application | None] | None = None
        self._places = asyncio.Semaphore(AT_ONCE)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to load. Called in the process that will answer, before its first request."""
        sys.setswitchinterval(SWITCH)
        self._loaded = loop.create_future()
        threading.Thread(target=self._run, args=(loop, self._loaded), name="loading", daemon=True).start()

    async def application(self) -> Application:
        """The application, as soon as it is loaded. Raises Unavailable when it can not be."""
        assert self._loaded is not None
        loaded = await asyncio.shield(self._loaded)
        if loaded is None:
            raise Unavailable
        return loaded

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Turn]:
        """A place at the application, until it is ended or the block is. Raises Unavailable when none comes free in time."""
        try:
            async with asyncio.timeout(self._patience):
                await self._places.acquire()
        except TimeoutError:
            raise Unavailable from None
        turn = Turn(self._places)
        try:
            yield turn
        finally:
            turn.end()

    def _run(self, loop: asyncio.AbstractEventLoop, loaded: asyncio.Future[Application | None]) -> None:
        try:
            application = self._load()
        except Exception:
            log.exception("The paper's application can not be loaded; only what is printed can be read.")
            application = None
        loop.call_soon_threadsafe(loaded.set_result, application)
