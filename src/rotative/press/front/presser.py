"""Asks the presser for a page that was never printed: once a path, few at a time, not for long."""
from __future__ import annotations

import asyncio
import json
from pathlib import Path

from rotative.press.sockets import named

AT_ONCE = 8
WAITING = 64
PATIENCE = 3.0  # seconds that a reader waits
TOO_LONG = 30.0  # seconds after which a question is given up


class Presser:
    """The presser as the front sees it: a socket in the paper's folder."""

    def __init__(self, socket: Path, patience: float = PATIENCE) -> None:
        self.socket, self.patience = socket, patience
        self._asked: dict[str, asyncio.Task[bool]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)

    async def prints(self, path: str) -> bool:
        """Whether a path was printed now. Everyone who asks for one path waits for one answer."""
        task = self._asked.get(path)
        if task is None:
            if len(self._asked) >= WAITING:
                return False
            task = self._asked[path] = asyncio.create_task(self._ask(path))
            task.add_done_callback(lambda _: self._asked.pop(path, None))
        try:
            return await asyncio.wait_for(asyncio.shield(task), self.patience)
        except TimeoutError:
            return False

    async def _ask(self, path: str) -> bool:
        try:
            async with self._places, asyncio.timeout(TOO_LONG):
                return _is_printed(await self._exchange(json.dumps({"print": path}).encode() + b"\n"))
        except (OSError, TimeoutError, ValueError):
            return False

    async def _exchange(self, line: bytes) -> bytes:
        with named(self.socket) as name:
            reader, writer = await asyncio.open_unix_connection(name)
        try:
            writer.write(line)
            await writer.drain()
            return await reader.readline()
        finally:
            writer.close()


def _is_printed(line: bytes) -> bool:
    said = json.loads(line)
    return isinstance(said, dict) and said.get("printed") is True
