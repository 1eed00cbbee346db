"""A text with what each phase of moderation marked in it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rotative.discussion.desk.naming import Named, named
from rotative.discussion.moderation.findings import Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text, and the numbers of the findings that mark it."""

    text: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What one phase said, for a moderator; number: how its marks are called in the text, 0 where it marks nothing."""

    number: int
    finding: Finding

    @property
    def reason(self) -> str:
        return str(self.finding.reason)

    @property
    def phase(self) -> Named:
        return named(self.finding.phase)


def said(findings: Sequence[dict[str, Any]]) -> list[Said]:
    """What the phases said, numbered where they marked something."""
    found, number = [], 0
    for kept in findings:
        finding = Finding.from_json(kept)
        number += bool(finding.spans)
        found.append(Said(number if finding.spans else 0, finding))
    return found


def pieces(text: str, said: Sequence[Said]) -> list[Piece]:
    """The whole text, cut where marks begin and end; marks may overlap."""
    spans = [(max(start, 0), min(end, len(text)), each.number) for each in said for start, end in each.finding.spans]
    cuts = sorted({0, len(text), *(cut for start, end, _ in spans if start < end for cut in (start, end))})
    return [Piece(text[at:to], tuple(sorted({n for start, end, n in spans if start <= at and to <= end}))) for at, to in zip(cuts, cuts[1:], strict=False)]
