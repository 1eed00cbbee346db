"""Which rows of an earlier reading are what is found now, so that nothing that was decided is asked again."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rotative.record.actions.findings import Finding
from rotative.record.anchors import Anchor, Blocks, find
from rotative.record.models import Appearance, State

ALIKE = 0.5  # of the characters of two spans, how many they share


def pair(rows: Iterable[Any], findings: Sequence[Finding], blocks: Blocks) -> list[Any | None]:
    """For each finding the row that is the same, best ones first, each row once; None where there is none."""
    places = [(row, _places(row, blocks)) for row in rows]
    scores = [(_likeness(here, finding), at, row) for at, finding in enumerate(findings) for row, here in places]
    found: dict[int, Any] = {}
    for score, at, row in sorted(scores, key=lambda each: (-each[0], each[1], each[2].pk)):
        if score >= ALIKE and at not in found and row not in found.values():
            found[at] = row
    return [found.get(at) for at in range(len(findings))]


def same_name(rows: Iterable[Appearance], name: str, kind: str) -> Appearance | None:
    """The actor of a story that an earlier reading, or an editor, named so."""
    return next((row for row in rows if row.kind == kind and name in (row.name, row.found.get("name"))), None)


def _places(row: Any, blocks: Blocks) -> list[Anchor]:
    """Where a row stands in the text: as it is now, and as it was first found, before its ends were mended.

    What was decided is the same only while all that it rests on stands: with another speaker it must be asked again.
    """
    found = find(row.anchor, blocks) if row.state == State.SUGGESTED else None
    now = [found.anchor] if found else [part.anchor for part in row.in_text(blocks) or [] if part.kind == "content"]
    first = row.found.get("anchor") if now else None
    was = find(Anchor(**first), blocks) if first else None
    return [*now, *([was.anchor] if was else [])]


def _likeness(places: Iterable[Anchor], finding: Finding) -> float:
    contents = [part.anchor for part in finding.grounds if part.kind == "content"]
    return max((_shared(one, other) for one in places for other in contents), default=0.0)


def _shared(one: Anchor, other: Anchor) -> float:
    if one.block != other.block:
        return 0.0
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(both, 0) / (max(one.end, other.end) - min(one.start, other.start))
