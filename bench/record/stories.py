"""The stories of the demonstration paper as texts to read: headline and standfirst as titles, paragraphs, cross-heads, quotations."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rotative.project import demo
from rotative.project.demo.copyfile import Story, parse
from rotative.project.demo.days import Calendar
from rotative.project.demo.markup import plain
from rotative.record.reading.findings import Span
from rotative.record.reading.text import Block, BlockKind

FOLDER = Path(demo.__file__).parent / "stories"
PARIS = ZoneInfo("Europe/Paris")
CALENDAR = Calendar(datetime(2026, 11, 24, 8, tzinfo=PARIS), PARIS)
KINDS: dict[str, BlockKind] = {"paragraph": "paragraph", "heading": "heading", "quotation": "quote"}


def stories() -> Iterator[Story]:
    """All of them, in the order of their names."""
    for path in sorted(FOLDER.glob("*/*.md")):
        yield parse(CALENDAR.expand(path.read_text("utf-8"), path.parent.name), path.relative_to(FOLDER).as_posix())


def published(story: Story) -> datetime:
    return CALENDAR.at(story.days, story.time)


def laid_out(story: Story) -> tuple[str, tuple[Block, ...]]:
    """The story's text and where its blocks are in it."""
    words, blocks = "", []
    for kind, part in _parts(story):
        blocks.append(Block(Span(len(words), len(words) + len(part)), kind))
        words += f"{part}\n\n"
    return words, tuple(blocks)


def _parts(story: Story) -> Iterator[tuple[BlockKind, str]]:
    yield "title", story.headline
    if story.standfirst:
        yield "title", story.standfirst
    for block in story.body:
        if block.kind in KINDS:
            yield KINDS[block.kind], plain(block.text)
