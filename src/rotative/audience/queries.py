"""What is asked of the audience: counts, and what is most read.

Counts move with readers and are never printed in a page. What is most read stands still until
it is counted again, so a page may be printed with it.
"""
from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, Sum

from rotative.audience import days, marks
from rotative.audience.models import Like, Ranking, Reading
from rotative.audience.ranking import name_of
from rotative.newsroom.models import Article
from rotative.press.reads import derived, named_read
from rotative.press.rendering import stand_on


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
@named_read(lambda span, language, count: [f"ranking:{name_of(span, language)}"])
def most_read(span: str, language: str, count: int) -> list[int]:
    """The stories read most, by primary key, of those that readers may see still; as they were last counted (``ranking``)."""
    kept = _kept(span, language)
    ranked = kept.stories if kept else []
    live = set(Article.objects.live().filter(pk__in=ranked).values_list("pk", flat=True))
    stand_on(*(f"article:{pk}" for pk in ranked))
    return [pk for pk in ranked if pk in live][:count]


@derived()
@named_read(lambda span, language: [f"ranking:{name_of(span, language)}"])
def counted_since(span: str, language: str) -> date | None:
    """The first of the days whose readings a ranking counts."""
    kept = _kept(span, language)
    return kept.since if kept else None


def _kept(span: str, language: str) -> Ranking | None:
    return Ranking.objects.filter(name=name_of(span, language)).first()


def _readings(article_id: int | None) -> int:
    rows = Reading.objects.filter(article=article_id) if article_id else Reading.objects.filter(day=days.today())
    return rows.aggregate(total=Sum("count"))["total"] or 0
