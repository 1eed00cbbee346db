"""What a statement rests on: its words, who is said to say them, and how; all must stand, and together.

The words of a quotation may be the same when the sentence around them says the opposite, or names somebody
else. So a statement stands in a text only where each of its parts does, with the same words between those that
are near each other, and the same beginning of the sentence before the first.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rotative.record.anchors import AROUND, Anchor, Blocks, anchor, find
from rotative.record.reading.text import plain

PartKind = Literal["content", "cue", "speaker", "name", "via", "addressee", "place"]
FRAME = ("content", "cue", "speaker")
Pair = tuple[Anchor, Anchor]  # as it was, as it is
SENTENCE_END = re.compile(r"[.!?…»”\n]\s")


@dataclass(frozen=True)
class Part:
    """Words that a statement rests on. ``name``: where the text names the speaker whom the sentence calls otherwise."""

    kind: PartKind
    anchor: Anchor

    def as_json(self) -> dict[str, Any]:
        return {"part": self.kind, **self.anchor.as_json()}


def part_of(stored: dict[str, Any]) -> Part:
    """A part as it was stored."""
    return Part(stored["part"], Anchor(**{name: value for name, value in stored.items() if name != "part"}))


def stand(parts: Sequence[Part], blocks: Blocks) -> list[Part] | None:
    """The parts as they stand in a text; None when one of them does not, or when they do not stand together."""
    found = _content(parts, blocks)
    for part in parts:
        if found is not None and part.kind != "content":
            here = _beside(part, parts, found, blocks) or _found(part, blocks)
            found = [*found, here] if here else None
    return found if found and _together(_in_order(parts), found, blocks) else None


def _content(parts: Sequence[Part], blocks: Blocks) -> list[Part] | None:
    found = [_found(part, blocks) for part in parts if part.kind == "content"]
    return [part for part in found if part] if all(found) else None


def _found(part: Part, blocks: Blocks) -> Part | None:
    found = find(part.anchor, blocks)
    # Only what was said can be trimmed: of a name, a cue or a place, what is left is another one.
    return Part(part.kind, found.anchor) if found and (found.how != "trimmed" or part.kind == "content") else None


def _beside(part: Part, parts: Sequence[Part], found: Sequence[Part], blocks: Blocks) -> Part | None:
    """A short part as far from the words as it was, which tells it better than what is around it."""
    for was, now in zip([each for each in parts if each.kind == "content"], found, strict=False):
        if was.anchor.block == part.anchor.block:
            before = part.anchor.end <= was.anchor.start
            moved = now.anchor.start - was.anchor.start if before else now.anchor.end - was.anchor.end
            here = _at(now.anchor.block, part.anchor.start + moved, part.anchor.end + moved, blocks)
            if here and plain(here.words) == plain(part.anchor.words):
                return Part(part.kind, here)
    return None


def _at(block: str, start: int, end: int, blocks: Blocks) -> Anchor | None:
    try:
        return anchor(blocks, block, start, end)
    except ValueError:
        return None


def _in_order(parts: Sequence[Part]) -> list[Part]:
    """The parts in the order in which ``stand`` finds them."""
    return [*(part for part in parts if part.kind == "content"), *(part for part in parts if part.kind != "content")]


def _together(was: Sequence[Part], now: Sequence[Part], blocks: Blocks) -> bool:
    """Whether the parts of each sentence stand to each other as they did."""
    pairs = _frame(was, now)
    return all(_follows(before, pair, blocks) for before, pair in zip([None, *pairs], pairs, strict=False))


def _follows(before: Pair | None, pair: Pair, blocks: Blocks) -> bool:
    if before is None or before[0].block != pair[0].block:
        return _same_lead(*pair)
    return _same_gap(*before, *pair, blocks)


def _frame(was: Iterable[Part], now: Iterable[Part]) -> list[Pair]:
    found = [(one.anchor, other.anchor) for one, other in zip(was, now, strict=True) if one.kind in FRAME]
    return sorted(found, key=lambda pair: (pair[0].block, pair[0].start))


def _same_gap(one: Anchor, one_now: Anchor, other: Anchor, other_now: Anchor, blocks: Blocks) -> bool:
    if one_now.block != other_now.block or one_now.start > other_now.start:
        return False
    gap = other.start - one.end
    between = blocks[one_now.block][one_now.end : other_now.start]
    return gap <= 0 or gap > AROUND or plain(between) == plain(one.after[:gap])


def _same_lead(first: Anchor, now: Anchor) -> bool:
    """Whether the sentence begins as it did before the first part."""
    return plain(_lead(first.before)) == plain(_lead(now.before))


def _lead(before: str) -> str:
    return SENTENCE_END.split(before)[-1].lstrip()
