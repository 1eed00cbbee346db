"""How the command line speaks: in plain lines, and in one sentence when it can not go on."""
from __future__ import annotations

import sys


class Stop(Exception):
    """A command that can not go on: a sentence for whoever typed it, and an exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code


def say(*lines: str) -> None:
    """Say lines at once, even into a pipe."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    """Say what went wrong, where it does not mix with what was asked for."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
