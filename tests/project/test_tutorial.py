"""The commands of the tutorial, typed as it says, lead where it says."""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.project.running import environment, get, rotative, serving, until

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = (ROOT / "docs/tutorial/your-paper-in-ten-minutes.md").read_text()


def blocks() -> list[str]:
    """What is typed in a shell once the program is there."""
    return re.findall(r"^```sh\n(.*?)^```$", TUTORIAL, re.M | re.S)


def typed(script: str, place: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    return subprocess.run(["sh", "-c", script], cwd=place, env=environment(PATH=path), capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)


def test_its_commands_lead_to_a_published_story(tmp_path):
    make, serve, bring_in, check = blocks()
    made = typed(f"set -e\n{make}", tmp_path)
    assert made.returncode == 0, made.stderr
    assert "with password" in made.stdout
    assert serve == "cd le-phare\nrotative serve\n"
    paper = tmp_path / "le-phare"
    who = "from rotative.newsroom.models import Author; print(Author.objects.get().name, Author.objects.get().user.email)"
    assert rotative("shell", "--no-imports", "-c", who, home=paper).stdout == "Claire claire@phare.example\n", "the first story is offered with her name"
    with serving(home=paper) as served:
        brought = typed(f"set -e\n{bring_in}", paper)
        assert brought.returncode == 0, brought.stdout + brought.stderr
        address = re.search(r"published at (\S+)", brought.stdout)[1]
        until(lambda: "La mairie promet une seconde nuit" in get(served.port, _quoted(address))[1])
        assert "Le phare rallumé pour une nuit" in served.get("/")[1].replace("\u202f", " ").replace("\u00a0", " ")
    assert "The legal notice lacks" in typed(check, paper).stdout


def _quoted(address: str) -> str:
    return quote(address)


def test_what_it_says_of_setting_up_is_in_the_makefile():
    assert "make install" in TUTORIAL
    assert re.search(r"^install:", (ROOT / "Makefile").read_text(), re.M)
