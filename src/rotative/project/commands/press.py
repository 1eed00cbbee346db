"""``rotative press``: print everything or one page, prove the edition, explain a page, say how the press fares."""
from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any

from rotative.project.commands import Parser, home
from rotative.project.speech import Stop, say

if TYPE_CHECKING:
    from rotative.press.presser import Presser

BAR = 32
A_MOMENT = 0.5  # seconds in which a press that is at work has printed what was committed just now
IDLE_WITHIN = 600.0  # seconds that --all and --verify wait for a press that has much to do


def run(words: list[str]) -> int:
    options = _parser().parse_args(words)
    for path in (options.path, options.explain):
        _check_path(path)
    folder = home.enter()
    if folder.served_at and "ROTATIVE_URL" not in os.environ:
        # What is printed by hand is printed for where the paper is served, which the shell may not know.
        os.environ["ROTATIVE_URL"] = folder.served_at
    home.load_django()
    from rotative.press.snapshots import only_read
    from rotative.press.turns import AnotherPrints

    only_read()
    try:
        return _do(options)
    except AnotherPrints:
        raise Stop("another process prints this paper and does not answer: it may be starting or stopping. Try again in a moment.", 1) from None


def _check_path(path: str | None) -> None:
    if path is not None and not path.startswith("/"):
        raise Stop(f"{path or 'nothing'} is not a path: it begins with a slash, such as /pays/.")


def _do(options: Any) -> int:
    if options.path is not None:
        return _print(options.path)
    if options.explain is not None:
        return _explain(options.explain)
    if options.status:
        return _status()
    return _verify() if options.verify else _print_all()


def _parser() -> Parser:
    parser = Parser("press", "Print the paper by hand, and look at what is printed. While the paper is served, the press does it all by itself.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--all", action="store_true", help="print every page afresh, with a bar and the rate")
    what.add_argument("--path", metavar="P", help="print one page now, such as /pays/")
    what.add_argument("--verify", action="store_true", help="render every printed page again and compare; exit 1 when one differs")
    what.add_argument("--explain", metavar="P", help="what a page stands on, and why it was last printed")
    what.add_argument("--status", action="store_true", help="how far behind the press is, and what failed")
    return parser


# ── Printing ───────────────────────────────────────────────────────────────────


def _print_all() -> int:
    """Have the presser that runs print everything; do it ourselves when none does."""
    answer = _ask({"reprint": True})
    if answer:
        if answer.get("printed") is False:
            raise Stop(f"nothing was printed: {answer['why']}.", 1)
        return _watch()
    from rotative.press.purges import purger
    from rotative.press.running import open_presser
    from rotative.press.turns import our_turn

    with our_turn(_home().derived):
        presser = open_presser(purger())
        presser.start()
        presser.reprint("asked for")
        return _drain(presser)


def _drain(presser: Presser) -> int:
    began, total = time.monotonic(), presser.ledger.number_of_stale()
    while presser.step():
        done = presser.tally.rendered
        _show(done, max(total, done + presser.ledger.number_of_stale()) if done % 50 == 0 else max(total, done), began)
    return _ended(presser.tally.rendered, presser.tally.failed, began)


def _watch() -> int:
    began, total = time.monotonic(), 0
    while status := _ask({"status": True}):
        total = max(total, status["stale"])
        _show(total - status["stale"], total, began)
        if not status["stale"] and status["complete"]:
            return _ended(total, len(status["failures"]), began)
        time.sleep(0.2)
    raise Stop("the press stopped before it had printed everything.", 1)


def _show(done: int, total: int, began: float) -> None:
    if sys.stderr.isatty() and total:
        filled = BAR * done // total
        rate = done / max(time.monotonic() - began, 0.001)
        sys.stderr.write(f"\r{'█' * filled}{'·' * (BAR - filled)} {done} of {total}, {rate:.0f} pages/s ")
        sys.stderr.flush()


def _ended(done: int, failed: int, began: float) -> int:
    took = max(time.monotonic() - began, 0.001)
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    say(f"printed {done} pages in {took:.1f} s, {done / took:.0f} pages/s" + (f", {failed} failed: see `rotative press --status`" if failed else ""))
    return 1 if failed else 0


def _print(path: str) -> int:
    answer = _ask({"print": path}) or _print_here(path)
    if not answer["printed"]:
        raise Stop(f"{path} was not printed: {answer.get('why', 'there is nothing at this address')}.", 1)
    say(f"printed {path}")
    return 0


def _print_here(path: str) -> dict[str, Any]:
    from rotative.press.purges import purger
    from rotative.press.running import open_presser
    from rotative.press.turns import our_turn

    with our_turn(_home().derived):
        presser = open_presser(purger())
        presser.start()
        printed = presser.demand(path)
        return {"printed": printed is not None and printed.status != 404, **({"why": "it could not be rendered"} if printed is None else {})}


# ── Looking ────────────────────────────────────────────────────────────────────


def _verify() -> int:
    from django.utils import timezone

    from rotative.press import proof
    from rotative.press.documents import the_paper

    _wait_until_idle()
    ledger, edition = _ledger_and_edition()
    number = ledger.number_of_pages()
    began = time.monotonic()
    wrong = list(proof.differing(the_paper(), ledger, edition, timezone.now, lambda done: _show(done, number, began), A_MOMENT))
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    say(*wrong, f"checked {number} pages, {len(wrong)} differ")
    return 1 if wrong else 0


def _wait_until_idle() -> None:
    until = time.monotonic() + IDLE_WITHIN
    while (status := _ask({"status": True})) and status["stale"]:
        if time.monotonic() > until:
            raise Stop(f"the press still has {status['stale']} pages to print; try again later.", 1)
        time.sleep(0.1)


def _explain(path: str) -> int:
    from rotative.press import proof

    ledger, _edition = _ledger_and_edition()
    lines = proof.explain(ledger, path)
    say(*lines)
    return 0 if ledger.page(path) else 1


def _status() -> int:
    status = _ask({"status": True})
    if status is None:
        ledger, _edition = _ledger_and_edition()
        say(f"The press is not running. {ledger.number_of_pages()} pages are printed, {ledger.number_of_stale()} are to be printed again.")
        return 1
    say(
        f"{status['pages']} pages are printed; the edition is {'complete' if status['complete'] else 'not complete yet'}.",
        f"{status['stale']} pages to print, {status['behind']:.1f} s behind, {status['rate']:.0f} pages/s." if status["stale"] else "Nothing is to be printed." if status["trouble"] else "The press is idle.",
        *([f"The press waits: {status['trouble']}"] if status["trouble"] else []),
        *([f"A cache in front of the paper was not told of what changed: {status['unpurged']}"] if status["unpurged"] else []),
        *(f"failed {each['times']} times: {each['path']}: {each['what']}" for each in status["failures"]),
    )
    return 1 if status["failures"] or status["trouble"] or status["unpurged"] else 0


def _ledger_and_edition() -> tuple[Any, Any]:
    from rotative.press.ledger import Ledger
    from rotative.press.running import edition_here

    file = _home().ledger
    if not file.exists():
        raise Stop("nothing is printed yet: `rotative serve`, or `rotative press --all`.", 1)
    return Ledger(file), edition_here()


def _ask(question: dict[str, Any]) -> dict[str, Any] | None:
    from rotative.press import demands

    return demands.ask(_home().press_socket, question)


def _home() -> Any:
    from django.conf import settings

    return settings.HOME
