"""A real front on a real port, over a folder that the test writes, with a small application behind it.

    python -m tests.press.running_front PORT FOLDER KEYWORDS-AS-JSON
"""
from __future__ import annotations

import asyncio
import gzip
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

import brotli

HOST = "journal.example"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes

    def __getitem__(self, name: str) -> str | None:
        return self.headers[name]


@dataclass(frozen=True)
class Served:
    """A front that runs over ``home``."""

    home: Path
    port: int
    pid: int

    def get(self, path: str, method: str = "GET", body: bytes | None = None, host: str | None = HOST, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in {**({"Host": host} if host else {}), **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            found = connection.getresponse()
            return Answer(found.status, found.headers, found.read())
        finally:
            connection.close()

    def prints(self, path: str, body: str, forms: bool = True) -> Path:
        """Print a page as the presser does: its packed forms first, then itself, each renamed into its place."""
        file = self.home / "derived" / "edition" / HOST / f"{path[1:]}{'index.html' if path.endswith('/') else ''}"
        if forms:
            put(file.with_name(file.name + ".br"), brotli.compress(body.encode()))
            put(file.with_name(file.name + ".gz"), gzip.compress(body.encode()))
        return put(file, body.encode())

    def answers(self, path: str, status: int, body: str = "", **headers: str) -> None:
        head = json.dumps({"status": status, "headers": {name.replace("_", "-"): value for name, value in headers.items()}})
        put(self.home / "derived" / "answers" / HOST / path.strip("/") / "+answer", f"{head}\n{body}".encode())

    def says(self, complete: bool, unprinted: tuple[str, ...] = ("/desk/", "/static/")) -> None:
        said = {"build": "1", "languages": ["fr", "en"], "complete": complete, "unprinted": unprinted}
        put(self.home / "derived" / "answers" / HOST / "paper.json", json.dumps(said).encode())


def put(file: Path, body: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".half-{file.name}")
    half.write_bytes(body)
    half.replace(file)
    return file


@contextmanager
def running(home: Path, **keywords: object) -> Iterator[Served]:
    """A front over a folder, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "tests.press.running_front", str(port), str(home), json.dumps(keywords)]
    with open(home / "log", "a") as log:
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        until(lambda: is_open(port) or process.poll() is not None)
        assert process.poll() is None, (home / "log").read_text()
        yield Served(home, port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


def until(true: Callable[[], object], within: float = 20) -> None:
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, f"did not come true within {within} seconds"
        time.sleep(0.02)


def is_open(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


class Asked(list[str]):
    """The paths that a presser was told to print; ``in_doubt``: those it was asked about, a list for each question."""

    def __init__(self) -> None:
        super().__init__()
        self.in_doubt: list[list[str]] = []


@contextmanager
def presser(home: Path, print_it: Callable[[str], bool] = lambda path: False, awaited: Callable[[str], str] = lambda path: "") -> Iterator[Asked]:
    """Something that listens where the presser does, and what it was asked."""
    asked = Asked()

    def say(question: dict[str, Any]) -> dict[str, Any]:
        if "awaited" in question:
            asked.in_doubt.append(question["awaited"])
            return {"awaited": {path: found for path in question["awaited"] if (found := awaited(path))}}
        asked.append(question["print"])
        return {"printed": print_it(asked[-1])}

    def answer(connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as lines:
            said = json.dumps(say(json.loads(lines.readline()))).encode() + b"\n"
            # Who asked may have gone. Sent at once: a buffer would try once more as it is closed.
            with suppress(BrokenPipeError):
                connection.sendall(said)

    def listen() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=answer, args=(listener.accept()[0],)).start()

    folder = os.open(home / "derived", os.O_PATH)  # a socket's name must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"/proc/self/fd/{folder}/press.sock")
        listener.listen()
        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield asked
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()
            os.close(folder)
            (home / "derived" / "press.sock").unlink()


def behind(slow: float) -> Callable[[], object]:
    """Makes the application behind the front: it says what it was asked, and counts."""
    number, there = 0, []

    async def application(scope, receive, send):  # type: ignore[no-untyped-def]
        nonlocal number
        number, size = number + 1, 0
        while (message := await receive()).get("more_body") or message.get("body"):
            size += len(message["body"])
        said = {"number": number, "size": size, **{name: scope[name] for name in ("method", "path", "scheme")}, "query": scope["query_string"].decode()}
        status = 500 if scope["path"].startswith("/broken/") else 200
        if "computing" in scope["path"]:
            await asyncio.to_thread(compute, 1.0)
        if "together" in scope["path"]:
            there.append(scope["path"])
            said["together"] = len(there)
            await asyncio.sleep(0.1)
            there.remove(scope["path"])
        if scope["path"].startswith("/alike/"):  # the same for everyone who asks with the same words
            await asyncio.sleep(0.3)
            said["headers"] = sorted(name.decode() for name, _ in scope["headers"])
            words = dict(part.split("=") for part in said["query"].split("&") if part)
            headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in words.items() if name != "status"]
            await send({"type": "http.response.start", "status": int(words.get("status", 200)), "headers": headers})
            await send({"type": "http.response.body", "body": json.dumps(said).encode()})
            return
        if scope["path"].startswith("/raising/"):
            raise RuntimeError("a secret of the program")
        await send({"type": "http.response.start", "status": status, "headers": [(b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")] if status == 200 else []})
        if "pieces" in scope["path"]:
            for piece in (b"one ", b"two "):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": json.dumps(said).encode()})

    def load() -> object:
        if slow < 0:
            raise RuntimeError("the program can not be loaded")
        time.sleep(slow)
        return application

    return load


def compute(seconds: float) -> None:
    """Leave the interpreter to nobody who does not insist."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def main(port: str, home: str, keywords: str) -> None:
    from rotative.press.front.application import Front
    from rotative.press.front.place import Place
    from rotative.press.front.serving import serve

    given = json.loads(keywords)
    slow = given.pop("slow", 0)
    assert "django" not in sys.modules, "the front is to answer before there is a framework"
    place = Place(Path(home, "derived"), Path(home, "media"), HOST, **{"hosts": (HOST, "localhost", "127.0.0.1"), **given})
    serve(Front(place, behind(slow)), "127.0.0.1", int(port), 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
