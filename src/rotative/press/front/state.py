"""What the presser says of the paper as a whole: ``paper.json``, read again when it changes."""
from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class State:
    """complete: every address is printed, so what is not there is missing. unprinted: beginnings of paths that are Django's."""

    languages: tuple[str, ...] = ()
    complete: bool = False
    unprinted: tuple[str, ...] = ()

    def leaves(self, path: str) -> bool:
        """Whether a path is Django's to answer, with or without its last slash."""
        return f"{path.rstrip('/')}/".startswith(self.unprinted)

    def language_of(self, path: str) -> str:
        start = path.strip("/").partition("/")[0]
        return start if start in self.languages else next(iter(self.languages), "")


class StateFile:
    """The file; ``read`` gives its present state, or None when there is none to be read."""

    def __init__(self, file: Path) -> None:
        self.file = os.fspath(file)
        self._mark: tuple[int, int, int] | None = None
        self._state: State | None = None

    def read(self) -> State | None:
        try:
            found = os.stat(self.file)
            mark = (found.st_mtime_ns, found.st_size, found.st_ino)
            if mark != self._mark:
                self._state = _state(json.loads(Path(self.file).read_bytes()))
                self._mark = mark
            return self._state
        except (OSError, ValueError, TypeError, AttributeError):
            return None


def _state(said: dict[str, object]) -> State:
    return State(tuple(said["languages"]), said["complete"] is True, tuple(said["unprinted"]))  # type: ignore[arg-type]
