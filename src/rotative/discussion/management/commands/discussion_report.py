"""``rotative discussion report YEAR``: how the paper moderated in a year, as the DSA (art. 15) has it told."""
from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rotative.discussion import figures


class Command(BaseCommand):
    help = "The figures of a year of moderation: notices, decisions, appeals, times; when each thing was known and removed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("year", type=int, metavar="YEAR", help="such as 2026")
        parser.add_argument("--format", choices=["json", "csv"], default="json", help="json (as is) or csv, a figure a line")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 2000 <= options["year"] <= 9998:
            raise CommandError(f"{options['year']} is not a year of this paper. Write it in four figures.")
        told = figures.of_year(options["year"])
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) if options["format"] == "json" else figures.as_csv(told), ending="\n" if options["format"] == "json" else "")
