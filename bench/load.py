"""A busy day at a paper: readers, their likes and readings, and a story published every second.

    python bench/load.py FOLDER [--seconds 30] [--pages 2000] [--panels 100] [--counts 500] [--writes 20]

FOLDER is a paper, such as `bench/archive.py` makes, with 5,000 stories or more; all of it is
printed first, and stories are published in it. Then the real `rotative serve`, and an open loop:
each request comes at its instant, as if from a crowd that knows nothing of the answers, and its
time is counted from that instant (``arrivals.py``). Pages are asked as often as Zipf says, the
front first, then the newest stories. A like is what its script asks, then what it sends;
readers who write come each from an address of their own. Stories are published by the desk's
actions, in a process of their own. The exit code is 1 when a bar is missed.
"""
from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import press
from arrivals import Asked, run
from measuring import children_of, cpu, wait_for

PORT = 8360  # one port: it is in the paper's address, and another address would print everything afresh
BAR = 25.0  # milliseconds
PAGES = 5000
BEGIN = 0.5  # seconds from the start to the first request
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
ASKING = f"Host: 127.0.0.1:{PORT}\r\nUser-Agent: {BROWSER}\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n"
TOKEN = re.compile(rb'"token": "(\w+)"')
COOKIE = re.compile(rb"\r\nset-cookie: *(csrf=\w+)", re.I)


def main() -> int:
    options = _options()
    os.environ["ROTATIVE_HOME"] = str(options.folder.resolve())
    os.environ["ROTATIVE_URL"] = f"http://127.0.0.1:{PORT}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")
    import django

    django.setup()
    _print_all()
    with _serving(options.workers) as processes:
        before = {name: cpu(pids) for name, pids in processes.items()}
        own, began = time.process_time(), time.perf_counter()
        done, published, generator = measure(options)
        took = time.perf_counter() - began
        shares = {name: (cpu(pids) - before[name]) / took for name, pids in processes.items()}
        shares |= {"desk (publishing)": (time.process_time() - own) / took, "requests, asked by arrivals.py": generator}
        press.until_idle()
        missing = [story.marker for story in published if story.marker.encode() not in _get(f"{story.section}{story.marker}/")]
    return report(done, published, shares, missing)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mixed load on a paper that is served.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--pages", type=float, default=2000, help="a second")
    parser.add_argument("--panels", type=float, default=100, help="a second")
    parser.add_argument("--counts", type=float, default=500, help="a second")
    parser.add_argument("--writes", type=float, default=20, help="a second: likes and readings")
    parser.add_argument("--stories", type=float, default=1, help="published a second")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _print_all() -> None:
    """Print what is not printed yet."""
    from rotative.press.running import open_presser

    began, presser = time.perf_counter(), open_presser(None)
    presser.start()
    tally = presser.drain()
    print(f"{presser.ledger.number_of_pages()} pages are printed, {tally.rendered} of them now, in {time.perf_counter() - began:.0f} s.", flush=True)
    presser.ledger.close()


@contextmanager
def _serving(workers: int) -> Iterator[dict[str, list[int]]]:
    """The paper as anyone runs it; its processes by what they do."""
    words = [sys.executable, "-m", "rotative.project.command", "serve", "--port", str(PORT), "--workers", str(workers)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        wait_for(PORT, 60)
        press.until_idle()
        for _ in range(20 * workers):  # until Django stands behind each worker
            _get("/_/like/paper/")
        time.sleep(2)
        yield _processes(process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _processes(server: int) -> dict[str, list[int]]:
    """The server's children, those of the site one by one."""
    found: dict[str, list[int]] = {"supervisor": [server]}
    for child in children_of(server):
        name = Path(f"/proc/{child}/cmdline").read_text().split("\0")[6]
        if name == "site":
            found |= {f"site, worker {place}": [each] for place, each in enumerate(children_of(child), 1)}
        else:
            found[name] = [child]
    return found


def _get(path: str) -> bytes:
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    finally:
        connection.close()


def measure(options: argparse.Namespace) -> tuple[list[Asked], list[press.Published], float]:
    """The requests as they were answered, the stories that were published, and what the client took of a core."""
    plan = _plan(options)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(time.time).result()  # the process is there
        asked = pool.submit(run, PORT, plan)
        published = list(_publish(options))
        done, share = asked.result(options.seconds + 60)
    return done, published, share


def _publish(options: argparse.Namespace) -> Iterator[press.Published]:
    """A story at each of its instants."""
    edition = options.folder / "derived" / "edition" / "127.0.0.1"
    began = time.perf_counter() + BEGIN
    for number in range(int(options.seconds * options.stories)):
        time.sleep(max(began + number / options.stories - time.perf_counter(), 0))
        yield press.publish(number, edition)


# ── What readers ask ───────────────────────────────────────────────────────────


def _plan(options: argparse.Namespace) -> list[Asked]:
    from rotative.newsroom.models import Article, Section

    chance = random.Random(5)
    stories = list(Article.objects.live().order_by("-first_published_at")[:PAGES])
    paths = ["/", *(section.address for section in Section.objects.live()), *(story.address for story in stories)][:PAGES]
    often = list(accumulate(1 / place for place in range(1, len(paths) + 1)))
    ids = [story.pk for story in stories]

    def page() -> Asked:
        return _ask("page", chance.choices(paths, cum_weights=often)[0])

    def panel() -> Asked:
        return _ask("panel", chance.choice(("/_/panel/fr/latest/", "/_/panel/fr/most-read/")))

    def counts() -> Asked:
        return _ask("counts", f"/_/counts/article/{_newest(chance, ids)}.json")

    def like() -> Asked:
        path = f"/_/like/article/{_newest(chance, ids)}/"
        return _ask("like: asked", path, "Accept: application/json\r\n", source=_address(chance), follow=_press_like)

    def reading() -> Asked:
        words = f"POST /_/read/{_newest(chance, ids)}/ HTTP/1.1\r\n{ASKING}Sec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n"
        return Asked(0, "reading", words.encode(), 204, _address(chance))

    rates = [(page, options.pages), (panel, options.panels), (counts, options.counts), (like, options.writes / 2), (reading, options.writes / 2)]
    return [asked for make, rate in rates if rate for asked in _arrivals(chance, make, rate, options.seconds)]


def _arrivals(chance: random.Random, make: Callable[[], Asked], rate: float, seconds: float) -> Iterator[Asked]:
    """Requests as a crowd makes them, each without knowing of the others: so many a second, never evenly."""
    at = chance.expovariate(rate)
    while at < seconds:
        asked = make()
        asked.at = BEGIN + at
        yield asked
        at += chance.expovariate(rate)


def _ask(kind: str, path: str, words: str = "", **more: Any) -> Asked:
    return Asked(0, kind, f"GET {path} HTTP/1.1\r\n{ASKING}{words}\r\n".encode(), 200, **more)


def _newest(chance: random.Random, ids: list[int]) -> int:
    """One story, the newest most often."""
    return ids[min(int(chance.paretovariate(1)) - 1, len(ids) - 1)]


def _address(chance: random.Random) -> str:
    return f"127.{chance.randint(1, 254)}.{chance.randint(0, 254)}.{chance.randint(1, 254)}"


def _press_like(form: Asked, head: bytes, body: bytes) -> Asked | None:
    """What the script sends when a reader likes a story, from what it was told."""
    token, cookie = TOKEN.search(body), COOKIE.search(head)
    path = form.words.split(b" ")[1].decode()
    if not token or not cookie:
        return None
    sent = f"csrfmiddlewaretoken={token[1].decode()}&want=1"
    words = f"POST {path} HTTP/1.1\r\n{ASKING}Accept: application/json\r\nOrigin: http://127.0.0.1:{PORT}\r\nCookie: {cookie[1].decode()}\r\n"
    words += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(sent)}\r\n\r\n{sent}"
    return Asked(0, "like", words.encode(), 200, form.source)


# ── What came of it ────────────────────────────────────────────────────────────


def report(done: list[Asked], published: list[press.Published], shares: dict[str, float], missing: list[str]) -> int:
    failed = [asked for asked in done if asked.status != asked.expected]
    print(f"{'':16} {'asked':>7} {'errors':>7} {'p50':>8} {'p95':>8} {'p99':>8} {'most':>8}   ms, from the instant it was due")
    for kind in dict.fromkeys(asked.kind for asked in sorted(done, key=lambda asked: asked.kind)):
        times = [asked.took * 1000 for asked in done if asked.kind == kind]
        wrong = sum(asked.kind == kind for asked in failed)
        print(f"{kind:16} {len(times):>7} {wrong:>7} {_share(times, 50):>8.1f} {_share(times, 95):>8.1f} {_share(times, 99):>8.1f} {max(times):>8.1f}")
    _print_published(published)
    print("Share of a core: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items()))
    print(f"The client sent {_share([asked.late * 1000 for asked in done], 99):.1f} ms late at the 99th percentile.")
    print(f"Pages came from: {dict(Counter(asked.press for asked in done if asked.kind in ('page', 'panel')))}")
    if failed:
        print(f"Errors: {dict(Counter((asked.kind, asked.status) for asked in failed))}")
    if missing:
        print(f"Published and not to be read: {missing}")
    slow = _share([asked.took * 1000 for asked in done if asked.kind == "page"], 99)
    likes = Counter(asked.kind for asked in done)
    is_whole = likes["like"] == likes["like: asked"]
    print(f"No error: {'yes' if not (failed or missing) and is_whole else 'NO'}; p99 of pages {slow:.1f} ms   (bars: no error, at most {BAR:.0f})")
    return int(bool(failed or missing) or not is_whole or slow > BAR)


def _print_published(published: list[press.Published]) -> None:
    if not published:
        return
    for story in published:
        story.watch.join()
    desk, readable = ([1000 * value for value in values] for values in zip(*((story.live - story.asked, story.printed - story.live) for story in published), strict=True))
    print(f"{len(published)} stories published; until live: p50 {statistics.median(desk):.0f} ms, p95 {_share(desk, 95):.0f}; from live to printed: p50 {statistics.median(readable):.0f} ms, p95 {_share(readable, 95):.0f}")


def _share(values: list[float], share: int) -> float:
    return sorted(values)[min(len(values) * share // 100, len(values) - 1)] if values else 0.0


if __name__ == "__main__":
    sys.exit(main())
