"""Who said what: the statements of a set, counted article by article.

`quotes.py` matches what is found to what is annotated. What a set marks as `open`, and what is found
of it, counts for nobody.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import quotes
from figures import Figure, Rate, f1, figure, share
from sets import Story, gold, load

from rotative.record.reading.findings import Statement
from rotative.record.reading.text import Text, divide

DEVELOPMENT = "quotes-fr-wikinews"
WRONGLY = "speaker given wrongly"
RATES: dict[str, Rate] = {
    "content F at .3": f1("hits 0.3", "annotated", "found"),
    "content F at .5": f1("hits 0.5", "annotated", "found"),
    "content F at .8": f1("hits 0.8", "annotated", "found"),
    "precision at .5": share("hits 0.5", "found"),
    "speaker right": share("right", "hits 0.5"),
    "content and speaker F": f1("right", "annotated", "found"),
    WRONGLY: share("wrongly", "hits 0.5"),
    "act right": share("acts", "with act"),
    "unnamed sources: found": share("unnamed found", "unnamed"),
    "– marked as unnamed, F": f1("unnamed right", "unnamed of hits", "unnamed marked"),
    "addressee or outlet, F": f1("addressee right", "addressee of hits", "addressee marked"),
    "second hand: found": share("second hand found", "second hand"),
}
Bars = dict[str, tuple[float, float | None]]
# What is to be reached, and what a plain baseline has on the development set.
FRENCH: Bars = {
    "content F at .3": (0.88, 0.767),
    "content F at .5": (0.82, 0.662),
    "content F at .8": (0.75, 0.602),
    "speaker right": (0.90, 0.647),
    "content and speaker F": (0.75, 0.421),
    WRONGLY: (0.05, None),
}
ENGLISH: Bars = {"content F at .5": (0.80, None), "speaker right": (0.88, None), WRONGLY: (0.05, None)}


def figures(folder: Path, split: str = "dev") -> Iterator[Figure]:
    """The rows of the table: the set that was given, as it was given, then our own two and the parts for checking."""
    given = folder / DEVELOPMENT / split / "quotes.jsonl"
    if given.exists():
        yield from rows(f"{DEVELOPMENT} {split}", counted(gold(given)), FRENCH)
    for name, bars in (("fr-wikinews", FRENCH), ("en-wikinews", ENGLISH)):
        stories = load(name, folder)
        counts = counted(stories)
        yield from rows(name, counts, bars)
        yield from rows(f"{name}, part check", [each for each, story in zip(counts, stories, strict=True) if story.part == "check"], bars)


def rows(name: str, counts: Sequence[dict[str, float]], bars: Bars) -> Iterator[Figure]:
    """The figures of a set; none of what it does not annotate."""
    for rate, of in RATES.items():
        if rate == "act right" and not any(each["with act"] for each in counts):
            continue
        bar, baseline = bars.get(rate, (None, None))
        yield figure(name, rate, counts, of, bar=bar, highest=rate == WRONGLY, baseline=baseline)


def counted(stories: Sequence[Story]) -> list[dict[str, float]]:
    """What each article counts, once it is read."""
    articles = [quotes.Article(story.id, Text(story.text, divide(story.text), story.language, story.day), list(story.quotes)) for story in stories]
    quotes.read(articles)
    return [_counted(article) for article in articles]


def _counted(article: quotes.Article) -> dict[str, float]:
    second_hand = [each for each in article.gold if not each.get("open") and _is_second_hand(each, article.gold)]
    _leave_open(article)
    pairs = article.pairs(0.5)
    return {
        "annotated": len(article.gold),
        "found": len(article.found),
        **{f"hits {least}": len(article.pairs(least)) for least in quotes.OVERLAPS},
        "right": sum(map(quotes.speaker_right, pairs)),
        "wrongly": sum(pair[1].speaker is not None and not quotes.speaker_right(pair) for pair in pairs),
        "with act": sum("act" in annotated for annotated, _ in pairs),
        "acts": sum(annotated.get("act") == found.act for annotated, found in pairs),
        "unnamed": sum(each["unnamed_source"] for each in article.gold),
        "unnamed found": sum(annotated["unnamed_source"] for annotated, _ in pairs),
        "second hand": len(second_hand),
        "second hand found": sum(annotated in second_hand for annotated, _ in pairs),
        **_marked("unnamed", pairs, lambda annotated: bool(annotated["unnamed_source"]), lambda found: found.unnamed),
        **_marked("addressee", pairs, lambda annotated: bool(annotated["addressee"]), lambda found: bool(found.addressee)),
    }


def _marked(name: str, pairs: list[quotes.Pair], annotated: Callable[[dict[str, Any]], bool], found: Callable[[Statement], bool]) -> dict[str, float]:
    """Among the statements that were found: how many have a mark, should have it, and both."""
    return {
        f"{name} of hits": sum(annotated(one) for one, _ in pairs),
        f"{name} marked": sum(found(other) for _, other in pairs),
        f"{name} right": sum(annotated(one) and found(other) for one, other in pairs),
    }


def _is_second_hand(quote: dict[str, Any], others: Sequence[dict[str, Any]]) -> bool:
    """Whether it comes through an outlet, or stands within what another says."""
    start, end = quote["content"]
    within = (other["content"] for other in others if other["content"] != quote["content"])
    return bool(quote.get("via")) or any(first <= start and end <= last for first, last in within)


def _leave_open(article: quotes.Article) -> None:
    """Take away what is marked as open, on both sides."""
    undecided = [found for annotated, found in article.pairs(0.3) if annotated.get("open")]
    article.found = [found for found in article.found if not any(found is each for each in undecided)]
    article.gold = [annotated for annotated in article.gold if not annotated.get("open")]
