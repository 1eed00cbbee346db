"""How much faster the front serves a printed story than Django the same story, not printed.

    python bench/unprinted.py FOLDER [--runs 3] [--seconds 4]

FOLDER is a paper, such as `bench/archive.py` makes; a story of about 11 KB packed is published in
it. Its page is printed, and what Django answers must be the same bytes. Both are asked by ``wrk``, with
32 connections, in turn, and each has one worker: the front that of the site as `rotative serve`
runs it, Django Granian's WSGI, which is the faster of its two ways (no event loop between).
"""
from __future__ import annotations

import argparse
import gzip
import os
import statistics
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from measuring import Run, children_of, free_port, is_lacking, load, print_table, running

BAR = 100
SITE = [sys.executable, "-m", "rotative.project.children", str(os.getpid()), "site"]
DJANGO = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "1", "--log-level", "warning"]


def main() -> int:
    options = _options()
    if is_lacking("wrk"):
        return 2
    os.environ["ROTATIVE_HOME"] = str(options.folder.resolve())
    os.environ.setdefault("ROTATIVE_URL", "http://127.0.0.1:8360")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")
    path = print_a_story()
    return report(measure(path, options.runs, options.seconds))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A printed story beside the same one through Django.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=4, help="of each run")
    return parser.parse_args()


def print_a_story() -> str:
    """Print the page of a story of the size that is wanted. Says its path."""
    import django

    django.setup()
    import story
    from django.utils import timezone

    from rotative.paper.answers import answer
    from rotative.press.running import edition_here

    path = story.published().address
    body = answer(path, timezone.now()).body
    edition_here().write(path, body)
    print(f"{path} packs to {len(gzip.compress(body, 9)) / 1024:.1f} KB.", flush=True)
    return str(path)


def measure(path: str, times: int, seconds: int) -> dict[str, list[Run]]:
    """Runs of both, in turn."""
    with ExitStack() as stack:
        servers = {"front": stack.enter_context(front()), "Django": stack.enter_context(_django())}
        bodies = {name: _body(f"{url}{path}") for name, (url, _) in servers.items()}
        assert bodies["front"] == bodies["Django"], "they do not answer the same page"
        runs: dict[str, list[Run]] = {name: [] for name in servers}
        for name, (url, workers) in servers.items():
            load(f"{url}{path}", workers, 2)
            runs[name] = []
        for _ in range(times):
            for name, (url, workers) in servers.items():
                runs[name].append(load(f"{url}{path}", workers, seconds))
    return runs


@contextmanager
def front() -> Iterator[tuple[str, list[int]]]:
    port = free_port()
    with running([*SITE, str(port), "127.0.0.1", "1"], port) as process:
        yield f"http://127.0.0.1:{port}", children_of(process.pid)[:1]


@contextmanager
def _django() -> Iterator[tuple[str, list[int]]]:
    port = free_port()
    with running([*DJANGO, "--port", str(port), "rotative.project.wsgi:application"], port) as process:
        yield f"http://127.0.0.1:{port}", children_of(process.pid)[:1]


def _body(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return bytes(answer.read())


def report(runs: dict[str, list[Run]]) -> int:
    print_table(runs)
    ratio = statistics.median(ours.requests / theirs.requests for ours, theirs in zip(runs["front"], runs["Django"], strict=True))
    print(f"requests/s, front : Django   {ratio:,.0f}   (bar: at least {BAR})")
    return int(ratio < BAR)


if __name__ == "__main__":
    sys.exit(main())
