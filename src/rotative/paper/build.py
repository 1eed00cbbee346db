"""The build: a digest of all that every page stands on and that is no row of the database."""
from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from rotative.masthead.queries import zone

SOURCE = Path(__file__).resolve().parent.parent
READ = {".py", ".html", ".css", ".js", ".svg", ".woff2", ".mo"}
# Rooms and folders of the program that no page is made of.
LEFT_OUT = {"demo", "desk", "migrations", "commands", "front", "triggers", "management"}
BUILT_ON = ("django", "wagtail", "nh3", "rcssmin")


def build() -> str:
    """Program, templates, style, catalogues, settings that pages show, and the paper's time zone."""
    chosen = (settings.ROTATIVE_URL, settings.FEED_HOST, settings.LANGUAGES, str(zone()))
    return blake2b(f"{_program()}{chosen!r}".encode(), digest_size=8).hexdigest()


@cache
def _program() -> str:
    digest = blake2b(digest_size=8)
    for name in BUILT_ON:
        digest.update(f"{name} {version(name)}".encode())
    for file in sorted(SOURCE.rglob("*")):
        # Wherever the program is installed, in a folder called demo for one.
        name = file.relative_to(SOURCE)
        if file.suffix in READ and not LEFT_OUT.intersection(name.parts):
            digest.update(name.as_posix().encode() + file.read_bytes())
    return digest.hexdigest()
