"""What goes by letter, when: the worker's. A person's notices go together, one letter for all that are due.

In one transaction a person's notices are settled and their letter is laid in the post (``posting``): whatever is killed, either both are
there or neither. What is settled is never looked at again, so nothing is told twice; what is not is found again by its hour.
"""
from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max, Min

from rotative.masthead.queries import zone
from rotative.masthead.readers.notices import hours, letters, wishes
from rotative.masthead.readers.notices.models import How, Notice, whose

AT_A_TIME = 500  # persons in one task
AFTER_A_FAILURE = timedelta(hours=1)

log = logging.getLogger(__name__)


def is_due(now: datetime) -> bool:
    return Notice.objects.filter(due_at__lte=now).exists()


def post_due(now: datetime) -> int:
    """Settle what is due, person by person; one that fails costs no other its letter. How many letters."""
    due = Notice.objects.filter(due_at__lte=now).values_list("user", "address").annotate(first=Min("due_at")).order_by("first", "user", "address")
    return sum(_tried(user, address, now) for user, address, _first in due[:AT_A_TIME])


def _tried(user: int | None, address: str, now: datetime) -> bool:
    try:
        return _settle(user, address, now)
    except Exception:
        log.exception("The notices of somebody could not be looked through; they are tried again in an hour.")
        Notice.objects.filter(whose(user, address), due_at__lte=now).update(due_at=now + AFTER_A_FAILURE)
        return False


@transaction.atomic
def _settle(user: int | None, address: str, now: datetime) -> bool:
    """Whether a letter goes. Who comes at the same time waits here, and finds nothing left."""
    mine = Notice.objects.filter(whose(user, address))
    waiting = list(mine.select_for_update().filter(due_at__isnull=False).order_by("at", "pk"))
    person = letters.person_of(user, address)
    asked = wishes.of(user, address) if person.email else {}
    ripe = _ripe(waiting, asked, mine, now)
    told = letters.post(person, ripe) if ripe else []
    _settled([notice for notice in ripe if notice not in told], mailed_at=None)
    _settled(told, mailed_at=now)
    return bool(told)


def _ripe(waiting: list[Notice], asked: dict[str, How], mine: Any, now: datetime) -> list[Notice]:
    """What is due by how it was asked for. The rest is settled, or gets its hour."""
    by_how: dict[How, list[Notice]] = {how: [] for how in How}
    for notice in waiting:
        by_how[How.NEVER if notice.seen_at else asked.get(notice.kind, How.NEVER)].append(notice)
    _settled(by_how[How.NEVER], mailed_at=None)
    return sorted([*_ripe_daily(by_how[How.DAILY], now), *_ripe_at_once(by_how[How.AT_ONCE], mine, now)], key=lambda notice: (notice.at, notice.pk))


def _ripe_daily(waiting: list[Notice], now: datetime) -> list[Notice]:
    ripe = [notice for notice in waiting if hours.digest_after(notice.at, zone()) <= now]
    _put_off([notice for notice in waiting if notice not in ripe], hours.digest_after(now, zone()) if waiting else now)
    return ripe


def _ripe_at_once(waiting: list[Notice], mine: Any, now: datetime) -> list[Notice]:
    """All of it with the first, or none."""
    if not waiting:
        return []
    due = hours.at_once(waiting[0].at, mine.aggregate(last=Max("mailed_at"))["last"])
    if due <= now:
        return waiting
    _put_off(waiting, due)
    return []


def _put_off(notices: list[Notice], until: datetime) -> None:
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(due_at=until)


def _settled(notices: Iterable[Notice], mailed_at: datetime | None) -> None:
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(due_at=None, mailed_at=mailed_at)
