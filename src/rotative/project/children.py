"""The two processes of a running paper, started by ``server``: the site and the worker."""
from __future__ import annotations

import ctypes
import gc
import logging
import os
import signal
import sys
import threading
from contextlib import suppress
from functools import partial

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")

PR_SET_PDEATHSIG = 1


def site(port: str, host: str, workers: str) -> None:
    """Granian with the paper loaded once: each of its workers is forked from here."""
    import multiprocessing

    multiprocessing.set_start_method("fork")
    application = _load()
    os.register_at_fork(after_in_child=partial(die_with, os.getpid()))
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    served = Server(
        "rotative.project.asgi:application", address=host, port=int(port), workers=int(workers), interface=Interfaces.ASGINL,
        websockets=False, respawn_failed_workers=True, respawn_interval=0.5, workers_kill_timeout=6, log_level=LogLevels.warning,
    )  # fmt: skip
    served.serve(target_loader=lambda *_: application)


def _load() -> object:
    """The application and its addresses, with the collector off while modules are made."""
    gc.disable()
    from django.db import connections
    from django.urls import get_resolver

    from rotative.project.asgi import application

    get_resolver().url_patterns  # noqa: B018 (so that the first reader does not wait for it)
    connections.close_all()
    gc.freeze()
    gc.enable()
    return application


def worker() -> None:
    """Background tasks in this thread; what has its hour in another."""
    with suppress(OSError):
        os.nice(5)  # readers come first
    import django

    django.setup()
    from django_tasks_db.management.commands.db_worker import Worker

    from rotative.project import clock

    for name in ("django_tasks", "django_tasks_db"):
        logging.getLogger(name).setLevel(logging.ERROR)
    threading.Thread(target=clock.run, name="clock", daemon=True).start()
    tasks = Worker(
        queue_names=["*"], excluded_queue_names=[], backend_name="default", worker_id=f"worker-{os.getpid()}",
        interval=0.5, startup_delay=False, batch=False, max_tasks=None,
    )  # fmt: skip
    tasks.configure_signals()
    tasks.run()


def die_with(parent: int) -> None:
    """Have the system end this process when the one that started it is gone (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it was gone before we asked
            os._exit(0)


if __name__ == "__main__":
    die_with(int(sys.argv[1]))
    {"site": site, "worker": worker}[sys.argv[2]](*sys.argv[3:])
