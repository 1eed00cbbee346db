"""What the worker does for pictures."""
from __future__ import annotations

from django_tasks import task

from rotative.library import actions
from rotative.library.models import Picture
from rotative.library.sizes import Damaged


@task()
def make_sizes(picture_id: int) -> str:
    """Make a picture's sizes. May be run again at any time; one that fails is told at the desk."""
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture is None:
        return "gone"
    try:
        return actions.make_sizes(picture)
    except Damaged:
        actions.note_problem(picture, Picture.Problem.DAMAGED)
        return "damaged"
    except OSError:
        if picture.file.storage.exists(picture.file.name):
            raise
        actions.note_problem(picture, Picture.Problem.MISSING)
        return "missing"


@task()
def renew(everything: bool = False) -> int:
    """Ask for the sizes of every picture that lacks some, or of all, and say of how many."""
    found = Picture.objects.all() if everything else Picture.objects.filter(sizes_ready=False)
    pks = list(found.order_by("pk").values_list("pk", flat=True))
    for pk in pks:
        make_sizes.enqueue(pk)
    return len(pks)


@task()
def sweep() -> int:
    """Each day: delete the files of sizes that were replaced more than a day ago."""
    return actions.sweep()
