"""The annotated sets are what their page says."""
from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.record import sets
from bench.record.stories import laid_out, stories
from rotative.record.reading.text import plain

PAGE = (sets.SETS / "README.md").read_text(encoding="utf-8")
FIELDS = {"type", "content", "speaker", "speaker_name", "unnamed_source", "cue", "addressee", "via", "act"}
ACTS = set("says announces reveals confirms denies refuses demands promises warns accuses regrets other".split())  # noqa: SIM905
each_set = pytest.mark.parametrize("name", sets.FILES)


def within(quote: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    start, end = quote["content"]
    return any(other["content"] != quote["content"] and other["content"][0] <= start and end <= other["content"][1] for other in others)


@each_set
def test_the_page_counts_right(name: str) -> None:
    articles = list(sets.lines(sets.FILES[name]))
    quotes = [(quote, article["quotes"]) for article in articles for quote in article["quotes"]]
    types = ", ".join(str(sum(quote["type"] == one for quote, _ in quotes)) for one in ("direct", "indirect", "mixed"))
    counts = [
        sum(quote["unnamed_source"] for quote, _ in quotes),
        sum(bool(quote["addressee"]) for quote, _ in quotes),
        sum(bool(quote["via"]) or within(quote, others) for quote, others in quotes),
        sum(quote.get("open", False) for quote, _ in quotes),
    ]
    row = re.search(rf"^\| `{sets.FILES[name].relative_to(sets.SETS)}` \| (.*) \|$", PAGE, re.M)
    assert row is not None
    assert row[1] == " | ".join([str(len(articles)), str(len(quotes)), types, *map(str, counts)])


@each_set
def test_every_record_has_its_fields_and_half_the_articles_are_for_checking(name: str) -> None:
    articles = list(sets.lines(sets.FILES[name]))
    assert len({article["id"] for article in articles}) == len(articles)
    for article in articles:
        assert article["part"] == ("check" if int(hashlib.sha256(article["id"].encode()).hexdigest(), 16) % 2 else "look")
        assert article["quotes"] == sorted(article["quotes"], key=lambda quote: (quote["content"][0], -quote["content"][1]))
        for quote in article["quotes"]:
            assert set(quote) - {"open"} == FIELDS
            assert quote["act"] in ACTS
            assert not (quote["unnamed_source"] and quote["speaker_name"])
            assert all(quote[span] is None or 0 <= quote[span][0] < quote[span][1] for span in ("content", "speaker", "cue", "addressee", "via"))


def test_the_english_spans_are_words_of_their_texts(tmp_path: Path) -> None:
    stories = sets.load("en-wikinews", tmp_path)
    assert len(stories) >= 30
    for story in stories:
        for quote in story.quotes:
            for span in ("content", "speaker", "cue", "addressee", "via"):
                said = story.text[slice(*quote[span])] if quote[span] else "none"
                assert said == said.strip() != ""
            assert quote["content"][1] <= len(story.text)
            assert not re.match(r"(that|whether) ", story.text[slice(*quote["content"])])
            assert (quote["type"] == "indirect") == (not re.search("[\"“”]", story.text[slice(*quote["content"])]))


def test_the_events_are_words_of_their_texts_and_the_page_counts_them_right() -> None:
    annotated = list(sets.lines(sets.SETS / "events.jsonl"))
    texts = {article["id"]: article["text"] for article in sets.lines(sets.SETS / "en-wikinews/articles.jsonl")}
    texts |= {story.name: laid_out(story)[0] for story in stories()}
    for article in annotated:
        for event in article["events"]:
            assert plain(texts[article["id"]]).count(plain(event["words"])) >= 1, event["words"]
            assert date.fromisoformat(event["from"]) <= date.fromisoformat(event["to"])
    counted = {of: [[event for event in each["events"] if not event.get("open")] for each in annotated if each["of"] == of] for of in ("en-wikinews", "demo")}
    english, french = ((len(each), sum(map(len, each))) for each in counted.values())
    assert f"{english[0]} of the English articles ({english[1]} events) and {french[0]} stories of the demonstration paper ({french[1]} events" in PAGE


def test_the_credits_name_every_english_article() -> None:
    credits = (sets.SETS / "en-wikinews/CREDITS.md").read_text(encoding="utf-8")
    assert all(f"]({article['source']})" in credits for article in sets.lines(sets.SETS / "en-wikinews/articles.jsonl"))


def test_a_text_is_found_by_its_id_and_held_against_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "« Non », dit la maire de Verel."
    annotated = tmp_path / "set" / "fr-verel.jsonl"
    annotated.parent.mkdir()
    annotated.write_text(json.dumps({"id": "verel", "part": "look", "sha256": sets.digest(text), "quotes": [{"content": [0, 7]}]}) + "\n", encoding="utf-8")
    monkeypatch.setitem(sets.FILES, "fr-verel", annotated)
    texts = tmp_path / "data" / "any.jsonl"
    texts.parent.mkdir()
    texts.write_text(json.dumps({"id": "verel", "date": "2026-11-24", "text": text + " "}) + "\n", encoding="utf-8")
    with pytest.raises(sets.TextsMissingError, match="1 of the 1 texts"):
        sets.load("fr-verel", texts.parent)
    with texts.open("a", encoding="utf-8") as more:
        more.write(json.dumps({"id": "verel", "date": "2026-11-24", "text": text}) + "\n")
    story = sets.load("fr-verel", texts.parent)[0]
    assert (story.text, story.language, story.part, story.day.isoformat()) == (text, "fr", "look", "2026-11-24T00:00:00+00:00")
