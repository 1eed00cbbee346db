"""The presser's process: prints what is stale, answers what fronts ask, compresses better when idle."""
from __future__ import annotations

import logging
import signal
import time
from collections import deque
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error, close_old_connections
from django.utils import timezone

from rotative.press import migrated, triggers
from rotative.press.changes import Waiter
from rotative.press.demands import Demands
from rotative.press.documents import Paper, print_of, the_paper
from rotative.press.edition import Edition
from rotative.press.front.paths import MISSING, is_address
from rotative.press.ledger import Ledger
from rotative.press.outages import is_everyones, is_of_the_database
from rotative.press.presser import Presser
from rotative.press.purges import Purger, purger
from rotative.press.rendering import sharing
from rotative.press.shared import Shared
from rotative.press.snapshots import only_read, snapshot
from rotative.press.turns import our_turn

LONGEST_NAP = 0.05  # seconds: how late what a front asks for may be seen
LOOK = 1.0  # seconds after which the log is read though no change was heard of: an hour may have come
IDLE = 5.0  # seconds without an edit before pages are compressed better
PATIENCE = 1.0  # before the database or the disk is tried again
RECENT = 200  # pages, for the rate
REHEARSED = 300  # addresses among which there is one of each rank that an edit prints again

log = logging.getLogger(__name__)


def run() -> None:
    """Print until told to stop."""
    only_read()
    with our_turn(settings.HOME.derived):
        Running().run()


def open_presser(purge: Purger | None) -> Presser:
    """The presser of this paper on this node, with its ledger and its edition."""
    settings.HOME.derived.mkdir(parents=True, exist_ok=True)
    return Presser(the_paper(), Ledger(settings.HOME.ledger), edition_here(), purge=purge)


def edition_here() -> Edition:
    return Edition(settings.HOME.derived, urlsplit(settings.ROTATIVE_URL).hostname or "localhost")


def what_the_database_lacks() -> str:
    """Migrations or triggers, as a person would say it; nothing when it is as this program needs it."""
    if pending := migrated.pending():
        more = f" and {len(pending) - 1} more" if len(pending) > 1 else ""
        return f"the migration {pending[0]}{more}"
    return "" if triggers.check() else "the triggers"


def rehearse(paper: Paper, now: datetime) -> None:
    """Render a page of each rank for nothing: the first edit after a start then waits for no template."""
    pages: dict[int, str] = {}
    with snapshot(), sharing(Shared()):
        for path in islice(paper.every(), REHEARSED):
            pages.setdefault(paper.rank(path), path)
        for path in pages.values():
            try:
                print_of(paper, path, now)
            except Exception as problem:
                if is_everyones(problem):
                    raise
                log.warning("%s could not be rendered: %r", path, problem)


class Running:
    """The loop. A failure of the database or of the disk stops nothing: what is printed stays, and we try again."""

    def __init__(self) -> None:
        self.stopping = False
        self.purger = purger()
        self.presser = open_presser(self.purger)
        self.demands = Demands(settings.HOME.press_socket)
        self.recent: deque[float] = deque(maxlen=RECENT)
        self.busy_at = time.monotonic()
        self.trouble = ""  # what the press waits for
        self.begun = self.rehearsed = False
        self.has_news = True  # something may have changed since we looked
        self.look_at = 0.0

    def run(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        waiter = Waiter()
        self.demands.start()
        try:
            while not self.stopping and not self._begin():
                self._answer_for(PATIENCE)
            while not self.stopping:
                self._turn(waiter)
        finally:
            self.demands.close()
            waiter.close()
            self.presser.ledger.close()

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _begin(self) -> bool:
        """Start, once the database is there as this program needs it."""
        try:
            if lacking := what_the_database_lacks():
                self._say_trouble(f"the database lacks {lacking} of this program. Run: rotative migrate")
                return False
            self.presser.start()
        except Exception as problem:  # noqa: BLE001 (raised again when it is our own)
            self._wait_for(problem)
            return False
        self.trouble, self.begun = "", True
        return True

    def _turn(self, waiter: Waiter) -> None:
        try:
            # A page after each answer: who asks without rest keeps nothing from being printed.
            answered = self._answer()
            looks = answered or self.has_news or time.monotonic() >= self.look_at
            worked = (looks and self._step()) or answered or self._rehearse() or self._improve()
        except Exception as problem:  # noqa: BLE001 (raised again when it is our own)
            self._wait_for(problem)
            self.has_news = True
            time.sleep(PATIENCE)
            return
        if looks:
            self.look_at = time.monotonic() + LOOK
        self.has_news = worked or waiter.wait(LONGEST_NAP) or self.presser.pauses.is_resting

    def _wait_for(self, problem: Exception) -> None:
        """Say what we wait for, once. Whatever is neither the database's nor the disk's is raised."""
        if not (isinstance(problem, Error) or is_everyones(problem)):
            raise problem
        self._say_trouble(f"{type(problem).__name__}: {problem}".strip()[:500])
        close_old_connections()

    def _say_trouble(self, told: str) -> None:
        if told != self.trouble:
            log.error("The press waits: %s", told)
        self.trouble = told

    def _answer_for(self, seconds: float) -> None:
        """Say that the press waits, and for what, to whoever asks meanwhile."""
        end = time.monotonic() + seconds
        while not self.stopping and time.monotonic() < end:
            if not self._answer():
                time.sleep(LONGEST_NAP)

    def _step(self) -> bool:
        before = self.presser.tally.rendered
        worked = self.presser.step(may_rest=True)
        self.trouble = ""
        if self.presser.tally.rendered > before:
            self.recent.append(time.monotonic())
        if worked:
            self.busy_at = time.monotonic()
        return worked

    def _rehearse(self) -> bool:
        """Once after a start, when there is nothing to do."""
        if self.rehearsed:
            return False
        self.rehearsed = True
        rehearse(self.presser.paper, timezone.now())
        return True

    def _improve(self) -> bool:
        """Compress one page as well as it can be; nobody waits for it."""
        if not settings.PACK_BEST or time.monotonic() - self.busy_at <= IDLE:
            return False
        path = self.presser.ledger.to_improve()
        if path is not None:
            self.presser.edition.improve(path)
            self.presser.ledger.improved(path)
        return path is not None

    # ── What is asked ──────────────────────────────────────────────────────────

    def _answer(self) -> bool:
        found = self.demands.next()
        if found is None:
            return False
        question, answer = found
        try:
            answer.set_result(self._answer_to(question))
        except Exception as problem:  # noqa: BLE001 (whoever asked is told, and asks elsewhere)
            answer.set_result({"printed": False, "why": type(problem).__name__})
        return True

    def _answer_to(self, question: dict[str, Any]) -> dict[str, Any]:
        if "status" in question:
            return self.status()
        if not self.begun:
            return {"printed": False, "why": f"the press waits: {self.trouble}"}
        if "reprint" in question:
            self.presser.reprint("asked for")
            return self.status()
        if "awaited" in question:
            return self._awaited([str(path) for path in question["awaited"]])
        return self._print(str(question.get("print", "")))

    def _awaited(self, paths: list[str]) -> dict[str, Any]:
        """Of paths at which nothing is printed, those at which something is to be, each with the path to print.

        While the database is away nothing is committed, so what was taken is all.
        """
        try:
            return {"awaited": self.presser.awaited(paths)}
        except Exception as problem:
            if not is_of_the_database(problem):
                raise
            return {"awaited": {}}

    def _print(self, path: str) -> dict[str, Any]:
        paper = self.presser.paper
        if not is_address(path) or path.startswith((MISSING, *paper.unprinted())):
            return {"printed": False, "why": "not a page"}
        printed = self.presser.demand(path)
        if printed is None:
            return {"printed": False, "why": "it could not be rendered"}
        return {"printed": printed.status != 404, "status": printed.status}

    def status(self) -> dict[str, Any]:
        """How the press fares: for the desk, the command and the health check."""
        ledger, now = self.presser.ledger, time.monotonic()
        lately = [at for at in self.recent if now - at < 10]
        oldest = ledger.oldest_stale()
        return {
            "pages": ledger.number_of_pages(),
            "stale": ledger.number_of_stale(),
            "behind": max(time.time() - oldest, 0) if oldest else 0,
            "rate": len(lately) / max(now - lately[0], 1) if lately else 0,
            "complete": ledger.is_complete,
            "trouble": self.trouble,
            "unpurged": self.purger.trouble if self.purger else "",
            "failures": [{"path": path, "at": at, "times": times, "what": what} for path, at, times, what in ledger.failures()],
        }
