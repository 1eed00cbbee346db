"""Keeps a paper running: its children, started again when they die, replaced and stopped cleanly.

The site answers readers; the presser prints; the worker does what takes time or has its
hour (``children``). The supervisor knows neither Django nor the paper, so that it starts at
once and stays small. It holds the socket that readers come to, and lends it to the site.
"""
from __future__ import annotations

import errno
import http.client
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from rotative.project.speech import Stop, complain, say

TICK = 0.05
PATIENCE = 60.0  # for the first page, in seconds
TRY = 3.0  # for one answer: a page that is waited for must not keep the paper from stopping
GRACE = 8.0  # for children to end what they do when the paper stops
LEAVE = 60.0  # for a child to end what it does when it is only replaced
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY = 60.0  # a child that lived so long is started again at once
QUEUE = 2048  # readers who may wait while one site leaves and the next arrives


def serve(host: str, port: int, workers: int, ready: Callable[[], None] | None = None, renew: Callable[[], None] | None = None) -> int:
    """Run the paper until SIGTERM or SIGINT; SIGHUP replaces its processes, and no reader notices.

    ``ready`` is called when it really answers, ``renew`` before a new site is started on SIGHUP.
    """
    with listen(host, port) as listener:
        site = Site("site", [str(port), host, str(workers)], listener=listener)
        return Supervisor(site, [Child("presser"), Child("worker")], ready or _ready, renew or _nothing).run()


def _ready() -> None:
    say(f"Serving {os.environ['ROTATIVE_URL']}")


def _nothing() -> None:
    """There is nothing to renew."""


def check_port(host: str, port: int) -> None:
    """Stop when the port can not be had."""
    listen(host, port).close()


def listen(host: str, port: int) -> socket.socket:
    """The socket that readers come to. Stop when it can not be had."""
    if not 0 < port < 65536:
        raise Stop(f"{port} is not a port: choose one from 1 to 65535.")
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=QUEUE)
    except OSError as error:
        raise Stop(_why(error, host, port)) from None


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
    words: list[str] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None
    since: float = 0.0
    pause: float = FIRST_PAUSE
    due: float = 0.0
    leaving: float = 0.0  # until when it may take its leave; 0 while it is to stay

    def start(self) -> None:
        self.since = time.monotonic()
        self.process = self.spawn()

    def spawn(self, **options: Any) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-W", "ignore", "-m", "rotative.project.children", str(os.getpid()), self.name, *self.words]
        # Not a session each: Linux shares the processor among sessions evenly, and the presser's niceness would be nothing.
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, process_group=0, **options)  # noqa: S603 (our own words)

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def leave(self, number: signal.Signals = signal.SIGTERM, within: float = LEAVE) -> None:
        """Ask it to end what it does and go. One that is dead already is due at once."""
        self.due, self.pause = 0.0, FIRST_PAUSE
        if self.process is not None:
            self.leaving = time.monotonic() + within
            self.end(number)

    def tend(self) -> None:
        """Start it when it is due, bury it when it is dead, end it when it takes too long to leave."""
        if self.process is None:
            if time.monotonic() >= self.due:
                self.start()
        elif not self.is_alive:
            if not self.leaving:
                complain(f"The {self.name} stopped (exit {self.process.returncode}); starting it again.")
            self.bury()
        elif self.leaving and time.monotonic() > self.leaving:
            self.end(signal.SIGKILL)

    def bury(self) -> None:
        """Note a death: end what it left running, and when to start again."""
        self.end(signal.SIGKILL)
        self.process = None
        lived = time.monotonic() - self.since
        self.pause = FIRST_PAUSE if lived > STEADY or self.leaving else self.pause
        self.due = time.monotonic() + (0 if self.leaving else self.pause)
        self.pause = min(self.pause * 2, LONGEST_PAUSE)
        self.leaving = 0.0

    def end(self, number: signal.Signals) -> None:
        """Send a signal: to the process alone when it can stop its own, to its whole group to kill."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number) if number == signal.SIGKILL else self.process.send_signal(number)


@dataclass(kw_only=True)
class Site(Child):
    """The child that answers: it inherits the socket, and a pipe to say that it has arrived."""

    listener: socket.socket
    arrival: int = -1

    def spawn(self, **_: Any) -> subprocess.Popen[bytes]:
        self.arrival, told = os.pipe()
        os.set_blocking(told, False)
        given = {"ROTATIVE_SOCKET": self.listener.fileno(), "ROTATIVE_READY": told}
        try:
            return super().spawn(pass_fds=list(given.values()), env={**os.environ, **{name: str(number) for name, number in given.items()}})
        finally:
            os.close(told)

    def has_arrived(self, within: float) -> bool:
        """Whether it says, within so many seconds, that it is there. Stop when it never will."""
        if not select.select([self.arrival], [], [], within)[0]:
            return False
        if not os.read(self.arrival, 1):
            raise Stop("the site could not start; what it said is above.", 1)
        return True

    def successor(self) -> Site:
        """One that answers on the same socket."""
        return Site(self.name, self.words, listener=self.listener)

    def dismiss(self) -> None:
        """End one that did not arrive."""
        if self.process is not None:
            self.end(signal.SIGKILL)
            self.process.wait()
            self.bury()

    def bury(self) -> None:
        super().bury()
        os.close(self.arrival)


class Supervisor:
    """Starts the site, then the others once it answers, and watches over all."""

    def __init__(self, site: Site, others: list[Child], ready: Callable[[], None], renew: Callable[[], None]) -> None:
        self.site, self.others, self.former = site, others, list[Site]()
        self.ready, self.renew = ready, renew
        self.stopping = self.reloading = False
        self.at_terminal = os.isatty(0)

    @property
    def children(self) -> list[Child]:
        return [self.site, *self.others, *self.former]

    def run(self) -> int:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGHUP, self._hang_up)
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

    def _hang_up(self, *_: object) -> None:
        """A terminal that was closed means to stop; who asks by a signal means to reload."""
        if self.at_terminal and not os.isatty(0):
            self.stopping = True
        self.reloading = True

    def _open(self) -> None:
        """Start the site, wait until it answers, say so, and only then let the others begin."""
        self.site.start()
        self._wait(self.site)
        host, port = self.site.listener.getsockname()[:2]
        while not self.stopping and not answers(host, port):
            if not self.site.is_alive:
                raise Stop("the site could not start; what it said is above.", 1)
        if not self.stopping:
            self.ready()
            for child in self.others:
                child.start()

    def _wait(self, site: Site) -> None:
        until = time.monotonic() + PATIENCE
        while not self.stopping and not site.has_arrived(TICK):
            if time.monotonic() > until:
                raise Stop(f"the site did not start within {PATIENCE:.0f} seconds.", 1)

    def _watch(self) -> None:
        if self.reloading:
            self._reload()
        for child in self.children:
            child.tend()
        self.former = [site for site in self.former if site.leaving]

    def _reload(self) -> None:
        """A new site arrives before the old one leaves; the others end what they do and start again."""
        self.reloading = False
        site = self.site.successor()
        try:
            self.renew()
            site.start()
            self._wait(site)
        except Stop as stop:
            complain(f"Not reloaded, and all goes on as it was: {stop}")
            site.dismiss()
            return
        if self.site.process is not None:
            self.former.append(self.site)
        self.site.leave(signal.SIGHUP)
        self.site = site
        for child in self.others:
            child.leave()
        say("Reloaded.")

    def _close(self) -> None:
        for child in self.children:
            child.end(signal.SIGTERM)
        until = time.monotonic() + GRACE
        while any(child.is_alive for child in self.children) and time.monotonic() < until:
            time.sleep(TICK)
        for child in self.children:
            child.end(signal.SIGKILL)


def answers(host: str, port: int) -> bool:
    """Whether the front page comes back, whatever it says."""
    seen = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    connection = http.client.HTTPConnection(seen, port, timeout=TRY)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
