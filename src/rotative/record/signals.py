"""What happens to the record when a story is written, whoever or whatever publishes it, takes it off, or brings it back."""
from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from wagtail.signals import page_unpublished

from rotative.newsroom.models import Article
from rotative.record.actions.carrying import carry

CARRYING = {"body", "live", "first_published_at"}


def connect() -> None:
    """A page is saved in one transaction, and this is part of it: ``page_published`` would come after."""
    post_save.connect(_saved, sender=Article, dispatch_uid="record.saved")
    # Whoever takes off a page without knowing that it is a story, as the clock does at its hour, saves none.
    page_unpublished.connect(_taken_off, sender=Article, dispatch_uid="record.taken_off")


def _saved(instance: Article, created: bool, raw: bool = False, update_fields: Any = None, **_: Any) -> None:
    """A whole row, or what readers see of it, was written; drafts are kept as revisions."""
    if not created and not raw and (update_fields is None or not CARRYING.isdisjoint(update_fields)):
        carry(instance)


def _taken_off(instance: Article, **_: Any) -> None:
    carry(instance)
