"""How a contribution comes before readers, and goes: its place, its part, and the counts. Each in one transaction with the rest."""
from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from django.db.models import F

from rotative.discussion import noticing
from rotative.discussion.models import Contribution, State, Talk, parts_of


@transaction.atomic(savepoint=False)
def begin(contribution: Contribution, now: datetime) -> int:
    """Keep a contribution that is new, and put it before readers at once: what ``show`` does, in one row written where that is two.

    How many parts the discussion then has.
    """
    threads = _counted(contribution.article_id, int(_begins_a_thread(contribution)))
    _give_place(contribution, threads)
    contribution.state, contribution.shown_at = State.SHOWN, now
    contribution.save(force_insert=True)
    _count_replies(contribution, 1)
    return parts_of(threads)


@transaction.atomic
def show(contribution: Contribution, now: datetime) -> None:
    """Put a contribution before readers; the first time, a thread is given the next place. Once more changes nothing."""
    talk = talk_of(contribution.article_id)
    contribution.refresh_from_db(fields=["state", "place", "part", "shown_at"])
    if contribution.is_shown:
        return
    if contribution.part is None:
        talk.threads += _begins_a_thread(contribution)
        _give_place(contribution, talk.threads)
    contribution.state, contribution.shown_at = State.SHOWN, contribution.shown_at or now
    contribution.save(update_fields=["state", "place", "part", "shown_at", "thread", "answers"])
    _count(contribution, talk, 1)
    noticing.of_reply(contribution, now)


@transaction.atomic
def hide(contribution: Contribution, state: State) -> None:
    """Take a contribution from readers, or see that it never comes before them. What stands under it stays."""
    talk = talk_of(contribution.article_id)
    contribution.refresh_from_db(fields=["state"])
    was_shown = contribution.is_shown
    contribution.state = state
    contribution.is_picked = False
    contribution.save(update_fields=["state", "is_picked"])
    if was_shown:
        _count(contribution, talk, -1)


def talk_of(article_id: int) -> Talk:
    """The discussion of a story, made if need be, and nobody else's until the transaction ends."""
    locked = Talk.objects.select_for_update().filter(article_id=article_id)
    if (talk := locked.first()) is not None:
        return talk
    Talk.objects.get_or_create(article_id=article_id)
    return locked.get()


def _counted(article_id: int, threads: int) -> int:
    """Count what is shown, and maybe a thread, in the one statement that takes the discussion for this transaction. How many threads there are then."""
    table = Talk._meta.db_table
    counted = f"UPDATE {table} SET threads = threads + %s, shown = shown + 1 WHERE article_id = %s RETURNING threads"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(counted, [threads, article_id])
        if (row := cursor.fetchone()) is None:
            Talk.objects.get_or_create(article_id=article_id)
            cursor.execute(counted, [threads, article_id])
            row = cursor.fetchone()
    return int(row[0])


def _begins_a_thread(contribution: Contribution) -> bool:
    """Whether it answers nothing, or something that was never shown."""
    return contribution.thread is None or contribution.thread.part is None


def _give_place(contribution: Contribution, threads: int) -> None:
    """A thread's place, which is the last; a reply's is that of its thread."""
    if _begins_a_thread(contribution):
        contribution.thread = contribution.answers = None
        contribution.place, contribution.part = threads, parts_of(threads)
    else:
        contribution.place, contribution.part = contribution.thread.place, contribution.thread.part


def _count(contribution: Contribution, talk: Talk, by: int) -> None:
    """``talk`` is locked: nobody else counts meanwhile."""
    talk.shown += by
    talk.save(update_fields=["threads", "shown"])
    _count_replies(contribution, by)


def _count_replies(contribution: Contribution, by: int) -> None:
    if contribution.thread_id:
        Contribution.objects.filter(pk=contribution.thread_id).update(answered=F("answered") + by)
