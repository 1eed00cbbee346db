"""The command as it is typed: short, quick, and never a traceback."""
from __future__ import annotations

import os
import subprocess
import sys

import pytest

from rotative.project import commands
from rotative.project.command import HELP
from tests.project.running import environment, rotative


def refused(done) -> str:
    """What a command that could not go on said: one sentence, exit 2."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("rotative: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_version_is_quick():
    """Under 0.3 seconds of a processor, so that no framework is loaded."""
    command = [sys.executable, "-m", "rotative.project.command", "--version"]
    spent = []
    for _ in range(3):
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True)
        said = process.stdout.read()
        process.stdout.close()
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = code
        spent.append(used.ru_utime + used.ru_stime)
        assert (code, said) == (0, "Rotative 0.1.0\n")
    assert min(spent) < 0.3


def test_no_framework_for_help():
    code = "import sys; from rotative.project.command import main; main([]); main(['help', 'version']); assert 'django' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True).returncode == 0


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_help_is_short(words):
    done = rotative(*words)
    assert (done.returncode, done.stdout) == (0, HELP)
    assert HELP.count("\n") <= 20


def test_help_names_every_word():
    for word in commands.COMMANDS:
        assert f"rotative {word}" in HELP


@pytest.mark.parametrize("word", ["new", "serve", "demo", "check"])
def test_each_word_has_help(word):
    done = rotative(word, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: rotative {word}")


def test_no_paper_is_a_sentence(tmp_path):
    assert "there is no paper in" in refused(rotative("serve", cwd=tmp_path))
    assert "there is no paper in" in refused(rotative("check", cwd=tmp_path))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["new"], "arguments are required: FOLDER"),
        (["new", "x", "--language", "klingon!"], "not a language's code"),
        (["new", "x", "--email", "nobody"], "not an e-mail address"),
        (["new", "/dev/null/x"], "can not make a paper"),
        (["new", "x", "--colour", "red"], "unrecognized arguments"),
        (["demo", "--port", "70000"], "not a port"),
        (["serve", "--port", "many"], "invalid int value"),
    ],
)
def test_what_can_not_be_done_is_a_sentence(tmp_path, words, sentence):
    assert sentence in refused(rotative(*words, cwd=tmp_path))
    assert not list(tmp_path.iterdir())


def test_a_folder_in_use_is_left_alone(tmp_path):
    (tmp_path / "letters.txt").write_text("mine")
    assert "is not empty" in refused(rotative("new", str(tmp_path)))
    assert "is no demonstration" in refused(rotative("demo", "--no-serve", "--folder", str(tmp_path)))
    assert "is a file" in refused(rotative("new", str(tmp_path / "letters.txt")))
    (tmp_path / "paper.toml").write_text('name = "Le Phare"')
    assert "is a paper already" in refused(rotative("new", str(tmp_path)))
    assert (tmp_path / "letters.txt").read_text() == "mine"


@pytest.mark.slow
def test_a_paper_is_made_within_a_folder_that_is_there(tmp_path):
    """As a container's volume is, which can be neither removed nor renamed; what an interrupted making left is thrown away."""
    (tmp_path / ".part").mkdir()
    (tmp_path / ".part/paper.toml").write_text("name = ")
    same = tmp_path.stat().st_ino
    done = rotative("new", str(tmp_path), "--name", "Le Phare")
    assert done.returncode == 0, done.stderr
    assert tmp_path.stat().st_ino == same and not (tmp_path / ".part").exists()
    checked = rotative("check", home=tmp_path)
    assert "Traceback" not in checked.stderr and "Le Phare" in (tmp_path / "paper.toml").read_text()


def test_choices_that_can_not_be_read(tmp_path):
    (tmp_path / "paper.toml").write_text("name = ")
    assert "can not be read" in refused(rotative("check", home=tmp_path))


def test_the_folder_one_is_in(tmp_path, monkeypatch):
    from rotative.project.commands import home

    monkeypatch.delenv("ROTATIVE_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert home.find() == tmp_path / "paper"
    (tmp_path / "paper.toml").write_text('name = "Le Phare"')
    assert home.find() == tmp_path
    monkeypatch.setenv("ROTATIVE_HOME", "elsewhere")
    assert home.find() == tmp_path / "elsewhere"
