"""Who may do what to fronts and sections, which belong to the publisher.

Wagtail's permissions hold for a page and all that is under it: an editor who may change
the stories of a section could rename the section, too. Here only a permission given on
the front, or above, counts for fronts and sections themselves.
"""
from __future__ import annotations

from typing import Any

from wagtail.models import PagePermissionTester

FRONT_DEPTH = 2


def runs_the_paper(user: Any, page: Any) -> bool:
    """Whether someone may change the front that a page is under, or the page, if a front."""
    return user.is_active and (user.is_superuser or _is_granted_above(user, page))


def _is_granted_above(user: Any, page: Any) -> bool:
    tester = PagePermissionTester(user, page)
    rows = tester.permission_policy.get_cached_permissions_for_user(user)
    above = [row for row in rows if row.page.depth <= FRONT_DEPTH and page.path.startswith(row.page.path)]
    return any(row.permission.codename == "change_page" for row in above)


class OpenToWriters(PagePermissionTester):
    """A section: writers add stories under it; only a publisher touches it."""

    def __init__(self, user: Any, page: Any) -> None:
        super().__init__(user, page)
        self.runs_the_paper = runs_the_paper(user, page)

    def can_edit(self) -> bool:
        return self.runs_the_paper and super().can_edit()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.runs_the_paper and super().can_delete(ignore_bulk)

    def can_publish(self) -> bool:
        return self.runs_the_paper and super().can_publish()

    def can_unpublish(self) -> bool:
        return self.runs_the_paper and super().can_unpublish()

    def can_lock(self) -> bool:
        return self.runs_the_paper and super().can_lock()

    def can_unlock(self) -> bool:
        return self.runs_the_paper and super().can_unlock()

    def can_reorder_children(self) -> bool:
        return self.runs_the_paper and super().can_reorder_children()


class PublishersOnly(OpenToWriters):
    """A front: only a publisher adds sections to it."""

    def can_add_subpage(self) -> bool:
        return self.runs_the_paper and super().can_add_subpage()

    def can_publish_subpage(self) -> bool:
        return self.runs_the_paper and super().can_publish_subpage()
