"""Lets an ASGI application answer a request that Granian brought by its own interface, RSGI.

Printed pages go the shorter way of RSGI; the framework behind speaks ASGI.
"""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import quote

from rotative.press.front.behind import Application, Message

IN_MEMORY = 2**18  # bytes of a body; what is longer waits on the disk
PIECE = 2**16
AT_MOST = 2**27  # bytes of a body: more than any picture or document; nobody fills the disk


class TooLarge(ValueError):
    """The body is more than the paper takes."""


def scope_of(request: Any, without: Collection[str] = ()) -> Message:
    """The request as ASGI describes it, without some of its headers."""
    host, _, port = request.client.rpartition(":")
    came = [(name.lower(), value) for name, value in request.headers.items()]
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in came if name not in without]
    if request.authority and request.headers.get("host") is None:  # HTTP/2 has no such header
        headers.append((b"host", request.authority.encode("latin-1")))
    return {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": request.http_version,
        "method": request.method, "scheme": request.scheme, "root_path": "", "path": request.path,
        "raw_path": quote(request.path).encode(), "query_string": request.query_string.encode(), "headers": headers,
        "client": (host.strip("[]"), int(port or 0)), "server": None, "state": {}, "extensions": {},
    }  # fmt: skip


class Exchange:
    """One request and its answer. ``more`` are headers that the front adds.

    ``without`` are headers that the application is not told. ``is_for_many``: others wait for the
    answer, too, so it is made to its end though this reader goes away.

    ``read`` comes first: who sends slowly keeps nobody from the application. ``streams`` is called
    when an answer begins to be sent in pieces: who reads slowly does not, either.
    After ``run``, ``answer`` is what was sent when it was sent whole: status, headers and body.
    """

    def __init__(self, request: Any, protocol: Any, more: list[tuple[str, str]], without: Collection[str] = (), is_for_many: bool = False) -> None:
        self.request, self.protocol, self.more = request, protocol, more
        self.without, self.is_for_many = without, is_for_many
        self.answer: tuple[int, list[tuple[str, str]], bytes] | None = None
        self.streams: Callable[[], None] = lambda: None
        self._body: SpooledTemporaryFile[bytes] | None = None
        self._told = False
        self._start: tuple[int, list[tuple[str, str]]] = 500, []
        self._stream: Any = None

    async def read(self) -> None:
        """Take the whole body from the reader. Raises TooLarge, at once when the length is told."""
        if not _has_body(self.request.headers):
            return
        told = self.request.headers.get("content-length") or ""
        if told.isdecimal() and int(told) > AT_MOST:
            raise TooLarge
        self._body = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (``receive`` closes it)
        async for piece in self.protocol:
            self._body.write(piece)
            if self._body.tell() > AT_MOST:
                raise TooLarge
        self._body.seek(0)

    async def run(self, application: Application) -> None:
        await application(scope_of(self.request, self.without), self.receive, self.send)

    async def receive(self) -> Message:
        """The body piece by piece, then word that the reader has gone, when they have."""
        if self._body is not None:
            if piece := self._body.read(PIECE):
                return {"type": "http.request", "body": piece, "more_body": True}
            self._body.close()
            self._body = None
        if not self._told:
            self._told = True
            return {"type": "http.request", "body": b"", "more_body": False}
        if self.is_for_many:
            await asyncio.Event().wait()
        await self.protocol.client_disconnect()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in message.get("headers", [])]
            self._start = message["status"], [*headers, *self.more]
        elif message["type"] == "http.response.body":
            await self._send(bytes(message.get("body", b"")), message.get("more_body", False))

    async def _send(self, body: bytes, is_more: bool) -> None:
        if self._stream is None and not is_more:
            self.answer = (*self._start, body)
            self.protocol.response_bytes(*self.answer)
            return
        if self._stream is None:
            self._stream = self.protocol.response_stream(*self._start)
            self.streams()
        if body:
            await self._stream.send_bytes(body)


def _has_body(headers: Any) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
