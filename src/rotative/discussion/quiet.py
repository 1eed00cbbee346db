"""A story's discussion without those whom one reader does not read.

The paper registers how to make it; this room asks for it without knowing the paper.
"""
from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from rotative.newsroom.models import Article

Reading = Callable[[Article, str, Collection[str], datetime], bytes]

_readings: list[Reading] = []


def register(reading: Reading) -> None:
    _readings[:] = [reading]


def read(story: Article, part: str, voices: Collection[str], now: datetime) -> bytes:
    """A page of it. part: a number, "respected", or nothing for the newest; voices: whose words are left out. Raises LookupError where there is none."""
    return _readings[0](story, part, voices, now)
