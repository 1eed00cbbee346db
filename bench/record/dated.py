"""Dates: the figures of `dates.py`, document by document."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dates
from figures import Figure, f1, figure

SET = "time-fr-timebank"
# What is to be reached, and what a few regular expressions have.
ROWS: dict[str, tuple[float | None, float | None]] = {"relaxed": (0.93, 0.85), "value": (0.86, 0.753), "strict": (None, 0.67), "type": (None, None)}


def figures(folder: Path, split: str = "dev") -> Iterator[Figure]:
    """The rows of the table."""
    counts = [each.counts for each in dates.documents(folder / SET / split, "fr")]
    for name, (bar, baseline) in ROWS.items():
        yield figure(f"{SET} {split}", f"{name} F", counts, f1(name, "annotated", "found"), bar=bar, baseline=baseline)
