"""The essentials: three to five sentences of the text, trimmed to stand alone, the weightiest first, no two alike.

Fewer where fewer stand alone: what would have to be rewritten is no help to who writes.
"""
from __future__ import annotations

from collections.abc import Sequence

from rotative.record.reading.essentials.candidates import Candidate, drawn
from rotative.record.reading.essentials.weight import Weights
from rotative.record.reading.findings import Actor, Essential, Span, Statement
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.text import Text

MOST = 5
FEW = 3
ALIKE = 0.45  # share of the shorter one's words
LIGHTEST = 0.85  # what is lighter is a detail
WORTH = 0.7  # of the weight of the third: what is lighter is no fourth


def choose(text: Text, parsed: Sequence[Parsed], statements: Sequence[Statement], actors: Sequence[Actor]) -> list[Essential]:
    """The essentials of a text, in order of weight."""
    weights = Weights(parsed, statements)
    weighed = sorted(((weights.of(each), each) for each in drawn(text, parsed, actors)), key=lambda pair: -pair[0])
    chosen: list[tuple[float, Candidate]] = []
    for weight, each in weighed:
        if len(chosen) < MOST and weight > LIGHTEST and _is_worth(weight, chosen) and not any(_alike(each, other) for _, other in chosen):
            chosen.append((weight, each))
    return [Essential(each.text, Span(*each.span)) for _, each in chosen]


def _is_worth(weight: float, chosen: Sequence[tuple[float, Candidate]]) -> bool:
    return len(chosen) < FEW or weight >= WORTH * chosen[FEW - 1][0]


def _alike(one: Candidate, other: Candidate) -> bool:
    shared = len(one.words & other.words)
    return shared > ALIKE * max(1, min(len(one.words), len(other.words)))
