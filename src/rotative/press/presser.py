"""The presser: tails the changes and prints again exactly the pages that they touch.

One process a node. It takes what changed, asks the ledger what stands on it, renders in a
snapshot, writes the edition, then the ledger; killed anywhere in between, it does it again.
"""
from __future__ import annotations

import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from rotative.press import places
from rotative.press.changes import Tail, includes, position
from rotative.press.documents import Paper, Print, print_of
from rotative.press.edition import Edition, Unprintable
from rotative.press.front.paths import MISSING, is_address, missing_path, tidied
from rotative.press.intake import Hit, Intake
from rotative.press.keeping import Keeper, Made
from rotative.press.ledger import COMPLETE, SEEDED, Ledger, Stale
from rotative.press.outages import is_everyones
from rotative.press.pauses import Pauses
from rotative.press.rendering import sharing
from rotative.press.shared import Shared
from rotative.press.snapshots import snapshot
from rotative.press.writing import SIDE_BY_SIDE

# Ranks: within each, the paper's own (bodies before lists). Lower is earlier.
EDIT, LATE, DEMAND, CLOCK, BACKLOG = 0, 4, 20, 40, 100
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

    def __init__(self, paper: Paper, ledger: Ledger, edition: Edition, now: Callable[[], datetime] = timezone.now, durable: bool = True, purge: Callable[[str], None] | None = None) -> None:
        self.paper, self.ledger, self.edition = paper, ledger, edition
        self.now = now
        self.keeper = Keeper(ledger, edition, durable, purge)
        self.tally = Tally()
        self.tail = Tail()
        self._seeding: Iterator[None] | None = None
        self.sizes: dict[str, int] = {}  # of lists, as of the last take
        self._forget()
        self._ahead: set[str] = set()
        self._followed: set[str] = set()  # since the last print
        self.pauses = Pauses(paper, ledger)

    # ── From the start ─────────────────────────────────────────────────────────

    def start(self) -> None:
        """Take up where the ledger says we were; print everything afresh when that is not known."""
        self.edition.sweep_halves()
        state = self.ledger.note(TAIL)
        self.tail = Tail(state)
        build = self.paper.build()
        if not state or self.tail.lost:
            self._begin_afresh("the ledger is new" if not state else "the log was pruned past our mark")
        elif self.ledger.number_of_pages() and not self.edition.pages.is_dir():
            self._begin_afresh("the edition is gone")
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
        taking = Shared(dict(self.sizes))
        with snapshot(), sharing(taking):  # the log and the rows in one moment: what came and went tells how long lists were
            changes = self.tail.take()
            if self.tail.lost or ("*", "*") in changes:
                taking.sizes.clear()
                self._forget()
                self._begin_afresh("everything may have changed")
                self._say()
            elif changes:
                self.pauses.taken = {kind for kind, _row in changes}
                with self.ledger.together():
                    self._hit(Intake(self.paper, self.ledger, self.now()).take(changes))
                    self.ledger.set_note(TAIL, self.tail.state)
            if late:
                with self.ledger.together():
                    self._hit(Intake(self.paper, self.ledger, self.now()).take_late())
        self.sizes = self._shared.sizes = taking.sizes

    def _forget(self) -> None:
        """Have no piece of the pages printed so far."""
        self._shared = Shared(self.sizes)

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
        held = [path for path in due if self.pauses.is_held(path)]  # for their pause: no piece of them stopped being true
        retried = [path for path, at, times, _what in self.ledger.failures() if now - at > RETRY * min(times, 30)]
        if len(due) > len(held) or retried:
            self._forget()  # Some pieces hold until an hour, too.
        if due or retried:
            with self.ledger.together():
                for path in due:
                    self.ledger.mark(path, CLOCK + self.paper.rank(path), now, "its hour")
                for path in retried:
                    self.ledger.mark(path, CLOCK + 9, now, "it failed before")

    def _mark(self, hit: Hit, urgency: int) -> None:
        since = self.now().timestamp()
        for path, key in self.ledger.pages_on(hit.keys).items():
            why = hit.keys[key] if hit.keys[key] == key else f"{key} ({hit.keys[key]})"
            if not self.pauses.puts_off(path, since):
                self.ledger.mark(path, urgency + self.paper.rank(path), since, why)
        known = self.ledger.known(hit.paths)
        for path, why in hit.paths.items():
            if path not in known:
                self.ledger.mark(path, urgency + self.paper.rank(path), since, f"new, by {why}")

    # ── Printing ───────────────────────────────────────────────────────────────

    def drain(self) -> Tally:
        """Take and print until nothing is stale. What was done is told."""
        self.tally = Tally()
        while self.step():
            pass
        return self.tally

    def step(self, may_rest: bool = False) -> bool:
        """Take what changed and print one page; whether there was anything to do.

        may_rest: whether what is alike to what waits for its pause may be left for a moment.
        """
        if self.pauses.may_rest(self.tail):
            if self._go_on():
                return True
            if may_rest:
                return False
        self.take()
        return self._go_on()

    def _go_on(self) -> bool:
        """Do what is next of what was taken. Bodies come before anything is asked of the lists that lead to them."""
        stale = self.ledger.next_stale()
        if self.ledger.has_hits(late=False) and self._may_follow("hits", stale, EDIT + 1):
            self._spread(late=False)
        elif self.ledger.has_moves() and self._may_follow("moves", stale, LATE):
            self.take(late=True)
        elif self.ledger.has_hits(late=True) and self._may_follow("late hits", stale, LATE):
            self._spread(late=True)
        elif stale and stale.rank < BACKLOG:
            self.print_next()
        elif not self.ledger.note(SEEDED):
            self._seed()
        elif stale:
            self.print_next()
        elif not self.ledger.note(COMPLETE):
            self._complete()
        else:
            return False
        return True

    def _may_follow(self, what: str, stale: Stale | None, before: int) -> bool:
        """Whether what was hit is followed before the next page is printed. Only once between two prints: where changes come without rest, there would be no end of it."""
        if stale and (stale.rank < before or (what in self._followed and stale.rank < BACKLOG)):
            return False
        self._followed.add(what)
        return True

    def print_next(self) -> bool:
        """Print what is next, with what is as urgent: their files are written side by side. False when nothing is stale."""
        some = self.ledger.next_alike(SIDE_BY_SIDE)
        self._followed.clear()
        self._print_some(some)
        return bool(some)

    def print(self, stale: Stale) -> Print | None:
        """Print one path now, whatever the reason; None when it could not be rendered."""
        return self._print_some([stale]).get(stale.path)

    def _print_some(self, some: Sequence[Stale]) -> dict[str, Print]:
        """The edition first, the ledger after: a press killed in between prints the pages once more."""
        begun: list[Made] = []
        try:
            left = deque(some)
            while left:
                self._render_until_one_fails(left, begun)
            with self.ledger.together():
                done = {made.stale.path: made.printed for made in begun if self._end(made)}
        except BaseException:
            self.keeper.abandon(begun)
            raise
        return done

    @contextmanager
    def _trying(self, stale: Stale) -> Iterator[None]:
        """A page that fails stops no other; when nothing can be printed at all, its mark stays."""
        try:
            yield
        except Unprintable:
            log.warning("%s can be no file's name.", stale.path)
            self.ledger.take_mark(stale.path)
        except Exception as problem:
            if is_everyones(problem):
                raise
            self._fail(stale, problem)

    def _render_until_one_fails(self, left: deque[Stale], begun: list[Made]) -> None:
        """Render pages in one moment of the database, and begin to write each; one that fails may have spoilt the moment."""
        if len(self._shared) > SHARED_AT_MOST:
            self._forget()
        with self._moment():
            failed = self.tally.failed
            while left and self.tally.failed == failed:
                stale = left.popleft()
                with self._trying(stale):
                    self.keeper.begin(self._render(stale), begun)

    def _render(self, stale: Stale) -> Made:
        began = time.perf_counter()
        self.tally.rendered += 1
        self.tally.paths[stale.path] += 1
        if stale.rank >= BACKLOG and stale.path not in self._ahead:
            # Its rows, and those of the pages after it, are asked for at once.
            self._ahead = {stale.path, *(each.path for each in self.ledger.next_alike(AHEAD))}
            self.paper.read_ahead(sorted(self._ahead))
        printed = print_of(self.paper, stale.path, self.now())
        return Made(stale, printed, time.perf_counter() - began)

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
        return next((each for each in (path, tidied(path)) if self.ledger.is_awaited(each) or self._is_lost(each)), "")

    def _is_lost(self, path: str) -> bool:
        """Whether a path was printed, and its file is gone: taken away by hand, or never brought back from a copy."""
        return is_address(path) and self.ledger.has(path) and not self.edition.has(path)

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """One moment of the database, in which pages share their pieces with those of the same moment."""
        with snapshot():
            # What was committed since the last take has not told yet which of them it touches.
            is_known = includes(self.tail.position, position())
            with sharing(self._shared if is_known else Shared()):
                yield

    def _end(self, made: Made) -> bool:
        """Wait until the page is there, and keep what it stands on; whether that went well."""
        with self._trying(made.stale):
            self.keeper.end(made)
            with self.ledger.together():
                self._mark_differing(self.keeper.store(made, self.now()))
            if made.differs:
                self.tally.changed += 1
            else:
                self.tally.vain[made.stale.path, made.stale.why] += 1
            return True
        return False

    def _mark_differing(self, differing: set[str]) -> None:
        """Pieces that this page shows otherwise than the others that carry them: those are stale too."""
        if differing:
            hit = Hit(keys={name: name for name in differing})
            self._mark(hit, EDIT)
            self.ledger.add_hits(hit.keys)

    def _fail(self, stale: Stale, problem: Exception) -> None:
        """The old page stays; the rest goes on; the desk says which, and why."""
        self.tally.failed += 1
        self._forget()  # What was made for it may not be remembered.
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
            self.sizes.clear()  # what was committed since the last take may have been learnt already, and will not count as come or gone
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
                self.keeper.remove(path)
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
        self.edition.say({"build": self.paper.build(), "languages": self.paper.languages(), "complete": self.ledger.is_complete, "unprinted": self.paper.unprinted()})
