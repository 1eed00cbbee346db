"""Feeds the search: each story as it is published, and all of them anew.

The index is derived and of this node: a failure to write it stops no publication, and
``rebuild`` puts it right.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.signals import page_published, page_unpublished

from rotative.newsroom.models import Article
from rotative.search.index import Document, index

Progress = Callable[[int, int], None]
BATCH = 200


def connect() -> None:
    """Feed the index from what is published, taken off and deleted."""
    page_published.connect(_published, sender=Article, dispatch_uid="searching.published")
    page_unpublished.connect(_gone, sender=Article, dispatch_uid="searching.unpublished")
    post_delete.connect(_gone, sender=Article, dispatch_uid="searching.deleted")


def rebuild(progress: Progress | None = None) -> int:
    """Make the index anew from every story that readers may see. Says how many there are.

    What was published or taken off meanwhile is put right at the end.
    """
    began = timezone.now()
    number = index().rebuild(_documents(_stories(), progress or _quietly))
    for pk in _changed_since(began):
        put(pk)
    return number


def _changed_since(began: datetime) -> set[int]:
    """Stories that the index holds and readers do not see, or the other way, or published since."""
    seen = set(_stories().values_list("pk", flat=True))
    since = _stories().filter(last_published_at__gte=began).values_list("pk", flat=True)
    return (seen ^ index().numbers()) | set(since)


def put(pk: int) -> None:
    """Put a story into the index as readers see it now, or out of it if they do not."""
    story = _stories().filter(pk=pk).first()
    if story is None:
        index().remove(pk)
    else:
        index().put(*document(story))


def document(article: Article) -> Document:
    """What of a story can be found: every word of it once, and who and what it is about."""
    title = f"{article.title} {article.short_headline}".strip()
    return Document(article.pk, article.language, article.first_published_at, title, "\n".join(filter(None, _words(article))))


def _words(article: Article) -> Iterator[str]:
    yield article.standfirst
    yield from (strip_tags(block.value) for block in article.essentials)
    yield article.body.stream_block.findable(article.body)
    yield article.picture_caption or (article.picture.caption if article.picture else "")
    yield article.kicker
    yield article.dateline
    yield " · ".join(row.author.name for row in article.bylines.all())
    yield " · ".join(topic.name for topic in article.topics.all())
    yield article.dossier.name if article.dossier else ""


def _stories() -> QuerySet[Article]:
    seen = Article.objects.live().filter(first_published_at__isnull=False)
    return seen.select_related("dossier", "picture").prefetch_related("bylines__author", "topics").order_by("pk")


def _documents(stories: QuerySet[Article], progress: Progress) -> Iterator[Document]:
    total = stories.count()
    for number, story in enumerate(stories.iterator(chunk_size=BATCH), 1):
        yield document(story)
        if number % BATCH == 0 or number == total:
            progress(number, total)


def _quietly(done: int, total: int) -> None:
    """Nobody asked how far it is."""


def _published(instance: Article, **_: Any) -> None:
    pk = instance.pk
    transaction.on_commit(lambda: put(pk), robust=True)


def _gone(instance: Article, **_: Any) -> None:
    pk = instance.pk
    transaction.on_commit(lambda: index().remove(pk), robust=True)
