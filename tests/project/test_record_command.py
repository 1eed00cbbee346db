"""The command that reads a text: one object that its schema describes, or a sentence."""
from __future__ import annotations

import json
import sqlite3
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rotative.project.command import main
from rotative.project.commands import zones
from rotative.project.commands.record import LARGEST
from tests.project.running import rotative

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/contracts/reading.schema.json").read_text("utf-8"))
STORY = """Verel : le port fermera trois jours

Publié le 20 novembre 2025 à 18h30

La maire de Verel, Inès Valmer, a annoncé mercredi que le port fermerait trois jours. « Nous n’avons pas le choix », a-t-elle dit à L’Amer.

Le directeur du port, Idris Benhaddou, dément. Selon lui, la digue tiendra jusqu’au 3 décembre.

Les pilotes et la mairie se sont rencontrés le 18 novembre à Verel.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which there is no paper."""
    monkeypatch.setenv("ROTATIVE_HOME", str(tmp_path / "none"))
    return tmp_path


def read(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["record", "read", str(path), "--json", *words]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["record", "read", str(path), *words]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("rotative: ") and said.err.count("\n") == 1
    return said.err


def written(home: Path, words: str | bytes) -> Path:
    path = home / "story.txt"
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return path


# ── The object ─────────────────────────────────────────────────────────────────


def test_the_schema_is_one_and_strict() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert '"type": "object"' in json.dumps(SCHEMA)
    assert all(each.get("additionalProperties") is False and set(each["required"]) == set(each["properties"]) for each in objects(SCHEMA))


def objects(schema: Any) -> list[dict[str, Any]]:
    inner = list(schema.values()) if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    return [found for each in inner for found in objects(each)] + ([schema] if isinstance(schema, dict) and schema.get("type") == "object" else [])


def test_one_object_that_the_schema_describes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(written(home, STORY), capsys)
    Draft202012Validator(SCHEMA).validate(found)
    assert found["language"] == "fr"
    assert {"actors", "statements", "events", "dates", "essentials"} < found.keys()


def test_places_are_counted_in_the_file_as_it_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mark at its beginning counts, and a line's end of two signs is two."""
    plain = read(written(home, STORY), capsys)["essentials"]
    words = "\ufeff" + STORY.replace("\n", "\r\n")
    marked = read(written(home, words), capsys)["essentials"]
    assert plain and [each["text"] for each in marked] == [each["text"] for each in plain]
    assert [words[each["start"] : each["end"]] for each in marked] == [STORY[each["start"] : each["end"]] for each in plain]


def test_without_json_it_is_lines_to_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "read", str(written(home, STORY))]) == 0
    said = capsys.readouterr().out
    assert said.startswith("A text in French.\n") and " essentials\n" in said and "{" not in said


def test_no_framework_is_loaded(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys; from rotative.project.command import main; assert main(['record', 'read', sys.argv[1], '--json']) == 0; "
        "assert not {'django', 'wagtail'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code, str(written(tmp_path, STORY))], capture_output=True, text=True, cwd=ROOT / "src")
    assert done.returncode == 0, done.stderr
    assert done.stderr == "" and done.stdout.count("\n") == 1


# ── What can not be read ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (b"", "is empty"),
        ("\ufeff \r\n\t\u00a0\n", "is empty"),
        (b"Le port ferme.\n\xe9t\xe9", "byte 15, in line 2"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not a text in UTF-8"),
        (b"Le port\0ferme.", "not a text"),
        (b"a" * (LARGEST + 1), "larger than 1 MiB"),
        (b"a " * 2_500_000, "larger than 1 MiB"),
        ("Der Hafen bleibt drei Tage geschlossen, sagte die Bürgermeisterin am Mittwoch.", "another language (de)"),
        ("Η δήμαρχος είπε ότι το λιμάνι θα κλείσει.", "another language (el)"),
        ("港は三日間閉鎖されると市長が述べた。", "another language (ja)"),
        ("12345 67 !!!", "can not be made out"),
    ],
)
def test_what_can_not_be_read_is_a_sentence(home: Path, capsys: pytest.CaptureFixture[str], words: str | bytes, sentence: str) -> None:
    assert sentence in refused(written(home, words), capsys)


def test_what_is_no_file_is_a_sentence(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no file" in refused(home / "none.txt", capsys)
    assert "is a folder" in refused(home, capsys)
    assert "can not be read" in refused(written(home, STORY) / "more", capsys)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(["--language", "de"], "invalid choice: 'de'"), (["--date", "hier"], "is not a date"), (["--date", "2025-02-30"], "is not a date"), (["--colour"], "unrecognized")],
)
def test_options_that_say_nothing_are_a_sentence(home: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str) -> None:
    assert sentence in refused(written(home, STORY), capsys, *words)


def test_as_it_is_typed(tmp_path: Path) -> None:
    done = rotative("record", "read", str(tmp_path / "none.txt"), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "") and "there is no file" in done.stderr
    assert rotative("record", "--help").stdout.startswith("usage: rotative record")
    assert rotative("record").returncode == 2


# ── When ───────────────────────────────────────────────────────────────────────


def test_the_clock_is_that_of_paris_where_there_is_no_paper(home: Path) -> None:
    assert zones.aware(datetime(2025, 11, 20, 12)).isoformat() == "2025-11-20T12:00:00+01:00"
    assert zones.aware(datetime.fromisoformat("2025-11-20T12:00-05:00")).isoformat() == "2025-11-20T12:00:00-05:00"


def test_the_clock_is_the_papers_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROTATIVE_HOME", str(home))
    with sqlite3.connect(home / "paper.sqlite3") as database:
        assert str(zones.zone()) == "Europe/Paris"
        database.execute("create table masthead_masthead (id integer, time_zone text)")
        database.execute("insert into masthead_masthead values (1, 'America/Cayenne')")
    database.close()
    assert str(zones.zone()) == "America/Cayenne"


def test_the_table_that_is_asked_is_the_mastheads() -> None:
    from rotative.masthead.models import Masthead

    assert f"select {Masthead._meta.get_field('time_zone').column} from {Masthead._meta.db_table} " in zones.QUESTION
