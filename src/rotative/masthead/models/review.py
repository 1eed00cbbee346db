"""The step at which a story waits for someone who may publish it."""
from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState
from wagtail.permissions import policy_registry


class DeskReview(Task):
    """Approved by whoever may publish the page: the editors of its section, the publishers.

    Wagtail's own step is approved by a group, wherever the page is; an editor would
    approve, and edit, the stories of every section.
    """

    class Meta:
        verbose_name = _("review by an editor")
        verbose_name_plural = _("reviews by an editor")

    @classmethod
    def get_description(cls) -> str:
        return _("Editors of the section and publishers can approve")

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not _may_publish(user, obj)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return _may_publish(user, obj)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        if not _may_publish(user, obj):
            return []
        return [
            ("reject", _("Ask for changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        asked = list(waiting.values_list("workflow_state__object_id", flat=True))
        pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish").filter(pk__in=asked)
        return waiting.filter(workflow_state__object_id__in=[str(pk) for pk in pages.values_list("pk", flat=True)])

    def reviewers(self, page: Page) -> QuerySet[Any]:
        """Everyone who may approve a page, superusers left out."""
        policy = policy_registry.get_by_type(Page)
        users = policy.users_with_permission_for_instance("publish", page, include_superusers=False)
        return get_user_model().objects.filter(pk__in=users.values("pk")).order_by("pk")


def _may_publish(user: Any, page: Any) -> bool:
    return page.permissions_for_user(user).can_publish()
