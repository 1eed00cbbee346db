"""What the worker does for the discussion once a day."""
from __future__ import annotations

from django_tasks import task

from rotative.discussion import holding


@task()
def forget() -> int:
    """Delete what is sealed and may be kept no longer."""
    return holding.forget()
