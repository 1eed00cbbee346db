"""Lets Django answer whole requests in a few threads that stay, behind the front's ASGI.

Django's own ASGI handler gives each request a thread of its own, and goes to it and back for
each middleware: the database is connected to for every request, and a small answer costs four
times as much of the processor as here (bench/README.md, load.py).
"""
from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from rotative.press.front.behind import AT_ONCE, Message
from rotative.press.front.bridge import IN_MEMORY

Start = tuple[int, list[tuple[bytes, bytes]]]


class Gateway:
    """An ASGI application made of Django's WSGI one."""

    def __init__(self, django: Callable[..., Iterable[bytes]], threads: int = AT_ONCE) -> None:
        self._django = django
        self._threads = ThreadPoolExecutor(threads, "django")

    async def __call__(self, scope: Message, receive: Callable[[], Any], send: Callable[[Message], Any]) -> None:
        with SpooledTemporaryFile(IN_MEMORY) as body:
            is_more = True
            while is_more:
                message = await receive()
                body.write(message.get("body", b""))
                is_more = message.get("more_body", False)
            (status, headers), whole, pieces = await self._run(partial(self._answer, environ(scope, body)))
            await send({"type": "http.response.start", "status": status, "headers": headers})
            if pieces is not None:
                while (piece := await self._run(partial(next, pieces, b""))) != b"":
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": whole})

    async def _run(self, work: Callable[[], Any]) -> Any:
        # In a context of its own: a language or a time zone that a view sets is of one request only.
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(Context().run, work))

    def _answer(self, words: dict[str, Any]) -> tuple[Start, bytes, Iterator[bytes] | None]:
        """Status and headers, and the body: whole, or what gives its pieces."""
        started: list[Start] = []

        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
            started.append((int(status[:3]), [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]))

        response = self._django(words, start)
        if getattr(response, "streaming", False):
            return started[0], b"", _pieces(response)
        return started[0], b"".join(_pieces(response)), None


def _pieces(response: Any) -> Iterator[bytes]:
    """What is sent, but for empty pieces; the response is closed after the last."""
    try:
        yield from filter(None, response)
    finally:
        response.close()


def environ(scope: Message, body: IO[bytes]) -> dict[str, Any]:
    """The request as WSGI describes it (PEP 3333), its body read whole."""
    length = body.tell()
    body.seek(0)
    said = {"REQUEST_METHOD": scope["method"], "SCRIPT_NAME": "", "PATH_INFO": scope["path"].encode().decode("latin-1"),
            "QUERY_STRING": scope["query_string"].decode("latin-1"), "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
            "SERVER_NAME": "localhost", "SERVER_PORT": "443" if scope["scheme"] == "https" else "80",
            "REMOTE_ADDR": scope["client"][0], "wsgi.version": (1, 0), "wsgi.url_scheme": scope["scheme"],
            "wsgi.input": body, "wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False}  # fmt: skip
    for name, value in scope["headers"]:
        # One name with an underscore and one with a hyphen would be the same: nobody may forge what a proxy says.
        if b"_" not in name:
            key, text = "HTTP_" + name.decode("latin-1").upper().replace("-", "_"), value.decode("latin-1")
            said[key] = f"{said[key]}{'; ' if name == b'cookie' else ','}{text}" if key in said else text
    said["CONTENT_TYPE"] = said.pop("HTTP_CONTENT_TYPE", "")
    said.pop("HTTP_CONTENT_LENGTH", None)
    return {**said, "CONTENT_LENGTH": str(length)}
