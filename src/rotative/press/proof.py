"""Proofs: every printed page against a fresh render of it, byte for byte; and why a page is as it is."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime

from rotative.press.documents import Paper, Print, is_nothing, print_of
from rotative.press.edition import Edition
from rotative.press.front.paths import MISSING
from rotative.press.ledger import Ledger
from rotative.press.pauses import Pauses
from rotative.press.pieces import is_witnessed
from rotative.press.snapshots import snapshot


def differing(
    paper: Paper, ledger: Ledger, edition: Edition, now: Callable[[], datetime], seen: Callable[[int], None] = lambda number: None, patience: float = 0
) -> Iterator[str]:
    """What is wrong with the edition, a line each: pages that are stale, missing or left over, or stand on what is not known.

    patience: seconds after which what seems wrong is looked at once more, where a presser is at work meanwhile.
    """
    printed = {page.path for page in ledger.pages()}
    with snapshot():
        every = printed | set(paper.every())
    for number, path in enumerate(sorted(every), 1):
        wrong = _wrong_now(paper, ledger, edition, path, now())
        if wrong and patience:
            time.sleep(patience)
            wrong = _wrong_now(paper, ledger, edition, path, now())
        yield from wrong
        seen(number)
    yield from (f"left over: {path}" for path in sorted(set(edition.paths()) - printed) if not path.startswith(MISSING) and not ledger.has(path))


def _wrong_now(paper: Paper, ledger: Ledger, edition: Edition, path: str, now: datetime) -> list[str]:
    with snapshot():
        fresh = print_of(paper, path, now)
    return [] if Pauses(paper, ledger).waits(path) else list(_wrong(ledger, edition, path, ledger.has(path), fresh))


def _wrong(ledger: Ledger, edition: Edition, path: str, is_printed: bool, fresh: Print) -> Iterator[str]:
    if is_nothing(path, fresh):
        # An asset of an earlier build stays while pages name it.
        if is_printed and not ledger.pages_on([f"names:{path}"]):
            yield f"should be gone: {path}"
    elif not is_printed:
        yield f"missing: {path}"
    elif not edition.holds(path, fresh.status, fresh.headers, fresh.body):
        yield f"stale: {path}"
    elif fresh.status == 200 and not edition.is_whole(path):
        yield f"packed wrongly: {path}"
    else:
        yield from _unknown(ledger, path, fresh)


def _unknown(ledger: Ledger, path: str, fresh: Print) -> Iterator[str]:
    """Keys that a page or a piece of it stands on, and of which the ledger does not know: their next change would be missed.

    What a witness proves may be proved by another one now: what it stands on is not compared.
    """
    known = ledger.keys_of(path)
    yield from (f"not known to stand on {key}: {path}" for key in sorted(fresh.keys.difference(known)))
    left, seen = [key for key in fresh.keys if key in fresh.pieces], set[str]()
    while left:
        name = left.pop()
        if name not in seen and not is_witnessed(name):
            seen.add(name)
            keys = fresh.pieces[name].keys
            yield from (f"not known to stand on {key}: {name} of {path}" for key in sorted(keys.difference(ledger.keys_of_piece(name))))
            left += [key for key in keys if key in fresh.pieces]


def explain(ledger: Ledger, path: str) -> list[str]:
    """What a page stands on, when and why it was last printed, in lines for a person."""
    page = ledger.page(path)
    failed = [f"  failed {times} times, last at {_instant(at)}: {what}" for failed, at, times, what in ledger.failures() if failed == path]
    if page is None:
        return [f"{path} is not printed.", *failed]
    lines = [
        f"{path}: {page.status}, {page.bytes} bytes, printed {page.prints} times",
        f"  last at {_instant(page.printed)}, in {page.took * 1000:.1f} ms, because of {page.why}",
        f"  holds until {_instant(page.until) if page.until else 'something it stands on changes'}",
        *failed,
        "  stands on:",
    ]
    for key in ledger.keys_of(path):
        lines.append(f"    {key}")
        lines += [f"      {within}" for within in ledger.keys_of_piece(key)]
    return lines


def _instant(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(" ", "seconds")
