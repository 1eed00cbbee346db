"""Who keeps the discussion: moderators, editors, publishers; and who may read what is sealed."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied

MODERATE = "discussion.moderate"
RULES = "discussion.change_discussionrules"
UNSEAL = "discussion.unseal"


def may_moderate(user: Any) -> bool:
    return bool(user.is_active and user.has_perm(MODERATE))


def check(by: Any, permission: str = MODERATE) -> None:
    """Raises PermissionDenied unless somebody has a permission."""
    if not (by.is_active and by.has_perm(permission)):
        raise PermissionDenied
