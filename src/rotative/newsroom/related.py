"""Which stories go with a story, of those published when it is.

Scorers are registered by name; each gives points to candidates. The same dossier weighs
most, then shared topics, then names the headlines share; among equals, the newest.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from django.db.models import Q

from rotative.newsroom.models import Article

Scorer = Callable[[Article, Iterable[Article]], dict[int, float]]
CANDIDATES = 200

scorers: dict[str, Scorer] = {}


def scorer(function: Scorer) -> Scorer:
    """Register a way to score candidates; rooms above add their own."""
    scorers[function.__name__] = function
    return function


def best_related(article: Article, count: int) -> list[int]:
    """Primary keys of the stories that go best with ``article``, best first."""
    candidates = list(_candidates(article))
    points: Counter[int] = Counter()
    for score in scorers.values():
        points.update(score(article, candidates))
    ranked = sorted(candidates, key=lambda story: (-points[story.pk], -(story.first_published_at.timestamp()), -story.pk))
    return [story.pk for story in ranked[:count]]


def _candidates(article: Article) -> Iterable[Article]:
    stories = Article.objects.live().filter(locale=article.locale_id).exclude(pk=article.pk)
    stories = stories.exclude(genre="sponsored").exclude(first_published_at=None)
    if article.first_published_at:
        stories = stories.filter(first_published_at__lte=article.first_published_at)
    topics = [topic.pk for topic in article.topics.all()]
    kin = Q(dossier=article.dossier_id) if article.dossier_id else Q(pk=None)
    near = stories.filter(kin | Q(topics__in=topics)).distinct() if topics or article.dossier_id else stories.none()
    newest = ["-first_published_at", "-pk"]
    found = {story.pk: story for story in near.order_by(*newest).defer("body")[:CANDIDATES]}
    found |= {story.pk: story for story in stories.order_by(*newest).defer("body")[:CANDIDATES]}
    return found.values()


@scorer
def same_dossier(article: Article, candidates: Iterable[Article]) -> dict[int, float]:
    return {story.pk: 10.0 for story in candidates if article.dossier_id and story.dossier_id == article.dossier_id}


@scorer
def shared_topics(article: Article, candidates: Iterable[Article]) -> dict[int, float]:
    mine = {topic.pk for topic in article.topics.all()}
    rows = Article.topics.through.objects.filter(topic__in=mine, article__in=[story.pk for story in candidates])
    return {pk: 3.0 * number for pk, number in Counter(rows.values_list("article_id", flat=True)).items()}


@scorer
def shared_names(article: Article, candidates: Iterable[Article]) -> dict[int, float]:
    mine = _names(article)
    return {story.pk: float(len(mine & _names(story))) for story in candidates}


def _names(article: Article) -> set[str]:
    """Capitalised words that do not begin a sentence: most are names."""
    text = f"{article.title}. {article.standfirst}"
    return set(re.findall(r"(?<![.!?:«“] )(?<!^)\b[A-ZÀ-Ý][\w’'-]{2,}", text))
