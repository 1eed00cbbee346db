"""Authors, topics, dossiers, actors and texts that get another address: the old one leads to it for ever.

Wagtail does so for pages. These are none, and their addresses are the paper's, so it is
done here, whoever saves them. The press prints redirects from their rows.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.contrib.redirects.models import Redirect

from rotative.masthead.languages import languages
from rotative.newsroom.models import Author, Dossier, Topic
from rotative.paper.addresses import FEEDS, RECORDED, Paths, api, card_path, feed
from rotative.record.models import Actor, NegotiatedText

KINDS = {Author: "author", Topic: "topic", Dossier: "dossier", Actor: "actor", NegotiatedText: "text"}
BEFORE = "_slug_before"


def connect() -> None:
    for model in KINDS:
        pre_save.connect(_about_to_move, sender=model, dispatch_uid=f"paper.about_to_move.{model.__name__}")
        post_save.connect(_moved, sender=model, dispatch_uid=f"paper.moved.{model.__name__}")


def _about_to_move(sender: Any, instance: Any, raw: bool = False, **_: Any) -> None:
    if instance.pk and not raw:
        setattr(instance, BEFORE, sender.objects.filter(pk=instance.pk).values_list("slug", flat=True).first())


def _moved(sender: Any, instance: Any, **_: Any) -> None:
    before = instance.__dict__.pop(BEFORE, None)
    if before and before != instance.slug:
        for old, new in _addresses(KINDS[sender], instance, before):
            lead(old, new)


def _addresses(kind: str, instance: Any, before: str) -> Iterator[tuple[str, str]]:
    """The old and the new address of each language concerned, with its feeds or its card and its file for programs."""
    for code in [instance.language] if hasattr(instance, "language") else languages():
        to = Paths(code, languages())
        old, new = to.listed(kind, before), to.listed(kind, instance.slug)
        yield old, new
        if kind == "text":
            yield card_path(code, before), card_path(code, instance.slug)
        else:
            yield from ((feed(old, form), feed(new, form)) for form in FEEDS.values())
        if kind in RECORDED:
            yield api(code, kind, before), api(code, kind, instance.slug)


def lead(old: str, new: str) -> None:
    """Let an old address lead to a new one, and whatever led to the old one, so that every chain is one hop."""
    Redirect.objects.filter(redirect_link=old).update(redirect_link=new)
    Redirect.objects.filter(old_path=Redirect.normalise_path(new), redirect_link=new).delete()
    # What was there led nowhere: the page won.
    Redirect.objects.filter(old_path=Redirect.normalise_path(old)).delete()
    Redirect.objects.create(old_path=Redirect.normalise_path(old), redirect_link=new, automatically_created=True)
