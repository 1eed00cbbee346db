"""A paper made by the command, once, and copied for each test that writes in it."""
from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project.demo_fixture import demo, served_demo  # noqa: F401
from tests.project.running import rotative


@dataclass(frozen=True)
class Made:
    """A new paper, and what the command said."""

    path: Path
    said: str

    @property
    def password(self) -> str:
        return next(line.split()[-1] for line in self.said.splitlines() if "with password" in line)


@pytest.fixture(scope="session")
def new_paper(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A paper of two languages, in a folder whose name has a space."""
    path = tmp_path_factory.mktemp("papers") / "le phare"
    words = ("new", str(path), "--name", "Le Phare", "--language", "fr", "--language", "en", "--email", "claire@phare.test")
    done = rotative(*words)
    assert done.returncode == 0, done.stdout + done.stderr
    return Made(path, done.stdout)


@pytest.fixture
def paper(new_paper: Made, tmp_path: Path) -> Path:
    """A copy of that paper."""
    return Path(shutil.copytree(new_paper.path, tmp_path / "le phare"))
