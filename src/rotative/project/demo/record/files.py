"""Reads the files of the record into its entries.

Knows no framework. What it can not read is a CopyError that names the file and the line.
"""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from rotative.project.demo.copyfile import CopyError
from rotative.project.demo.days import BadPlaceholder, Calendar
from rotative.project.demo.record.entries import Decisions, Denial, Happened, Person, Record, Said, Who

HERE = Path(__file__).resolve().parent


def read(calendar: Calendar, folder: Path = HERE) -> Record:
    """Read every file, dates written out. Raises CopyError."""
    stories = tuple(_decisions(file, calendar) for language in ("fr", "en") for file in sorted((folder / language).glob("*.toml")))
    people = {person.key: person for person in _people(folder / "people.toml")}
    text = (folder / "accord.toml").read_text("utf-8")
    return Record(stories, people, tuple(_denials(folder / "denials.toml")), _toml("record/accord.toml", text), tuple(text.splitlines()))


def read_decisions(text: str, name: str, calendar: Calendar) -> Decisions:
    """The decisions in one story; ``name`` is its language and slug. Raises CopyError."""
    file = f"record/{name}.toml"
    try:
        text = calendar.expand(text, name.partition("/")[0])
    except BadPlaceholder as error:
        raise CopyError(file, error.line, str(error)) from None
    found = _toml(file, text)
    _check_keys(found, {"who", "said", "happened"}, file, 1)
    rows = {kind: _rows(found.get(kind, []), text, kind) for kind in ("who", "said", "happened")}
    who = tuple(_made(Who, {("key" if key == "is" else key): value for key, value in row.items()}, file, line) for line, row in rows["who"])
    said, happened = (tuple(_made(model, row, file, line) for line, row in rows[kind]) for kind, model in (("said", Said), ("happened", Happened)))
    return Decisions(name, who, said, happened)


# ── Helpers ────────────────────────────────────────────────────────────────────


def _decisions(file: Path, calendar: Calendar) -> Decisions:
    return read_decisions(file.read_text("utf-8"), f"{file.parent.name}/{file.stem}", calendar)


def _people(file: Path) -> Iterator[Person]:
    text = file.read_text("utf-8")
    names = {"is": "key", "for": "speaks_for"}
    for line, row in _rows(_toml(f"record/{file.name}", text).get("people", []), text, "people"):
        yield _made(Person, {names.get(key, key): value for key, value in row.items()}, f"record/{file.name}", line)


def _denials(file: Path) -> Iterator[Denial]:
    text = file.read_text("utf-8")
    for line, row in _rows(_toml(f"record/{file.name}", text).get("denials", []), text, "denials"):
        yield _made(Denial, row, f"record/{file.name}", line)


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        raise CopyError(name, int(where[1]) if where else len(text.splitlines()), f"{error}.") from None


def _rows(found: list[dict[str, Any]], text: str, kind: str) -> list[tuple[int, dict[str, Any]]]:
    """Each row with its line: that of its head, or where an inline one has its name."""
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines, 1) if line.strip() == f"[[{kind}]]"]
    if len(heads) == len(found):
        return list(zip(heads, found, strict=True))
    return [(next((at for at, line in enumerate(lines, 1) if f'name = "{row.get("name")}"' in line), 1), row) for row in found]


def _made(model: type[Any], row: dict[str, Any], file: str, line: int) -> Any:
    _check_keys(row, {field.name for field in fields(model)} - {"line"}, file, line)
    try:
        return model(line, **{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})
    except TypeError as error:
        missing = re.findall(r"'(\w+)'", str(error))
        raise CopyError(file, line, f"“{', '.join(missing)}” is missing.") from None


def _check_keys(row: Mapping[str, Any], known: set[str], file: str, line: int) -> None:
    unknown = sorted(set(row) - known)
    if unknown:
        raise CopyError(file, line, f"“{unknown[0]}” is not a thing that can be said here: one of {', '.join(sorted(known))}.")
