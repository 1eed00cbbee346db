"""Who and what the demonstration is made of: cast.toml, masthead.toml, the stories, their pictures.

Knows no framework.
"""
from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rotative.project.demo.copyfile import CopyError, Story, parse
from rotative.project.demo.days import BadPlaceholder, Calendar

HERE = Path(__file__).resolve().parent
LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class Plate:
    """A picture to draw, and what is said of it where it was first used."""

    picture: str
    scene: str
    alt: str
    caption: str
    language: str
    kind: str = "view"


@dataclass(frozen=True)
class Cast:
    """All that the paper is made from."""

    people: dict[str, Any]
    masthead: dict[str, Any]
    stories: tuple[Story, ...]

    @cached_property
    def by_name(self) -> dict[str, Story]:
        """Stories by language and slug: ``fr/le-bar``."""
        return {f"{story.language}/{story.slug}": story for story in self.stories}

    def in_language(self, language: str) -> list[Story]:
        return [story for story in self.stories if story.language == language]

    def original(self, story: Story) -> Story | None:
        """The French story that a story translates."""
        return self.by_name.get(f"fr/{story.translation_of}") if story.translation_of else None

    @cached_property
    def plates(self) -> dict[str, Plate]:
        """Every picture once, under its id: a translation shows its original's."""
        found: dict[str, Plate] = {}
        for story in self.stories:
            for plate in plates_of(story):
                found.setdefault(plate.picture, plate)
        return found


def read(calendar: Calendar, folder: Path = HERE) -> Cast:
    """Read everything, dates written out. French stories come first. Raises CopyError."""
    people = tomllib.loads((folder / "cast.toml").read_text("utf-8"))
    masthead = tomllib.loads((folder / "masthead.toml").read_text("utf-8"))
    return Cast(people, masthead, tuple(story for language in LANGUAGES for story in _stories(folder, language, calendar)))


def _stories(folder: Path, language: str, calendar: Calendar) -> Iterator[Story]:
    for file in sorted((folder / "stories" / language).glob("*.md")):
        yield read_story(file.read_text("utf-8"), f"{language}/{file.name}", calendar)


def read_story(text: str, name: str, calendar: Calendar) -> Story:
    """One story, its dates written out in its language. Raises CopyError."""
    try:
        return parse(calendar.expand(text, name.partition("/")[0]), name)
    except BadPlaceholder as error:
        raise CopyError(name, error.line, str(error)) from None


def plates_of(story: Story) -> Iterator[Plate]:
    """The pictures that a story shows: its own, then those of its body."""
    if story.picture:
        yield _plate(story.language, vars(story))
    for block in story.body:
        if block.kind == "picture":
            yield _plate(story.language, block.values)
        elif block.kind == "gallery":
            yield from (_plate(story.language, each) for each in block.values.get("pictures", []))


def _plate(language: str, said: dict[str, Any]) -> Plate:
    return Plate(str(said["picture"]), said.get("scene", ""), said.get("alt", ""), captioned(said.get("caption", "")), language)


def captioned(caption: str) -> str:
    """A caption without the engraver's name, which the credit says."""
    for name in ("Gravure Lou Amsellem", "Gravures Lou Amsellem", "Engraving by Lou Amsellem", "Engraving Lou Amsellem", "Engraving: Lou Amsellem"):
        caption = caption.removesuffix(".").removesuffix(name).rstrip() if caption.removesuffix(".").endswith(name) else caption
    return caption


def words_of(stories: Iterable[Story]) -> int:
    """About how many words the stories have."""
    return sum(len(block.text.split()) for story in stories for block in story.body)
