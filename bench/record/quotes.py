"""How many of the statements of annotated articles are found, and how many given to the right speaker.

python bench/record/quotes.py GOLD.jsonl [--articles TEXTS.jsonl] [--language fr] [--errors] [--half 0|1]

GOLD: an article a line: id, text (or in TEXTS), quotes: type, content, speaker, cue, addressee, via, unnamed_source.
A found statement is matched to one annotated, greedily by the overlap (intersection over union) of their contents.
"""
from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sets import lines

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.parsing import Parsed, parse
from rotative.record.reading.statements import find
from rotative.record.reading.text import Text, divide

OVERLAPS = (0.3, 0.5, 0.8)
Pair = tuple[dict[str, Any], Statement]


@dataclass
class Article:
    """An article, what is annotated in it and what is found."""

    name: str
    text: Text
    gold: list[dict[str, Any]]
    found: list[Statement] = field(default_factory=list)

    def pairs(self, least: float) -> list[Pair]:
        """Annotated and found, one to one, the greatest overlaps first."""
        rated = sorted(((overlap(tuple(g["content"]), f.span), i, j) for i, g in enumerate(self.gold) for j, f in enumerate(self.found)), reverse=True)
        taken: list[tuple[int, int]] = []
        for rate, i, j in rated:
            if rate >= least and all(i != a and j != b for a, b in taken):
                taken.append((i, j))
        return [(self.gold[i], self.found[j]) for i, j in taken]


def overlap(one: Sequence[int], other: Sequence[int]) -> float:
    """Intersection over union of two spans."""
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return common / ((one[1] - one[0]) + (other[1] - other[0]) - common or 1)


def load(gold: Path, texts: Path | None, language: str, half: int | None) -> list[Article]:
    """The articles of a file; of one half of them, by a hash of their names, where half is 0 or 1."""
    words = {each["id"]: each["text"] for each in lines(texts)} if texts else {}
    articles = []
    for each in lines(gold):
        if half is not None and int(hashlib.md5(each["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 2 != half:
            continue
        written = each.get("text") or words[each["id"]]
        text = Text(written, divide(written), each.get("lang", language), datetime.fromisoformat(each.get("date", "2018-01-01")).replace(tzinfo=UTC))
        articles.append(Article(each["id"], text, [_plain(quote, written) for quote in each["quotes"]]))
    return articles


def _plain(quote: dict[str, Any], words: str) -> dict[str, Any]:
    """The same, its content without the conjunction that opens it, which is not part of what was said."""
    start, end = quote["content"]
    for conjunction in ("that ", "que ", "qu'", "qu’"):
        if words[start:end].startswith(conjunction):
            start += len(conjunction)
    return {**quote, "content": [start, end]}


def score(articles: Sequence[Article]) -> dict[str, float]:
    """All the measures."""
    gold, found = sum(len(a.gold) for a in articles), sum(len(a.found) for a in articles)
    measures: dict[str, float] = {"annotated": gold, "found": found}
    for least in OVERLAPS:
        hits = sum(len(a.pairs(least)) for a in articles)
        measures |= {f"precision {least}": _rate(hits, found), f"recall {least}": _rate(hits, gold), f"F {least}": _rate(2 * hits, gold + found)}
    pairs = [pair for a in articles for pair in a.pairs(0.5)]
    right = sum(map(speaker_right, pairs))
    measures["speaker right"] = _rate(right, len(pairs))
    measures["content and speaker F"] = _rate(2 * right, gold + found)
    measures["speaker wrongly given"] = _rate(sum(not speaker_right(p) and p[1].speaker is not None for p in pairs), len(pairs))
    measures["name right"] = _rate(sum(map(name_right, pairs)), len(pairs))
    measures["name wrongly given"] = _rate(sum(p[1].speaker_name is not None and not name_right(p) for p in pairs), len(pairs))
    measures["act right"] = _rate(sum(p[0].get("act") == p[1].act for p in pairs), len(pairs))
    return measures


def _rate(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def speaker_right(pair: Pair) -> bool:
    """Whether the mentions overlap, or neither has one."""
    gold, found = pair[0]["speaker"], pair[1].speaker
    if gold is None or found is None:
        return gold is None and found is None
    return overlap(gold, found) > 0


def name_right(pair: Pair) -> bool:
    """Whether the names share their last word, or neither has one."""
    gold, found = pair[0].get("speaker_name"), pair[1].speaker_name
    if not gold or not found:
        return not gold and not found
    return bool({w for w in _words(gold) if len(w) > 2} & set(_words(found)))


def _words(name: str) -> list[str]:
    return name.lower().replace("'", " ").replace("’", " ").split()


def detail(articles: Sequence[Article], name: str, gold: Callable[[dict[str, Any]], bool], found: Callable[[Statement], bool]) -> str:
    """A line on a part of the statements: how many of them are found, and a mark that should be on them."""
    pairs = [pair for a in articles for pair in a.pairs(0.5)]
    total = sum(gold(g) for a in articles for g in a.gold)
    of_part = [p for p in pairs if gold(p[0])]
    marked = [p for p in pairs if found(p[1])]
    both = sum(gold(p[0]) and found(p[1]) for p in pairs)
    return (
        f"{name:12} annotated {total:4}, found {_rate(len(of_part), total):.3f}, speaker right {_rate(sum(map(speaker_right, of_part)), len(of_part)):.3f}, "
        f"mark precision {_rate(both, len(marked)):.3f} recall {_rate(both, len(of_part)):.3f}"
    )


def details(articles: Sequence[Article]) -> list[str]:
    """A line for each part."""
    lines = [detail(articles, kind, lambda g, k=kind: g["type"] == k, lambda f, k=kind: f.mode == k) for kind in ("direct", "indirect", "mixed")]  # type: ignore[misc]
    lines.append(detail(articles, "unnamed", lambda g: bool(g["unnamed_source"]), lambda f: f.unnamed))
    lines.append(detail(articles, "via", lambda g: bool(g.get("via")), lambda f: f.via is not None))
    lines.append(detail(articles, "addressee", lambda g: g["addressee"] is not None, lambda f: f.addressee is not None))
    return lines


def interval(articles: Sequence[Article], measure: str, times: int = 300) -> tuple[float, float]:
    """Where a measure lies for 95 of 100 draws of as many articles."""
    draw = random.Random(1)  # noqa: S311
    rates = sorted(score(draw.choices(articles, k=len(articles)))[measure] for _ in range(times))
    return rates[int(times * 0.025)], rates[int(times * 0.975) - 1]


def errors(article: Article) -> None:
    """Print what was missed, found in excess, cut elsewhere or given to another."""
    words, pairs = article.text.words, article.pairs(0.3)
    print(f"## {article.name}")
    for gold in article.gold:
        if not any(p[0] is gold for p in pairs):
            print("  MISSED ", _told(words, gold["content"]), "| cue", _told(words, gold["cue"]), "| by", _told(words, gold["speaker"]))
    for statement in article.found:
        if not any(p[1] is statement for p in pairs):
            print("  EXCESS ", _told(words, statement.span), "| cue", _told(words, statement.cue), "| by", _told(words, statement.speaker))
    for pair in pairs:
        _told_pair(words, *pair)


def _told_pair(words: str, gold: dict[str, Any], found: Statement) -> None:
    if overlap(gold["content"], found.span) < 0.8:
        print("  CUT    ", _told(words, gold["content"]), "\n       <>", _told(words, found.span))
    if not speaker_right((gold, found)):
        print("  SPEAKER", _told(words, gold["content"])[:80], "| by", _told(words, gold["speaker"]), "<>", _told(words, found.speaker))
    elif not name_right((gold, found)):
        print("  NAME   ", _told(words, gold["speaker"]), "=", gold.get("speaker_name"), "<>", found.speaker_name)
    if bool(gold["unnamed_source"]) != found.unnamed:
        print("  UNNAMED", _told(words, gold["speaker"]), gold["unnamed_source"])
    if (gold["addressee"] is None) != (found.addressee is None):
        print("  ADDRESS", _told(words, gold["addressee"]), "<>", found.addressee and found.addressee.name, "|", _told(words, gold["content"])[:60])


def _told(words: str, span: Sequence[int] | Span | None) -> str:
    return repr(words[span[0] : span[1]]) if span else "-"


def read(articles: Sequence[Article], parsed: Callable[[Text], list[Parsed]] = parse) -> float:
    """Find the statements of all; the seconds that it took beside parsing."""
    seconds = 0.0
    for article in articles:
        blocks = parsed(article.text)
        begin = time.process_time()
        article.found = find(article.text, blocks)
        seconds += time.process_time() - begin
    return seconds


def main(parsed: Callable[[Text], list[Parsed]] = parse) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--articles", type=Path)
    options.add_argument("--language", default="fr")
    options.add_argument("--half", type=int, choices=(0, 1))
    options.add_argument("--errors", action="store_true")
    options.add_argument("--draws", type=int, default=300)
    told = options.parse_args()
    articles = load(told.gold, told.articles, told.language, told.half)
    seconds = read(articles, parsed)
    for article in articles if told.errors else ():
        errors(article)
    for name, rate in score(articles).items():
        low, high = interval(articles, name, told.draws) if told.draws and ("F" in name or "speaker" in name) else (0.0, 0.0)
        print(f"{name:24} {rate:.3f}" + (f"  [{low:.3f}, {high:.3f}]" if high else ""))
    print("\n".join(details(articles)))
    print(f"{len(articles)} articles, {1000 * seconds / max(1, len(articles)):.1f} ms an article beside parsing")


if __name__ == "__main__":
    main()
