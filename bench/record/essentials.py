"""Prints the essentials of the demonstration paper's stories, to be judged by hand: `python bench/record/essentials.py`.

A story's headline and standfirst are given as titles, its paragraphs, cross-heads and quotations as what they are. The judged
table is in `essentials.md`.
"""
from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rotative.project import demo
from rotative.project.demo.copyfile import Story, parse
from rotative.project.demo.days import Calendar
from rotative.project.demo.markup import plain
from rotative.record.reading.findings import Reading, Span
from rotative.record.reading.reader import read
from rotative.record.reading.text import Block, BlockKind

STORIES = Path(demo.__file__).parent / "stories"
NOW = datetime(2026, 11, 24, 8, tzinfo=ZoneInfo("Europe/Paris"))
CALENDAR = Calendar(NOW, ZoneInfo("Europe/Paris"))
KINDS: dict[str, BlockKind] = {"paragraph": "paragraph", "heading": "heading", "quotation": "quote"}


def main(names: list[str]) -> None:
    for path in sorted(STORIES.glob("*/*.md")):
        name = path.relative_to(STORIES).as_posix()
        if not names or any(each in name for each in names):
            story = parse(CALENDAR.expand(path.read_text("utf-8"), path.parent.name), name)
            print(f"\n{name} ({story.genre})\n  {story.headline}")
            for each in reading(story).essentials:
                print(f"  - {each.text}")


def reading(story: Story) -> Reading:
    words, blocks = laid_out(story)
    return read(words, CALENDAR.at(story.days, story.time), story.language, blocks)


def laid_out(story: Story) -> tuple[str, tuple[Block, ...]]:
    """The story's text and where its blocks are in it."""
    words, blocks = "", []
    for kind, part in _parts(story):
        blocks.append(Block(Span(len(words), len(words) + len(part)), kind))
        words += f"{part}\n\n"
    return words, tuple(blocks)


def _parts(story: Story) -> Iterator[tuple[BlockKind, str]]:
    yield "title", story.headline
    yield "title", story.standfirst
    for block in story.body:
        if block.kind in KINDS:
            yield KINDS[block.kind], plain(block.text)


if __name__ == "__main__":
    main(sys.argv[1:])
