"""The presser: tails the changes and prints again exactly the pages that they touch.

One process a node. It takes what changed, asks the ledger what stands on it, renders in a
snapshot, writes the edition, then the ledger; killed anywhere in between, it does it again.
"""
from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

from django.utils import timezone

from rotative.press import places
from rotative.press.changes import Tail, includes, position
from rotative.press.documents import Paper, Print, is_nothing, print_of
from rotative.press.edition import Edition, Unprintable
from rotative.press.front.paths import MISSING, missing_path, tidied
from rotative.press.intake import Hit, Intake
from rotative.press.ledger import COMPLETE, SEEDED, Ledger, Printed, Stale
from rotative.press.outages import is_everyones
from rotative.press.rendering import sharing
from rotative.press.shared import Shared
from rotative.press.snapshots import snapshot

# Ranks: within each, the paper's own (bodies before lists). Lower is earlier.
EDIT, LATE, DEMAND, CLOCK, BACKLOG, LAST = 0, 4, 20, 40, 100, 200
BUILD, TAIL = "build", "tail"
SHARED_AT_MOST = 10_000  # pieces
AHEAD = 50  # pages of a backlog whose rows are asked for at once
RETRY = 60.0  # seconds before a page that could not be printed is tried again

log = logging.getLogger(__name__)


@dataclass
class Tally:
    """What a run of the presser did: pages rendered, those whose bytes changed, failures.

    vain: what was rendered and came out as it was, with the reason why it was.
    """

    rendered: int = 0
    changed: int = 0
    failed: int = 0
    paths: Counter[str] = field(default_factory=Counter)
    vain: Counter[tuple[str, str]] = field(default_factory=Counter)


class Presser:
    """Prints one paper into one edition. Everything it does happens in the caller's thread."""

    def __init__(
        self,
        paper: Paper,
        ledger: Ledger,
        edition: Edition,
        now: Callable[[], datetime] = timezone.now,
        durable: bool = True,
        purge: Callable[[str], None] | None = None,
    ) -> None:
        self.paper, self.ledger, self.edition = paper, ledger, edition
        self.now, self.durable, self.purge = now, durable, purge
        self.tally = Tally()
        self.tail = Tail()
        self._seeding: Iterator[None] | None = None
        self._shared = Shared()
        self._ahead: set[str] = set()

    # ── From the start ─────────────────────────────────────────────────────────

    def start(self) -> None:
        """Take up where the ledger says we were; print everything afresh when that is not known."""
        self.edition.sweep_halves()
        state = self.ledger.note(TAIL)
        self.tail = Tail(state)
        build = self.paper.build()
        if not state or self.tail.lost:
            self._begin_afresh("the ledger is new" if not state else "the log was pruned past our mark")
        elif self.ledger.note(BUILD) != build:
            self.reprint("a new build")
        self.ledger.set_note(BUILD, build)
        self._say()

    def _begin_afresh(self, why: str) -> None:
        with self.ledger.together():  # all of it: a mark that is ahead of what is marked would hide changes
            self.tail = Tail()
            for name, value in ((SEEDED, ""), (COMPLETE, ""), (TAIL, self.tail.state)):
                self.ledger.set_note(name, value)
            self.ledger.forget_places()
            self.reprint(why)

    def reprint(self, why: str) -> None:
        """Mark everything that is or should be printed, to be printed when nothing else is urgent."""
        since = self.now().timestamp()
        with snapshot():
            every = list(self.paper.every())
        with self.ledger.together():
            for number, path in enumerate(every):
                # The order in which the paper names its addresses is that of its readers.
                self.ledger.mark(path, BACKLOG, since + number / 1e6, why)
            for page in self.ledger.pages():
                self.ledger.mark(page.path, BACKLOG + 1, since, why)
            for language in self.paper.languages():
                self.ledger.mark(missing_path(language), BACKLOG, since, why)

    # ── What changed ───────────────────────────────────────────────────────────

    def take(self, late: bool = False) -> None:
        """Take every change there is, and mark what it touches itself; ``_spread`` follows what was hit.

        late: take the moves in late lists, too.
        """
        before = self.tail.state
        try:
            self._take_changes(late)
        except BaseException:
            self.tail.go_back(before)  # They are taken again, not lost.
            raise
        self._take_hour()

    def _take_changes(self, late: bool) -> None:
        with snapshot(), sharing(Shared()):  # the log and the rows in one moment: what came and went tells how long lists were
            changes = self.tail.take()
            if self.tail.lost or ("*", "*") in changes:
                self._shared = Shared()
                self._begin_afresh("everything may have changed")
            elif changes:
                with self.ledger.together():
                    self._hit(Intake(self.paper, self.ledger, self.now()).take(changes))
                    self.ledger.set_note(TAIL, self.tail.state)
            if late:
                with self.ledger.together():
                    self._hit(Intake(self.paper, self.ledger, self.now()).take_late())

    def _hit(self, hit: Hit) -> None:
        self._shared.move_on(hit.keys)
        self._mark(hit, EDIT)
        self.ledger.add_hits(hit.keys)

    def _spread(self, late: bool) -> None:
        """Make the pieces again that stand on what was hit, and mark the pages that carry those that differ."""
        with self.ledger.together(), self._moment():
            hit = Intake(self.paper, self.ledger, self.now()).spread(self.ledger.take_hits(late), late)
            self._mark(hit, EDIT)
            if not late:
                self.ledger.add_late_hits(hit.keys)

    def _take_hour(self) -> None:
        """Mark the pages that stopped being true, as their own clock says."""
        now = self.now().timestamp()
        due = self.ledger.due(now)
        retried = [path for path, at, times, _what in self.ledger.failures() if now - at > RETRY * min(times, 30)]
        if due or retried:
            self._shared = Shared()  # Some pieces hold until an hour, too.
            with self.ledger.together():
                for path in due:
                    self.ledger.mark(path, CLOCK + self.paper.rank(path), now, "its hour")
                for path in retried:
                    self.ledger.mark(path, CLOCK + 9, now, "it failed before")

    def _mark(self, hit: Hit, urgency: int) -> None:
        since = self.now().timestamp()
        for path, key in self.ledger.pages_on(hit.keys).items():
            why = hit.keys[key] if hit.keys[key] == key else f"{key} ({hit.keys[key]})"
            self.ledger.mark(path, urgency + self.paper.rank(path), since, why)
        for path, why in hit.paths.items():
            if not self.ledger.has(path):
                self.ledger.mark(path, urgency + self.paper.rank(path), since, f"new, by {why}")

    # ── Printing ───────────────────────────────────────────────────────────────

    def drain(self) -> Tally:
        """Take and print until nothing is stale. What was done is told."""
        self.tally = Tally()
        while self.step():
            pass
        return self.tally

    def step(self) -> bool:
        """Take what changed and print one page; whether there was anything to do.

        Bodies come before anything is asked of the lists that lead to them.
        """
        self.take()
        stale = self.ledger.next_stale()
        if self.ledger.has_hits(late=False) and not (stale and stale.rank == EDIT):
            self._spread(late=False)
        elif self.ledger.has_moves() and not (stale and stale.rank < LATE):
            self.take(late=True)
        elif self.ledger.has_hits(late=True) and not (stale and stale.rank < LATE):
            self._spread(late=True)
        elif stale and stale.rank < BACKLOG:
            self.print(stale)
        elif not self.ledger.note(SEEDED):
            self._seed()
        elif stale:
            self.print(stale)
        elif not self.ledger.note(COMPLETE):
            self._complete()
        else:
            return False
        return True

    def print(self, stale: Stale) -> Print | None:
        """Print one path now, whatever the reason; None when it could not be rendered."""
        began = time.perf_counter()
        self.tally.rendered += 1
        self.tally.paths[stale.path] += 1
        try:
            if len(self._shared) > SHARED_AT_MOST:
                self._shared = Shared()
            if stale.rank >= BACKLOG:
                self._read_ahead(stale)
            with self._moment():
                printed = print_of(self.paper, stale.path, self.now())
            self._keep(stale, printed, time.perf_counter() - began)
        except Unprintable:
            log.warning("%s can be no file's name.", stale.path)
            self.ledger.take_mark(stale.path)
            return None
        except Exception as problem:  # (a page that fails stops no other)
            if is_everyones(problem):
                raise  # its mark stays
            self._fail(stale, problem)
            return None
        return printed

    def _read_ahead(self, stale: Stale) -> None:
        """Before the first of some pages of a backlog, ask at once for the rows that they will each ask for."""
        if stale.path not in self._ahead:
            self._ahead = {stale.path, *self.ledger.next_paths(AHEAD)}
            with self._moment():
                self.paper.read_ahead(sorted(self._ahead))

    def demand(self, path: str) -> Print | None:
        """Print a path that a reader asks for and that is not printed yet."""
        return self.print(Stale(path, DEMAND, self.now().timestamp(), "asked for"))

    def awaited(self, paths: Iterable[str]) -> dict[str, str]:
        """Of paths at which nothing is printed, those at which something is to be, each with the path to print.

        All that was committed is taken first, the moves in late lists only for paths that nothing else explains.
        """
        self.take()
        wanted = {path: self._awaited(path) for path in paths}
        if not all(wanted.values()) and self.ledger.has_moves():
            self.take(late=True)
            wanted = {path: self._awaited(path) for path in wanted}
        return {path: found for path, found in wanted.items() if found}

    def _awaited(self, path: str) -> str:
        return next((each for each in (path, tidied(path)) if self.ledger.is_awaited(each)), "")

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """One moment of the database, in which pages share their pieces with those of the same moment."""
        with snapshot():
            # What was committed since the last take has not told yet which of them it touches.
            is_known = includes(self.tail.position, position())
            with sharing(self._shared if is_known else Shared()):
                yield

    def _keep(self, stale: Stale, printed: Print, took: float) -> None:
        """The edition first, the ledger after: a press killed in between prints the page once more."""
        if self._is_named_still(stale.path, printed):
            self._keep_for_now(stale)
        else:
            self._put(stale, printed, took)

    def _put(self, stale: Stale, printed: Print, took: float) -> None:
        path, digest = stale.path, _digest(printed)
        before = self.ledger.page(path)
        # What lies there is asked, too: a press that was killed may have printed what its ledger never knew.
        if before is None or before.digest != digest or not self.edition.holds(path, printed.status, printed.headers, printed.body):
            self._write(path, printed)
            self.tally.changed += 1
        else:
            self.tally.vain[path, stale.why] += 1
        with self.ledger.together():
            if is_nothing(path, printed):
                self.ledger.forget_page(path)
                differing: set[str] = set()
            else:
                until = printed.until.timestamp() if printed.until else None
                row = Printed(path, printed.status, digest, len(printed.body), until, self.now().timestamp(), took, stale.why)
                differing = self.ledger.store(row, printed.keys, dict(printed.pieces))
            self.ledger.take_mark(path)
            self._mark_differing(differing)

    def _is_named_still(self, path: str, printed: Print) -> bool:
        """A file that the paper has no more, while pages printed before still name it."""
        return printed.status == 404 and bool(self.ledger.pages_on([f"names:{path}"]))

    def _keep_for_now(self, stale: Stale) -> None:
        """It stays until those pages are printed again, and is looked at once more after them all."""
        with self.ledger.together():
            self.ledger.take_mark(stale.path)
            if stale.rank < LAST:
                self.ledger.mark(stale.path, LAST, stale.since, stale.why)

    def _write(self, path: str, printed: Print) -> None:
        if printed.status == 200:
            self.edition.write(path, printed.body, self.durable)
        elif is_nothing(path, printed):
            self.edition.remove(path)
        else:
            self.edition.answer(path, printed.status, printed.headers, printed.body)
        if self.purge and not path.startswith(MISSING):  # (no reader asks for that one by its name)
            self.purge(path)

    def _mark_differing(self, differing: set[str]) -> None:
        """Pieces that this page shows otherwise than the others that carry them: those are stale too."""
        if differing:
            hit = Hit(keys={name: name for name in differing})
            self._mark(hit, EDIT)
            self.ledger.add_hits(hit.keys)

    def _fail(self, stale: Stale, problem: Exception) -> None:
        """The old page stays; the rest goes on; the desk says which, and why."""
        self.tally.failed += 1
        self._shared = Shared()  # What was made for it may not be remembered.
        what = f"{type(problem).__name__}: {problem}"[:500]
        with self.ledger.together():
            times = self.ledger.fail(stale.path, self.now().timestamp(), what)
            self.ledger.take_mark(stale.path)
        log.error("%s could not be printed (%s times): %s", stale.path, times, what, exc_info=times == 1)

    # ── The edition as a whole ─────────────────────────────────────────────────

    def _seed(self) -> None:
        """Learn, a slice at a time, where every instance stands; edits come between two slices."""
        self._seeding = self._seeding or self._slices()
        if next(self._seeding, StopIteration) is StopIteration:
            self._seeding = None
            self.ledger.set_note(SEEDED, "1")

    def _slices(self) -> Iterator[None]:
        for kind in places.kinds():
            with snapshot():
                slices = list(places.slices(kind))
            for pks in slices:
                with self.ledger.together(), snapshot():
                    for key, found in places.now_of(kind, pks).items():
                        self.ledger.set_places(key, found)
                yield None

    def _complete(self) -> None:
        """Everything is printed: what else lies in the edition is left over, and goes."""
        for path in list(self.edition.paths()):
            if not self.ledger.has(path) and not path.startswith(MISSING):
                self.edition.remove(path)
        self.ledger.sweep()
        log.info("The edition is complete: %s pages.", self.ledger.number_of_pages())
        self.ledger.set_note(COMPLETE, "but for failures" if self._lacks() else "1")
        self._say()

    def _lacks(self) -> bool:
        """Whether an address of the paper could not be printed, and never was."""
        failed = {path for path, *_ in self.ledger.failures() if not self.ledger.has(path)}
        with snapshot():
            return bool(failed) and not failed.isdisjoint(self.paper.every())

    def _say(self) -> None:
        self.edition.say(
            {
                "build": self.paper.build(),
                "languages": self.paper.languages(),
                "complete": self.ledger.is_complete,
                "unprinted": self.paper.unprinted(),
            }
        )


def _digest(printed: Print) -> str:
    head = f"{printed.status} {sorted(printed.headers.items())}\n".encode()
    return blake2b(head + printed.body, digest_size=16).hexdigest()
