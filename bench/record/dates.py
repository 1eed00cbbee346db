"""How well dates are found and understood, against documents marked with TIMEX3.

    python bench/record/dates.py FOLDER [--errors]

FOLDER holds ISO-TimeML files (``*.tml``), each with its DCT, or a folder ``dev`` of them. Strict: spans
that are the same. Relaxed: spans that overlap, matched one to one. Value and type: relaxed matches of which
it is the same. Marks without words are left out. The exit code is 1 when a bar is missed.
"""
from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from rotative.record.reading.dates import find
from rotative.record.reading.findings import Span
from rotative.record.reading.text import Text, divide

BARS = {"relaxed": 0.93, "value": 0.86}
MEASURES = ("strict", "relaxed", "value", "type")
# What is published when no hour is told: the paper of the morning.
HOUR, ZONE = 6, ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class Mark:
    """An expression, as an annotator or the grammar has it."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True)
class Compared:
    """A document: its words, what was to be found, what was, and the pairs that overlap."""

    name: str
    words: str
    gold: list[Mark]
    found: list[Mark]

    @property
    def pairs(self) -> list[tuple[Mark, Mark]]:
        """Overlapping marks, one to one, the best overlap first."""
        overlaps = sorted(((-_overlap(a.span, b.span), a, b) for a in self.gold for b in self.found if _overlap(a.span, b.span) > 0), key=lambda one: (one[0], one[1].span))
        left: set[Span] = set()
        right: set[Span] = set()
        pairs = []
        for _, a, b in overlaps:
            if a.span not in left and b.span not in right:
                left.add(a.span)
                right.add(b.span)
                pairs.append((a, b))
        return pairs

    @property
    def counts(self) -> dict[str, float]:
        """How many marks are annotated and found, and how many pairs are right in each way."""
        pairs = self.pairs
        return {
            "annotated": len(self.gold),
            "found": len(self.found),
            "strict": sum(a.span == b.span for a, b in pairs),
            "relaxed": len(pairs),
            "value": sum(a.value == b.value for a, b in pairs),
            "type": sum(a.type == b.type for a, b in pairs),
        }


def main() -> int:
    """Print the table, and the errors if they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="fr")
    parser.add_argument("--errors", action="store_true", help="list what was missed, found too much, or misunderstood")
    asked = parser.parse_args()
    compared = list(documents(asked.folder, asked.language))
    if asked.errors:
        print(*errors(compared), sep="\n")
    figures = scores(compared)
    for name, figure in figures.items():
        print(f"{name:8} F {figure:.3f}" + (f"  bar {BARS[name]}" if name in BARS else ""))
    return int(any(figures[name] < bar for name, bar in BARS.items()))


def documents(folder: Path, language: str) -> Iterator[Compared]:
    """Each document of a folder, read and compared."""
    for path in sorted((folder / "dev" if (folder / "dev").is_dir() else folder).glob("*.tml")):
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
        words, gold = _marked(root)
        found = find(Text(words, divide(words), language, _published(root)))
        yield Compared(path.stem, words, gold, [Mark(each.span, each.type, each.value) for each in found])


def scores(compared: list[Compared]) -> dict[str, float]:
    """F of each measure, over all documents."""
    counts = [each.counts for each in compared]
    total = {name: sum(each[name] for each in counts) for name in ("annotated", "found", *MEASURES)}
    whole = total["annotated"] + total["found"] or 1
    return {name: 2 * total[name] / whole for name in MEASURES}


def errors(compared: list[Compared]) -> Iterator[str]:
    """A line for each error, with the words around."""
    for each in compared:
        pairs = each.pairs
        met = {mark for pair in pairs for mark in pair}
        yield from (f"missed   {each.name} {_said(each.words, mark)}" for mark in each.gold if mark not in met)
        yield from (f"too much {each.name} {_said(each.words, mark)}" for mark in each.found if mark not in met)
        for a, b in pairs:
            if a.value != b.value:
                yield f"value    {each.name} {_said(each.words, b)} should be {a.value}"
            elif a.span != b.span:
                yield f"span     {each.name} {_said(each.words, b)} should be [{each.words[slice(*a.span)]}]"


def _said(words: str, mark: Mark) -> str:
    start, end = mark.span
    return re.sub(r"\s+", " ", f"…{words[max(0, start - 50) : start]}[{words[start:end]}]{words[end : end + 40]}…") + f" {mark.type} {mark.value}"


def _marked(root: ElementTree.Element) -> tuple[str, list[Mark]]:
    """The words of a document and its marks."""
    text = root.find("TEXT")
    pieces: list[str] = []
    marks: list[Mark] = []

    def walk(node: ElementTree.Element, start: int) -> int:
        end = _add(pieces, node.text, start)
        for child in node:
            after = walk(child, end)
            if child.tag == "TIMEX3" and after > end:
                marks.append(Mark(Span(end, after), child.get("type", ""), child.get("value", "")))
            end = _add(pieces, child.tail, after)
        return end

    if text is not None:
        walk(text, 0)
    return "".join(pieces), marks


def _add(pieces: list[str], words: str | None, start: int) -> int:
    pieces.append(words or "")
    return start + len(words or "")


def _published(root: ElementTree.Element) -> datetime:
    mark = root.find("DCT/TIMEX3")
    assert mark is not None, "a document without its date"
    year, month, day = map(int, mark.get("value", "")[:10].split("-"))
    return datetime(year, month, day, HOUR, tzinfo=ZONE)


def _overlap(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


if __name__ == "__main__":
    sys.exit(main())
