"""Prints the essentials of the demonstration paper's stories, to be judged by hand: `python -m bench.record.essentials [NAME…]`.

The judged table is in `essentials.md`.
"""
from __future__ import annotations

import sys

from bench.record.stories import laid_out, published, stories
from rotative.record.reading.reader import read


def main(names: list[str]) -> None:
    for story in stories():
        if not names or any(each in story.name for each in names):
            words, blocks = laid_out(story)
            print(f"\n{story.name} ({story.genre})\n  {story.headline}")
            for each in read(words, published(story), story.language, blocks).essentials:
                print(f"  - {each.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
