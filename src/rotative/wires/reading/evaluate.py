"""How well pages are read: `python -m rotative.wires.reading.evaluate FOLDER`.

Each NAME.html or NAME.txt stands beside a NAME.json of what must be read.
"""

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from . import Unreadable, read

EXACT = ("headline", "standfirst", "authors", "editor", "published", "section", "essentials", "canonical", "topics")
KINDS = ("paragraph", "heading", "quotation", "list")

Key = tuple[str, str | None, str | None]


@dataclass
class Tally:
    """What was asked and what was right, by field and by kind of block."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def evaluate(folder: Path) -> Tally:
    """Read every page of the folder and compare it with what is expected."""
    tally = Tally()
    for expected in sorted(folder.glob("*.json")):
        page = next(path for path in (expected.with_suffix(".html"), expected.with_suffix(".txt")) if path.exists())
        _compare(tally, page.name, _read(page), json.loads(expected.read_text("utf-8")))
    return tally


def table(tally: Tally) -> str:
    """The figures by field, then recall and precision of the body."""
    rows = [
        f"{name:<12} {tally.right[name]:>4} / {tally.asked[name]:<4} {_share(tally.right[name], tally.asked[name])}"
        for name in EXACT
    ]
    for kind in (*KINDS, "body"):
        hit, asked, given = tally.right[kind], tally.asked[kind], tally.given[kind]
        rows.append(f"{kind:<12} {hit:>4} / {asked:<4} recall {_share(hit, asked)}  precision {_share(hit, given)}")
    return "\n".join(rows)


def _read(page: Path) -> dict[str, Any]:
    try:
        return read(page.read_bytes()).as_json()
    except Unreadable as refusal:
        return {"refused": refusal.sentence}


def _compare(tally: Tally, name: str, got: dict[str, Any], expected: dict[str, Any]) -> None:
    for field_name in EXACT:
        if field_name in expected:
            tally.asked[field_name] += 1
            if _same(field_name, got.get(field_name), expected[field_name]):
                tally.right[field_name] += 1
            else:
                tally.wrong.append(
                    f"{name}: {field_name} is {got.get(field_name, got.get('refused'))!r}, not {expected[field_name]!r}"
                )
    _compare_bodies(tally, name, got.get("body", []), expected["body"])


def _compare_bodies(tally: Tally, name: str, got: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    ours, theirs = Counter(map(_block, got)), Counter(map(_block, expected))
    for block, count in theirs.items():
        _count(tally.asked, block, count)
        _count(tally.right, block, min(count, ours[block]))
    for block, count in ours.items():
        _count(tally.given, block, count)
    tally.wrong += [f"{name}: lost {block}" for block in (theirs - ours)] + [
        f"{name}: added {block}" for block in (ours - theirs)
    ]
    if not (theirs - ours) and not (ours - theirs) and list(map(_block, got)) != list(map(_block, expected)):
        tally.wrong.append(f"{name}: blocks out of order")


def _count(counter: Counter[str], block: Key, count: int) -> None:
    counter[block[0]] += count
    counter["body"] += count


def _block(block: dict[str, Any]) -> Key:
    return block["kind"], _level(block["text"]), _level(block.get("speaker"))


def _same(name: str, got: Any, expected: Any) -> bool:
    if name == "published" and got and expected:
        return datetime.fromisoformat(got).isoformat() == datetime.fromisoformat(expected).isoformat()
    if isinstance(expected, list):
        return [_level(one) for one in got or []] == [_level(one) for one in expected]
    return _level(got) == _level(expected)


def _level(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else "    –"


def main(arguments: list[str]) -> None:
    tally = evaluate(Path(arguments[0]))
    sys.stdout.write(table(tally) + "\n")
    if "--wrong" in arguments:
        sys.stdout.write("\n".join(tally.wrong) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
