"""Where some words stand in a story as typed. Knows no framework."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rotative.project.demo.blocks import Setter
from rotative.project.demo.copyfile import Story
from rotative.record.reading.text import plain
from rotative.record.typed import Piece, Typed, typed


class NotInTheStory(ValueError):
    """Words that do not stand in a story, or stand in it more than once."""


class _Any(dict[str, int]):
    """Pictures and stories do not matter to the words of a body."""

    def __missing__(self, name: str) -> int:
        return 0


def text_of(story: Story) -> Typed:
    """The text of a story, as it will be typed."""
    raw: list[dict[str, Any]] = Setter(_Any(), _Any(), lambda address: None).body([block for block in story.body if block.kind != "related"])
    return typed({**block, "id": str(number)} for number, block in enumerate(raw))


def piece_of(words: str, text: Typed, near: str = "") -> Piece:
    """The one place of some words, or of those within others. Raises NotInTheStory."""
    wide = _only(near, text) if near else None
    found = [piece for piece in pieces_of(words, text) if wide is None or _is_within(piece, wide)]
    if not found:
        raise NotInTheStory(f"“{words}” does not stand in the story{f', near “{near}”' if near else ''}.")
    if len(found) > 1:
        raise NotInTheStory(f"“{words}” stands {len(found)} times in the story: say near what.")
    return found[0]


def pieces_of(words: str, text: Typed) -> list[Piece]:
    """Every place where some words stand, as whole words."""
    return [piece for block in text.blocks for piece in _in_block(plain(words), block.id, plain(block.words))]


def _only(words: str, text: Typed) -> Piece:
    return piece_of(words, text)


def _in_block(words: str, block: str, text: str) -> Iterator[Piece]:
    start = text.find(words)
    while words and start >= 0:
        end = start + len(words)
        if not (_joins(text[start - 1 : start], words[0]) or _joins(words[-1], text[end : end + 1])):
            yield Piece(block, start, end)
        start = text.find(words, start + 1)


def _joins(one: str, other: str) -> bool:
    return bool(one and other) and one.isalnum() and other.isalnum()


def _is_within(piece: Piece, wide: Piece) -> bool:
    return piece.block == wide.block and wide.start <= piece.start and piece.end <= wide.end
