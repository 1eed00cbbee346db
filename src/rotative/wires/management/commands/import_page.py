"""``rotative import page FILE_OR_URL…``: pages of other sites into drafts, one report each."""
from __future__ import annotations

import json
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from rotative.masthead.languages import languages
from rotative.newsroom.models.articles import Rights
from rotative.wires.actions import Copy, Wishes, bring_in
from rotative.wires.fetching import fetch
from rotative.wires.models import Import
from rotative.wires.outcomes import Refused, outcome
from rotative.wires.reading import Unreadable
from rotative.wires.reading.sniffing import LIMIT


class Command(BaseCommand):
    help = "Read saved pages, or addresses, into drafts. The original is kept; a report says what was read and guessed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pages", nargs="+", metavar="FILE_OR_URL", help="a saved page, its plain text, or an address")
        parser.add_argument("--section", default="", help="slug of the section to put it in (guessed otherwise)")
        parser.add_argument("--language", default="", choices=["", *languages()], metavar="CODE", help="one of the paper's languages")
        parser.add_argument("--rights", default=Rights.UNKNOWN, choices=Rights.values, help="by what right it is published")
        parser.add_argument("--publish", action="store_true", help="publish at once")
        parser.add_argument("--pictures", action="store_true", help="take the pictures, too, from beside a saved page or from their addresses")
        parser.add_argument("--json", action="store_true", help='print one object, {"pages": […]}')

    def handle(self, *args: Any, **options: Any) -> None:
        wishes = Wishes(options["section"], options["language"], options["rights"], options["publish"], options["pictures"])
        reports = [self._one(place, len(options["pages"]), source, wishes) for place, source in enumerate(options["pages"], 1)]
        if options["json"]:
            self.stdout.write(json.dumps({"pages": reports}, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n\n".join(_in_words(report) for report in reports))
        if any("error" in report for report in reports):
            raise SystemExit(1)

    def _one(self, place: int, count: int, source: str, wishes: Wishes) -> dict[str, Any]:
        if count > 1:
            self.stderr.write(f"{place}/{count} {source}")
        made = outcome(source, partial(_bring_in, source, wishes))
        return {"source": source, **(made.kept.report if made.kept else {"error": str(made.why)})}


def _bring_in(source: str, wishes: Wishes) -> Import:
    if source.startswith(("http://", "https://")):
        data, media_type, address = fetch(source)
        return bring_in(Copy(data, source, address, media_type), wishes)
    return bring_in(Copy(_file(source), Path(source).name, file=Path(source)), wishes)


def _file(name: str) -> bytes:
    path = Path(name)
    try:
        if path.stat().st_size > LIMIT:
            raise Unreadable("too_large")
        return path.read_bytes()
    except IsADirectoryError:
        raise Refused("This is a folder, not a page.") from None
    except FileNotFoundError:
        raise Refused("There is no such file.") from None
    except OSError as error:
        raise Refused(f"This file cannot be read: {error.strerror}.") from None


def _in_words(report: dict[str, Any]) -> str:
    if "error" in report:
        return f"✗ {report['source']}\n  {report['error']}"
    state = f"published at {report['address']}" if report["address"] else f"draft {report['draft']}"
    lines = [f"✓ {report['source']}: {state}", f"  {report['headline']}"]
    lines += [f"  {label}: {value}" for label, value in _facts(report) if value]
    return "\n".join(lines + [f"  ! {warning}" for warning in report["warnings"]])


def _facts(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("by", ", ".join(report["authors"])),
        ("edited by", report["editor"] or ""),
        ("published", report["published"] or ""),
        ("section", report["placed_in"]),
        ("body", f"{len(report['body'])} blocks, {len(report['essentials'])} essentials, {len(report['pictures'])} pictures named, {len(report['pictures_kept'])} taken"),
        ("guessed", ", ".join(report["guessed"])),
        ("not found", ", ".join(report["missing"])),
        ("left out", f"{len(report['left_out'])} parts of the page" if report["left_out"] else ""),
    ]
