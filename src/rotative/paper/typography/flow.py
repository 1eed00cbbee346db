"""Running text with its tags set aside, so that a rule can read across them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rotative.paper.typography.spaces import BLOCK, KEPT, LINE

Edit = tuple[int, int, str]
"""Put this string in place of what stands from the first offset to the second."""

Rule = Callable[[str], list[Edit]]
"""Reads a text and names the edits to make, from left to right, none overlapping."""

STAND_INS = re.compile(f"[{KEPT}{LINE}{BLOCK}]")


@dataclass(slots=True)
class Flow:
    """A text to set, the tags at their offsets in it, and the things kept out.

    Each stand-in character of the text (`KEPT`, `LINE`, `BLOCK`) stands for the
    next of `kept`, which is given back as it was.
    """

    text: str = ""
    tags: list[tuple[int, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def set(self, rules: Iterable[Rule]) -> None:
        """Apply each rule in turn to what the one before has set."""
        for rule in rules:
            if edits := rule(self.text):
                self._move_tags(edits)
                self._change_text(edits)

    def has_tag_in(self, start: int, end: int) -> bool:
        """Whether a tag stands strictly between two offsets."""
        after = bisect_right(self.tags, start, key=_offset)
        return after < len(self.tags) and self.tags[after][0] < end

    def wrap(self, spans: Iterable[tuple[int, int]], name: str) -> None:
        """Put an element around each span, inside the tags that stand at its end."""
        new = [(start, f"<{name}>") for start, _ in spans]
        new += [(end, f"</{name}>") for _, end in spans]
        self.tags = sorted(new + self.tags, key=_offset)

    def joined(self, quote: Callable[[str], str] = str) -> str:
        """The whole again, each stretch of text passed through `quote`."""
        out: list[str] = []
        last = 0
        for offset, width, source in self._cuts():
            out += quote(self.text[last:offset]), source
            last = offset + width
        out.append(quote(self.text[last:]))
        return "".join(out)

    def _cuts(self) -> list[tuple[int, int, str]]:
        tags = [(offset, 0, tag) for offset, tag in self.tags]
        if not self.kept:
            return tags
        stand_ins = (found.start() for found in STAND_INS.finditer(self.text))
        kept = [(at, 1, source) for at, source in zip(stand_ins, self.kept, strict=True)]
        return sorted(tags + kept, key=_offset)  # stable: a tag stands before the thing at its offset

    def _change_text(self, edits: list[Edit]) -> None:
        out: list[str] = []
        last = 0
        for start, end, new in edits:
            out += self.text[last:start], new
            last = end
        out.append(self.text[last:])
        self.text = "".join(out)

    def _move_tags(self, edits: list[Edit]) -> None:
        moved: list[tuple[int, str]] = []
        first = shift = 0
        for start, end, new in edits:
            stop = self._tags_moved_by(start, end, first)
            moved += ((_place(at, start, len(new)) + shift, tag) for at, tag in self.tags[first:stop])
            first = stop
            shift += len(new) - (end - start)
        self.tags = moved + [(at + shift, tag) for at, tag in self.tags[first:]]

    def _tags_moved_by(self, start: int, end: int, first: int) -> int:
        stop = bisect_left(self.tags, end, first, key=_offset)
        # What is inserted between two tags comes after those that close and
        # before those that open: <b>mot</b> !, not <b>mot !</b>.
        while start == end and stop < len(self.tags) and _closes_at(self.tags[stop], end):
            stop += 1
        return stop


def _place(at: int, start: int, width: int) -> int:
    return at if at <= start else start + min(at - start, width)


def _closes_at(cut: tuple[int, str], at: int) -> bool:
    return cut[0] == at and cut[1].startswith("</")


def _offset(cut: tuple[int, str] | tuple[int, int, str]) -> int:
    return cut[0]
