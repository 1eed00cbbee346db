"""Logistic regression on rows of places, and how well a score tells two kinds apart. The same rows give the same weights."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rotative.discussion.moderation.features import SIZE, Places

Numbers = NDArray[np.float64]
Yes = NDArray[np.bool_]

STEPS = 150
CALM = 0.1  # how much weights are held back, divided by the number of rows
LIKELY = 0.5
TWICE = 2  # rows in which a place must be found: what is found once says nothing of the next text


@dataclass(frozen=True)
class Weights:
    """of_places: what each place adds. bias: what a text has before it is read: how often texts are of the second kind."""

    of_places: NDArray[np.float32]
    bias: float

    def score(self, places: Places) -> float:
        """How likely a text is of the second kind."""
        return float(_sigmoid(np.array([self.of_places[places].sum(dtype=np.float64) / np.sqrt(max(1, len(places))) + self.bias]))[0])


def fit(rows: list[Places], labels: Yes) -> Weights:
    """Accelerated gradient descent, with the step that the rows' length allows: nothing to tune, and it can not run away.

    The bias is not learnt: of a text of which nothing is known, nothing but the usual share may be said.
    """
    bias = float(np.log((labels.sum() + 1) / ((~labels).sum() + 1)))
    columns, of_row, known = _table(rows)
    scale = 1 / np.sqrt([max(1, len(row)) for row in rows])
    calm = CALM / len(rows)
    step = 1 / (0.25 + calm)
    now, ahead = np.zeros(len(known)), np.zeros(len(known))
    for turn in range(STEPS):
        margins = np.bincount(of_row, weights=ahead[columns], minlength=len(rows)) * scale + bias
        miss = (_sigmoid(margins) - labels) / len(rows)
        slope = np.bincount(columns, weights=(miss * scale)[of_row], minlength=len(known)) + calm * ahead
        before, now = now, ahead - step * slope
        ahead = now + turn / (turn + 3) * (now - before)
    weights = np.zeros(SIZE, dtype=np.float32)
    weights[known] = now
    return Weights(weights, bias)


def _table(rows: list[Places]) -> tuple[Places, Places, Places]:
    """For each place of each row that is known: its number among the known, and its row; and which are known."""
    joined = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
    of_row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    known = np.flatnonzero(np.bincount(joined, minlength=SIZE) >= TWICE)
    numbers = np.full(SIZE, -1)
    numbers[known] = np.arange(len(known))
    columns = numbers[joined]
    return columns[columns >= 0], of_row[columns >= 0], known


def _sigmoid(margins: Numbers) -> Numbers:
    sigmoid: Numbers = 1 / (1 + np.exp(-np.clip(margins, -30, 30)))
    return sigmoid


def auc(scores: Numbers, labels: Yes) -> float:
    """How often a text of the second kind is scored above one of the first; a tie counts half. 0.5 where one kind is missing."""
    positives = int(labels.sum())
    pairs = positives * (len(labels) - positives)
    if not pairs:
        return 0.5
    _values, place, number = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(number) - (number - 1) / 2)[place]
    return float((ranks[labels].sum() - positives * (positives + 1) / 2) / pairs)


def threshold(scores: Numbers, labels: Yes, wanted: float, at_least: int) -> tuple[float, float, float]:
    """From which score to hold, so that as many are right as is wanted and the fewest are wrong or missed (F1); with the precision and recall there.

    Never where a text is as likely of the first kind: what is only unknown is not held. Above 1, so that nothing is, where no score will do.
    """
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(labels[order])
    held = np.arange(1, len(scores) + 1)
    # Texts of one score are held together or not at all.
    is_last = np.append(scores[order][:-1] != scores[order][1:], True)
    good = np.flatnonzero((right / held >= wanted) & (held >= at_least) & is_last & (scores[order] >= LIKELY))
    if not len(good):
        return 1.1, 0.0, 0.0
    at = good[np.argmax(2 * right[good] / (held[good] + labels.sum()))]
    ranked = np.append(scores[order], 0.0)
    # Halfway to the next score below, as the next texts will be a little below or above.
    return float(max(LIKELY, (ranked[at] + ranked[at + 1]) / 2)), float(right[at] / held[at]), float(right[at] / labels.sum())
