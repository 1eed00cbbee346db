"""Lists that pages show: an instance that is not there yet cannot be loaded, so a page
stands on the list it might join.

``partition(instance)`` gives the parts an instance is in, a pure function of
``columns``; ``rows(part)`` is the same question asked of the database.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

from rotative.press.rendering import _current, muted

M = TypeVar("M", bound=Model)

registered: dict[str, Listing[Any]] = {}


@dataclass(frozen=True, eq=False)
class Listing(Generic[M]):
    """A named, ordered list of instances, cut into parts.

    name: unique, such as ``section``; its keys are ``list:section:<part>``.
    partition: the parts an instance belongs to (none when readers may not see it).
    rows: the queryset of one part, with all that its cards need, unordered.
    order: as for ``order_by``; total, so that it ends with the primary key.
    length: how many the newest page shows, and how many an older page holds.
    columns: the columns that partition and order depend on.
    """

    name: str
    model: type[M]
    partition: Callable[[M], Iterable[str]]
    rows: Callable[[str], QuerySet[M]]
    order: Sequence[str]
    length: int
    columns: frozenset[str]

    def __post_init__(self) -> None:
        registered[self.name] = self

    def key(self, part: str) -> str:
        return f"list:{self.name}:{part}"

    def newest(self, part: str, count: int | None = None) -> list[M]:
        """The first ``count`` rows of a part (``length`` unless told)."""
        return self._read(part, lambda rows: list(rows.order_by(*self.order)[: count or self.length]))

    def count(self, part: str) -> int:
        return self._read(part, lambda rows: rows.count())

    def numbered(self, part: str, number: int) -> list[M]:
        """Page ``number`` of the older rows, numbered from the oldest, shown newest first.

        A full page never changes again when something is published.
        """
        start = (number - 1) * self.length
        backwards = [_reversed(name) for name in self.order]
        return self._read(part, lambda rows: list(rows.order_by(*backwards)[start : start + self.length])[::-1])

    def older(self, part: str) -> int:
        """The number of the page that follows the newest one; 0 when there is none."""
        left = self.count(part) - self.length
        return (left - 1) // self.length + 1 if left > 0 else 0

    def _read(self, part: str, ask: Callable[[QuerySet[M]], Any]) -> Any:
        page = _current.get()
        if page is None:
            return ask(self.rows(part))
        page.stand_on(self.key(part))
        page.reading += 1
        try:
            with muted() if page else nullcontext():
                return ask(self.rows(part))
        finally:
            page.reading -= 1


def _reversed(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"
