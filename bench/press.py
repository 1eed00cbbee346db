"""How fast the press prints everything, and what a publish costs, in any archive.

    python bench/press.py print FOLDER [--pages 3000]
    python bench/press.py publish FOLDER [--times 20] [--stories] [--keep]

FOLDER is a paper, such as `bench/archive.py` makes. ``print`` prints afresh into an edition of
its own and, in the same process, has Django answer every fourth of the same pages, in turns;
both are counted by the processor's time. ``publish``
prints what a publish may reach (``--stories``: all there is), then runs the real presser and the real front
and publishes, one story after the other: from the instant in which it is live to the first answer
that shows it (for the story itself, to its file in the edition).
Nothing of the paper's own edition is touched but by ``publish``.
"""
from __future__ import annotations

import argparse
import http.client
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PORT = 8350
PATIENCE = 30.0
A_TURN, SAMPLED = 96, 4  # pages printed before Django answers one in so many of them
OLDER = re.compile(r"(.*)/page/(\d+)/")
DAY = re.compile(r"/\d{4}/\d\d/\d\d/")


def main() -> None:
    options = _options()
    os.environ["ROTATIVE_HOME"] = str(options.folder.resolve())
    os.environ["ROTATIVE_URL"] = f"http://127.0.0.1:{PORT}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")
    import django

    django.setup()
    if options.what == "print":
        measure_print(options.pages)
    else:
        measure_publish(options.folder, options.times, options.stories, options.keep)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=["print", "publish"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--stories", action="store_true")
    parser.add_argument("--keep", action="store_true", help="measure with what is printed already")
    return parser.parse_args()


# ── Printing everything ────────────────────────────────────────────────────────


def measure_print(most: int) -> None:
    from rotative.press.snapshots import only_read

    only_read()
    django = ThroughDjango()
    with tempfile.TemporaryDirectory(prefix="bench-press-") as folder:
        presser = _presser(Path(folder))
        _keep_marks(presser, most)
        django.warm(_all_marked(presser)[:20])
        wall = processor = first = 0.0
        number, turn = len(_all_marked(presser)), 0
        while some := presser.ledger.next_alike(A_TURN):
            paths, began, used = [stale.path for stale in some], time.perf_counter(), time.process_time()
            while presser.tally.rendered < turn + len(paths) and presser.print_next():
                pass
            wall, processor = wall + time.perf_counter() - began, processor + time.process_time() - used
            turn = presser.tally.rendered
            django.answer(paths[::SAMPLED])
            first = _memory() if turn <= number // 4 else first
        presser.ledger.close()
    print(f"{turn} pages: {turn / wall:.0f} a second, {turn / processor:.0f} a second of the processor; {presser.tally.failed} failed")
    print(f"memory grew by {_memory() - first:.0f} MiB over the last three quarters")
    print(f"the same pages through Django: {django.rate:.0f} a second of the processor; the press is {turn / processor / django.rate:.1f} times as fast")


def _presser(folder: Path) -> Any:
    from rotative.press.documents import the_paper
    from rotative.press.edition import Edition
    from rotative.press.ledger import Ledger
    from rotative.press.presser import Presser

    presser = Presser(the_paper(), Ledger(folder / "ledger.sqlite3"), Edition(folder, "127.0.0.1"))
    presser.start()
    return presser


def _all_marked(presser: Any) -> list[str]:
    return [path for (path,) in presser.ledger._db.execute("SELECT path FROM stale ORDER BY rank, since, path")]


def _keep_marks(presser: Any, most: int) -> None:
    """Leave so many marks, evenly chosen from all that there are."""
    marked = _all_marked(presser)
    kept = set(marked[:: max(len(marked) // most, 1)])
    _unmark(presser, {*marked} - kept)


def _unmark(presser: Any, paths: Iterable[str]) -> None:
    with presser.ledger.together():
        presser.ledger._db.executemany("DELETE FROM stale WHERE path = ?", [(path,) for path in paths])


class ThroughDjango:
    """Django, which answers some of the pages that were just printed: what else the machine does is the same for both."""

    def __init__(self) -> None:
        from django.conf import settings
        from django.test import Client

        settings.ALLOWED_HOSTS = ["*"]
        self._client, self._took, self._number = Client(), 0.0, 0

    def warm(self, paths: list[str]) -> None:
        for path in paths:
            self._client.get(path)

    def answer(self, paths: list[str]) -> None:
        began = time.process_time()
        self.warm(paths)
        self._took, self._number = self._took + time.process_time() - began, self._number + len(paths)

    @property
    def rate(self) -> float:
        """Pages a second of the processor."""
        return self._number / self._took


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# ── Publishing ─────────────────────────────────────────────────────────────────


def measure_publish(folder: Path, times: int, stories: bool, keep: bool) -> None:
    if not keep:
        _print_lists(folder, stories)
    with _serving(folder):
        waits: dict[str, list[float]] = {}
        rendered, posts = [], []
        for number in range(times):
            before = _prints(folder)
            done = publish(number, folder / "derived" / "edition" / "127.0.0.1")
            posts.append((time.perf_counter() - done.asked) * 1000)
            for name, path in (("front", "/"), ("section", done.section), ("feed", f"{done.section}feed.atom")):
                _wait_for(path, done.marker)
                waits.setdefault(name, []).append((time.perf_counter() - done.live) * 1000)
            done.watch.join()
            waits.setdefault("article", []).append((done.printed - done.live) * 1000)
            _wait_for(f"{done.section}{done.marker}/", done.marker)
            until_idle()
            rendered.append(_prints(folder) - before)
    print(f"pages printed by a publish: median {statistics.median(rendered):.0f}, most {max(rendered)}")
    print(f"the desk's own work, saving and publishing: p50 {statistics.median(posts):.0f} ms   p95 {_p95(posts):.0f} ms")
    for name, found in waits.items():
        print(f"commit to readable, {name:8}: p50 {statistics.median(found):6.0f} ms   p95 {_p95(found):6.0f} ms")


def _p95(values: list[float]) -> float:
    return sorted(values)[min(int(len(values) * 0.95), len(values) - 1)]


def _print_lists(folder: Path, stories: bool) -> None:
    """Print what lists stories, so that a publish finds them all in the ledger."""
    from rotative.press.running import open_presser

    began = time.perf_counter()
    shutil.rmtree(folder / "derived" / "edition", ignore_errors=True)
    for ending in ("", "-wal", "-shm"):
        (folder / "derived" / f"ledger.sqlite3{ending}").unlink(missing_ok=True)
    presser = open_presser(None)
    presser.start()
    if not stories:
        marked = _all_marked(presser)
        told = [path for path in marked if _is_story(presser, path)]
        _unmark(presser, {*told[200:], *_full_pages(marked), *_old_days(marked)})
    presser.drain()
    print(f"{presser.ledger.number_of_pages()} pages were printed first, in {time.perf_counter() - began:.0f} s.", flush=True)
    presser.ledger.close()


def _is_story(presser: Any, path: str) -> bool:
    return path.startswith(("/_/discussion/", "/_/counts/article/")) or (presser.paper.rank(path) == 0 and not path.startswith("/_/"))


def _full_pages(paths: list[str]) -> Iterator[str]:
    """The older pages of lists but the last two of each: they are full, and no publish reaches them."""
    numbers: dict[str, list[int]] = {}
    for path in paths:
        if found := OLDER.fullmatch(path):
            numbers.setdefault(found[1], []).append(int(found[2]))
    return (f"{start}/page/{number}/" for start, some in numbers.items() for number in sorted(some)[:-2])


def _old_days(paths: list[str]) -> list[str]:
    return sorted(path for path in paths if DAY.fullmatch(path))[:-60]


@contextmanager
def _serving(folder: Path) -> Iterator[None]:
    words = [sys.executable, "-m", "rotative.project.command", "serve", "--port", str(PORT), "--workers", "1"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        _wait_for("/", "", 120)
        until_idle()
        yield
    finally:
        process.terminate()
        process.wait(20)


class Published:
    """A story published: its section's address, what marks it, and the instants of its way."""

    def __init__(self, section: str, marker: str, edition: Path) -> None:
        self.section, self.marker = section, marker
        self.file = edition / section.strip("/") / marker / "index.html"
        self.asked, self.live, self.printed = time.perf_counter(), 0.0, 0.0
        self.watch = threading.Thread(target=self._see)

    def note(self, **_: Any) -> None:
        """The story's row is committed; what follows is the desk's bookkeeping, during which it may be readable already."""
        self.live = time.perf_counter()
        self.watch.start()

    def _see(self) -> None:
        until = self.live + PATIENCE
        while not self.file.exists() and time.perf_counter() < until:
            time.sleep(0.001)
        self.printed = time.perf_counter()


def publish(number: int, edition: Path) -> Published:
    """Publish a new story as the desk does."""
    from django.utils import timezone
    from wagtail.signals import page_published

    from rotative.newsroom.models import Article, Author, Byline, Section, Topic

    section = Section.objects.filter(depth=3, live=True).order_by("path")[number % 3]
    marker = f"banc-{time.time_ns():x}"
    story = Article(title=f"Banc d’essai {marker}", slug=marker, locale_id=section.locale_id, live=False, first_published_at=timezone.now())
    story.bylines = [Byline(author=Author.objects.order_by("pk")[number % 5])]
    section.add_child(instance=story)
    story.topics.set(Topic.objects.filter(locale_id=section.locale_id).order_by("pk")[:2])
    done = Published(section.address, marker, edition)
    page_published.connect(done.note)
    story.save_revision().publish()
    page_published.disconnect(done.note)
    return done


def _wait_for(path: str, text: str, patience: float = PATIENCE) -> None:
    until = time.perf_counter() + patience
    while time.perf_counter() < until:
        if text.encode() in _get(path):
            return
        time.sleep(0.002)
    raise SystemExit(f"{path} did not show {text} within {patience} s.")


def _get(path: str) -> bytes:
    try:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
        connection.request("GET", path)
        return connection.getresponse().read()
    except OSError:
        return b""
    finally:
        connection.close()


def until_idle() -> None:
    _ask_until(lambda status: not status["stale"])


def _ask_until(done: Callable[[dict[str, Any]], bool]) -> None:
    from django.conf import settings

    from rotative.press import demands

    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        status = demands.ask(settings.HOME.press_socket, {"status": True})
        if status and "stale" in status and done(status):
            return
        time.sleep(0.05)
    raise SystemExit("The press did not come to rest.")


def _prints(folder: Path) -> int:
    from rotative.press.ledger import Ledger

    ledger = Ledger(folder / "derived" / "ledger.sqlite3")
    try:
        return int(ledger._db.execute("SELECT sum(prints) FROM page").fetchone()[0] or 0)
    finally:
        ledger.close()


if __name__ == "__main__":
    main()
