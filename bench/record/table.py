"""The table of the record: each figure, where it lies if other articles had been drawn, and its bar.

    python bench/record/table.py FOLDER [--split dev] [--only said]

FOLDER holds the data sets, a folder each. Each set is scored by a module beside this one, with a
function `figures(folder, split)`. What is not there yet, a scorer or its data, is named at the end.
The exit code is 1 when a bar is missed.
"""
from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from figures import Figure
from sets import TextsMissingError

SCORERS = {"said": "who said what", "named": "names (ner-fr-winer)", "dated": "dates (time-fr-timebank)", "happened": "events", "threads": "threads (threads-fr-wikinews)"}
HEAD = ("set", "figure", "value", "95 of 100 draws", "bar", "", "plain baseline")


def main() -> int:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--split", default="dev")
    options.add_argument("--only", choices=SCORERS, action="append")
    told = options.parse_args()
    found, missing = gather(told.folder, told.split, told.only or list(SCORERS))
    print("\n".join(table(found)))
    print("\n".join(["", "Not measured:", *(f"- {each}" for each in missing)] if missing else ""))
    return int(any(each.met is False for each in found))


def gather(folder: Path, split: str, scorers: Iterable[str]) -> tuple[list[Figure], list[str]]:
    """The figures of every scorer that is there, and what is missing of the others."""
    found: list[Figure] = []
    missing: list[str] = []
    for name in scorers:
        try:
            found += import_module(name).figures(folder, split)
        except (ImportError, AttributeError, FileNotFoundError, TextsMissingError) as error:
            missing.append(f"{SCORERS[name]}: {error}")
    return found, missing


def table(found: Sequence[Figure]) -> list[str]:
    """The lines of the table, in Markdown."""
    return [_line(HEAD), _line(["---"] * len(HEAD)), *map(_row, found)]


def _row(each: Figure) -> str:
    bar = "" if each.bar is None else f"{'≤' if each.highest else '≥'} {each.bar:.2f}"
    return _line([each.of, each.name, f"{each.value:.3f}", f"{each.low:.3f} to {each.high:.3f}", bar, each.verdict, "" if each.baseline is None else f"{each.baseline:.3f}"])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
