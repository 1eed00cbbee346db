"""What it costs to count once more for all processes: the paper's tallies, beside what Django has for it.

    python bench/tallies.py [processes]          DATABASE_URL=postgres://… for a server of it

Each process counts the same 200 addresses, a thousand times or for three seconds. Microseconds a count, at the median and of
ninety-nine in a hundred; together: counts a second of all processes. wrong: how many were lost.
"""
from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django
from django.conf import settings

from rotative.project.databases import database

FOLDER = Path(os.environ.get("BENCH_FOLDER") or tempfile.mkdtemp(prefix="tallies-", dir=os.environ.get("BENCH_DISK")))
URL = os.environ.get("DATABASE_URL", f"sqlite:///{FOLDER / 'paper.sqlite3'}")
IS_SQLITE = URL.startswith("sqlite")
MEMORY = "/dev/shm/tallies-bench"  # noqa: S108
TIMES, SECONDS, ADDRESSES = 1_000, 3.0, 200
PROCESSES = multiprocessing.get_context("spawn")


def prepare() -> None:
    settings.configure(
        DATABASES={"default": database(URL)},
        INSTALLED_APPS=[], USE_TZ=True, TALLIES="memory", HOME=SimpleNamespace(derived=FOLDER),
        CACHES={
            "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
            "database": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cached"},
            "files": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": MEMORY},
        },
    )  # fmt: skip
    django.setup()


def of_cache(name: str) -> Callable[[str], int]:
    from django.core.cache import caches

    def add(key: str) -> int:
        try:
            return 1 if caches[name].add(key, 1, 60) else int(caches[name].incr(key))
        except Exception:  # noqa: BLE001 - what a backend does under load is what is measured
            return 0

    return add


def of_tallies(kind: str) -> Callable[[str], int]:
    from rotative.masthead import tallies

    settings.TALLIES = kind
    return lambda key: tallies.add(key, 60)


WAYS: dict[str, Callable[[], Callable[[str], int]]] = {
    "one process's memory (each counts for itself)": lambda: of_cache("default"),
    "the paper's tallies": lambda: of_tallies("file" if IS_SQLITE else "table"),
    "Django's database cache": lambda: of_cache("database"),
    "Django's file cache in memory": lambda: of_cache("files"),
}


def work(way: str, number: int, told: Any) -> None:
    prepare()
    add = WAYS[way]()
    add(f"{way} warm")
    took, until = [], time.monotonic() + SECONDS
    for turn in range(TIMES):
        began = time.perf_counter()
        add(f"{way} 203.0.113.{turn % ADDRESSES}")
        took.append(time.perf_counter() - began)
        if time.monotonic() > until:
            break
    told.put(took)


def measured(way: str, processes: int) -> str:
    told = PROCESSES.Queue()
    running = [PROCESSES.Process(target=work, args=(way, number, told)) for number in range(processes)]
    for each in running:
        each.start()
    all_took = [told.get(timeout=60) for _each in running]
    for each in running:
        each.join()
    took = sorted(second for each in all_took for second in each)
    last = [1_000_000 * each for each in (statistics.median(took), took[int(len(took) * 0.99)])]
    together = sum(len(each) / sum(each) for each in all_took)
    return f"{last[0]:9.0f} {last[1]:9.0f} {together:10.0f}   {lost(way, len(took))}"


def lost(way: str, counted: int) -> str:
    """How many of all are not in the numbers, where they can be read."""
    if way.startswith("one process"):
        return "-"
    add = WAYS[way]()
    kept = sum(add(f"{way} 203.0.113.{each}") - 1 for each in range(ADDRESSES))
    return str(max(0, counted - kept))


def main() -> None:
    os.environ["BENCH_FOLDER"] = str(FOLDER)
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    prepare()
    from django.core.management import call_command
    from django.db import connection

    call_command("createcachetable", "cached")
    if not IS_SQLITE:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS masthead_tally")
            cursor.execute("CREATE UNLOGGED TABLE masthead_tally (key varchar(160) PRIMARY KEY, number integer NOT NULL, until double precision NOT NULL)")
    connection.close()
    print(f"{processes} processes, {'SQLite' if IS_SQLITE else 'PostgreSQL'}{'µs median':>38} {'99 %':>9} {'together/s':>10}   lost")  # noqa: T201
    for way in WAYS:
        print(f"{way:50} {measured(way, processes)}")  # noqa: T201


if __name__ == "__main__":
    main()
