"""Reads the proofs: what is wrong between the cast and the stories, one sentence each.

Knows no framework. An empty list means that the paper can be made.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.project.demo.cast import Cast, plates_of
from rotative.project.demo.copyfile import Story

REQUIRED = {
    "key-figure": {"value", "text"},
    "timeline": {"title", "entries"},
    "table": {"caption", "head", "rows"},
    "box": {"title", "text"},
    "picture": {"picture", "scene", "alt"},
    "chart": {"id", "title", "alt", "labels", "values"},
    "gallery": {"pictures"},
    "related": {"story"},
}
SHORT = {"headline": 255, "kicker": 60, "short": 120, "standfirst": 600, "dateline": 80, "caption": 400, "alt": 400}


def read_proofs(cast: Cast) -> list[str]:
    """Every fault, in the order of the stories."""
    return [f"{story.name}: {fault}" for story in cast.stories for fault in _faults(story, cast)]


def _faults(story: Story, cast: Cast) -> Iterator[str]:
    yield from _unknown(story, cast)
    yield from _too_long(story)
    yield from _pictures(story, cast)
    yield from _blocks(story, cast)
    yield from _translation(story, cast)


def _unknown(story: Story, cast: Cast) -> Iterator[str]:
    people = cast.people
    authors = {author["slug"] for author in people["authors"]}
    for kind, wanted in (("sections", [story.section]), ("topics", story.topics), ("dossiers", [story.dossier] if story.dossier else [])):
        known = {each["slug"][story.language] for each in people[kind]} | {each["slug"]["fr"] for each in people[kind]}
        yield from (f"no {kind[:-1]} is called “{slug}”." for slug in wanted if slug not in known)
    yield from (f"no author is called “{slug}”." for slug in (*story.authors, *([story.editor] if story.editor else [])) if slug not in authors)
    yield from (f"no story is called “{slug}”." for slug in story.related if f"{story.language}/{slug}" not in cast.by_name)


def _too_long(story: Story) -> Iterator[str]:
    for name, length in SHORT.items():
        if len(getattr(story, name)) > length:
            yield f"{name} has {len(getattr(story, name))} characters; {length} fit."
    yield from (f"an essential has {len(each)} characters; 280 fit." for each in story.essentials if len(each) > 280)
    if len(story.essentials) > 6:
        yield "six essentials at most."


def _pictures(story: Story, cast: Cast) -> Iterator[str]:
    for plate in plates_of(story):
        if not plate.scene or not plate.alt:
            yield f"picture “{plate.picture}” lacks its {'scene' if not plate.scene else 'alternative text'}."
        if cast.plates[plate.picture].language == story.language and cast.plates[plate.picture].alt != plate.alt:
            yield f"picture “{plate.picture}” is another story's too."


def _blocks(story: Story, cast: Cast) -> Iterator[str]:
    for block in story.body:
        missing = REQUIRED.get(block.kind, set()) - set(block.values)
        if missing:
            yield f"line {block.line}: the {block.kind} lacks {', '.join(sorted(missing))}."
        elif block.kind == "related" and f"{story.language}/{block.values['story']}" not in cast.by_name:
            yield f"line {block.line}: no story is called “{block.values['story']}”."
        elif block.kind == "table" and {len(row) for row in block.values["rows"]} != {len(block.values["head"])}:
            yield f"line {block.line}: a row has not as many cells as there are heads."
        elif block.kind == "chart" and len(block.values["labels"]) != len(block.values["values"]):
            yield f"line {block.line}: the chart has not as many labels as values."
        elif block.kind == "pull" and not _is_repeated(block.text, story):
            yield f"line {block.line}: the pulled quotation is not in the story."


def _is_repeated(words: str, story: Story) -> bool:
    """Whether a pulled quotation stands in the text; only letters and figures count."""
    said = "".join(_bare(block.text) for block in story.body if block.kind in ("paragraph", "quotation"))
    return all(_bare(part) in said for part in re.split(r"[.!?…]", words))


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _translation(story: Story, cast: Cast) -> Iterator[str]:
    if story.language != "fr" and not cast.original(story):
        yield f"it translates “{story.translation_of}”, which is not there."
