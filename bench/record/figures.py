"""A figure of the table: a rate over articles, where it lies if other articles had been drawn, its bar."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
# What was counted, article by article; and a rate from its sums.
Counts = Sequence[Mapping[str, float]]
Rate = Callable[[dict[str, Numbers]], Numbers]
DRAWS = 2000
SEED = 1


@dataclass(frozen=True)
class Figure:
    """A rate and its interval, 95 draws of 100. bar: to reach; `highest`: the bar is not to be passed."""

    of: str
    name: str
    value: float
    low: float
    high: float
    bar: float | None = None
    highest: bool = False
    baseline: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the rate itself is at the bar; None where there is none."""
        if self.bar is None:
            return None
        return self.value <= self.bar if self.highest else self.value >= self.bar

    @property
    def verdict(self) -> str:
        """The same in words, and whether other articles might have turned it."""
        if self.bar is None:
            return ""
        return ("met" if self.met else "missed") + (", not surely" if self.low < self.bar < self.high else "")


def figure(of: str, name: str, counts: Counts, rate: Rate, *, bar: float | None = None, highest: bool = False, baseline: float | None = None) -> Figure:
    """A rate of the counts' sums; its interval is from as many articles drawn with replacement, many times."""
    keys = sorted({key for each in counts for key in each})
    table = np.array([[each.get(key, 0.0) for key in keys] for each in counts], dtype=np.float64).reshape(len(counts), len(keys))
    drawn = np.random.default_rng(SEED).multinomial(len(counts), np.full(len(counts), 1 / max(1, len(counts))), size=DRAWS) if counts else np.zeros((1, 0))
    value = float(rate(_sums(keys, table.sum(axis=0)[None, :]))[0])
    low, high = np.percentile(rate(_sums(keys, drawn @ table)), [2.5, 97.5])
    return Figure(of, name, value, float(low), float(high), bar, highest, baseline)


def share(part: str, *wholes: str) -> Rate:
    """A count over the sum of others."""
    return lambda sums: _over(sums.get(part), sum((sums[whole] for whole in wholes if whole in sums), np.zeros(1)))


def f1(hits: str, annotated: str, found: str) -> Rate:
    """The harmonic mean of precision and recall."""
    return lambda sums: _over(2 * sums[hits] if hits in sums else None, sums.get(annotated, np.zeros(1)) + sums.get(found, np.zeros(1)))


def _sums(keys: Sequence[str], totals: Numbers) -> dict[str, Numbers]:
    return {key: totals[:, place] for place, key in enumerate(keys)}


def _over(part: Numbers | None, whole: Numbers) -> Numbers:
    """The quotient; 0 where there is nothing."""
    top = np.zeros(1) if part is None else part
    return np.divide(top, whole, out=np.zeros(np.broadcast(top, whole).shape), where=whole != 0)
