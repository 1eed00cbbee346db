"""Mail of the desk: who may approve a story is told that it waits."""
from __future__ import annotations

from typing import Any

from wagtail.admin.mail import BaseGroupApprovalTaskStateEmailNotifier
from wagtail.models import TaskState
from wagtail.signals import task_submitted

from rotative.masthead.models import DeskReview


class StoryWaits(BaseGroupApprovalTaskStateEmailNotifier):
    """Wagtail's letter to a group, sent to the people of ours who may approve the page."""

    notification = "submitted"

    def can_handle(self, instance: Any, **kwargs: Any) -> bool:
        return isinstance(instance, TaskState) and isinstance(instance.task.specific, DeskReview)

    def get_recipient_users(self, task_state: TaskState, **kwargs: Any) -> Any:
        page = task_state.workflow_state.content_object
        author = kwargs.get("user")
        return task_state.task.specific.reviewers(page).exclude(pk=author.pk if author else None)


story_waits = StoryWaits()


def connect() -> None:
    task_submitted.connect(story_waits, sender=TaskState, dispatch_uid="masthead.story_waits")
