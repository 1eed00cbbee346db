"""Granian as the front wants it: forked workers, RSGI, and printed pages answered at once.

Granian's scheduler brings each request to the event loop: a wake-up, a task and a context for
what takes microseconds. Ours asks the front first, in the thread that brings the request, and
sends on only what is not printed (docs/decisions/0013-the-editions-form.md).
"""
from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from functools import partial
from typing import Any

from granian import _futures
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from rotative.press.front.application import Front

Schedule = Callable[[Any], None]


def serve(front: Front, host: str, port: int, workers: int, server: Callable[..., Any] = Server) -> None:
    """Answer on a port until a signal ends it, with Granian's server or one made of it.

    The workers are forked from this process.
    """
    multiprocessing.set_start_method("fork", force=True)
    _futures._cbsched_aioschedule = partial(_schedule, _futures._cbsched_aioschedule, front.at_once)
    served = server(
        "front", address=host, port=port, workers=workers, interface=Interfaces.RSGI, websockets=False,
        respawn_failed_workers=True, respawn_interval=0.5, workers_kill_timeout=6, log_level=LogLevels.warning,
    )  # fmt: skip
    served.serve(target_loader=lambda *_: front)


def _schedule(make: Callable[..., Schedule], at_once: Callable[[Any, Any], bool], *arguments: Any) -> Schedule:
    """Granian's own way to the event loop, taken only by what is not answered at once."""
    schedule = make(*arguments)

    def answer_or_schedule(watcher: Any) -> None:
        try:
            is_answered = at_once(watcher.scope, watcher.proto)
        except Exception:  # noqa: BLE001 (the event loop meets it again, answers and says so)
            is_answered = False
        if is_answered:
            watcher.done()
        else:
            schedule(watcher)

    return answer_or_schedule
