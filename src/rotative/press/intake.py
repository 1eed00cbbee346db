"""From the log's changes to what is stale: the keys they hit, the pieces that really differ,
the pages that stand on either, and the addresses that are new.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from typing import Any
from zoneinfo import ZoneInfo

from rotative.press import pieces, places
from rotative.press.documents import Paper
from rotative.press.keys import kind_of, printed_models
from rotative.press.ledger import SEEDED, Ledger
from rotative.press.listings import registered
from rotative.press.rendering import moment

Changes = Iterable[tuple[str, str]]
TOGETHER = 500  # instances whose places are asked for at once
MANY = 400  # pieces: with more than that at once, the pages that carry them are simply printed again


@dataclass
class Hit:
    """What some changes hit. keys: each with the change that it comes from; paths: that may be new."""

    keys: dict[str, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)

    def key(self, name: str, why: str) -> None:
        self.keys.setdefault(name, why)


class Intake:
    """Takes changes in, within one snapshot. Writes the ledger; the caller commits it."""

    def __init__(self, paper: Paper, ledger: Ledger, now: datetime) -> None:
        self.paper, self.ledger, self.now = paper, ledger, now
        self._taken = set[str]()
        # By list and part, what left and what joined it: how long it was before is told by all of them together.
        self._now: dict[str, list[places.Place]] = {}  # where the instances stand that changed, by their keys
        self._before: dict[str, list[places.Place]] = {}  # and where the ledger remembers them
        self._moved: dict[tuple[str, str], tuple[list[Any], list[Any], str]] = {}

    def take(self, changes: Changes) -> Hit:
        """The keys and the new addresses that some changes hit. ``spread`` follows them further."""
        hit, taken = Hit(), list(changes)
        self._now = _places_now((each, row) for kind, row in taken if row != "*" for each in _kinds_in(kind))
        self._before = {key: places.kept(self.ledger.places(key)) for key in self._now}
        self._resize(is_all_known=all(row != "*" for _kind, row in taken))
        for kind, row in taken:
            self._take(kind, row, hit)
        self._take_gathered(hit)
        return hit

    def _resize(self, is_all_known: bool) -> None:
        """How long lists are now, of those whose length was known: counting a hundred thousand rows would take as long as printing a page."""
        sizes = moment().sizes
        if not (is_all_known and self.ledger.note(SEEDED)):
            sizes.clear()
        for key, now in self._now.items():
            for moves in places.moves(self._before[key], now):
                name = moves.listing.key(moves.part)
                if moves.listing.is_late:
                    sizes.pop(name, None)
                elif name in sizes:
                    sizes[name] += len(moves.joined) - len(moves.left)

    def take_late(self) -> Hit:
        """The keys and the new addresses that the moves in late lists hit; what the log holds must have been taken in this snapshot."""
        hit = Hit()
        for name, part, left, joined, why in self.ledger.take_moves():
            if name in registered:
                self._gather(places.Moves(registered[name], part, tuple(map(tuple, left)), tuple(map(tuple, joined))), why, hit)
        self._take_gathered(hit)
        return hit

    def _take_gathered(self, hit: Hit) -> None:
        for (name, part), (left, joined, why) in self._moved.items():
            moves = places.Moves(registered[name], part, tuple(left), tuple(joined))
            self._take_moves(moves, _shifted(moves), why, hit)

    def spread(self, hits: dict[str, str], late: bool) -> Hit:
        """Make again the early or the late pieces that stand on what was hit; those that differ hit what stands on them.

        What an early piece hits is hit for late ones too: the caller keeps it for them.
        """
        hit, done, fresh = Hit(), set[str](), dict(hits)
        while fresh:
            standing = {name: why for name, why in self.ledger.pieces_on(fresh).items() if name not in done and pieces.is_late(name) <= late}
            done |= standing.keys()
            fresh = self._differing(standing) if len(standing) <= MANY else self._forgotten(standing)
            hit.keys.update({name: hit.keys.get(why) or hits.get(why, why) for name, why in fresh.items()})
        return hit

    def _take(self, kind: str, row: str, hit: Hit) -> None:
        why = f"{kind}:{row}"
        for each in _kinds_in(kind):
            if row == "*":
                self._take_all(each, hit)
            else:
                self._take_one(each, row, why, hit)

    def _take_all(self, kind: str, hit: Hit) -> None:
        """A table was emptied: everything that stood on any of its rows."""
        for key in self.ledger.keys_like(f"{kind}:"):
            self._take_one(kind, key.partition(":")[2], f"{kind}:*", hit)
        self._hit_all_lists(kind, f"{kind}:*", hit)

    def _take_one(self, kind: str, row: str, why: str, hit: Hit) -> None:
        """An instance whose row changed; once, when it has rows in several tables."""
        key = f"{kind}:{row}"
        if key in self._taken:
            return
        self._taken.add(key)
        hit.key(key, why)
        for path in self.paper.addresses_of(kind, row):
            hit.paths.setdefault(path, why)
        if kind in places.kinds():
            self._take_places(kind, row, key, why, hit)

    def _take_places(self, kind: str, row: str, key: str, why: str, hit: Hit) -> None:
        before = self._before[key] if key in self._before else places.kept(self.ledger.places(key))
        now = self._now[key] if key in self._now else places.now_of(kind, [row])[key]
        if not before and not self.ledger.note(SEEDED):
            self._hit_all_lists(kind, why, hit)  # Where it stood is not known yet.
        for name in places.names(before, now):
            hit.key(name, why)
        for moves in places.moves(before, now):
            if moves.listing.is_late:
                self.ledger.add_move(moves.listing.name, moves.part, moves.left, moves.joined, why)
            else:
                self._gather(moves, why, hit)
        self.ledger.set_places(key, now)

    def _gather(self, moves: places.Moves, why: str, hit: Hit) -> None:
        if moves.stayed:
            self._take_moves(moves, _in_place(moves), why, hit)
        else:
            left, joined, _ = self._moved.setdefault((moves.listing.name, moves.part), ([], [], why))
            left += moves.left
            joined += moves.joined

    def _take_moves(self, moves: places.Moves, numbered: Iterable[str], why: str, hit: Hit) -> None:
        listing, part = moves.listing, moves.part
        hit.key(listing.key(part), why)
        for path in self.paper.addresses_of_list(listing.name, part, self._is_known) if moves.joined else ():
            hit.paths.setdefault(path, why)
        if self.ledger.has_key_like(f"{listing.key(part)}/"):
            for key in numbered:
                hit.key(key, why)

    def _is_known(self, path: str) -> bool:
        return self.ledger.has(path) or self.ledger.is_marked(path)

    def _hit_all_lists(self, kind: str, why: str, hit: Hit) -> None:
        for each in [*places.listings_of(kind), *places.rolls_of(kind)]:
            for key in self.ledger.keys_like(each.key("")):
                hit.key(key, why)

    def _differing(self, standing: dict[str, str]) -> dict[str, str]:
        return {differing: why for name, why in standing.items() for differing in self._made_again(name)}

    def _made_again(self, name: str) -> list[str]:
        """Make a piece again, with those within it, and remember them; those that differ."""
        try:
            made = pieces.again(name, self.now, self.paper.language_of_piece(name), self._zone)
        except Exception:  # noqa: BLE001 (whatever is wrong with it, the pages that carry it will meet it and say so)
            made = {}
        differing = [each for each, piece in made.items() if self.ledger.remember(each, piece.digest, piece.keys)]
        if name not in made:
            self.ledger.forget_piece(name)
            differing.append(name)
        return differing

    @cached_property
    def _zone(self) -> ZoneInfo:
        """The paper's zone, asked once for all the pieces of a moment."""
        return self.paper.zone()

    def _forgotten(self, standing: dict[str, str]) -> dict[str, str]:
        for name in standing:
            self.ledger.forget_piece(name)
        return standing


def _places_now(instances: Iterable[tuple[str, str]]) -> dict[str, list[places.Place]]:
    """Where some instances stand, those of a kind asked for together."""
    rows: dict[str, list[str]] = {}
    for kind, row in instances:
        rows.setdefault(kind, []).append(row)
    asked = ((kind, pks[at : at + TOGETHER]) for kind, pks in rows.items() if kind in places.kinds() for at in range(0, len(pks), TOGETHER))
    return {key: found for kind, some in asked for key, found in places.now_of(kind, some).items()}


@cache
def _kinds_in(kind: str) -> list[str]:
    """A kind, and those whose instances keep some of their columns in its table."""
    parents = [model for model in printed_models() if kind_of(model) == kind]
    children = [model for model in printed_models() if any(parent in model._meta.get_parent_list() for parent in parents)]
    return list(dict.fromkeys([kind, *(found for model in children if (found := kind_of(model)))]))


def _in_place(moves: places.Moves) -> Iterable[str]:
    """The keys of the older pages whose rows stand where they stood and show something else."""
    listing, part = moves.listing, moves.part
    count = listing.size(part)
    yield from {listing.key(part, listing.number_of(part, edge, count)) for edge in moves.left}


def _shifted(moves: places.Moves) -> Iterable[str]:
    """The keys of the older pages whose rows moved, and of those that came or went.

    What came may have gone again, and a page printed in between: the list is taken to
    have been as short and as long as it can have been.
    """
    listing, part = moves.listing, moves.part
    count = listing.size(part)
    shortest, longest = (listing.last_number(each) for each in (count - len(moves.joined), count + len(moves.left)))
    yield from (f"{listing.key(part)}/reach/{number}" for number in range(shortest + 1, longest + 1))
    first = min(listing.number_of(part, edge, count) for edge in (*moves.left, *moves.joined))
    yield from (listing.key(part, number) for number in range(first, longest + 1))
