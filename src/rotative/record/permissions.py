"""Who may decide what: of a story, whoever may publish it, and who writes it until readers see it; of actors and texts, the editors."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from rotative.newsroom.models import Article
from rotative.record.models import Contradiction, Statement

ACTORS = "record.change_actor"
TEXTS = "record.change_negotiatedtext"
DELETE_TEXTS = "record.delete_negotiatedtext"


def may_write(article: Article, by: Any) -> bool:
    """Whether somebody may change the draft of a story now: it may be locked, in review, or waiting for its hour."""
    permissions = article.permissions_for_user(by)
    return bool(permissions.can_edit() and not permissions.page_locked())


def may_decide(article: Article, by: Any) -> bool:
    """Whether somebody may say what is right of what was read in a story.

    What is accepted is published with the story. Once readers see it, what is accepted is shown at once: so who may
    not publish it decides until then.
    """
    return bool(article.permissions_for_user(by).can_publish()) or (not article.live and may_write(article, by))


def check_may_decide(article: Article, by: Any) -> None:
    """Nobody (None) is a command. Raises PermissionDenied."""
    if by is not None and not may_decide(article, by):
        raise PermissionDenied


def check_may_write(article: Article, by: Any) -> None:
    """What is offered to who writes is taken by who writes. Nobody (None) is a command. Raises PermissionDenied."""
    if by is not None and not (may_write(article, by) or may_decide(article, by)):
        raise PermissionDenied


def check_may_change(article: Article, by: Any) -> None:
    """Who may publish a story that somebody locked decides in it, and does not write in it. Raises PermissionDenied."""
    if by is not None and not may_write(article, by):
        raise PermissionDenied


def check_may(by: Any, permission: str) -> None:
    """Raises PermissionDenied unless somebody, or a command (None), has a permission."""
    if by is not None and not by.has_perm(permission):
        raise PermissionDenied


def stories_to_decide(by: Any) -> QuerySet[Article]:
    """The stories in which somebody may say what is right: those that they may publish, and before readers see them those that they write."""
    policy = policy_registry.get_by_type(Page)
    published, written = (policy.instances_user_has_permission_for(by, action).values("pk") for action in ("publish", "change"))
    return Article.objects.filter(Q(pk__in=published) | Q(pk__in=written, live=False))


def stories_seen_by(by: Any) -> QuerySet[Article]:
    """The stories of which somebody may be told: those in which they decide, and those that readers see."""
    return Article.objects.filter(Q(pk__in=stories_to_decide(by).values("pk")) | Q(live=True))


def seen_by(by: Any, rows: Any) -> Any:
    """Those of some rows found in stories that somebody may see: in a story in which they decide, or before readers. A command (None) sees all."""
    if by is None:
        return rows
    public = rows.model.objects.public().order_by().values("pk")
    return rows.filter(Q(article__in=stories_to_decide(by).values("pk")) | Q(pk__in=public))


def statements_seen_by(by: Any) -> QuerySet[Statement]:
    """The statements that somebody may see: those in a story in which they decide, and those that readers see."""
    found: QuerySet[Statement] = seen_by(by, Statement.objects.all())
    return found


def told_to(by: Any, pairs: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
    """Those of some pairs of which somebody may see both sides."""
    seen = statements_seen_by(by).values("pk")
    return pairs.filter(claim__in=seen, denial__in=seen)


def may_decide_somewhere(by: Any) -> bool:
    """Whether somebody writes for the paper, and so may have a story to decide in."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(by, ["publish", "change", "add"]))


def may_publish_somewhere(by: Any) -> bool:
    return bool(policy_registry.get_by_type(Page).user_has_permission(by, "publish"))
