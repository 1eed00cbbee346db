"""How a notice arises: one row, in the transaction of what it tells of. What becomes of it is the worker's."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from rotative.masthead.readers.notices.hours import TOGETHER
from rotative.masthead.readers.notices.models import Notice


def add_to(persons: Iterable[tuple[str, int | None, str]], kind: str, cause: str, at: datetime) -> None:
    """Tell several of the same, at once: of each the subject, and an account or an address without one."""
    rows = [_row(user, address, kind=kind, subject=subject, cause=cause, at=at, due_at=at + TOGETHER) for subject, user, address in persons]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)


def add(kind: str, cause: str, at: datetime, *, subject: str = "", user: int | None = None, address: str = "", has_letter: bool = False) -> None:
    """Tell an account, or an address without one; the same cause once more changes nothing. has_letter: a letter of its own has told it already."""
    due_at, mailed_at = (None, at) if has_letter else (at + TOGETHER, None)
    row = _row(user, address, kind=kind, subject=subject, cause=cause, at=at, due_at=due_at, mailed_at=mailed_at)
    Notice.objects.bulk_create([row], ignore_conflicts=True)


def _row(user: int | None, address: str, **told: Any) -> Notice:
    return Notice(user_id=user, address="" if user else address, **told)
