"""Reads a story file: TOML between ``+++`` lines, then the body in blocks.

    story = parse(text, "fr/le-bar.md")

Knows no framework and no other story. What it can not read is a CopyError that names the
file and the line.
"""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

GENRES = ("news", "analysis", "opinion", "interview", "report", "fact-check", "sponsored", "satire")
PLACES = ("lead", "second", "brief", "opinion", "story", "")
VERDICTS = ("", "true", "mostly-true", "mixed", "mostly-false", "false", "unproven")
DISCUSSIONS = ("open", "moderated", "closed")
FENCES = ("key-figure", "timeline", "table", "box", "picture", "chart", "gallery", "related")


class CopyError(ValueError):
    """A story file that can not be read; says where and why."""

    def __init__(self, name: str, line: int, why: str) -> None:
        super().__init__(f"{name}, line {line}: {why}")
        self.name, self.line, self.why = name, line, why


@dataclass(frozen=True)
class Correction:
    """A dated line under a story. ``days`` counts back from the day of making."""

    days: int
    time: str
    text: str


@dataclass(frozen=True)
class Block:
    """One block of a body: its kind, and text or a table of values; ``line`` is where it begins."""

    kind: str
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True)
class Story:
    """A story as its file says it."""

    name: str
    days: int
    time: str
    section: str
    headline: str
    standfirst: str
    updated: str = ""
    genre: str = "news"
    kicker: str = ""
    short: str = ""
    essentials: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    editor: str = ""
    dateline: str = ""
    picture: str = ""
    scene: str = ""
    alt: str = ""
    caption: str = ""
    topics: tuple[str, ...] = ()
    dossier: str = ""
    sources: str = ""
    method: str = ""
    sponsor: str = ""
    claim: str = ""
    claimed_by: str = ""
    claimed: int = 0
    verdict: str = ""
    discussion: str = "moderated"
    related: tuple[str, ...] = ()
    front: str = ""
    translation_of: str = ""
    corrections: tuple[Correction, ...] = ()
    body: tuple[Block, ...] = ()

    @property
    def slug(self) -> str:
        return self.name.rpartition("/")[2].removesuffix(".md")

    @property
    def language(self) -> str:
        return self.name.partition("/")[0]


def parse(text: str, name: str) -> Story:
    """Read a story file. ``name`` is its path under ``stories``: ``fr/slug.md``. Raises CopyError."""
    lines = text.splitlines()
    end = _end_of_front_matter(lines, name)
    front = _Front(name, lines[: end + 1])
    return Story(name=name, body=tuple(_blocks(lines, end + 1, name)), **front.values())


# ── Front matter ───────────────────────────────────────────────────────────────


def _end_of_front_matter(lines: list[str], name: str) -> int:
    if not lines or lines[0].strip() != "+++":
        raise CopyError(name, 1, "the file must begin with a line of three plus signs.")
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "+++":
            return number
    raise CopyError(name, len(lines), "the front matter is not closed by a line of three plus signs.")


class _Front:
    """The front matter: read, then each value checked and named by its line."""

    texts = ("section", "headline", "standfirst", "genre", "kicker", "short", "editor", "dateline", "picture", "scene", "alt", "caption",
             "dossier", "sources", "method", "sponsor", "discussion", "front", "translation_of", "time", "updated",
             "claim", "claimed_by", "verdict")  # fmt: skip
    lists = ("essentials", "authors", "topics", "related")
    required = ("days", "time", "section", "headline", "standfirst")

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name, self.lines = name, lines
        self.read = _toml(name, lines[1:-1], 2)

    def values(self) -> dict[str, Any]:
        missing = [key for key in self.required if key not in self.read]
        if missing:
            raise CopyError(self.name, 1, f"“{missing[0]}” is missing.")
        values = {key: self._value(key) for key in self.read}
        self._check("genre", GENRES)
        self._check("front", PLACES)
        self._check("verdict", VERDICTS)
        self._check("discussion", DISCUSSIONS)
        return values

    def _value(self, key: str) -> Any:
        value = self.read[key]
        if key in ("time", "updated"):
            return _hour(value, self.name, self.line(key)) if value else ""
        if key in ("days", "claimed"):
            return self._typed(key, value, int, "a number of days")
        if key == "corrections":
            return tuple(self._correction(each) for each in value)
        if key in self.lists:
            return tuple(self._typed(key, each, str, "a list of texts") for each in self._typed(key, value, list, "a list of texts"))
        if key not in self.texts:
            raise CopyError(self.name, self.line(key), f"“{key}” is not known.")
        return self._typed(key, value, str, "a text")

    def _correction(self, read: Any) -> Correction:
        line = self.line("[[corrections]]")
        if not isinstance(read, dict) or set(read) != {"days", "time", "text"} or not isinstance(read["days"], int):
            raise CopyError(self.name, line, "a correction has days, time and text, and nothing else.")
        return Correction(read["days"], _hour(read["time"], self.name, line), str(read["text"]))

    def _typed(self, key: str, value: Any, kind: type, what: str) -> Any:
        if not isinstance(value, kind) or isinstance(value, bool):
            raise CopyError(self.name, self.line(key), f"“{key}” must be {what}.")
        return value

    def _check(self, key: str, allowed: tuple[str, ...]) -> None:
        if self.read.get(key, allowed[0]) not in allowed:
            raise CopyError(self.name, self.line(key), f"“{key}” must be one of {', '.join(each or 'nothing' for each in allowed)}.")

    def line(self, key: str) -> int:
        starts = (number for number, line in enumerate(self.lines, 1) if re.match(rf"{re.escape(key)}\b|{re.escape(key)}$", line))
        return next(starts, 1)


def _hour(value: Any, name: str, line: int) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        raise CopyError(name, line, f"“{value}” is not an hour: write it 06:30.")
    return value


def _toml(name: str, lines: list[str], first: int) -> dict[str, Any]:
    try:
        return tomllib.loads("\n".join(lines) + "\n")
    except tomllib.TOMLDecodeError as error:
        said, _, where = str(error).partition(" (at ")
        found = re.match(r"line (\d+)", where)
        line = first + int(found[1]) - 1 if found else first + len(lines) - 1
        raise CopyError(name, line, f"{said[:1].lower()}{said[1:]}.") from None


# ── Body ───────────────────────────────────────────────────────────────────────


def _blocks(lines: list[str], at: int, name: str) -> Iterator[Block]:
    while at < len(lines):
        if not lines[at].strip():
            at += 1
        elif lines[at].startswith(":::"):
            end = _end_of_fence(lines, at, name)
            yield _fence(lines[at : end + 1], at + 1, name)
            at = end + 1
        else:
            end = next((number for number in range(at, len(lines)) if not lines[number].strip()), len(lines))
            yield from _plain([line.strip() for line in lines[at:end]], at + 1, name)
            at = end


def _end_of_fence(lines: list[str], at: int, name: str) -> int:
    for number in range(at + 1, len(lines)):
        if lines[number].strip() == ":::":
            return number
    raise CopyError(name, at + 1, "the block is not closed by a line of three colons.")


def _fence(lines: list[str], line: int, name: str) -> Block:
    kind = lines[0][3:].strip()
    if kind not in FENCES:
        raise CopyError(name, line, f"“{kind}” is not a kind of block: one of {', '.join(FENCES)}.")
    return Block(kind, values=_toml(name, lines[1:-1], line + 1), line=line)


def _plain(lines: list[str], line: int, name: str) -> Iterator[Block]:
    first = lines[0]
    if first.startswith("#"):
        yield _heading(lines, line, name)
    elif first.startswith(">"):
        yield _quotation(lines, line, name)
    elif re.match(r"-\s", first):
        yield Block("list", values={"ordered": False, "items": _items(lines, r"-\s+")}, line=line)
    elif re.match(r"\d+\.\s", first):
        yield Block("list", values={"ordered": True, "items": _items(lines, r"\d+\.\s+")}, line=line)
    else:
        yield Block("paragraph", " ".join(lines), line=line)


def _heading(lines: list[str], line: int, name: str) -> Block:
    found = re.fullmatch(r"(##|###)\s+(\S.*)", lines[0])
    if not found or len(lines) > 1:
        raise CopyError(name, line, "a cross-head is one line: two or three number signs, a space, its words.")
    return Block("heading", found[2], {"level": str(len(found[1]))}, line)


def _quotation(lines: list[str], line: int, name: str) -> Block:
    mark = ">>" if lines[0].startswith(">>") else ">"
    if not all(each.startswith(mark) for each in lines):
        raise CopyError(name, line, f"every line of this quotation must begin with {mark}.")
    words = [each[len(mark) :].strip() for each in lines]
    signed = words.pop()[1:].strip() if len(words) > 1 and words[-1].startswith("—") else ""
    speaker, _, role = signed.partition(", ")
    return Block("pull" if mark == ">>" else "quotation", " ".join(words), {"speaker": speaker, "role": role}, line)


def _items(lines: list[str], mark: str) -> list[str]:
    """The items of a list; a line without a mark goes on with the item before."""
    items: list[str] = []
    for each in lines:
        if re.match(mark, each):
            items.append(re.sub(mark, "", each, count=1))
        else:
            items[-1] += f" {each}"
    return items
