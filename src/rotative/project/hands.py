"""The worker's hands: they do one task after another, and take up again what was left half done.

A task that is begun says whose worker has it. Each worker holds a lock in the paper's folder
while it lives: a lock that is free is a worker that is gone, and its task is ready again. A
task that has brought down three workers is not tried a fourth time.
"""
from __future__ import annotations

import fcntl
import os
import signal
import socket
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

TRIES = 3
FORGOTTEN = timedelta(hours=6)  # after which a task that another machine has begun is taken from it


class Lost(RuntimeError):
    """A task that was begun as often as it may be, and never ended."""


class Hands(Worker):
    """A worker for every queue, known by its machine and process, that holds its lock."""

    def __init__(self) -> None:
        self.parent = os.getppid()
        name, self.lock = _sign_on()
        super().__init__(
            queue_names=["*"], excluded_queue_names=[], backend_name="default", worker_id=name,
            interval=0.5, startup_delay=False, batch=False, max_tasks=None,
        )  # fmt: skip

    def run(self) -> None:
        take_up()
        super().run()

    def shutdown(self, number: int, *_: Any) -> None:
        """End the task that is in hand, then go. Once nobody is there to wait for it, go at once."""
        self.running = False
        if not self.running_task:
            sys.exit(0)
        if os.getppid() != self.parent:
            os.kill(os.getpid(), signal.SIGKILL)


def take_up() -> None:
    """Make ready again what workers that are gone have left half done."""
    for task in DBTaskResult.objects.running().order_by("pk"):
        if not task.worker_ids or _is_gone(task.worker_ids[-1], task):
            _put_back(task)
    for file in _folder().glob("*"):
        _is_free(file)


def _put_back(task: DBTaskResult) -> None:
    """Unless another worker has just done so."""
    if len(task.worker_ids) >= TRIES:
        task.set_failed(Lost(f"It was begun {len(task.worker_ids)} times, and each time its worker ended before it did. It is not tried again."))
    else:
        begun = DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at)
        begun.update(status=TaskResultStatus.READY, started_at=None)


def _is_gone(name: str, task: DBTaskResult) -> bool:
    """Whether a worker has ended; of one of another machine, what can be told by the time."""
    host, _, process = name.partition("/")
    file = _file(name)
    if file.exists():
        return _is_free(file)
    if host == socket.gethostname() and "/" in name:
        return not _is_running(int(process.partition("/")[0]))
    return not task.started_at or task.started_at < timezone.now() - FORGOTTEN


def _is_free(file: Path) -> bool:
    """Whether nobody holds a lock; one that is free is swept away."""
    with suppress(OSError), open(file) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        file.unlink()
        return True
    return not file.exists()


def _is_running(process: int) -> bool:
    """For a worker whose lock was swept away with all that is derived."""
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


def _sign_on() -> tuple[str, int]:
    """A name that no worker ever had, and its lock, held until the process ends."""
    name = f"{socket.gethostname()}/{os.getpid()}/{token_hex(4)}"
    _folder().mkdir(parents=True, exist_ok=True)
    handle = os.open(_file(name), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return name, handle


def _file(name: str) -> Path:
    return _folder() / name.replace("/", " ")


def _folder() -> Path:
    return Path(settings.HOME.derived) / "workers"
