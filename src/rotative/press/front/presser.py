"""Asks the presser for a page that was never printed: once a path, few at a time, not for long.

And whether there is to be one, before anybody is told that there is none: one question at a
time, for all who wait, so that a crowd that asks for what is nowhere costs little.
"""
from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from rotative.press.sockets import named

T = TypeVar("T")
Answered = asyncio.Future[str | None]

AT_ONCE = 8
WAITING = 64
IN_DOUBT = 1024  # paths of which it is asked whether anything is to be there
A_QUESTION = 128  # of them
LONGEST_ANSWER = 1 << 20  # bytes
PATIENCE = 3.0  # seconds that a reader waits
TOO_LONG = 30.0  # seconds after which a question is given up


class Presser:
    """The presser as the front sees it: a socket in the paper's folder."""

    def __init__(self, socket: Path, patience: float = PATIENCE) -> None:
        self.socket, self.patience = socket, patience
        self._asked: dict[str, asyncio.Task[bool]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)
        self._in_doubt: dict[str, Answered] = {}
        self._asking: asyncio.Task[None] | None = None

    async def prints(self, path: str) -> bool:
        """Whether a path was printed now. Everyone who asks for one path waits for one answer."""
        task = self._asked.get(path)
        if task is None:
            if len(self._asked) >= WAITING:
                return False
            task = self._asked[path] = asyncio.create_task(self._print(path))
            task.add_done_callback(lambda _: self._asked.pop(path, None))
        return await _within(self.patience, task) or False

    async def awaited(self, path: str) -> str | None:
        """The path to be printed of one where nothing is, itself or as the paper writes it.

        "" when nothing is to be there, None when nobody can say in time. It is asked after
        the reader came, so whoever answers knows of all that was committed before that.
        """
        known = self._in_doubt.get(path)
        if known is None:
            if len(self._in_doubt) >= IN_DOUBT:
                return None
            known = self._in_doubt[path] = asyncio.get_running_loop().create_future()
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_of_all())
        return await _within(self.patience, known)

    async def _ask_of_all(self) -> None:
        while self._in_doubt:
            some = {path: self._in_doubt.pop(path) for path in list(islice(self._in_doubt, A_QUESTION))}
            awaited = await self._ask({"awaited": list(some)}, self.patience, _awaited)
            for path, answered in some.items():
                answered.set_result(None if awaited is None else str(awaited.get(path, "")))

    async def _print(self, path: str) -> bool:
        try:
            async with asyncio.timeout(TOO_LONG), self._places:
                return await self._ask({"print": path}, TOO_LONG, _is_printed) or False
        except TimeoutError:
            return False

    async def _ask(self, question: dict[str, Any], within: float, read: Callable[[Any], T]) -> T | None:
        try:
            async with asyncio.timeout(within):
                return read(json.loads(await self._exchange(json.dumps(question, ensure_ascii=False).encode() + b"\n")))
        except (OSError, TimeoutError, ValueError, AttributeError, TypeError):
            return None

    async def _exchange(self, line: bytes) -> bytes:
        with named(self.socket) as name:
            reader, writer = await asyncio.open_unix_connection(name, limit=LONGEST_ANSWER)
        try:
            writer.write(line)
            await writer.drain()
            return await reader.readline()
        finally:
            writer.close()


async def _within(patience: float, answer: Awaitable[T]) -> T | None:
    """An answer that others wait for as well, if it comes in time."""
    try:
        return await asyncio.wait_for(asyncio.shield(answer), patience)
    except TimeoutError:
        return None


def _is_printed(said: Any) -> bool:
    return said.get("printed") is True


def _awaited(said: Any) -> dict[str, str] | None:
    return dict(said["awaited"]) if "awaited" in said else None
