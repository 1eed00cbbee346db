"""Events: those of a set, counted article by article.

`sets/events.jsonl` has them: of English articles whose texts are here, and of stories of the demonstration
paper. Each is given by its words, its days, who and where. An event that was found is matched to one annotated by the overlap
of their words; what is marked as `open`, and what is found of it, counts for nobody.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from figures import Figure, Rate, f1, figure, share
from quotes import overlap
from sets import FILES, SETS, lines
from stories import laid_out, published, stories

from rotative.record.reading.findings import Event, Span
from rotative.record.reading.reader import read
from rotative.record.reading.text import plain

LEAST = 0.5  # of overlap
RATES: dict[str, Rate] = {
    "words, F at .5": f1("hits", "annotated", "found"),
    "precision": share("hits", "found"),
    "days exactly right": share("days", "hits"),
    "words and days, F": f1("days", "annotated", "found"),
    "who, F": f1("who right", "who", "who found"),
    "where right": share("where", "hits"),
}


@dataclass(frozen=True)
class Told:
    """An article: what is annotated, with its spans, and what was found."""

    gold: tuple[tuple[Span, dict[str, Any]], ...]
    found: tuple[Event, ...]


def figures(folder: Path, split: str = "dev") -> Iterator[Figure]:
    """The rows of the table; the texts are here, in whatever folder the others are."""
    annotated = list(lines(SETS / "events.jsonl"))
    for of, articles in (("en-wikinews", _english(annotated)), ("demo", _french(annotated))):
        counts = [counted(each) for each in articles]
        yield from (figure(f"events, {of}", name, counts, rate) for name, rate in RATES.items())


def counted(told: Told) -> dict[str, float]:
    """What an article counts."""
    pairs = _pairs(told)
    undecided = [event for (_, each), event in pairs if each.get("open")]
    decided = [(each, event) for (_, each), event in pairs if not each.get("open")]
    return {
        "annotated": sum(not each.get("open") for _, each in told.gold),
        "found": len(told.found) - len(undecided),
        "hits": len(decided),
        "days": sum(_days(each["from"], each["to"]) == _days(event.when.start, event.when.end) for each, event in decided),
        "where": sum(_is_same_place(each["where"], event.where) for each, event in decided),
        "who": sum(len(each["who"]) for each, _ in decided),
        "who found": sum(len(event.who) for _, event in decided),
        "who right": sum(any(_is_same_name(name, other) for other in event.who) for each, event in decided for name in each["who"]),
    }


def _english(annotated: Sequence[dict[str, Any]]) -> Iterator[Told]:
    texts = {each["id"]: each for each in lines(FILES["en-wikinews"].parent / "articles.jsonl")}
    for each in annotated:
        if each["of"] == "en-wikinews":
            article = texts[each["id"]]
            found = read(article["text"], datetime.fromisoformat(article["date"]).replace(hour=12, tzinfo=UTC), "en").events
            yield Told(_placed(each["events"], article["text"]), found)


def _french(annotated: Sequence[dict[str, Any]]) -> Iterator[Told]:
    told = {story.name: story for story in stories()}
    for each in annotated:
        if each["of"] == "demo":
            story = told[each["id"]]
            words, blocks = laid_out(story)
            yield Told(_placed(each["events"], words), read(words, published(story), story.language, blocks).events)


def _placed(events: Sequence[dict[str, Any]], text: str) -> tuple[tuple[Span, dict[str, Any]], ...]:
    """The events with the spans of their words. Raises ValueError where a text does not have them."""
    starts = [plain(text).index(plain(each["words"])) for each in events]
    return tuple((Span(start, start + len(each["words"])), each) for start, each in zip(starts, events, strict=True))


def _pairs(told: Told) -> list[tuple[tuple[Span, dict[str, Any]], Event]]:
    """Annotated and found, one to one, the greatest overlaps first."""
    rated = sorted(((overlap(gold[0], event.span), i, j) for i, gold in enumerate(told.gold) for j, event in enumerate(told.found)), reverse=True)
    taken: list[tuple[int, int]] = []
    for rate, i, j in rated:
        if rate >= LEAST and all(i != one and j != other for one, other in taken):
            taken.append((i, j))
    return [(told.gold[i], told.found[j]) for i, j in taken]


def _days(start: str | None, end: str | None) -> tuple[str, str]:
    return (start or "")[:10], (end or "")[:10]


def _is_same_place(one: str | None, other: str | None) -> bool:
    return one == other if one is None or other is None else one in other or other in one


def _is_same_name(one: str, other: str) -> bool:
    return one.split()[-1].lower() == other.split()[-1].lower()
