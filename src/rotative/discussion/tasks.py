"""What the worker does for the discussion once a day."""
from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from rotative.discussion import classifying, holding
from rotative.discussion.actions import arriving


@task()
def forget() -> int:
    """Delete what guests never confirmed, and what is sealed and may be kept no longer."""
    return arriving.forget(timezone.now()) + holding.forget()


@task()
def learn() -> bool:
    """Teach the paper's classifier what moderators decided since. Whether there was anything to learn."""
    return classifying.teach(timezone.now()) is not None
