"""What the worker does for the audience, once a day and each quarter of an hour."""
from __future__ import annotations

from django_tasks import task

from rotative.audience import actions, ranking, totals


@task()
def forget() -> int:
    """Forget yesterday's salts and sources, and readings older than 25 months."""
    actions.forget_sources()
    forgotten = actions.forget_old_readings()
    totals.forget()
    return forgotten


@task()
def count() -> list[str]:
    """Count the most read again, and how often each story was read. The rankings that differ."""
    totals.renew()
    return ranking.renew()
