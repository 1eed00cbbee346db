"""How fast the index answers, and how large it is beside its text.

    python bench/search.py [documents]

Times are of the processor, so that a busy machine tells the same. Documents of 300 words, drawn as words are in a language: few very often, most rarely.
"""
from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")
os.environ.setdefault("ROTATIVE_HOME", tempfile.mkdtemp(prefix="rotative-bench-"))

from rotative.search.index import Document, Index

SYLLABLES = ["ba", "ca", "da", "fa", "ga", "la", "ma", "na", "pa", "ra", "sa", "ta", "va", "bé", "dé", "lé", "mé", "ré", "té", "ou", "on", "en", "in", "an", "eau", "ier", "eur", "ment", "tion", "age", "oir", "elle", "ette"]
VOCABULARY = 40_000
LENGTH = 300
QUESTIONS = 400
START = datetime(2026, 11, 24, tzinfo=UTC)


def vocabulary(chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        found["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))] = None
    return sorted(found, key=len)


def documents(number: int, words: list[str], chance: random.Random, sizes: list[int]) -> Iterator[Document]:
    weights = list(accumulate(1 / (place + 3) for place in range(len(words))))
    for pk in range(1, number + 1):
        drawn = chance.choices(words, cum_weights=weights, k=LENGTH)
        title, text = " ".join(drawn[:8]), "l’" + " ".join(drawn)
        sizes.append(len(title.encode()) + len(text.encode()))
        yield Document(pk, "fr", START - timedelta(hours=pk), title, text)


def questions(words: list[str], chance: random.Random) -> list[str]:
    """One to three words, common and rare, phrases and beginnings."""
    weights = list(accumulate(1 / (place + 30) for place in range(len(words))))
    asked = [" ".join(chance.choices(words, cum_weights=weights, k=chance.randint(1, 3))) for _ in range(QUESTIONS)]
    return [f'"{query}"' if place % 10 == 0 else query[:-1] if place % 10 == 1 else query for place, query in enumerate(asked)]


def main(number: int) -> None:
    chance, sizes, times = random.Random(7), [], []  # noqa: S311
    words = vocabulary(chance)
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder) / "search.sqlite3")
        began = time.process_time()
        index.rebuild(documents(number, words, chance, sizes))
        built = time.process_time() - began
        for query in questions(words, chance):
            began = time.process_time()
            index.search(query, "fr", 0, 10)
            times.append((time.process_time() - began) * 1000)
        began = time.process_time()
        for document in documents(50, words, chance, []):
            index.put(*document)
        put = (time.process_time() - began) * 1000 / 50
        weight = sum(file.stat().st_size for file in Path(folder).glob("search.sqlite3")) / sum(sizes)
    steps = statistics.quantiles(times, n=100)
    print(f"{number} documents in {built:.1f} s; p50 {steps[49]:.2f} ms, p95 {steps[94]:.2f} ms; a put {put:.1f} ms; index {weight:.2f} times the text")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
