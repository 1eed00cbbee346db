"""Keeps what was read in memory, the latest used first, within so many bytes.

Two threads ask: the server's own for what is printed, the event loop's for the rest.
"""
from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Protocol, TypeVar


class Sized(Protocol):
    """What can be kept."""

    @property
    def size(self) -> int:
        """How many bytes it takes."""


S = TypeVar("S", bound=Sized)


class Memory(OrderedDict[str, S]):
    """Things by name, within ``limit`` bytes; the one that was asked for longest ago goes first."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit, self.held = limit, 0
        self._lock = Lock()

    def use(self, name: str) -> None:
        """Note that a thing was asked for."""
        try:  # not ``suppress``, which takes half a microsecond of each page
            self.move_to_end(name)
        except KeyError:  # it was dropped just now
            return

    def keep(self, name: str, thing: S) -> None:
        with self._lock:
            self._drop(name)
            if thing.size <= self.limit:
                self[name] = thing
                self.held += thing.size
            while self.held > self.limit:
                self.held -= self.popitem(last=False)[1].size

    def drop(self, name: str) -> None:
        with self._lock:
            self._drop(name)

    def _drop(self, name: str) -> None:
        found = self.pop(name, None)
        if found is not None:
            self.held -= found.size
