"""What stands behind the front: an ASGI application that takes seconds to load, so a thread loads it."""
from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Application = Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]
TURN = 0.0005  # seconds before the thread that loads lets a reader's request through
log = logging.getLogger("rotative.front")


class Unavailable(RuntimeError):
    """The application could not be loaded: only what is printed can be read."""


class Behind:
    """The application, once it is there. ``load`` makes it."""

    def __init__(self, load: Callable[[], Application]) -> None:
        self._load = load
        self._loaded: asyncio.Future[Application | None] | None = None

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to load. Called in the process that will answer, before its first request."""
        self._loaded = loop.create_future()
        threading.Thread(target=self._run, args=(loop, self._loaded), name="loading", daemon=True).start()

    async def application(self) -> Application:
        """The application, as soon as it is loaded. Raises Unavailable when it can not be."""
        assert self._loaded is not None
        loaded = await asyncio.shield(self._loaded)
        if loaded is None:
            raise Unavailable
        return loaded

    def _run(self, loop: asyncio.AbstractEventLoop, loaded: asyncio.Future[Application | None]) -> None:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        try:
            application = self._load()
        except Exception:
            log.exception("The paper's application can not be loaded; only what is printed can be read.")
            application = None
        finally:
            sys.setswitchinterval(usual)
        loop.call_soon_threadsafe(loaded.set_result, application)
