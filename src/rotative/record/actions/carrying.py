"""Carries what was accepted into the text that readers see, in the transaction that publishes it."""
from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from django.db import transaction
from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.record.actions.history import note
from rotative.record.actions.holding import hold
from rotative.record.anchors import Blocks
from rotative.record.models import Appearance, Decision, Event, Standing, Statement
from rotative.record.typed import typed

PUBLIC = (Appearance, Statement, Event)


@transaction.atomic
def carry(article: Article) -> None:
    """Find what was accepted of a story in its text as it now is; what was rewritten is flagged, and no longer shown.

    What is accepted in that moment is carried too, or finds the new text: the one waits for the other.
    """
    hold(article.pk)
    if is_seen(article):
        blocks = blocks_of(article)
        for row in _kept(article):
            _settle(row, article, blocks)
    else:
        set_aside(article)


def place(row: Any) -> None:
    """Say whether a row just accepted stands in what readers see; its words may be in a draft only, which is no flaw."""
    article = Article.objects.get(pk=row.article_id)
    stands = is_seen(article) and row.carry(blocks_of(article))
    row.standing = Standing.STANDS if stands else Standing.WAITING
    _date(row, article)


def set_aside(article: Article) -> None:
    """A story that readers no longer see takes its rows with it."""
    for model in PUBLIC:
        model.objects.filter(article=article.pk, standing=Standing.STANDS).update(standing=Standing.WAITING)


def is_seen(article: Article) -> bool:
    return bool(article.live and article.first_published_at)


def blocks_of(article: Article) -> Blocks:
    """The words of a story's body as typed, block by block."""
    return typed(article.body.raw_data).by_id


def _kept(article: Article) -> Iterator[Any]:
    for model in PUBLIC:
        yield from model.objects.kept().filter(article=article.pk).order_by("pk")


def _settle(row: Any, article: Article, blocks: Blocks) -> None:
    """Write where a row stands, if that is another place than before, and tell the history what the editor should know."""
    before = copy(row)
    row.standing = Standing.STANDS if row.carry(blocks) else Standing.FLAGGED
    _date(row, article)
    changed = [field.attname for field in row._meta.concrete_fields if getattr(row, field.attname) != getattr(before, field.attname)]
    if changed:
        row.save(update_fields=changed)
        _tell(row, before)


def _tell(row: Any, before: Any) -> None:
    if row.standing != before.standing and Standing.FLAGGED in (row.standing, before.standing):
        note(row, Decision.Verb.FLAGGED if row.standing == Standing.FLAGGED else Decision.Verb.FOUND_AGAIN)
    elif isinstance(row, Statement | Event) and len(row.words) < len(before.words):
        note(row, Decision.Verb.TRIMMED, was=before.words, now=row.words)


def _date(row: Any, article: Article) -> None:
    """A statement is dated by what the text says, else by the day of its publication."""
    if isinstance(row, Statement):
        published = article.first_published_at and timezone.localtime(article.first_published_at, zone()).date()
        row.dated = row.said_from or published
