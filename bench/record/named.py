"""Names: the figures of `names.py`, article by article. It says where the set's guideline and ours differ."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import names
from figures import Figure, f1, figure
from sets import lines

from rotative.record.reading.findings import Kind

SET = "ner-fr-winer"
# What is to be reached, and what the model has alone.
ROWS: dict[Kind, tuple[str, float | None, float]] = {"person": ("PER F", 0.92, 0.875), "place": ("LOC F", None, 0.752), "body": ("ORG F", None, 0.586)}


def figures(folder: Path, split: str = "dev") -> Iterator[Figure]:
    """The rows of the table."""
    scored = [names.score(article) for article in lines(folder / SET / split / "articles.jsonl")]
    parts = {f"{SET} {split}": scored, f"{SET} {split}, part unseen": [each for each in scored if not each.seen]}
    for part, articles in parts.items():
        for kind, (name, bar, baseline) in ROWS.items():
            yield figure(part, name, [_counted(each, kind) for each in articles], f1("right", "annotated", "found"), bar=bar, baseline=baseline)


def _counted(article: names.Scored, kind: Kind) -> dict[str, float]:
    annotated = {each for each in article.gold if each[2] == kind}
    found = {each for each in article.found if each[2] == kind}
    return {"annotated": len(annotated), "found": len(found), "right": len(annotated & found)}
