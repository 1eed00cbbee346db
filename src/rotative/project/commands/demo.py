"""``rotative demo``: L'Amer of Aubrelle, made once, then served."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from rotative.project import readiness, server
from rotative.project.commands import Parser, home
from rotative.project.commands.serve import say_address, with_address
from rotative.project.demo.made import MADE_OF, PASSWORDS, sources
from rotative.project.folder import Folder
from rotative.project.speech import Stop, say


def run(words: list[str]) -> int:
    parser = Parser("demo", "Make a demonstration paper, where there is none yet, and serve it.")
    parser.add_argument("--folder", default="var/demo", help="where the paper is made (var/demo)")
    parser.add_argument("--again", action="store_true", help="remove the paper that is there, and make it again")
    parser.add_argument("--no-serve", action="store_true", help="make it, and leave it at that")
    options = with_address(parser).parse_args(words)
    path = Path(options.folder).absolute()
    if not options.no_serve:
        server.check_port(options.host, options.port)
    make(path, options.again)
    return 0 if options.no_serve else _serve(path, options)


def make(path: Path, again: bool = False) -> None:
    """Make the paper unless it is there. What an interrupted making left is thrown away."""
    _check_place(path, again)
    if (path / "paper.toml").exists() and not again:
        return
    part = path.with_name(f"{path.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _make_in(part)
        shutil.rmtree(path, ignore_errors=True)
        part.rename(path)
    except OSError as error:
        raise Stop(f"can not make a paper in {path}: {error.strerror or error}.") from None


def _check_place(path: Path, again: bool) -> None:
    """Only a folder that is a demonstration may be used, and removed."""
    if not path.exists() or path.is_dir() and not any(path.iterdir()):
        return
    if not path.is_dir() or not Folder(path).is_demonstration:
        raise Stop(f"{path} is there and is no demonstration paper. Choose another folder: `--folder`.")


def _make_in(part: Path) -> None:
    say("Making the demonstration paper: L'Amer, daily of Aubrelle. It takes about two minutes, once.")
    around = {**os.environ, "ROTATIVE_HOME": str(part), "DJANGO_SETTINGS_MODULE": home.SETTINGS}
    around.pop("DATABASE_URL", None)
    command = [sys.executable, "-W", "ignore", "-m", "rotative.project.demo.making", str(part)]
    done = subprocess.run(command, env=around, check=False)  # noqa: S603 (our own words)
    if done.returncode:
        raise Stop("the demonstration could not be made; what it said is above. Run the command again to start over.", 1)
    readiness.remember(Folder(part))


def _serve(path: Path, options: object) -> int:
    folder = home.use(path)
    os.environ.pop("DATABASE_URL", None)
    host, port, workers = options.host, options.port, options.workers  # type: ignore[attr-defined]
    say_address(folder, host, port)
    readiness.prepare(folder)
    return server.serve(host, port, workers, ready=lambda: _welcome(folder))


def _welcome(folder: Folder) -> None:
    """Where it is, and who may sign in."""
    address = os.environ["ROTATIVE_URL"]
    say("", f"L'Amer is at  {address}", f"Its desk at   {address}/desk/", "")
    for email, account in _accounts(folder).items():
        say(f"  {account['role']:<10} {email:<30} {account['password']}")
    say("", "Ctrl-C stops it.")
    if _is_of_another_time(folder):
        say("It was made by another version of Rotative; `rotative demo --again` makes it anew.")


def _is_of_another_time(folder: Folder) -> bool:
    try:
        return (folder.path / MADE_OF).read_text() != sources()
    except OSError:
        return True


def _accounts(folder: Folder) -> dict[str, dict[str, str]]:
    try:
        found: dict[str, dict[str, str]] = json.loads((folder.path / PASSWORDS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found
