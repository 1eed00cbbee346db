"""Draws the demonstration's pictures and cuts their sizes, over all cores.

Drawing needs no database, so it begins first and goes on while the paper is made.
"""
from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Lock

from rotative.project.demo.cast import Plate
from rotative.project.speech import say

SIZES = {"view": (1280, 853), "large": (1600, 1067), "portrait": (640, 640)}


class Workshop:
    """A pool of draughtsmen: ``draw`` begins at once, ``cut`` once a picture has its row."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pool = ProcessPoolExecutor(os.cpu_count() or 2, mp_context=get_context("fork"))
        self.drawn: dict[str, Future[int]] = {}

    def draw(self, plates: Iterable[Plate]) -> None:
        """Draw every plate to its file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for plate in plates:
            self.drawn[plate.picture] = self.pool.submit(_draw, plate, self.path(plate.picture))
        follow(self.drawn.values(), "drawing")

    def path(self, picture: str) -> Path:
        return self.folder / f"{picture}.png"

    def size(self, picture: str) -> int:
        """The bytes of a drawn picture; waits until it is drawn."""
        return self.drawn[picture].result()

    def cut(self, pictures: dict[str, int], at_once: set[str]) -> None:
        """Make the sizes of pictures, each as soon as it is drawn; ``pictures`` gives their rows.

        All the sizes of those wanted ``at_once``; of the others the one that a page can show
        today, and the worker makes the rest while the paper is served.
        """
        jobs = []
        for picture, pk in pictures.items():
            self.size(picture)
            jobs.append(self.pool.submit(_cut, pk, picture in at_once))
        follow(jobs, "cutting to size")
        for job in jobs:
            job.result()

    def close(self) -> None:
        self.pool.shutdown(cancel_futures=True)


def _draw(plate: Plate, path: Path) -> int:
    """In a worker: one picture, drawn large, kept as an original. Gives its bytes."""
    from PIL import Image

    from rotative.project.demo import engraving

    made = engraving.draw(plate.picture, plate.scene, "portrait" if plate.kind == "portrait" else "view")
    if made.size != SIZES[plate.kind]:
        made = made.resize(SIZES[plate.kind], Image.Resampling.LANCZOS)
    made.save(path, "PNG", compress_level=6)
    return path.stat().st_size


def _cut(pk: int, whole: bool) -> None:
    """In a worker: the sizes of one picture. The first call loads Django."""
    from rotative.project.demo import hurry

    hurry.load_django()
    from rotative.library.actions import make_safe_size, make_sizes
    from rotative.library.models import Picture

    (make_sizes if whole else make_safe_size)(Picture.objects.get(pk=pk))


def follow(jobs: Iterable[Future[object]] | Iterable[Future[int]] | Iterable[Future[None]], doing: str) -> None:
    """Say how far some jobs are: ``drawing 34/70``."""
    waiting = list(jobs)
    progress = Progress(doing, len(waiting))
    for job in waiting:
        job.add_done_callback(progress.step)


class Progress:
    """Counts what is done: on a terminal in place, elsewhere now and then."""

    def __init__(self, doing: str, total: int) -> None:
        self.doing, self.total, self.done = doing, total, 0
        self.lock = Lock()

    def step(self, _job: object = None) -> None:
        with self.lock:
            self.done += 1
            if sys.stdout.isatty():
                sys.stdout.write(f"\r  {self.doing} {self.done}/{self.total}" + "\n" * (self.done == self.total))
                sys.stdout.flush()
            elif self.done % 20 == 0 or self.done == self.total:
                say(f"  {self.doing} {self.done}/{self.total}")
