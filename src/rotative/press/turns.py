"""Only one process of a node prints: whoever holds the lock of its folder."""
from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AnotherPrints(RuntimeError):
    """Another process of this node is the presser."""


@contextmanager
def our_turn(folder: Path) -> Iterator[None]:
    """Hold the press of a folder; the system lets go of it whatever becomes of the process.

    Raises AnotherPrints.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "press.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherPrints(str(folder)) from None
        yield
