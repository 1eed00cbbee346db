"""Tells whether a row is still what somebody saw: two editors may have one story before them, and it may be read again meanwhile."""
from __future__ import annotations

from typing import Any
from zlib import crc32

# What somebody decides upon: all that an item says, but for what accepting it settles.
SHOWN = (
    "words", "name", "kind", "role", "act", "mode", "speaker_id", "unnamed", "described", "via", "addressee", "place", "proposed_id", "said_from", "said_to", "hearsay",
    "what", "where", "first_day", "last_day", "hour", "text",
)  # fmt: skip


class DecidedMeanwhile(Exception):
    """Somebody else decided, or the reading changed what it suggests. row: as it is now."""

    def __init__(self, row: Any) -> None:
        super().__init__(f"{row._meta.model_name} {row.pk}")
        self.row = row


def stamp_of(row: Any) -> str:
    """What was decided of a row and when, and a sum of what it says."""
    return f"{row.state}/{row.decided_at.timestamp() if row.decided_at else 0}/{_sum(row)}"


def check_unchanged(row: Any, seen: str, by: Any) -> None:
    """Raises DecidedMeanwhile. What one decided oneself, or along with something else, is no surprise."""
    is_own = by is not None and row.decided_by_id == by.pk and seen.rpartition("/")[2] == _sum(row)
    if seen and seen != stamp_of(row) and not is_own:
        raise DecidedMeanwhile(row)


def _sum(row: Any) -> str:
    return f"{crc32(repr([getattr(row, name, None) for name in SHOWN]).encode()):x}"
