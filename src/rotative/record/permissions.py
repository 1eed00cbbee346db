"""Who may decide what: of a story, whoever may publish it; of actors and texts, the editors."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied

from rotative.newsroom.models import Article

ACTORS = "record.change_actor"
TEXTS = "record.change_negotiatedtext"


def check_may_decide(article: Article, by: Any) -> None:
    """What is accepted in a story is published with it. Nobody (None) is a command. Raises PermissionDenied."""
    if by is not None and not article.permissions_for_user(by).can_publish():
        raise PermissionDenied


def check_may(by: Any, permission: str) -> None:
    """Raises PermissionDenied unless somebody, or a command (None), has a permission."""
    if by is not None and not by.has_perm(permission):
        raise PermissionDenied
