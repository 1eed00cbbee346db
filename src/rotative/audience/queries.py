"""What is asked of the audience: counts, and what is most read.

Counts move with readers and are never printed in a page. What was most read on full days
before today stands still until midnight, so a page may be printed with it.
"""
from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from django.db.models import Count, Q, Sum

from rotative.audience import days, marks
from rotative.audience.models import Like, Reading
from rotative.masthead.languages import locale_id_of
from rotative.newsroom.models import Article
from rotative.press.reads import derived, named_read
from rotative.press.rendering import NotRendering, hold_until


def counts(article_id: int | None) -> dict[str, int]:
    """The numbers of a story; without one, those of the paper, whose readings are today's."""
    likes = Like.objects.filter(Q(article=article_id) | Q(article=None), counted=True)
    found = likes.aggregate(paper=Count("pk", filter=Q(article=None)), story=Count("pk", filter=Q(article=article_id)))
    return {
        "likes": found["story"] if article_id else found["paper"],
        "paper_likes": found["paper"],
        "comments": 0,
        "readings": _readings(article_id),
    }


def likes(article_id: int | None) -> int:
    return Like.objects.filter(article=article_id, counted=True).count()


def is_liked(article_id: int | None, mark: str) -> bool:
    return bool(mark) and Like.objects.filter(article=article_id, mark=marks.hashed(mark)).exists()


def story(article_id: int) -> Article | None:
    """A story that readers may see."""
    return Article.objects.live().filter(pk=article_id, first_published_at__isnull=False).first()


@derived()
@named_read(lambda language, days=7, count=5: [f"list:most-read:{language}"])
def most_read(language: str, days: int = 7, count: int = 5) -> list[int]:
    """The stories most read on the ``days`` full days before today, by primary key.

    A page that shows them holds until midnight in the paper's zone.
    """
    _hold_until_midnight()
    today = _today()
    return _ranked(language, today - timedelta(days=days), today - timedelta(days=1), count)


@derived()
@named_read(lambda language, hours=48, count=10: [f"list:most-read:{language}"])
def most_read_now(language: str, hours: int = 48, count: int = 10) -> list[int]:
    """The stories most read of late, today included: whole days that cover the last ``hours``."""
    today = _today()
    return _ranked(language, today - timedelta(days=max(hours // 24 - 1, 0)), today, count)


def _today() -> date:
    return days.today()


def _hold_until_midnight() -> None:
    with suppress(NotRendering):
        hold_until(days.tomorrow_begins())


def _ranked(language: str, first: date, last: date, count: int) -> list[int]:
    read = Reading.objects.filter(day__range=(first, last), article__live=True, article__locale_id=locale_id_of(language))
    totals = read.filter(article__first_published_at__isnull=False).values("article_id").annotate(total=Sum("count"))
    return list(totals.order_by("-total", "-article__first_published_at", "-article_id").values_list("article_id", flat=True)[:count])


def _readings(article_id: int | None) -> int:
    rows = Reading.objects.filter(article=article_id) if article_id else Reading.objects.filter(day=days.today())
    return rows.aggregate(total=Sum("count"))["total"] or 0
