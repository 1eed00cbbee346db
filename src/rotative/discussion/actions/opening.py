"""How a story's discussion stands: opened, moderated first, closed now or at an instant, and why."""
from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rotative.discussion import permissions
from rotative.discussion.actions import showing
from rotative.discussion.models import Talk
from rotative.masthead.models import User
from rotative.newsroom.models import Article


@transaction.atomic
def stand(article: Article, by: User, state: str, closes_at: datetime | None, because: str) -> Talk:
    """state: nothing for as the story says. Raises PermissionDenied."""
    permissions.check(by)
    talk = showing.talk_of(article.pk)
    talk.state, talk.closes_at, talk.because = state, closes_at, because.strip()
    talk.save(update_fields=["state", "closes_at", "because"])
    return talk
