"""The French of the paper is whole: nothing left in English, set as French is set."""
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

SOURCE = Path(__file__).parents[2] / "src" / "rotative"
FOLDER = SOURCE / "locale" / "fr" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
MARKUP = re.compile(r"</?\w+[^>]*>")
UNSET = {
    "a plain space before ; ! ?": r"[ \u00a0][;!?](?=\s|$)",
    "no space before ; ! ?": r"[^\W\d_][;!?](?=\s|$)",
    "a plain space before a colon": r"[ \u202f]:",
    "no space before a colon": r"\w:(?=\s|$)",
    "a straight apostrophe": "'",
    "English quotes": "[“”\"]",
    "a plain space inside guillemets": r"«(?!\u00a0)|(?<!\u00a0)»",
    "two spaces": r"\s{2}",
    "a final space": r"^\s|\s$",
}

Key = tuple[str | None, str, str]


def key(entry: polib.POEntry | polib.MOEntry) -> Key:
    return entry.msgctxt or None, entry.msgid, entry.msgid_plural or ""


def said(entry: polib.POEntry | polib.MOEntry) -> list[str]:
    """What stands for the message in French: one text, or one a number."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def catalogue() -> polib.POFile:
    return polib.pofile(str(FOLDER / "django.po"))


def test_every_message_is_translated():
    entries = catalogue()
    assert len(entries) > 500
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete or not all(said(entry))] == []


def test_what_is_filled_in_and_marked_up_is_the_same():
    def parts(pattern: re.Pattern[str], text: str) -> list[str]:
        return sorted(pattern.findall(text))

    wrong = [
        entry.msgid
        for entry in catalogue()
        for pattern in (PLACEHOLDER, MARKUP)
        if not all(parts(pattern, text) == parts(pattern, entry.msgid_plural or entry.msgid) for text in said(entry))
    ]
    assert wrong == []


@pytest.mark.parametrize("fault", UNSET)
def test_french_is_set_as_it_is_printed(fault):
    pattern = re.compile(UNSET[fault])
    assert [text for entry in catalogue() for text in said(entry) if pattern.search(MARKUP.sub("", text))] == []


def test_the_compiled_catalogue_is_the_written_one():
    compiled = polib.mofile(str(FOLDER / "django.mo"))
    assert {key(entry): said(entry) for entry in compiled} == {key(entry): said(entry) for entry in catalogue()}


def test_the_catalogue_names_no_person_and_no_hour():
    assert not {"Last-Translator", "POT-Creation-Date", "PO-Revision-Date"} & set(catalogue().metadata)


@pytest.mark.slow
def test_every_message_of_the_program_is_in_the_catalogue(tmp_path):
    if not shutil.which("xgettext"):
        pytest.skip("gettext is not installed")
    assert {key(entry) for entry in extracted(tmp_path)} == {key(entry) for entry in catalogue()}


def extracted(folder: Path) -> polib.POFile:
    """What xgettext finds today, in a copy of the program."""
    copy = shutil.copytree(SOURCE, folder / "rotative", ignore=shutil.ignore_patterns("*.po", "*.mo", "__pycache__", "migrations", "static"))
    words = ("makemessages", "-l", "fr", "--add-location", "file", "--ignore", "project/demo/*")
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([sys.executable, "-m", "django", *words], cwd=copy, env=env, check=True, capture_output=True)
    return polib.pofile(str(copy / "locale" / "fr" / "LC_MESSAGES" / "django.po"))
