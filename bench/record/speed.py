"""How fast a reading is and what it takes, with both models loaded: `python -m bench.record.speed`.

Reads the demonstration paper's stories on one core and counts the processor's time, which a busy machine does not change much.
Exit code 1 when a bar is missed.
"""
from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import resource
import statistics
import sys
import time

from bench.record.stories import laid_out, published, stories
from rotative.record.reading.language import detect
from rotative.record.reading.parsing import MODELS, model
from rotative.record.reading.reader import read

FASTEST, MOST = 6.0, 900.0  # articles a second; MB


def main() -> int:
    began = time.process_time()
    for language in MODELS:
        model(language)
    detect("The port closes.")
    print(f"both models and the languages loaded in {time.process_time() - began:.1f} s, {memory():.0f} MB")
    times, length = measured()
    rate = len(times) / sum(times)
    print(f"{len(times)} stories of {length:.0f} words on average: {rate:.1f} a second; median {statistics.median(times) * 1000:.0f} ms, longest {max(times) * 1000:.0f} ms")
    print(f"at most {memory():.0f} MB")
    return 0 if rate >= FASTEST and memory() <= MOST else 1


def measured() -> tuple[list[float], float]:
    """Seconds for each story after a first one of each language, and the mean of their words."""
    times, lengths = [], []
    for story in stories():
        words, blocks = laid_out(story)
        began = time.process_time()
        read(words, published(story), story.language, blocks)
        times.append(time.process_time() - began)
        lengths.append(len(words.split()))
    return times, statistics.mean(lengths)


def memory() -> float:
    """The most that the process ever took, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
