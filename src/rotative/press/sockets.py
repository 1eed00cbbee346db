"""Unix sockets by names that the system takes: it allows about a hundred bytes, and folders lie deeper."""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_NAME = 100  # bytes, less than any system's limit


@contextmanager
def named(socket: Path) -> Iterator[str]:
    """The socket's own name; by way of its folder, held open meanwhile, when that is too long."""
    if len(os.fsencode(socket)) < LONGEST_NAME:
        yield str(socket)
        return
    folder = os.open(socket.parent, os.O_PATH | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{socket.name}"
    finally:
        os.close(folder)
