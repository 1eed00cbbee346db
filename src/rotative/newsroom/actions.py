"""What is done to stories: chosen related ones, substantive updates, withdrawal, translation."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log

from rotative.newsroom.models import Article, PickedStory, RelatedStory, Withdrawal
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
    _check_may_publish(article, by)
    article.revisions.update(approved_go_live_at=None)
    if article.current_workflow_state:
        article.current_workflow_state.cancel(user=by)
    if article.live:
        # Who may publish it may withdraw it: a lock, or a version that waits for its hour, holds up nobody here.
        UnpublishPageAction(article, user=by, log_action=True).execute(skip_permission_checks=True)
    log(article, "newsroom.withdraw", user=by, data={"reason": reason.strip()})
    return Withdrawal.objects.update_or_create(article=article, defaults={"reason": reason.strip(), "by": by})[0]


@transaction.atomic
def put_back(article: Article, by: Any) -> None:
    """Undo a withdrawal; the story is a draft again. Raises PermissionDenied."""
    _check_may_publish(article, by)
    Withdrawal.objects.filter(article=article).delete()
    log(article, "newsroom.put_back", user=by)


def _check_may_publish(article: Article, by: Any) -> None:
    if by and not article.permissions_for_user(by).can_publish():
        raise PermissionDenied


def date_the_update(article: Article) -> None:
    """Note when what readers know last changed: by a substantive update, or by a correction."""
    corrected = max((row.when for row in article.corrections.all()), default=None)
    if article.substantive:
        article.updated_at, article.substantive = timezone.now(), False
    if corrected and corrected <= timezone.now() and (article.updated_at is None or corrected > article.updated_at):
        article.updated_at = corrected


def settle_translation(article: Article, source: Article) -> None:
    """Give a story just copied into another language what belongs to that language.

    Authors stay; topics and the dossier become their translations, and what has none is
    left out, as are picked stories and corrections, which are about the other text.
    """
    article.topics.set([found for topic in source.topics.all() if (found := topic.get_translation_or_none(article.locale))])
    article.dossier = source.dossier and source.dossier.get_translation_or_none(article.locale)
    article.picked.set([found for row in source.picked.all() if (found := _picked_in(row.story, article))])
    article.updated_at, article.substantive, article.go_live_at, article.expire_at = None, False, None, None
    article.corrections.clear()
    article.save()
    article.save_revision(clean=False, changed=False)


def _picked_in(story: Article, article: Article) -> PickedStory | None:
    found = story.get_translation_or_none(article.locale)
    return found and PickedStory(story=found)
