"""How well names are found in French news: people, places, bodies, against the entities of WiNER-fr.

    python bench/record/names.py FOLDER [--errors person]

FOLDER holds ``articles.jsonl``: an object a line with ``id``, ``date``, ``text`` and ``entities`` ([start, end, label]).
A name is right where its span and its kind are; of nested entities the outermost counts. The articles fall in three
thirds by a hash of their id: two are looked at when rules are written ("seen"), one is only measured ("unseen").
The interval is of 1,000 bootstrap samples of articles.

Where the guideline of the set and ours differ, so that LOC and ORG are not to be read as quality alone:

- A capital or a seat that acts is a body here ("Pyongyang annonce"), a Location there. Capitals are counted as
  places; seats are an Organization there in nearly every use ("aller à Matignon"), and places here unless they act.
- The set has bodies in small letters ("armée syrienne", "parquet", "gilets jaunes"), and "ministre de l'[Intérieur]".
- It has roads, squares and numbers of roads ("D 905"), and is of two minds about "la [ville de Brest]", "[l'Irak]".
- Buildings, prizes and software named after people are a Person, a Product or nothing there, and no actor here.
- Some names in lists of links and results are marked, some are not. What is outside the story gives nothing here.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rotative.record.reading.actors import find
from rotative.record.reading.actors.places import CAPITALS, folded
from rotative.record.reading.findings import Actor, Kind, Span
from rotative.record.reading.parsing import parse
from rotative.record.reading.text import Text, divide

KINDS: dict[str, Kind] = {"Person": "person", "Location": "place", "Organization": "body"}
SHORT: dict[Kind, str] = {"person": "PER", "place": "LOC", "body": "ORG"}
SAMPLES = 1000

Found = set[tuple[int, int, Kind]]


@dataclass(frozen=True)
class Scored:
    """An article, its names as they are marked and as they were found, and the seconds it took beside the model."""

    id: str
    text: str
    gold: Found
    found: Found
    seconds: float

    @property
    def seen(self) -> bool:
        return int(hashlib.sha1(("look" + self.id).encode()).hexdigest(), 16) % 3 > 0


def names(actors: Iterable[Actor], words: str) -> Found:
    """The spans of all mentions that are names, by kind; descriptions ("la négociatrice") are left out."""
    return {(*span, _kind(actor)) for actor in actors for span in actor.mentions if _is_name(actor, span, words)}


def _kind(actor: Actor) -> Kind:
    return "place" if folded(actor.name) in CAPITALS else actor.kind


def _is_name(actor: Actor, span: Span, words: str) -> bool:
    return actor.kind != "person" or bool(set(_words(words[slice(*span)])) & set(_words(actor.name)))


def _words(name: str) -> list[str]:
    return folded(name.replace("’", "'").replace("'", " ")).split()


def score(article: dict[str, Any]) -> Scored:
    """Read one article."""
    words = article["text"]
    text = Text(words, divide(words), "fr", datetime.fromisoformat(article["date"]).replace(tzinfo=UTC))
    parsed = parse(text)
    start = time.perf_counter()
    actors = find(text, parsed)
    return Scored(article["id"], words, set(_outermost(article["entities"])), names(actors, words), time.perf_counter() - start)


def _outermost(entities: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, Kind]]:
    end = -1
    for start, stop, label in sorted(entities, key=lambda each: (each[0], -each[1])):
        if start >= end:
            end = stop
            if label in KINDS:
                yield start, stop, KINDS[label]


Counts = tuple[int, int, int]


def counts(scored: Sequence[Scored], kind: Kind) -> list[Counts]:
    """For each article how many names of a kind were found rightly, were found, and are marked."""
    return [(len(_of(each.gold & each.found, kind)), len(_of(each.found, kind)), len(_of(each.gold, kind))) for each in scored]


def _of(names: Found, kind: Kind) -> Found:
    return {each for each in names if each[2] == kind}


def figures(counted: Sequence[Counts]) -> tuple[float, float, float]:
    """Precision, recall and F."""
    right, found, gold = (sum(column) for column in zip(*counted, strict=True))
    precision, recall = right / (found or 1), right / (gold or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def interval(counted: Sequence[Counts]) -> tuple[float, float]:
    """Where F lies in 95 of 100 samples of articles."""
    draw = random.Random(0)  # a fixed draw, so that the interval is the same each time
    samples = sorted(figures(draw.choices(counted, k=len(counted)))[2] for _ in range(SAMPLES))
    return samples[SAMPLES * 25 // 1000], samples[SAMPLES * 975 // 1000]


def _table(scored: Sequence[Scored]) -> None:
    parts = {"all": scored, "seen": [each for each in scored if each.seen], "unseen": [each for each in scored if not each.seen]}
    print(f"{'':8}{'articles':>9}{'':5}{'precision':>10}{'recall':>8}{'F':>7}   95 %")
    for part, articles in parts.items():
        for kind, short in SHORT.items():
            counted = counts(articles, kind)
            precision, recall, f = figures(counted)
            low, high = interval(counted)
            print(f"{part:8}{len(articles):>9}  {short}{precision:>10.3f}{recall:>8.3f}{f:>7.3f}   {low:.3f} to {high:.3f}")
    print(f"beside the model: {1000 * sum(each.seconds for each in scored) / len(scored):.1f} ms an article")


def _errors(scored: Sequence[Scored], kind: Kind) -> None:
    for each in scored:
        gold, found = _of(each.gold, kind), _of(each.found, kind)
        for start, end, _ in sorted((gold ^ found) if each.seen else ()):
            sign = "missed" if (start, end, kind) in gold else "wrong"
            print(f"{each.id} {sign:7}{each.text[max(0, start - 30) : start]!r} [{each.text[start:end]!r}] {each.text[end : end + 20]!r}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How well names are found.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", choices=list(SHORT), help="print the errors of a kind, in the articles that may be looked at")
    given = parser.parse_args()
    lines = (given.folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    scored = [score(json.loads(line)) for line in lines]
    if given.errors:
        _errors(scored, given.errors)
    _table(scored)


if __name__ == "__main__":
    main()
