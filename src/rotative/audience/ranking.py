"""The most read: counted from the readings now and then, and kept until it is counted again.

A page shows what is kept, never what a count would give just then: so a reading changes no
page, and a ranking that differs is a row that changes, which the press sees like any other.
"""
from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Sum

from rotative.audience import days
from rotative.audience.models import Ranking, Reading
from rotative.masthead.languages import languages, locale_id_of

WEEK, LATELY = "week", "lately"  # the seven full days before today; yesterday and today
KEPT = 20  # stories, more than are shown: some may be gone before it is counted again


def renew(now: datetime | None = None) -> list[str]:
    """Count every ranking afresh. What comes out as it was is not written; the names of those that differ."""
    today = days.today(now)
    return [name for language in languages() for name in _renewed(language, today)]


def name_of(span: str, language: str) -> str:
    return f"{span}-{language}"


def _renewed(language: str, today: date) -> list[str]:
    spans = {WEEK: (today - timedelta(days=7), today - timedelta(days=1)), LATELY: (today - timedelta(days=1), today)}
    return [name for span, (first, last) in spans.items() if _keep(name := name_of(span, language), first, _ranked(language, first, last))]


def _keep(name: str, since: date, stories: list[int]) -> bool:
    if Ranking.objects.filter(name=name).values_list("since", "stories").first() == (since, stories):
        return False
    Ranking.objects.update_or_create(name=name, defaults={"since": since, "stories": stories})
    return True


def _ranked(language: str, first: date, last: date) -> list[int]:
    read = Reading.objects.filter(day__range=(first, last), article__live=True, article__locale_id=locale_id_of(language))
    totals = read.filter(article__first_published_at__isnull=False).values("article_id").annotate(total=Sum("count"))
    return list(totals.order_by("-total", "-article__first_published_at", "-article_id").values_list("article_id", flat=True)[:KEPT])
