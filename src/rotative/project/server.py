"""Keeps a paper running: two children, started again when they die, stopped cleanly.

The site answers readers; the worker does what takes time or has its hour (``children``).
The supervisor knows neither Django nor the paper, so that it starts at once and stays small.
"""
from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from rotative.project.speech import Stop, complain, say

TICK = 0.05
PATIENCE = 60.0  # for the first page, in seconds
GRACE = 8.0  # for children to end what they do
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY = 60.0  # a child that lived so long is started again at once


def serve(host: str, port: int, workers: int, ready: Callable[[], None] | None = None) -> int:
    """Run the paper until SIGTERM or SIGINT. ``ready`` is called when it really answers."""
    site = Child("site", [str(port), host, str(workers)])
    return Supervisor(site, Child("worker", []), host, port, ready or _ready).run()


def _ready() -> None:
    say(f"Serving {os.environ['ROTATIVE_URL']}")


def check_port(host: str, port: int) -> None:
    """Stop when the port can not be had."""
    if not 0 < port < 65536:
        raise Stop(f"{port} is not a port: choose one from 1 to 65535.")
    try:
        with socket.create_server((host, port), family=_family(host)):
            pass
    except OSError as error:
        raise Stop(_why(error, host, port)) from None


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program. Stop it, or choose another port: `--port {port + 1 if port < 65535 else 8000}`."
    if error.errno == errno.EACCES:
        return f"this account may not use port {port}. Choose one above 1023, and let a web server in front of it have {port}."
    return f"can not listen on {host}: {error.strerror or error}."


@dataclass
class Child:
    """One process and how it fares. Each leads a group of its own, so that none is left behind."""

    name: str
    words: list[str]
    process: subprocess.Popen[bytes] | None = None
    since: float = 0.0
    pause: float = FIRST_PAUSE
    due: float = field(default=0.0)

    def start(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "rotative.project.children", str(os.getpid()), self.name, *self.words]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 (our own words)
        self.since = time.monotonic()

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def bury(self) -> None:
        """Note a death: end what it left running, and when to start again."""
        self.end(signal.SIGKILL)
        self.process = None
        lived = time.monotonic() - self.since
        self.pause = FIRST_PAUSE if lived > STEADY else self.pause
        self.due = time.monotonic() + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def end(self, number: signal.Signals) -> None:
        """Send a signal: to the process alone when it can stop its own, to its whole group to kill."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number) if number == signal.SIGKILL else self.process.send_signal(number)


class Supervisor:
    """Starts the site, then the worker once the site answers, and watches over both."""

    def __init__(self, site: Child, worker: Child, host: str, port: int, ready: Callable[[], None]) -> None:
        self.site, self.worker = site, worker
        self.host, self.port, self.ready = host, port, ready
        self.stopping = False

    def run(self) -> int:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        try:
            self._open()
            while not self.stopping:
                self._watch()
                time.sleep(TICK * 4)
        finally:
            self._close()
        return 0

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _open(self) -> None:
        """Start the site, wait until it answers, say so, and only then let the worker begin."""
        self.site.start()
        self._wait()
        if not self.stopping:
            self.ready()
            self.worker.start()

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while not self.stopping and not answers(self.host, self.port):
            if not self.site.is_alive:
                raise Stop("the site could not start; what it said is above.", 1)
            if time.monotonic() > until:
                raise Stop(f"the site did not answer within {PATIENCE:.0f} seconds.", 1)
            time.sleep(TICK)

    def _watch(self) -> None:
        for child in (self.site, self.worker):
            if child.process is None:
                if time.monotonic() >= child.due:
                    child.start()
            elif not child.is_alive:
                complain(f"The {child.name} stopped (exit {child.process.returncode}); starting it again.")
                child.bury()

    def _close(self) -> None:
        children = (self.site, self.worker)
        for child in children:
            child.end(signal.SIGTERM)
        until = time.monotonic() + GRACE
        while any(child.is_alive for child in children) and time.monotonic() < until:
            time.sleep(TICK)
        for child in children:
            child.end(signal.SIGKILL)


def answers(host: str, port: int) -> bool:
    """Whether the front page comes back, whatever it says."""
    seen = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    connection = http.client.HTTPConnection(seen, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        connection.getresponse().read()
    except OSError:
        return False
    except http.client.HTTPException:
        return False
    finally:
        connection.close()
    return True
