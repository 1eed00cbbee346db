"""Whether a paper's folder is ready to be served by this program, and making it so.

What was made ready is remembered as a digest of all that would change it: the program's
migrations and static files, the libraries installed, the database. The same digest means
there is nothing to do, so that a paper starts at once.
"""
from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from rotative.project.folder import Folder
from rotative.project.speech import Stop, say

SOURCE = Path(__file__).resolve().parent.parent
STEPS = {
    "Bringing the database up to date.": ["migrate", "--no-input", "--skip-checks", "--verbosity", "0"],
    "Collecting the desk's files.": ["collectstatic", "--no-input", "--skip-checks", "--verbosity", "0"],
}


def prepare(folder: Folder) -> None:
    """Migrate and collect what this program needs, unless that was done before."""
    now = digest(folder)
    if remembered(folder) == now:
        return
    for sentence, words in STEPS.items():
        say(sentence)
        _django(words)
    remember(folder, now)


def is_ready(folder: Folder) -> bool:
    return remembered(folder) == digest(folder)


def digest(folder: Folder) -> str:
    """What a ready folder depends on, in one line."""
    found = sha256()
    for part in _parts(folder):
        found.update(part.encode() + b"\0")
    return found.hexdigest()


def remembered(folder: Folder) -> str:
    try:
        return _file(folder).read_text()
    except OSError:
        return ""


def remember(folder: Folder, now: str | None = None) -> None:
    _file(folder).parent.mkdir(parents=True, exist_ok=True)
    _file(folder).write_text(now or digest(folder))


def _file(folder: Folder) -> Path:
    return folder.derived / "ready"


def _parts(folder: Folder) -> Iterator[str]:
    yield os.environ.get("DATABASE_URL", "") or ("here" if folder.database.exists() else "none yet")
    yield folder.choices_file.read_text("utf-8")
    yield from sorted(entry.name for entry in os.scandir(sysconfig.get_path("purelib")) if entry.name.endswith(".dist-info"))
    for file in sorted([*SOURCE.glob("*/migrations/*.py"), *SOURCE.glob("*/static/**/*")]):
        if file.is_file():
            yield f"{file.relative_to(SOURCE)} {sha256(file.read_bytes()).hexdigest()}"


def _django(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "django", *words], check=False)  # noqa: S603 (our own words)
    if done.returncode:
        raise Stop(f"`{words[0]}` failed; what it said is above.", done.returncode)
