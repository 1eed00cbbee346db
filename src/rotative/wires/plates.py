"""The pictures of a page that came in: found beside it or fetched, then kept in the library.

Getting them is slow, and is done before anything is written; keeping them is part of the
transaction that makes the draft. One that cannot be had is told, and the draft stays.
"""
from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rotative.library import actions as library
from rotative.library import metadata
from rotative.library.models import Picture
from rotative.library.sizes import Damaged
from rotative.newsroom.models.articles import Rights
from rotative.wires import fetching
from rotative.wires.reading import Story
from rotative.wires.reading import story as read
from rotative.wires.spoken import Told

MOST = 30
IN_ALL = 60.0  # seconds, for all pictures of a page

LOST = gettext_noop("The picture {address} could not be had: {why}")
LACKS = gettext_noop("The picture “{title}” came without {what}: see to it in the library.")
NO_FILE = gettext_noop("It is not in the folder beside the page.")
NO_ADDRESS = gettext_noop("The page does not say where it is.")
NO_PICTURE = gettext_noop("It is no picture that the library takes (JPEG, PNG, WebP, AVIF, GIF), or it is damaged.")
TOO_LATE = gettext_noop("The others took a minute already.")
TOO_MANY = gettext_noop("A page brings {most} pictures at most.")
ALT, CREDIT, BOTH = gettext_noop("alternative text"), gettext_noop("credit"), gettext_noop("alternative text and credit")


class Lost(Exception):
    """A picture cannot be had; the first argument is the sentence that says why."""


@dataclass(frozen=True)
class Taken:
    """A picture of a page with its bytes in hand."""

    said: read.Picture
    data: bytes
    ending: str


@dataclass(frozen=True)
class Plate:
    """A picture kept in the library, and how many blocks of the story stand before it."""

    picture: Picture
    place: int | None


def take(story: Story, page: Path | None, warnings: list[str]) -> list[Taken]:
    """The pictures of a story that can be had. ``page``: the saved page's own file, if it is one."""
    taken, until = [], time.monotonic() + IN_ALL
    for number, said in enumerate(story.pictures):
        try:
            _refuse_too_much(number, until)
            data = _data(said, page)
            taken.append(Taken(said, data, _ending(data)))
        except Lost as lost:
            warnings.append(Told(LOST, address=said.source or said.beside or said.caption or "?", why=lost.args[0]))
    return taken


def keep(taken: Sequence[Taken], story: Story, rights: str, by: Any, warnings: list[str]) -> list[Plate]:
    """Those pictures in the library, each with its alternative text, caption and credit."""
    return [Plate(_kept(each, story, rights, by, warnings), each.said.place) for each in taken]


def _refuse_too_much(number: int, until: float) -> None:
    if number >= MOST:
        raise Lost(Told(TOO_MANY, most=str(MOST)))
    if time.monotonic() > until:
        raise Lost(Told(TOO_LATE))


def _data(said: read.Picture, page: Path | None) -> bytes:
    found = _beside(said.beside, page) if said.beside and page else None
    if found is not None:
        return found
    if not (said.source or "").startswith(("http://", "https://")):
        raise Lost(Told(NO_FILE if said.beside else NO_ADDRESS))
    try:
        return fetching.fetch(said.source or "", accept=fetching.A_PICTURE)[0]
    except fetching.Unreachable as error:
        raise Lost(Told(fetching.SENTENCES[error.code], **error.details)) from error


def _beside(name: str, page: Path) -> bytes | None:
    """The bytes of a file in the folder saved with the page; a page may point nowhere else."""
    folder = (page.parent / PurePosixPath(name).parts[0]).resolve()
    file = (page.parent / name).resolve()
    try:
        if folder.parent != page.parent.resolve() or folder not in file.parents or file.stat().st_size > fetching.LIMIT:
            return None
        return file.read_bytes() if file.is_file() else None
    except (OSError, ValueError):
        return None


def _ending(data: bytes) -> str:
    try:
        return library.ending_of(data)
    except Damaged as error:
        raise Lost(Told(NO_PICTURE)) from error


def _kept(taken: Taken, story: Story, rights: str, by: Any, warnings: list[str]) -> Picture:
    said = taken.said
    alt = said.alt or metadata.read(taken.data).alt
    fields = {
        "title": said.caption or said.alt or story.headline,
        "description": alt or said.caption or "",
        "caption": said.caption or "",
        "credit": said.credit or "",
        "licence": "" if rights == Rights.OWN else _("Rights unknown; taken from %(place)s") % {"place": _place(said, story)},
    }
    picture = library.keep(taken.data, f"{_stem(said)}.{taken.ending}", uploaded_by_user=by, **fields)
    lacking = {(True, False): ALT, (False, True): CREDIT, (True, True): BOTH}.get((not alt, not picture.credit))
    if lacking:
        warnings.append(Told(LACKS, title=picture.title, what=lacking))
    return picture


def _place(said: read.Picture, story: Story) -> str:
    return story.outlet or urlsplit(story.canonical or said.source or "").hostname or "?"


def _stem(said: read.Picture) -> str:
    path = PurePosixPath(unquote(urlsplit(said.source or "").path) if said.source else said.beside or "")
    return slugify(path.stem)[:60] or "picture"
