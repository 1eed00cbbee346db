"""The annotated sets, with their texts.

A set is a file of one JSON object an article (`sets/README.md` has its fields). The French texts
are not kept here: they are looked for, by their ids, in every JSON Lines file of a folder, and held
against their digests.
"""
from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

SETS = Path(__file__).resolve().parent / "sets"
FILES = {"fr-wikinews": SETS / "fr-wikinews.jsonl", "en-wikinews": SETS / "en-wikinews/quotes.jsonl"}
Part = Literal["look", "check"]


@dataclass(frozen=True)
class Story:
    """An annotated article. quotes: its statements, as the file has them. day: of publication, its midnight in UTC.

    part: `look` may be read while rules are written, `check` may not; None in a set that is not parted.
    """

    id: str
    language: str
    text: str
    day: datetime
    quotes: tuple[dict[str, Any], ...]
    part: Part | None = None


class TextsMissingError(Exception):
    """Texts of a set that the folder does not hold, or holds otherwise than they were annotated."""


def load(name: str, folder: Path) -> list[Story]:
    """One of our sets. Raises TextsMissingError."""
    annotated = list(lines(FILES[name]))
    texts = _texts({each["id"]: each["sha256"] for each in annotated}, [FILES[name].parent, folder])
    if missing := [each["id"] for each in annotated if each["id"] not in texts]:
        raise TextsMissingError(f"{len(missing)} of the {len(annotated)} texts of {name} are not in {folder}, such as {missing[0]}")
    return [_story(each, name[:2], texts[each["id"]]) for each in annotated]


def gold(file: Path) -> list[Story]:
    """A file whose articles have their texts in them."""
    return [_story(each, each["lang"], each) for each in lines(file)]


def lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with file.open(encoding="utf-8", newline="\n") as held:
        yield from (json.loads(line) for line in held if line.strip())


def digest(text: str) -> str:
    """What a text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()


def _texts(digests: dict[str, str], folders: list[Path]) -> dict[str, dict[str, Any]]:
    """The articles of the folders that are the annotated ones to the letter, by id."""
    files = [file for folder in folders for file in sorted(folder.rglob("*.jsonl"))]
    held = (each for file in files for each in lines(file) if "text" in each and "id" in each)
    return {each["id"]: each for each in held if digests.get(each["id"]) == digest(each["text"])}


def _story(annotated: dict[str, Any], language: str, article: dict[str, Any]) -> Story:
    day = datetime.fromisoformat(article["date"]).replace(tzinfo=UTC)
    return Story(annotated["id"], language, article["text"], day, tuple(annotated["quotes"]), annotated.get("part"))
