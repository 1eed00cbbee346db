"""Brings the French catalogue up to the program: extract, tidy, compile, say what is left to translate.

Run by ``make messages``; needs gettext. What has no French stays empty, never guessed.
"""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import polib

SOURCE = Path(__file__).parents[1] / "src" / "rotative"
CATALOGUE = SOURCE / "locale" / "fr" / "LC_MESSAGES" / "django.po"
EXTRACT = ("makemessages", "-l", "fr", "--add-location", "file", "--no-obsolete", "--ignore", "project/demo/*")
DATED = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Report-Msgid-Bugs-To")


def main() -> int:
    _django(*EXTRACT)
    catalogue = polib.pofile(str(CATALOGUE), wrapwidth=78)
    for entry in catalogue:
        if entry.fuzzy:
            _empty(entry)
    for name in DATED:  # they change at every run and say nothing
        catalogue.metadata.pop(name, None)
    catalogue.save()
    _django("compilemessages", "-l", "fr")
    left = catalogue.untranslated_entries()
    print("".join(f"To translate: {entry.msgid}\n" for entry in left) or "Nothing is left to translate.")
    return 1 if left else 0


def _empty(entry: polib.POEntry) -> None:
    """A guess of msgmerge, taken back."""
    entry.flags.remove("fuzzy")
    entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    entry.msgstr = ""
    entry.msgstr_plural = {number: "" for number in entry.msgstr_plural}


def _django(*words: str) -> None:
    # With a secret of their own, they do not make a paper's.
    environment = {**os.environ, "SECRET_KEY": "for messages only"}
    subprocess.run([sys.executable, "-m", "django", *words], cwd=SOURCE, check=True, stdout=subprocess.DEVNULL, env=environment)


if __name__ == "__main__":
    raise SystemExit(main())
