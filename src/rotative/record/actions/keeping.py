"""Rows kept while others write: where somebody was quicker, the next try sees what they did."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

Made = TypeVar("Made")
TRIES = 20


def again(make: Callable[[], Made]) -> Made:
    """What is made; once more, where a constraint says that somebody made the same meanwhile."""
    for _try in range(TRIES - 1):
        with suppress(IntegrityError), transaction.atomic():
            return make()
    return make()


def keep(row: Any) -> Any:
    """A row, checked and saved. Raises ValidationError, also for what somebody else took while it was checked."""
    row.full_clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        row.full_clean()  # says it as for any row that is there already
        raise
    return row
