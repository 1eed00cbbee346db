"""Remembers for a moment that a page could not be made, so that a crowd does not ask for it again and again."""
from __future__ import annotations

import time
from dataclasses import dataclass, field

Answer = tuple[int, list[tuple[str, str]], bytes]
SECONDS = 2.0
MOST = 256
LARGEST = 65536


@dataclass
class Failures:
    """Errors by path, each for two seconds."""

    _kept: dict[str, tuple[float, Answer]] = field(default_factory=dict)

    def at(self, path: str) -> Answer | None:
        until, answer = self._kept.get(path, (0.0, None))
        return answer if until > time.monotonic() else None

    def keep(self, path: str, answer: Answer | None) -> None:
        """Remember an answer when it is an error of ours, the same for everyone; forget the oldest when there are many."""
        if answer is None or answer[0] < 500 or len(answer[2]) > LARGEST or any(name.lower() == "set-cookie" for name, _ in answer[1]):
            return
        self._kept.pop(path, None)
        self._kept[path] = time.monotonic() + SECONDS, answer
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
