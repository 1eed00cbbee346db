"""What becomes of rendered pages: the files of the edition first, side by side, and the ledger after."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import blake2b

from rotative.press.documents import Print, is_nothing
from rotative.press.edition import Edition
from rotative.press.front.paths import MISSING
from rotative.press.ledger import Ledger, Printed, Stale
from rotative.press.writing import Writing

LAST = 200  # rank of what is looked at once more when all else is printed


@dataclass
class Made:
    """A page that was rendered, and how far it is kept. took: seconds; differs: from what lies in the edition."""

    stale: Stale
    printed: Print
    took: float
    differs: bool = False
    writing: Writing | None = None

    @cached_property
    def digest(self) -> str:
        head = f"{self.printed.status} {sorted(self.printed.headers.items())}\n".encode()
        return blake2b(head + self.printed.body, digest_size=16).hexdigest()


class Keeper:
    """Keeps pages in one edition and its ledger. purge: tells a cache that a path changed, once it did."""

    def __init__(self, ledger: Ledger, edition: Edition, durable: bool = True, purge: Callable[[str], None] | None = None) -> None:
        self.ledger, self.edition, self.durable, self.purge = ledger, edition, durable, purge

    def begin(self, made: Made, begun: list[Made]) -> None:
        """Begin to write a page after those begun already, and add it to them.

        What is no page is written at once, when no other is being written. Raises OSError, Unprintable.
        """
        path, printed = made.stale.path, made.printed
        if self._is_named_still(path, printed):
            self._keep_for_now(made.stale)
            return
        before = self.ledger.page(path)
        # What lies there is asked, too: a press that was killed may have printed what its ledger never knew.
        made.differs = before is None or before.digest != made.digest or not self.edition.holds(path, printed.status, printed.headers, printed.body)
        if made.differs and printed.status == 200:
            last = next((each.writing for each in reversed(begun) if each.writing), None)
            made.writing = self.edition.begin(path, printed.body, self.durable, after=last)
        elif made.differs:
            self.abandon(begun)
            self._answer(path, printed)
        begun.append(made)

    def abandon(self, begun: Iterable[Made]) -> None:
        """Wait for what is being written, whatever comes of it."""
        for made in begun:
            if made.writing:
                made.writing.abandon()

    def end(self, made: Made) -> None:
        """Wait until the page is there, and have caches told. Raises OSError."""
        if made.writing:
            made.writing.end()
            self.edition.drop_answer(made.stale.path)
        if made.differs:
            self._tell(made.stale.path)

    def remove(self, path: str) -> None:
        """Take away what is left over, and have caches told."""
        self.edition.remove(path)
        self._tell(path)

    def store(self, made: Made, now: datetime) -> set[str]:
        """Remember what a page stands on, and that it is not stale.

        Gives the pieces that it shows otherwise than the other pages that carry them.
        """
        path, printed = made.stale.path, made.printed
        with self.ledger.together():
            self.ledger.take_mark(path)
            if is_nothing(path, printed):
                self.ledger.forget_page(path)
                return set()
            until = printed.until.timestamp() if printed.until else None
            row = Printed(path, printed.status, made.digest, len(printed.body), until, now.timestamp(), made.took, made.stale.why)
            return self.ledger.store(row, printed.keys, dict(printed.pieces))

    def _is_named_still(self, path: str, printed: Print) -> bool:
        """A file that the paper has no more, while pages printed before still name it."""
        return printed.status == 404 and bool(self.ledger.pages_on([f"names:{path}"]))

    def _keep_for_now(self, stale: Stale) -> None:
        """It stays until those pages are printed again, and is looked at once more after them all."""
        with self.ledger.together():
            self.ledger.take_mark(stale.path)
            if stale.rank < LAST:
                self.ledger.mark(stale.path, LAST, stale.since, stale.why)

    def _tell(self, path: str) -> None:
        if self.purge and not path.startswith(MISSING):  # (no reader asks for that one by its name)
            self.purge(path)

    def _answer(self, path: str, printed: Print) -> None:
        if is_nothing(path, printed):
            self.edition.remove(path)
        else:
            self.edition.answer(path, printed.status, printed.headers, printed.body)
