"""Granian on a socket that it is lent, so that one site follows another without a gap.

The supervisor holds the socket, and each site inherits it: while one leaves and the next
arrives, who connects waits in the socket's queue, and nobody is refused. (Granian's own
reload opens a socket a worker, and what waits in a worker's queue is lost with it.)

A site that leaves on SIGHUP, because another has arrived, first takes no more connections
and asks those it has to close after their next answer; then it ends. Without that, a
connection that was taken and had not yet asked would be closed without an answer.
"""
from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from granian._granian import SocketHolder
from granian.constants import HTTPModes
from granian.server import Server as Granian

SOCKET, READY = "ROTATIVE_SOCKET", "ROTATIVE_READY"  # where the supervisor says which descriptors they are
FAREWELL = 2.5  # seconds in which connections that are used learn that they end, on a machine that is busy with the site that arrives, too
LEAVE = 50  # seconds for answers that take long: another site is there, so nobody waits for this one to end


class Server(Granian):
    """Listens on the supervisor's socket, and tells it once a worker is there; by itself without one.

    The application's ``leave()`` is called when another site has arrived: from then on it
    asks each connection to close.
    """

    leaving = False

    def __init__(self, *words: Any, **options: Any) -> None:
        # With a choice of protocols, Granian closes a connection that it has taken and not yet read.
        super().__init__(*words, **{"http": HTTPModes.http1, **options})

    def serve(self, spawn_target: Any = None, target_loader: Callable[..., Any] | None = None, wrap_loader: bool = True) -> None:
        super().serve(spawn_target, target_loader and partial(_arrive, target_loader), wrap_loader)

    def signal_handler_reload(self, *_: Any, **__: Any) -> None:
        self.leaving, self.workers_kill_timeout = True, LEAVE
        self.signal_handler_interrupt()

    def _init_shared_socket(self) -> None:
        if SOCKET in os.environ:
            self._ssp, self._sso, self._shd = None, None, SocketHolder(int(os.environ[SOCKET]), False, self.backlog)
        else:
            super()._init_shared_socket()

    def _stop_workers(self) -> None:
        if self.leaving and SOCKET in os.environ:
            for worker in self.wrks:
                with suppress(ProcessLookupError):
                    os.kill(worker._id(), signal.SIGUSR1)
            time.sleep(FAREWELL)
        super()._stop_workers()


def _arrive(loader: Callable[..., Any], *words: Any) -> Any:
    """What each worker does before it answers: learn how to leave, and say that it is there."""
    application = loader(*words)
    signal.signal(signal.SIGUSR1, partial(_leave, application))
    if READY in os.environ:
        with suppress(BrokenPipeError, BlockingIOError):  # a worker that is started again tells nobody
            os.write(int(os.environ[READY]), b".")
    return application


def _leave(application: Any, *_: Any) -> None:
    application.leave()
    if SOCKET in os.environ:
        _look_away(int(os.environ[SOCKET]))


def _look_away(listening: int) -> None:
    """Put a socket to which nobody comes in the place of the one that all sites share.

    The shared one can not be shut: that would shut it for the site that has arrived.
    """
    place = os.fstat(listening)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.setblocking(False)
        for name in os.listdir("/dev/fd"):
            if _is(int(name), place):
                os.dup2(silent.fileno(), int(name), inheritable=False)


def _is(descriptor: int, place: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), place)
    except OSError:  # the one that the folder was read with
        return False
