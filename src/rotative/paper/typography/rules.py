"""The forms in which the rules of a language are written down."""

import re

from rotative.paper.typography.flow import Edit, Rule
from rotative.paper.typography.spaces import SPACE, SPACES

_GAP = re.compile(rf"{SPACE}*+")


def exchange(pattern: str, new: str) -> Rule:
    """A rule that puts `new` in place of the first group of each match."""
    find = re.compile(pattern).finditer

    def rule(text: str) -> list[Edit]:
        return [(*found.span(1), new) for found in find(text) if found[1] != new]

    return rule


def space_before(pattern: str, space: str, *, unless_after: str = "") -> Rule:
    """A rule that puts one `space` before each match, whatever spaces stood there.

    None is put at the start of a line nor after the characters `unless_after`.
    Written apart from `exchange` because a pattern that begins with optional
    spaces has to try every place in the text, and this has not.
    """
    find = re.compile(pattern).finditer

    def rule(text: str) -> list[Edit]:
        edits = []
        for found in find(text):
            end = found.start()
            start = before_spaces(text, end)
            if text[start:end] != space and not is_line_start(text, start) and text[start - 1] not in unless_after:
                edits.append((start, end, space))
        return edits

    return rule


def space_after(pattern: str, space: str) -> Rule:
    """A rule that puts one `space` after each match, unless its line ends there."""
    return exchange(rf"{pattern}([{SPACES}]*+)(?=\S)", space)


def before_spaces(text: str, at: int) -> int:
    """Where the spaces that end at an offset begin."""
    while at and text[at - 1] in SPACES:
        at -= 1
    return at


def after_spaces(text: str, at: int) -> int:
    """Where the spaces that begin at an offset end."""
    return _GAP.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing at all, too


def is_line_start(text: str, at: int) -> bool:
    """Whether a line begins at an offset."""
    return at == 0 or text[at - 1].isspace()
