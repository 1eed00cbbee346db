"""The paper's frame around pages that rooms below it show: a like, a comment, a gift.

The paper registers how to make it; rooms ask for it without knowing the paper.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

Frame = Callable[[str, str], dict[str, Any]]

_frames: list[Frame] = []


def register(frame: Frame, account_frame: Frame) -> None:
    _frames[:] = [frame, account_frame]


def frame(language: str, title: str) -> dict[str, Any]:
    """``site``, ``head`` and the ``title`` as it is set, for a page that is never printed, in a language."""
    return _frames[0](language, title)


def account_frame(language: str, title: str) -> dict[str, Any]:
    """For a page of a reader's account: with the addresses of its ``style`` and its ``script``."""
    return _frames[1](language, title)
