"""``rotative record read FILE``: what a text says, as an object or in lines to read. No paper is needed, and no framework."""
from __future__ import annotations

import argparse
import json
import stat
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rotative.project.commands import Parser, zones
from rotative.project.speech import Stop, say

if TYPE_CHECKING:
    from rotative.record.reading.findings import Reading

LARGEST = 1024 * 1024  # bytes
READ = {"fr": "French", "en": "English"}


def run(words: list[str]) -> int:
    options = _parser().parse_args(words)
    published = _told(options.date)
    text = _text(Path(options.file))
    language = options.language or _detected(text)
    reading = _read(text, published or _in_its_head(text), language)
    if options.json:
        say(json.dumps(reading.as_json(), ensure_ascii=False))
    else:
        _tell(reading, text)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser("record", "Read a text: who says what, what happens and when. Nothing is kept.")
    parser.add_argument("verb", choices=["read"], metavar="read", help="read a file")
    parser.add_argument("file", metavar="FILE", help="a text in UTF-8, a block a line")
    parser.add_argument("--language", choices=list(READ), help="its language (made out otherwise)")
    parser.add_argument("--date", metavar="DAY", help="when it was published: 2025-11-20, or 2025-11-20T18:30 (in its head otherwise, else today)")
    parser.add_argument("--json", action="store_true", help="print one object")
    return parser


# ── What is read ───────────────────────────────────────────────────────────────


def _told(date: str | None) -> datetime | None:
    if date is None:
        return None
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        raise Stop(f"“{date}” is not a date. Write it 2025-11-20, or 2025-11-20T18:30.") from None
    return zones.aware(when if len(date) > len("2025-11-20") else when.replace(hour=12))


def _in_its_head(text: str) -> datetime:
    from rotative.record.reading import dateline

    found = dateline.find(text)
    return zones.aware(found) if found else zones.now()


def _text(path: Path) -> str:
    """The file's words as they are: no line end is translated, no mark removed."""
    given = _bytes(path)
    if len(given) > LARGEST:
        raise Stop(f"{path} is larger than 1 MiB, the most that is read.")
    try:
        text = given.decode("utf-8")
    except UnicodeDecodeError as error:
        line = given.count(b"\n", 0, error.start) + 1
        raise Stop(f"{path} is not a text in UTF-8: byte {error.start}, in line {line}, is not.") from None
    if "\0" in text:
        raise Stop(f"{path} is not a text: character {text.index(chr(0))} is a null.")
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise Stop(f"{path} is empty.")
    return text


def _bytes(path: Path) -> bytes:
    """No more than tells that it is too large, whatever the file is. Raises Stop."""
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise Stop(f"{path} is a folder. Name a file.")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Stop(f"there is no file {path}.") from None
    except (OSError, ValueError) as error:
        raise Stop(f"{path} can not be read: {getattr(error, 'strerror', None) or error}.") from None


def _detected(text: str) -> str:
    from rotative.record.reading import language

    found = language.detect(text)
    if found is None:
        raise Stop("the language of this text can not be made out. Say which it is: `--language fr` or `--language en`.")
    if found not in READ:
        raise Stop(f"this text seems to be in another language ({found}); French and English are read. If it is one of them, say so: `--language fr`.")
    return found


def _read(text: str, published: datetime, language: str) -> Reading:
    from rotative.record.reading.reader import read

    return read(text, published, language)


# ── In lines ───────────────────────────────────────────────────────────────────


def _tell(reading: Reading, text: str) -> None:
    """Each kind with its number, and its findings a line each."""
    say(f"A text in {READ[reading.language]}.")
    _list("essentials", [each.text for each in reading.essentials])
    _list("actors", [f"{each.name}, {each.role or each.kind}: {len(each.mentions)} times" for each in reading.actors])
    _list("statements", [f"{_speaker(each, text)} {each.act}: {_words(text, each.span)}" for each in reading.statements])
    _list("events", [f"{each.when.start or '…'}: {each.what}" for each in reading.events])
    _list("dates", [f"{_words(text, each.span)}: {each.value}" for each in reading.dates])


def _list(kind: str, lines: list[str]) -> None:
    say("", f"{len(lines)} {kind}", *(f"  {line}" for line in lines))


def _speaker(statement: object, text: str) -> str:
    name, span = statement.speaker_name, statement.speaker  # type: ignore[attr-defined]
    return str(name) if name else _words(text, span) if span else "Somebody"


def _words(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[slice(*span)].split())
