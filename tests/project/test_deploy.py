"""What runs a paper for good: the unit and the container say what exists."""
from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rotative.project.commands import COMMANDS
from rotative.project.server import GRACE

ROOT = Path(__file__).resolve().parents[2]
UNIT = (ROOT / "deploy/rotative.service").read_text()
CONTAINER = (ROOT / "deploy/Containerfile").read_text()
HOW_TO = (ROOT / "docs/how-to/run-a-paper-for-good.md").read_text()


def said(name: str) -> str:
    return re.search(rf"^{name}=(.*)$", UNIT, re.M)[1]


def instructions(word: str) -> list[list[str]]:
    return [line.split()[1:] for line in CONTAINER.splitlines() if line.startswith(f"{word} ")]


def test_the_unit_starts_reloads_and_stops_what_there_is():
    place, command, word = re.fullmatch(r"(/\S+)/bin/(\w+) (\w+)", said("ExecStart")).groups()
    assert place == "/opt/rotative/.venv"
    assert f'{command} = "rotative.project.command:main"' in (ROOT / "pyproject.toml").read_text()
    assert word in COMMANDS
    assert said("ExecReload").split()[1:] == ["-HUP", "$MAINPID"]
    assert said("KillMode") == "mixed"
    assert float(said("TimeoutStopSec")) > GRACE


def test_the_unit_may_write_in_the_paper_and_nowhere_else():
    assert said("ProtectSystem") == "strict"
    assert said("Environment") == f"ROTATIVE_HOME={said('ReadWritePaths')}"
    assert said("NoNewPrivileges") == "yes"
    assert said("User") not in ("root", "0")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here to read it")
def test_systemd_understands_the_unit(tmp_path):
    here = tmp_path / "rotative.service"
    here.write_text(UNIT.replace("/opt/rotative/.venv/bin/rotative", sys.executable))
    read = subprocess.run(["systemd-analyze", "verify", str(here)], capture_output=True, text=True)
    assert "rotative.service" not in read.stderr, read.stderr
    judged = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=20", str(here)], capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout


def test_the_container_is_made_of_what_there_is():
    ignored = (ROOT / ".gitignore").read_text().split()
    ours = [source for words in instructions("COPY") if not words[0].startswith("--from") for source in words[:-1]]
    assert ours
    assert not [source for source in ours if not (ROOT / source).exists() or f"{source}/" in ignored]
    version = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())[1]
    assert {words[0] for words in instructions("FROM")} == {f"docker.io/library/python:{version}-slim"}
    assert "--require-hashes" in CONTAINER


def test_the_container_runs_as_nobody_in_one_volume():
    ((home,),) = instructions("VOLUME")
    assert f"ROTATIVE_HOME={home}" in CONTAINER
    ((account,),) = instructions("USER")
    assert f" {account} " in CONTAINER.partition("USER")[0]
    assert instructions("ENTRYPOINT") == [['["rotative"]']]
    assert "serve" in COMMANDS and '"serve"' in CONTAINER


def test_the_how_to_names_the_places_of_the_unit():
    for place in ("/opt/rotative", said("ReadWritePaths"), said("EnvironmentFile")):
        assert place in UNIT and place in HOW_TO
