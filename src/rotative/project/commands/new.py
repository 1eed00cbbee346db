"""``rotative new FOLDER``: a paper, ready to be written in."""
from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from rotative.project import readiness
from rotative.project.commands import Parser, home
from rotative.project.folder import NAMES, write_choices
from rotative.project.speech import Stop, say

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})?")


def run(words: list[str]) -> int:
    options = _parser().parse_args(words)
    path = Path(options.folder).expanduser().absolute()
    name = options.name or path.name.replace("-", " ").replace("_", " ").strip().capitalize()
    languages = _languages(options.languages or ["fr"])
    _check_place(path)
    _check_email(options.email)
    password = _make(path, name, languages, options.email)
    _tell(path, name, options.email, password)
    return 0


def _parser() -> Parser:
    parser = Parser("new", "Make a paper in a folder of its own: database, languages, fronts, roles, a first section, your account.")
    parser.add_argument("folder", metavar="FOLDER", help="the folder to make")
    parser.add_argument("--name", help="the paper's name (the folder's otherwise)")
    parser.add_argument("--language", dest="languages", action="append", metavar="CODE", help="a language: fr, en, de… (fr); again for more, the first one leads")
    parser.add_argument("--email", default="publisher@localhost", help="the publisher's address, to sign in with (publisher@localhost)")
    return parser


def _languages(codes: list[str]) -> list[str]:
    codes = list(dict.fromkeys(code.strip().lower() for code in codes))
    for code in codes:
        if not LANGUAGE.fullmatch(code):
            raise Stop(f"“{code}” is not a language's code. Write one such as {', '.join(list(NAMES)[:4])}.")
    return codes


def _check_place(path: Path) -> None:
    if (path / "paper.toml").exists():
        raise Stop(f"{path} is a paper already. `rotative serve` serves it.")
    if path.is_dir() and any(each != _part_of(path) for each in path.iterdir()):
        raise Stop(f"{path} is not empty. Choose a folder that is not there yet.")
    if path.exists() and not path.is_dir():
        raise Stop(f"{path} is a file. Choose a folder that is not there yet.")


def _check_email(email: str) -> None:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
        raise Stop(f"“{email}” is not an e-mail address.")


def _make(path: Path, name: str, languages: list[str], email: str) -> str:
    """Make it beside its place, then move it there: a paper is there whole, or not at all."""
    part = _part_of(path)
    try:
        shutil.rmtree(part, ignore_errors=True)
        folder = home.point(write_choices(part, name, languages))
        password = _fill(name, languages, email)
        _move(part, path)
        readiness.remember(home.use(path))
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise Stop(f"can not make a paper in {path}: {error.strerror or error}.") from None
    except BaseException:
        shutil.rmtree(folder.path, ignore_errors=True)
        raise
    return password


def _part_of(path: Path) -> Path:
    """Where a paper is made: within a folder that is there already, as a container's volume is, else beside its place."""
    return path / ".part" if path.is_dir() else path.with_name(f"{path.name}.part")


def _move(part: Path, path: Path) -> None:
    """The file that says that a paper is there comes last."""
    if not path.is_dir():
        part.rename(path)
        return
    for each in sorted(part.iterdir(), key=lambda each: each.name == "paper.toml"):
        each.rename(path / each.name)
    part.rmdir()


def _fill(name: str, languages: list[str], email: str) -> str:
    """Everything that is in the database. Gives the publisher's password."""
    home.load_django()
    from django.core.management import call_command
    from django.db import connection

    from rotative.masthead.roles import Role
    from rotative.project import founding

    say("Making the database.")
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    say("Collecting the desk's files (half a minute).")
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    fronts = founding.found(name, languages)
    founding.first_sections(fronts)
    password = founding.password()
    publisher = founding.account(email, email.partition("@")[0].replace(".", " ").title(), Role.PUBLISHER, password)
    founding.first_author(publisher)
    connection.close()
    return password


def _tell(path: Path, name: str, email: str, password: str) -> None:
    """What was made, and what to do next."""
    near = os.path.relpath(path)
    say(f"""
“{name}” is made, in {path}

  sign in as     {email}
  with password  {password}

The password is shown this once. To have another: rotative changepassword {email}

Next:
  cd {f'"{near}"' if " " in near else near}
  rotative serve    then open http://127.0.0.1:8000/desk/
  rotative check    what to settle before the paper goes public""")
