"""Whether a story's thread stands first among its kin.

    python bench/record/threads.py FOLDER
    python bench/record/threads.py --stories 100000

FOLDER holds `threads-fr-wikinews`. Stories come in the order of their days; each that has an earlier
one of its thread is a question, asked before it is filed: so the terms' weights are of earlier
stories only. `--stories` files as many, of words drawn as they are in a language, and says what
memory and time they take.
"""
from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from figures import Figure, figure, share
from sets import lines

from rotative.record.reading.kin import Archive

SET = "threads-fr-wikinews"
START = datetime(2000, 1, 1, tzinfo=UTC)
VOCABULARY = 150_000
LENGTH = 300
QUESTIONS = 40


def figures(folder: Path, split: str = "dev") -> list[Figure]:
    """The rows of the table."""
    counts = list(asked(folder / SET / split / "articles.jsonl"))
    return [
        figure(f"{SET} {split}", "hit@1", counts, share("first", "questions"), bar=0.96, baseline=0.963),
        figure(f"{SET} {split}", "hit@5", counts, share("of five", "questions")),
        figure(f"{SET} {split}", "mean reciprocal rank", counts, share("reciprocal", "questions")),
    ]


def asked(file: Path) -> Iterator[dict[str, float]]:
    """What each question counts."""
    archive, threads = Archive(), dict[str, str]()
    for article in sorted(lines(file), key=lambda article: (article["date"], article["id"])):
        day = datetime.fromisoformat(article["date"]).replace(tzinfo=UTC)
        if article["thread"] in threads.values():
            ranked = archive.rank(article["title"], article["text"], day, len(archive))
            yield _counted([threads[story] for story, _ in ranked], article["thread"])
        archive.add(article["id"], article["title"], article["text"], day)
        threads[article["id"]] = article["thread"]


def _counted(ranked: list[str], thread: str) -> dict[str, float]:
    place = ranked.index(thread) + 1 if thread in ranked else 0
    return {"questions": 1, "first": place == 1, "of five": 0 < place <= 5, "reciprocal": 1 / place if place else 0}


def weigh(stories: int) -> None:
    """Print what an archive of so many stories takes. Times are of the processor."""
    drawn = _drawn()
    archive, before = Archive(), _memory()
    begin = time.process_time()
    for number in range(stories):
        archive.add(str(number), *next(drawn), START + timedelta(hours=number))
    print(f"{stories} stories: {_memory() - before:.0f} MB, filed in {time.process_time() - begin:.0f} s (with drawing their words)")
    took = []
    for _ in range(QUESTIONS):
        title, body = next(drawn)
        begin = time.process_time()
        archive.rank(title, body, START + timedelta(hours=stories))
        took.append(1000 * (time.process_time() - begin))
    print(f"a rank: median {statistics.median(took):.0f} ms, worst of {QUESTIONS} {max(took):.0f} ms")


def _drawn() -> Iterator[tuple[str, str]]:
    """Stories whose words are rare or frequent as in a language."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / (place + 3) for place in range(VOCABULARY)))
    while True:
        yield " ".join(chance.choices(words, cum_weights=weights, k=9)), " ".join(chance.choices(words, cum_weights=weights, k=LENGTH))


def _memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--split", default="dev")
    options.add_argument("--stories", type=int)
    told = options.parse_args()
    for each in figures(told.folder, told.split) if told.folder else ():
        print(f"{each.name:22} {each.value:.3f}  [{each.low:.3f}, {each.high:.3f}]")
    if told.stories:
        weigh(told.stories)


if __name__ == "__main__":
    main()
