"""Threads by respect, ranked again at most so often: a page that is printed with them stands still meanwhile."""
from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Count

from rotative.discussion.models import PART, Contribution, State, Talk

SECONDS = 30  # at least, between two rankings


def renew(now: datetime) -> int:
    """Rank the discussions in which respect came or went since. How many."""
    stale = list(Talk.objects.filter(is_unranked=True).order_by("pk").values_list("pk", flat=True)[:1000])
    for pk in stale:
        _rank(pk, now)
    return len(stale)


@transaction.atomic
def _rank(pk: int, now: datetime) -> None:
    """The mark goes first: respect that comes while it is counted asks for the next ranking."""
    Talk.objects.filter(pk=pk).update(is_unranked=False)
    ranking = _respected(pk)
    Talk.objects.filter(pk=pk).exclude(ranking=ranking).update(ranking=ranking, ranked_at=now)


def _respected(pk: int) -> list[int]:
    """Threads that somebody respects, the most respected first; of equals the older one."""
    threads = Contribution.objects.filter(article=pk, thread=None, state=State.SHOWN).annotate(number=Count("respected")).filter(number__gt=0)
    return list(threads.order_by("-number", "place").values_list("pk", flat=True)[:PART])
