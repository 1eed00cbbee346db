"""What is asked of the audience: counts, and what is most read.

Counts move with readers: they are in files of their own and in no page. What is most read stands
still until it is counted again, so a page may be printed with it.
"""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q

from rotative.audience import marks
from rotative.audience.models import Like, Ranking, Total
from rotative.audience.ranking import name_of
from rotative.newsroom.models import Article
from rotative.press.reads import Rows, derived, named_read
from rotative.press.rendering import stand_on


@named_read(lambda article_id: [f"counts:{article_id or Total.PAPER}"])
def counts(article_id: int | None) -> dict[str, int]:
    """The numbers of a story; without one, those of the paper, whose readings are today's. Readings are as last counted."""
    name, liked = str(article_id or Total.PAPER), likes(article_id)
    return {"likes": liked, **({} if article_id else {"paper_likes": liked}), "readings": readings.take([name]).get(name, 0)}


def _readings(names: list[str]) -> Mapping[str, int]:
    return dict(Total.objects.filter(name__in=names).values_list("name", "readings"))


def _liked_by(pks: list[int | None]) -> Mapping[int | None, int]:
    liked = Like.objects.filter(Q(article__in=[pk for pk in pks if pk]) | (Q(article=None) if None in pks else Q()), counted=True)
    return dict(liked.order_by().values_list("article").annotate(Count("pk")))


readings = Rows(_readings)  # as they were last counted, by the names of totals
liked_by = Rows(_liked_by)  # how many like a story, by its primary key; the paper, by None


def likes(article_id: int | None) -> int:
    """How many like a story; without one, the paper."""
    return liked_by.take([article_id]).get(article_id, 0)


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
