"""An open-loop client over HTTP/1.1: each request has its instant, whether or not those before it are answered.

Latency is counted from that instant, not from when the request could be sent, so that a server
that halts is charged for everyone who came meanwhile. One thread, few calls to the system: at
2,000 requests a second it takes about a tenth of a core.
"""
from __future__ import annotations

import gc
import os
import re
import select
import socket
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

CONNECTIONS = 256
PATIENCE = 10.0  # seconds after which an answer is given up
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)
PRESS = re.compile(rb"\r\nx-press: *(\w+)", re.I)
Follow = Callable[["Asked", bytes, bytes], "Asked | None"]


@dataclass(slots=True)
class Asked:
    """One request: when it is due, in seconds from the start, and what came of it.

    source: the address it comes from, over a connection of its own; without one, over any that is open.
    status: 0 when there was no answer. late: how long after its instant the client sent it, though it could.
    """

    at: float
    kind: str
    words: bytes
    expected: int
    source: str = ""
    status: int = 0
    press: str = ""
    took: float = 0.0
    late: float = 0.0
    follow: Follow | None = None


@dataclass(slots=True)
class Line:
    """A connection, and what it is used for now."""

    socket: socket.socket
    asked: Asked | None = None
    got: bytearray = field(default_factory=bytearray)
    needed: int = 0
    head: int = 0


class Client:
    """Sends what is planned to one port. ``follow`` of a request makes the next one from its answer."""

    def __init__(self, port: int, plan: list[Asked]) -> None:
        self.port = port
        self.plan = deque(sorted(plan, key=lambda asked: asked.at))
        self.waiting: deque[Asked] = deque()
        self.poll = select.epoll()
        self.lines: dict[int, Line] = {}
        self.idle: list[Line] = [self._connect() for _ in range(CONNECTIONS)]
        self.done: list[Asked] = []
        self.busy = 0
        self.began = 0.0

    def run(self) -> list[Asked]:
        """All requests, as they were answered."""
        gc.freeze()
        gc.disable()
        self.began = time.perf_counter()
        last = self.plan[-1].at
        while self.plan or ((self.busy or self.waiting) and self._now() < last + PATIENCE):
            self._send_due()
            left = self.plan[0].at - self._now() if self.plan else 0.1
            # Not epoll's own timeout, which is in whole milliseconds.
            if select.select([self.poll], [], [], max(left, 0))[0]:
                for number, _ in self.poll.poll(0):
                    self._read(self.lines[number])
        self.done += [*self.waiting, *(line.asked for line in self.lines.values() if line.asked)]
        return self.done

    def _now(self) -> float:
        return time.perf_counter() - self.began

    def _send_due(self) -> None:
        while self.plan and self.plan[0].at <= (now := self._now()):
            asked = self.plan.popleft()
            asked.late = now - asked.at
            self._send(asked)

    def _send(self, asked: Asked) -> None:
        if asked.source:
            line = self._connect(asked.source)
        elif self.idle:
            line = self.idle.pop()
        else:
            self.waiting.append(asked)
            return
        line.asked = asked
        self.busy += 1
        try:
            line.socket.send(asked.words)
        except OSError:
            self._end(line, is_open=False)

    def _connect(self, source: str = "") -> Line:
        made = socket.create_connection(("127.0.0.1", self.port), 5, (source, 0) if source else None)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        made.setblocking(False)
        line = self.lines[made.fileno()] = Line(made)
        self.poll.register(made, select.EPOLLIN)
        return line

    def _read(self, line: Line) -> None:
        try:
            got = line.socket.recv(262144)
        except BlockingIOError:
            return
        except OSError:
            got = b""
        if not got:
            self._end(line, is_open=False)
            return
        line.got += got
        if not line.needed:
            self._read_head(line)
        if line.needed and len(line.got) >= line.needed:
            self._end(line, is_open=True)

    def _read_head(self, line: Line) -> None:
        end = line.got.find(b"\r\n\r\n")
        if end < 0 or line.asked is None:
            return
        head = bytes(line.got[: end + 2])
        found, press = LENGTH.search(head), PRESS.search(head)
        line.head, line.needed = end + 4, end + 4 + (int(found[1]) if found else 0)
        line.asked.status, line.asked.press = int(head[9:12]), press[1].decode() if press else ""

    def _end(self, line: Line, is_open: bool) -> None:
        asked, line.asked = line.asked, None
        if asked:
            self.busy -= 1
            asked.took = self._now() - asked.at
            asked.status = asked.status if is_open else 0
            self.done.append(asked)
            self._follow(asked, line)
        line.got, line.needed = bytearray(), 0
        if is_open and asked and not asked.source:
            self._use(line)
            return
        del self.lines[line.socket.fileno()]
        line.socket.close()
        if not asked:
            self.idle.remove(line)
        if not (asked and asked.source):
            self._use(self._connect())

    def _follow(self, asked: Asked, line: Line) -> None:
        if asked.follow and asked.status == asked.expected:
            more = asked.follow(asked, bytes(line.got[: line.head]), bytes(line.got[line.head :]))
            if more:
                more.at = self._now()
                self._send(more)

    def _use(self, line: Line) -> None:
        """A connection that is free takes who waits longest."""
        self.idle.append(line)
        if self.waiting:
            self._send(self.waiting.popleft())


def run(port: int, plan: list[Asked]) -> tuple[list[Asked], float]:
    """What came of a plan, and the share of a core that it took to ask. For a process of its own."""
    with suppress(OSError):
        # Readers have machines of their own: what is measured must not delay who measures.
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    client = Client(port, plan)
    began, processor = time.perf_counter(), time.process_time()
    done = client.run()
    share = (time.process_time() - processor) / (time.perf_counter() - began)
    for asked in done:
        asked.follow, asked.words = None, b""
    return done, share
