"""The command ``rotative``. It loads no more than it needs: ``--version`` knows no framework.

Words of its own are modules of ``commands``; every other word is one of Django's.
"""
from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from rotative.project.commands import COMMANDS
from rotative.project.speech import Stop, complain, say

HELP = """\
rotative: an online newspaper, from one folder.

  rotative new FOLDER        make a paper
  rotative serve             serve it, on this machine or to the world
  rotative press             print by hand, prove and explain what is printed
  rotative check             what would stop it from going public
  rotative import page …     read pages of other sites and files into drafts
  rotative record read FILE  what a text says: actors, statements, events, dates
  rotative demo              a demonstration paper, made and served
  rotative --version         which Rotative this is

`rotative WORD --help` says more of one. Any other word is one of Django's own
(`rotative createsuperuser`, `rotative dbshell`): `rotative django` lists them.

The paper is the folder that ROTATIVE_HOME names; else the folder you are in, when
it is a paper; else ./paper.
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 not all well, 2 could not be done."""
    try:
        return _run(list(sys.argv[1:] if words is None else words))
    except Stop as stop:
        complain(f"rotative: {stop}")
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(words: list[str]) -> int:
    word = words[0] if words else "--help"
    if word in ("--help", "-h", "help"):
        return _help(words[1:])
    if word in ("--version", "version"):
        return _version()
    module = import_module(f"rotative.project.commands.{COMMANDS.get(word, 'others')}")
    return int(module.run(words[1:] if word in COMMANDS else words))


def _help(words: list[str]) -> int:
    if words:
        return _run([words[0], "--help"])
    say(HELP.rstrip("\n"))
    return 0


def _version() -> int:
    from importlib.metadata import version

    say(f"Rotative {version('rotative')}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
