"""Which stories go with a story, of those published when it is.

Scorers give points to candidates. What one says counts only among those that all before it
hold equal: the same dossier goes first, then shared topics, then names the headlines share,
then the newest.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from rotative.newsroom.models import Article

CANDIDATES = 200


class Candidate(NamedTuple):
    """What scorers look at of a story; a row, since a story that waits for its hour waits for this."""

    pk: int
    title: str
    standfirst: str
    dossier_id: int | None
    first_published_at: datetime


Scorer = Callable[[Article, Iterable[Candidate]], dict[int, float]]

scorers: list[Scorer] = []


def scorer(function: Scorer) -> Scorer:
    """Register a way to score candidates, after those there are; rooms above add their own."""
    scorers.append(function)
    return function


def best_related(article: Article, count: int) -> list[int]:
    """Primary keys of the stories that go best with ``article``, best first."""
    candidates = list(_candidates(article))
    points = [score(article, candidates) for score in scorers]
    ranked = sorted(candidates, key=lambda story: (*(each.get(story.pk, 0) for each in points), story.first_published_at, story.pk), reverse=True)
    return [story.pk for story in ranked[:count]]


def _candidates(article: Article) -> Iterable[Candidate]:
    stories = Article.objects.live().filter(locale=article.locale_id).exclude(pk=article.pk)
    stories = stories.exclude(genre="sponsored").exclude(first_published_at=None)
    if article.first_published_at:
        stories = stories.filter(first_published_at__lte=article.first_published_at)
    topics = [topic.pk for topic in article.topics.all()]
    kin = Q(dossier=article.dossier_id) if article.dossier_id else Q(pk=None)
    near = stories.filter(kin | Q(topics__in=topics)).distinct() if topics or article.dossier_id else stories.none()
    newest = ["-first_published_at", "-pk"]
    return {Candidate(*row) for some in (near, stories) for row in some.order_by(*newest).values_list(*Candidate._fields)[:CANDIDATES]}


@scorer
def same_dossier(article: Article, candidates: Iterable[Candidate]) -> dict[int, float]:
    return {story.pk: 1.0 for story in candidates if article.dossier_id and story.dossier_id == article.dossier_id}


@scorer
def shared_topics(article: Article, candidates: Iterable[Candidate]) -> dict[int, float]:
    mine = {topic.pk for topic in article.topics.all()}
    rows = Article.topics.through.objects.filter(topic__in=mine, article__in=[story.pk for story in candidates])
    return {pk: float(number) for pk, number in Counter(rows.values_list("article_id", flat=True)).items()}


@scorer
def shared_names(article: Article, candidates: Iterable[Candidate]) -> dict[int, float]:
    mine = _names(article)
    return {story.pk: float(len(mine & _names(story))) for story in candidates}


def _names(article: Article | Candidate) -> set[str]:
    """Capitalised words that do not begin a sentence: most are names."""
    text = f"{article.title}. {article.standfirst}"
    return set(re.findall(r"(?<![.!?:«“] )(?<!^)\b[A-ZÀ-Ý][\w’'-]{2,}", text))
