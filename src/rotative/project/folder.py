"""A paper's folder: its database, media, secret, and the choices made when it was made.

No framework here: the settings read it before Django is there.
"""
from __future__ import annotations

import os
import secrets
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

NAMES = {"fr": "Français", "en": "English", "de": "Deutsch", "es": "Español", "it": "Italiano", "pt": "Português", "nl": "Nederlands"}
DEFAULT_LANGUAGES = ("fr",)
ADDRESS = "address"


class Folder:
    """The folder that ROTATIVE_HOME names. Reading it never creates anything but the secret."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path).resolve()

    @property
    def choices_file(self) -> Path:
        return self.path / "paper.toml"

    @property
    def database(self) -> Path:
        return self.path / "paper.sqlite3"

    @property
    def media(self) -> Path:
        return self.path / "media"

    @property
    def derived(self) -> Path:
        """What this node has made of the database and can make again."""
        return self.path / "derived"

    @property
    def static(self) -> Path:
        return self.derived / "static"

    @property
    def index(self) -> Path:
        return self.derived / "search.sqlite3"

    @property
    def ledger(self) -> Path:
        return self.derived / "ledger.sqlite3"

    @property
    def press_socket(self) -> Path:
        return self.derived / "press.sock"

    @property
    def served_at(self) -> str:
        """The address at which the paper was served last; empty when it never was."""
        try:
            return (self.derived / ADDRESS).read_text("utf-8").strip()
        except OSError:
            return ""

    def remember_address(self, address: str) -> None:
        """Keep it for the commands that print by hand, which listen nowhere."""
        self.derived.mkdir(parents=True, exist_ok=True)
        (self.derived / ADDRESS).write_text(f"{address}\n", "utf-8")

    @cached_property
    def choices(self) -> dict[str, Any]:
        """What was chosen at ``rotative new``; empty for a folder that is not a paper yet."""
        if not self.choices_file.exists():
            return {}
        return tomllib.loads(self.choices_file.read_text("utf-8"))

    @property
    def languages(self) -> list[tuple[str, str]]:
        """The paper's languages in its order, with their own names, as Django wants them."""
        codes = self.choices.get("languages") or DEFAULT_LANGUAGES
        return [(code, NAMES.get(code, code)) for code in codes]

    @property
    def is_demonstration(self) -> bool:
        return bool(self.choices.get("demonstration"))

    @property
    def secret(self) -> str:
        """The paper's secret, made on first use and readable by its owner only."""
        file = self.path / "secret"
        if not file.exists():
            self.path.mkdir(parents=True, exist_ok=True)
            handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with open(handle, "w") as out:
                out.write(secrets.token_urlsafe(50))
        return file.read_text().strip()

    @staticmethod
    def hosts_of(address: str) -> list[str]:
        """The hosts a paper answers to: its own, and this machine for its own checks."""
        return [urlsplit(address).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]

    @staticmethod
    def mail(url: str) -> dict[str, Any]:
        """Django's mail settings from ``smtp[s]://user:password@host:port``; console if empty."""
        if not url:
            return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
        parts = urlsplit(url)
        return {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "HOST": parts.hostname or "localhost",
            "PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
            "HOST_USER": unquote(parts.username or ""),
            "HOST_PASSWORD": unquote(parts.password or ""),
            "USE_SSL": parts.scheme == "smtps",
            "USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        }


def write_choices(path: Path, name: str, languages: list[str], demonstration: bool = False) -> Folder:
    """Write a new paper's choices. Raises FileExistsError when the folder is a paper already."""
    folder = Folder(path)
    folder.path.mkdir(parents=True, exist_ok=True)
    listed = ", ".join(f'"{code}"' for code in languages)
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    text = f'# Chosen when the paper was made. The order of the languages is the order of the paper.\nname = "{quoted}"\nlanguages = [{listed}]\n'
    text += "demonstration = true\n" if demonstration else ""
    with open(folder.choices_file, "x", encoding="utf-8") as out:
        out.write(text)
    return folder
