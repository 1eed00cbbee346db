"""The processes of a running paper, started by ``server``: the site, the presser and the worker."""
from __future__ import annotations

import ctypes
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from rotative.press.front.place import MEBIBYTE, Place
from rotative.project.folder import Folder

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")

PR_SET_PDEATHSIG = 1
TRUE = ("1", "true", "t", "yes", "y", "on")


def site(port: str, host: str, workers: str) -> None:
    """The front, in workers forked from here; each loads the paper behind it while it answers already."""
    os.register_at_fork(after_in_child=partial(die_with, os.getpid()))
    from rotative.press.front.application import Front
    from rotative.press.front.serving import serve
    from rotative.project.listening import Server

    place = _place()
    serve(Front(place, partial(_load_or_end, place)), host, int(port), int(workers), Server)


def _place() -> Place:
    """Where the paper is and who may ask for it, read as the settings read it, before there are any."""
    folder, read = Folder(Path(os.environ["ROTATIVE_HOME"])), os.environ.get
    address = (read("ROTATIVE_URL") or "http://127.0.0.1:8000").rstrip("/")
    named = [host.strip() for host in read("ALLOWED_HOSTS", "").split(",") if host.strip()]
    return Place(
        derived=folder.derived,
        media=folder.media,
        host=folder.hosts_of(address)[0],
        hosts=tuple(named or (["*"] if folder.is_demonstration else folder.hosts_of(address))),
        is_secure=address.startswith("https://"),
        behind_proxy=read("BEHIND_PROXY", "").lower() in TRUE,
        memory=int(read("FRONT_MEMORY") or 256) * MEBIBYTE,
    )


def _load_or_end(place: Place) -> Callable[..., Any]:
    """The paper's application. Where nothing is printed, there is no answering without it."""
    try:
        return _load()
    except Exception:
        if not (place.derived / "edition" / place.host).exists():
            logging.getLogger("rotative").exception("The paper can not be loaded.")
            os._exit(1)
        raise


def _load() -> Callable[..., Any]:
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


def presser() -> None:
    """The one process of the node that prints."""
    with suppress(OSError):
        os.nice(2)  # readers come first, and news before pictures
    import django

    django.setup()
    from rotative.press.running import run

    run()


def worker() -> None:
    """Background tasks in this thread; what has its hour in another."""
    with suppress(OSError):
        os.nice(5)  # readers come first
    import django

    django.setup()
    from rotative.project import clock, hands

    for name in ("django_tasks", "django_tasks_db"):
        logging.getLogger(name).setLevel(logging.ERROR)
    tasks = hands.Hands()
    threading.Thread(target=clock.run, name="clock", daemon=True).start()
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
    {"site": site, "presser": presser, "worker": worker}[sys.argv[2]](*sys.argv[3:])
