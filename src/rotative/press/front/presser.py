"""Asks the presser for a page that was never printed: once a path, few at a time, not for long."""
from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path

AT_ONCE = 8
WAITING = 64
PATIENCE = 3.0  # seconds that a reader waits
TOO_LONG = 30.0  # seconds after which a question is given up
LONGEST_NAME = 100  # bytes that the name of a socket may have, less a few


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
        reader, writer = await self._connect()
        try:
            writer.write(line)
            await writer.drain()
            return await reader.readline()
        finally:
            writer.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection to the socket, by way of its folder when its name is longer than the system takes."""
        if len(os.fsencode(self.socket)) < LONGEST_NAME:
            return await asyncio.open_unix_connection(self.socket)
        folder = os.open(self.socket.parent, os.O_PATH | os.O_DIRECTORY)
        try:
            return await asyncio.open_unix_connection(f"/proc/self/fd/{folder}/{self.socket.name}")
        finally:
            os.close(folder)


def _is_printed(line: bytes) -> bool:
    said = json.loads(line)
    return isinstance(said, dict) and said.get("printed") is True
