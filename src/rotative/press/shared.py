"""What renderings share: the pieces made so far, and what stands on what among them."""
from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

plain: set[str] = set()  # kinds of pieces whose value is text and numbers


class Shared:
    """Pieces by key, of one moment of the database. A rendering has its own unless it is lent another.

    rows: those that pages ask for by a key, by what they are and by key; None where there is none.
    sizes: how long lists are; orders: the primary keys of the rows of lists, oldest first. Each is asked once a moment.
    Sizes may be lent: the presser knows them from one moment to the next.
    """

    def __init__(self, sizes: dict[str, int] | None = None) -> None:
        self.sizes = {} if sizes is None else sizes
        self.orders: dict[str, array[int]] = {}
        self.rows: defaultdict[str, dict[Any, Any]] = defaultdict(dict)
        self._made: dict[str, Any] = {}
        self._on: dict[str, set[str]] = defaultdict(set)

    def __contains__(self, key: object) -> bool:
        return key in self._made

    def __len__(self) -> int:
        return len(self._made)

    def get(self, key: str) -> Any:
        return self._made.get(key)

    def put(self, key: str, made: Any, keys: Iterable[str]) -> None:
        self._made[key] = made
        self.link(key, keys)

    def link(self, key: str, keys: Iterable[str]) -> None:
        """Note that a piece stands on some keys."""
        for each in keys:
            self._on[each].add(key)

    def move_on(self, hits: Iterable[str]) -> None:
        """Go on to a later moment: what was hit is forgotten with all that stands on it, and so is all that is not plain."""
        gone, fresh = set[str](), set(hits)
        while fresh:
            gone |= fresh
            fresh = {name for key in fresh for name in self._on.get(key, ())} - gone
        self._made = {name: made for name, made in self._made.items() if name not in gone and name.partition(":")[0] in plain}
        self.rows.clear()
        self.orders.clear()
