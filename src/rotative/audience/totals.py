"""How often each story was read in all: counted now and then, and kept, like the most read.

The files of counts show what is kept. A reading writes one row and prints nothing.
"""
from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Sum

from rotative.audience import days
from rotative.audience.models import Reading, Total

AT_ONCE = 500  # rows a transaction: nobody waits long for their turn to write


def renew(now: datetime | None = None) -> int:
    """Count again the stories that were read since yesterday, at first all of them. How many rows were written."""
    today = days.today(now)
    lately = Reading.objects.filter(day__gte=today - timedelta(days=1)) if Total.objects.exists() else Reading.objects.all()
    counted = Reading.objects.filter(article__in=lately.values("article_id")).order_by().values("article_id").annotate(total=Sum("count"))
    totals = {str(pk): total for pk, total in counted.values_list("article_id", "total")}
    totals[Total.PAPER] = Reading.objects.filter(day=today).aggregate(total=Sum("count"))["total"] or 0
    return sum(_keep({name: totals[name] for name in some}) for some in _batches(sorted(totals)))


def forget() -> int:
    """Drop the totals of stories that are no more, or whose readings are forgotten."""
    read = {str(pk) for pk in Reading.objects.order_by().values_list("article_id", flat=True).distinct()}
    gone = [name for name in Total.objects.exclude(name=Total.PAPER).values_list("name", flat=True) if name not in read]
    return sum(Total.objects.filter(name__in=some).delete()[0] for some in _batches(gone))


def _keep(totals: dict[str, int]) -> int:
    """Write those that differ."""
    with transaction.atomic():
        kept = dict(Total.objects.filter(name__in=totals).values_list("name", "readings"))
        rows = [Total(name=name, readings=total) for name, total in totals.items() if kept.get(name) != total]
        Total.objects.bulk_create(rows, update_conflicts=True, unique_fields=["name"], update_fields=["readings"])
    return len(rows)


def _batches(names: list[str]) -> list[list[str]]:
    return [names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE)]
