"""What follows when a picture is saved, whoever or whatever saved it."""
from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from rotative.library import actions, tasks
from rotative.library.models import Picture
from rotative.library.sizes import Damaged

HOUSEKEEPING = {"file_hash", "file_size"}


def connect() -> None:
    post_save.connect(_saved, sender=Picture, dispatch_uid="library.saved")


def _saved(instance: Picture, raw: bool, update_fields: Any = None, **_: Any) -> None:
    if raw or (update_fields and set(update_fields) <= HOUSEKEEPING):
        return
    pk = instance.pk
    transaction.on_commit(lambda: see_to_sizes(pk))


def see_to_sizes(pk: int) -> None:
    """One size at once, so that a story can show the picture; the worker makes the rest."""
    picture = Picture.objects.filter(pk=pk).first()
    if picture is None:
        return
    with suppress(Damaged, OSError):  # The worker meets it again, and tells the desk.
        actions.make_safe_size(picture)
    tasks.make_sizes.enqueue(pk)
