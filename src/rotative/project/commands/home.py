"""Which paper a command is about, and Django made ready for it."""
from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from rotative.project.folder import Folder
from rotative.project.speech import Stop

SETTINGS = "rotative.project.settings"


def find() -> Path:
    """ROTATIVE_HOME; else the folder one is in, when it is a paper; else ``paper`` in it."""
    named = os.environ.get("ROTATIVE_HOME")
    if named:
        return Path(named).absolute()
    here = Path.cwd()
    return here if (here / "paper.toml").exists() else here / "paper"


def enter() -> Folder:
    """The paper a command is about; Stop when there is none."""
    return use(find())


def use(path: Path) -> Folder:
    """Let everything that follows, in this process and its children, be about one paper."""
    folder = Folder(path)
    if not folder.choices_file.exists():
        raise Stop(f"there is no paper in {folder.path}. Make one with `rotative new {path.name}`, or name its folder in ROTATIVE_HOME.")
    return point(folder)


def point(folder: Folder) -> Folder:
    """Name a folder in the environment, whether it is a paper yet or not."""
    try:
        folder.languages  # noqa: B018 (it reads the choices)
    except (ValueError, OSError) as error:
        raise Stop(f"{folder.choices_file} can not be read: {error}.") from None
    os.environ["ROTATIVE_HOME"] = str(folder.path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    return folder


def load_django() -> None:
    """Load Django for the paper that the environment names."""
    import django

    be_quiet()
    django.setup()


def be_quiet() -> None:
    """Keep what libraries say to programmers from whoever types a command."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
