"""What is done to stories: chosen related ones, substantive updates, withdrawal."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from rotative.newsroom.models import Article, RelatedStory, Withdrawal
from rotative.newsroom.related import best_related

RELATED = 3


def choose_related(article: Article) -> list[RelatedStory]:
    """Choose related stories once, when a story is first published, and store them."""
    if article.related.exists():
        return []
    rows = [RelatedStory(article=article, story_id=pk, place=place) for place, pk in enumerate(best_related(article, RELATED))]
    return RelatedStory.objects.bulk_create(rows)


@transaction.atomic
def withdraw(article: Article, by: Any, reason: str = "") -> Withdrawal:
    """Withdraw a story for good: its address answers 410. Raises PermissionDenied."""
    if by and not article.permissions_for_user(by).can_unpublish() and article.live:
        raise PermissionDenied
    if article.live:
        article.unpublish(user=by, log_action=True)
    return Withdrawal.objects.update_or_create(article=article, defaults={"reason": reason.strip(), "by": by})[0]


def update_substantively(article: Article) -> None:
    """Note that what is about to be published changes what readers know."""
    article.updated_at = timezone.now()
