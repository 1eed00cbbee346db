"""Keeps which stories are to be read: one reading of a story waits at a time, however often its draft is saved."""
from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from rotative.newsroom.models import Article
from rotative.record.actions.taking import is_read
from rotative.record.models import WantedReading
from rotative.record.reading.parsing import MODELS
from rotative.record.typed import typed

State = WantedReading.State
LOST = timedelta(minutes=2)  # after it was due, what still waits may have no task: its process ended before it was told


def is_to_read(article: Article, draft: Article) -> bool:
    """Whether a draft has a text that was not read last, in a language that is read."""
    return article.language in MODELS and not is_read(article, typed(draft.body.raw_data))


@transaction.atomic
def want(article: Article, wait: timedelta = timedelta(), anew: bool = False) -> bool:
    """Note that a story is to be read. Whether a task has to be told: not when one already waits that is soon enough."""
    now = timezone.now()
    row, is_new = WantedReading.objects.select_for_update().get_or_create(article_id=article.pk, defaults={"due": now + wait})
    is_told = not is_new and row.state == State.WAITING and now - LOST < row.due <= now + wait
    row.anew = row.anew or anew
    if not is_told:
        row.state, row.due, row.task, row.problem = State.WAITING, now + wait, "", ""
    row.save()
    return not is_told


def begin(pk: int, task: str) -> WantedReading | None:
    """Take a waiting reading in hand, or take it up again; None where there is none, or another task has it."""
    mine = Q(state=State.WAITING) | Q(state=State.UNDER_WAY, task=task)
    taken = WantedReading.objects.filter(mine, article=pk).update(state=State.UNDER_WAY, task=task, begun_at=timezone.now())
    return WantedReading.objects.select_related("article").get(article=pk) if taken else None


def end(wanted: WantedReading) -> None:
    """It was read. If it was asked for again meanwhile, another reading waits."""
    _in_hand(wanted).delete()


def fail(wanted: WantedReading, problem: WantedReading.Problem) -> None:
    """It could not be read; the desk is told why."""
    _in_hand(wanted).update(state=State.FAILED, problem=problem)


def _in_hand(wanted: WantedReading) -> QuerySet[WantedReading]:
    return WantedReading.objects.filter(pk=wanted.pk, state=State.UNDER_WAY, task=wanted.task)
