"""What may not be printed again yet: numbers and discussions that many readers move at once.

Such a page is printed at once, and then waits for its pause, with all that comes meanwhile. Until the
first of what waits is due the press takes nothing of the same kinds either: who changes one page
without rest would have all of the press otherwise, though it prints nothing of it.
"""
from __future__ import annotations

import time

from rotative.press.changes import Tail
from rotative.press.documents import Paper
from rotative.press.ledger import Ledger

BREATH = 0.5  # seconds until more is taken of the kinds of what waits, at the most


class Pauses:
    """The pauses of one presser. taken: the kinds of the changes that were taken last."""

    def __init__(self, paper: Paper, ledger: Ledger) -> None:
        self.paper, self.ledger = paper, ledger
        self.taken: set[str] = set()
        self._waiting: set[str] = set()  # the kinds of what waits
        self._until = 0.0

    def puts_off(self, path: str, now: float) -> bool:
        """Whether a path was printed a moment ago and may not be printed again yet: it is when its pause is over."""
        pause = self.paper.pause(path)
        page = self.ledger.page(path) if pause else None
        if page is None or not 0 <= now - page.printed < pause:
            return False
        if page.until is None or page.until > page.printed + pause:
            self.ledger.hold_until(path, page.printed + pause)
        until = time.monotonic() + min(BREATH, page.printed + pause - now)
        self._waiting, self._until = (self._waiting | self.taken, min(self._until, until)) if self.is_resting else (self.taken, until)
        return True

    def waits(self, path: str) -> bool:
        """Whether a path may be printed otherwise than it is now, and is printed again when its pause is over, if not before."""
        pause = self.paper.pause(path)
        page = self.ledger.page(path) if pause else None
        return page is not None and page.until is not None and page.until <= page.printed + pause

    def is_held(self, path: str) -> bool:
        """Whether a path waits for its pause to be over, and for nothing else."""
        pause = self.paper.pause(path)
        page = self.ledger.page(path) if pause else None
        return page is not None and page.until == page.printed + pause

    @property
    def is_resting(self) -> bool:
        """Whether something was put off just now."""
        return time.monotonic() < self._until

    def may_rest(self, tail: Tail) -> bool:
        """Whether nothing was committed since the last take but what is of the kinds of what waits."""
        return self.is_resting and self._waiting.issuperset(kind for kind, _row in tail.peek())
