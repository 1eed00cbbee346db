"""What the worker does for the record: it reads stories. What reads is loaded there, and nowhere else."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskContext, task, task_backends

from rotative.newsroom.models import Article
from rotative.record.actions import asking, rereading
from rotative.record.models import WantedReading

PAUSE = timedelta(seconds=6)  # between the save of a draft and its reading: a draft that is being written is saved every few seconds
Problem = WantedReading.Problem


def ask_when_saved(article: Article, draft: Article) -> None:
    """Have the newest draft of a story read, soon, if its text was not."""
    if asking.is_to_read(article, draft) and asking.want(article, wait=PAUSE):
        _tell(article.pk, PAUSE)


def ask_again(article: Article) -> None:
    """Have a story read at once, whether it was or not."""
    if asking.want(article, anew=True):
        _tell(article.pk)


@task(takes_context=True, priority=-10)  # pictures go first: readers see them
def read_story(context: TaskContext, article_id: int) -> str:
    """Read the newest draft of a story that is to be read. Says what came of it: ``read``, ``unchanged``, ``not asked``."""
    wanted = asking.begin(article_id, str(context.task_result.id))
    if wanted is None:
        return "not asked"
    try:
        is_new = rereading.read(wanted.article, anew=wanted.anew)
    except Exception as problem:
        asking.fail(wanted, Problem.NO_MODEL if isinstance(problem, ImportError) else Problem.BROKEN)
        raise
    asking.end(wanted)
    return "read" if is_new else "unchanged"


def _tell(pk: int, wait: timedelta = timedelta()) -> None:
    transaction.on_commit(lambda: _enqueue(pk, wait))


def _enqueue(pk: int, wait: timedelta) -> Any:
    if wait and task_backends[read_story.backend].supports_defer:
        return read_story.using(run_after=timezone.now() + wait).enqueue(pk)
    return read_story.using(priority=0).enqueue(pk)  # somebody waits for it
