"""``rotative readers erased``: the accounts that were erased, as digests; ``--again`` erases those of a list that a backup brought back."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rotative.masthead.readers import erasing
from rotative.masthead.readers.models import Erased

LINE = re.compile(r"([0-9a-f]{64}) (keep|remove)")


class Command(BaseCommand):
    help = "Lists the accounts that readers have erased, as digests; or erases again those of a list that a backup has brought back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--again", metavar="FILE", type=Path, help="A list as this command writes it.")

    def handle(self, *args: Any, again: Path | None = None, **options: Any) -> None:
        if again is None:
            for digest, keep_words in Erased.objects.order_by("at", "digest").values_list("digest", "keep_words"):
                self.stdout.write(f"{digest} {'keep' if keep_words else 'remove'}")
            return
        try:
            count = erasing.erase_again(_read(again))
        except erasing.WorksHere:
            raise CommandError("an account of the list works for the paper: dismiss it from its role first. Nothing was erased.") from None
        self.stdout.write(f"{count} erased again.")


def _read(file: Path) -> list[tuple[str, bool]]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise CommandError(f"{file} can not be read: {problem}") from None
    for number, line in enumerate(lines, 1):
        if line and not LINE.fullmatch(line):
            raise CommandError(f"{file}, line {number}: not what `rotative readers erased` writes. Nothing was erased.")
    return [(line[:64], line.endswith("keep")) for line in lines if line]
