"""What happens when a story is published, whoever or whatever published it."""
from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_delete, pre_save
from wagtail.signals import copy_for_translation_done

from rotative.masthead import roles
from rotative.newsroom.actions import choose_related, date_the_update, settle_translation
from rotative.newsroom.models import Article, FrontPage, Section


def connect() -> None:
    pre_save.connect(_about_to_publish, sender=Article, dispatch_uid="newsroom.about_to_publish")
    # A page is saved in one transaction, and this is part of it: ``page_published`` would come after, and the story be printed twice.
    post_save.connect(_saved, sender=Article, dispatch_uid="newsroom.saved")
    copy_for_translation_done.connect(_translated, dispatch_uid="newsroom.translated")
    post_save.connect(_front_made, sender=FrontPage, dispatch_uid="newsroom.front_made")
    pre_delete.connect(_section_deleted, sender=Section, dispatch_uid="newsroom.section_deleted")


def _about_to_publish(instance: Article, update_fields: Any = None, **_: Any) -> None:
    """A whole live row is written when it is published; drafts are kept as revisions."""
    if instance.live and update_fields is None:
        date_the_update(instance)


def _saved(instance: Article, created: bool, update_fields: Any = None, **_: Any) -> None:
    """The same row, with the revision that it is made of."""
    if instance.live and instance.live_revision_id and not created and update_fields is None:
        choose_related(instance)


def _translated(source_obj: Any, target_obj: Any, **_: Any) -> None:
    if isinstance(target_obj, Article):
        settle_translation(target_obj, source_obj.specific)


def _front_made(instance: FrontPage, created: bool, raw: bool = False, **_: Any) -> None:
    if created and not raw and roles.are_established():
        roles.open_front(instance)


def _section_deleted(instance: Section, **_: Any) -> None:
    roles.close_section(instance)
