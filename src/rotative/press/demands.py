"""What fronts and commands ask of the presser over its Unix socket, a JSON line each.

``{"print": "/path/"}`` prints a path now; ``{"awaited": ["/path/", …]}`` says at which of these
something is to be printed; ``{"status": true}`` how the press fares.
"""
from __future__ import annotations

import json
import queue
import socket
import socketserver
import threading
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import Any

from rotative.press.sockets import named

LONGEST_LINE = 1 << 20
PATIENCE = 30.0
AT_MOST = 64  # questions that wait


class Demands:
    """Listens on the socket in a thread; the presser takes the ``next`` question in its own time."""

    def __init__(self, file: Path) -> None:
        self._waiting: queue.Queue[tuple[dict[str, Any], Future[dict[str, Any]]]] = queue.Queue(AT_MOST)
        self._server = _listen(file, self._ask)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.5}, name="demands", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def next(self) -> tuple[dict[str, Any], Future[dict[str, Any]]] | None:
        """A question that waits, and where its answer goes."""
        with suppress(queue.Empty):
            return self._waiting.get_nowait()
        return None

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        answer: Future[dict[str, Any]] = Future()
        try:
            self._waiting.put((question, answer), timeout=1)
            return answer.result(PATIENCE)
        except (queue.Full, TimeoutError):
            return {"printed": False, "why": "the press is too busy"}


def ask(file: Path, question: dict[str, Any], patience: float = PATIENCE) -> dict[str, Any] | None:
    """Ask a presser; None when none listens."""
    with suppress(OSError, ValueError), socket.socket(socket.AF_UNIX) as client, named(file) as name:
        client.settimeout(patience)
        client.connect(name)
        client.sendall(json.dumps(question).encode() + b"\n")
        return dict(json.loads(client.makefile("rb").readline()))
    return None


def _listen(file: Path, ask: Any) -> socketserver.ThreadingUnixStreamServer:
    class Handler(socketserver.StreamRequestHandler):
        timeout = PATIENCE

        def handle(self) -> None:
            try:
                question = json.loads(self.rfile.readline(LONGEST_LINE))
                answer = ask(question) if isinstance(question, dict) else {"printed": False, "why": "not a question"}
            except ValueError:
                answer = {"printed": False, "why": "not a question"}
            with suppress(OSError):
                self.wfile.write(json.dumps(answer).encode() + b"\n")

    class Server(socketserver.ThreadingUnixStreamServer):
        daemon_threads = True
        request_queue_size = AT_MOST

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Who asked went away."""

    file.unlink(missing_ok=True)
    with named(file) as name:
        server = Server(name, Handler)
    file.chmod(0o600)
    return server
