"""Makes the demonstration paper in an empty folder: ``python -m rotative.project.demo.making FOLDER``.

The pictures are drawn from the first second, in processes of their own, while the
database is laid and the stories are filed.
"""
from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rotative.project.demo import cast as casting
from rotative.project.demo import plates, proof
from rotative.project.demo.cast import LANGUAGES, Cast, Plate
from rotative.project.demo.days import Calendar
from rotative.project.demo.made import MADE_OF, PASSWORDS, sources
from rotative.project.demo.record import files, proofs
from rotative.project.demo.record.entries import Record
from rotative.project.folder import Folder, write_choices
from rotative.project.speech import say

CREDIT = "Gravure Lou Amsellem / L'Amer"


def main(path: str) -> None:
    folder = write_choices(Path(path), "L'Amer", list(LANGUAGES), demonstration=True)
    calendar = Calendar(datetime.now(UTC), ZoneInfo("Europe/Paris"))
    cast, record = casting.read(calendar), files.read(calendar)
    faults = [*proof.read_proofs(cast), *proofs.read_proofs(record, cast)]
    if faults:
        sys.exit("\n".join(faults))
    shop = plates.Workshop(folder.media / "originals")
    try:
        shop.draw(_plates(cast))
        _make(folder, cast, record, calendar, shop)
    finally:
        shop.close()
    _settle()
    (folder.path / MADE_OF).write_text(sources())
    os.sync()


def _of(name: str) -> str:
    """``d'Octave Rémond``, ``de Tom Vasquier``; an aspirated h is none of ours."""
    return f"d'{name}" if name[0] in "AEIOUÉÈÊÎÔ" else f"de {name}"


def _plates(cast: Cast) -> list[Plate]:
    """Portraits, then the pictures of stories; those shown large on the front are drawn larger."""
    large = {story.picture for story in cast.stories if story.front in ("lead", "story")}
    faces = [Plate(f"portrait-{said['slug']}", said["name"], f"Portrait {_of(said['name'])}.", "", "fr", "portrait") for said in cast.people["authors"]]
    views = [Plate(**{**vars(plate), "kind": "large" if plate.picture in large else "view"}) for plate in cast.plates.values()]
    return [*faces, *views]


def _make(folder: Folder, cast: Cast, record: Record, calendar: Calendar, shop: plates.Workshop) -> None:
    """Everything that needs Django; see ``hurry`` for what is done differently from ``rotative new``."""
    from rotative.project.demo import hurry

    hurry.load_django()
    from django.core.management import call_command

    say("Laying the database and the desk's files.")
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    pictures = _fill(folder, cast, record, calendar)
    hurry.do_what_waits()
    shop.cut(pictures, at_once={plate.picture for plate in _plates(cast) if plate.kind != "view"} | _on_the_front(cast))
    _leave_the_rest_to_the_worker()


def _on_the_front(cast: Cast) -> set[str]:
    """The pictures of stories that say where they stand on the front."""
    return {story.picture for story in cast.stories if story.front}


def _settle() -> None:
    """Bring all that was written into the one file of the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _leave_the_rest_to_the_worker() -> None:
    """The larger sizes of pictures further in: made while the paper is served."""
    from rotative.library.tasks import renew

    renew.call()


def _fill(folder: Folder, cast: Cast, record: Record, calendar: Calendar) -> dict[str, int]:
    from rotative.masthead.roles import Role
    from rotative.project import founding
    from rotative.project.demo import answers, fronts, people, readers, stories
    from rotative.project.demo.record import keeping

    say("Engaging the newsroom.")
    made = founding.found("L'Amer", LANGUAGES)
    fronts.set_masthead(cast, calendar)
    pictures = _enter(_plates(cast))
    passwords = {role: founding.password() for role in people.STAFF}
    portraits = {slug.removeprefix("portrait-"): pk for slug, pk in pictures.items() if slug.startswith("portrait-")}
    desk = people.engage(cast, made, portraits, passwords)
    _keep(folder, {people.STAFF[role][1]: {"role": str(role.value), "password": word} for role, word in passwords.items()})
    say(f"Filing {len(cast.stories)} stories.")
    pages = stories.Filing(cast, calendar, desk, pictures).run()
    for front in made.values():
        fronts.set_front(front, cast, desk, pages)
    readers.count_readers(cast.by_name, pages, calendar)
    answers.answer(pages, calendar)
    keeping.keep(record, calendar, desk.users[Role.EDITOR], desk.dossiers, pages)
    return pictures


def _enter(drawings: list[Plate]) -> dict[str, int]:
    """Rows of the library for pictures that are still being drawn; their sizes come last."""
    from django.db.models.signals import post_save

    from rotative.library.models import Picture

    post_save.disconnect(sender=Picture, dispatch_uid="library.saved")
    made = {}
    for plate in drawings:
        width, height = plates.SIZES[plate.kind]
        title = plate.picture.replace("-", " ").capitalize()
        row = Picture(title=title, file=f"originals/{plate.picture}.png", width=width, height=height, description=plate.alt, caption=plate.caption)
        row.credit, row.licence = CREDIT, "Tous droits réservés"
        row.save()
        made[plate.picture] = row.pk
    return made


def _keep(folder: Folder, accounts: dict[str, dict[str, str]]) -> None:
    """The passwords, for whoever owns the folder."""
    handle = os.open(folder.path / PASSWORDS, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with open(handle, "w", encoding="utf-8") as out:
        json.dump(accounts, out, indent=2)


if __name__ == "__main__":
    main(sys.argv[1])
