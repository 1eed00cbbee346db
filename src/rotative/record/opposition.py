"""Which statements may contradict each other: of opposite acts, on the same point or in the same words."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from rotative.record.likeness import letters

Why = Literal["same point", "same words"]
# A claim, and the acts that deny it.
DENIED_BY: dict[str, frozenset[str]] = {
    "announces": frozenset({"denies", "refuses"}),
    "reveals": frozenset({"denies"}),
    "confirms": frozenset({"denies"}),
    "accuses": frozenset({"denies"}),
    "promises": frozenset({"denies", "refuses"}),
    "demands": frozenset({"refuses"}),
}
SHARED = 2  # words of sense, of the shorter one a third
SENSE = re.compile(r"\w{4,}")
EMPTY = frozenset(
    ["avec", "dans", "pour", "cette", "cela", "leur", "leurs", "nous", "vous", "elle", "elles", "sont", "etait", "ete", "avoir", "etre", "fait", "faire", "plus", "mais", "comme", "tout", "tous", "sans", "entre", "apres", "avant", "this", "that", "with", "from", "they", "their", "them", "have", "been", "were", "will", "would", "about", "which", "what", "when", "there", "into", "than", "then", "more", "said", "does", "did"]
)


class Reason(NamedTuple):
    """Why, and the words that both share."""

    why: Why
    words: str


@dataclass(frozen=True)
class Said:
    """What is known of a statement. points: of texts, by primary key; dossier: None when its story is in none."""

    act: str
    words: str
    actor: int | None
    points: frozenset[int]
    story: int
    dossier: int | None
    dated: date | None


def reasons(claim: Said, denial: Said) -> list[Reason]:
    """Why the second may deny the first; none where nothing says so."""
    if denial.act not in DENIED_BY.get(claim.act, ()) or not _may_reply(claim, denial):
        return []
    shared = sense(claim.words) & sense(denial.words)
    enough = max(SHARED, min(len(sense(claim.words)), len(sense(denial.words))) / 3)
    found: list[Reason] = [Reason("same point", "")] if claim.points & denial.points else []
    return [*found, Reason("same words", ", ".join(sorted(shared)))] if len(shared) >= enough else found


def opposites(act: str) -> frozenset[str]:
    """The acts that may deny an act, or that it may deny."""
    return DENIED_BY.get(act, frozenset()) | {claim for claim, denials in DENIED_BY.items() if act in denials}


def sense(words: str) -> frozenset[str]:
    """The words that carry the sense, by their first letters, so that their endings do not count."""
    return frozenset(each[:6] for each in SENSE.findall(letters(words)) if each not in EMPTY)


def _may_reply(claim: Said, denial: Said) -> bool:
    """In one story or one dossier, and not denied before it was said."""
    near = claim.story == denial.story or (claim.dossier is not None and claim.dossier == denial.dossier)
    on_a_point = bool(claim.points & denial.points)
    in_order = not (claim.dated and denial.dated) or claim.dated <= denial.dated
    return in_order and (near or on_a_point)
