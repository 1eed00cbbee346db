"""The words of the command ``rotative``: one module each, with ``run(words) -> exit code``."""
from __future__ import annotations

import argparse
from typing import NoReturn

from rotative.project.speech import Stop

COMMANDS = {"new": "new", "serve": "serve", "demo": "demo", "check": "check", "press": "press", "record": "record", "django": "others"}


class Parser(argparse.ArgumentParser):
    """Reads a command's words; what it does not understand is a sentence, not a page of usage."""

    def __init__(self, word: str, description: str) -> None:
        super().__init__(prog=f"rotative {word}", description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise Stop(f"{message}. See `{self.prog} --help`.")
