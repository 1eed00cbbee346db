"""What the worker does for readers: sends what they are told of, and once a day forgets what has had its time."""
from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import task

from rotative.masthead.readers import entries, moving
from rotative.masthead.readers.notices import kept, mailing


@task()
def forget() -> int:
    """Forget the ways in of yesterday, the changes of address that are past taking back, and where readers were signed in once their sessions are over. How many."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    over = UserSession.objects.exclude(session_key__in=alive).delete()[0]
    return entries.forget() + moving.forget() + kept.forget(timezone.now()) + int(over)


@task()
def post_notices() -> int:
    """Lay in the post the letters of what readers are told, as far as they are due. How many."""
    posted = mailing.post_due(timezone.now())
    if mailing.is_due(timezone.now()):
        post_notices.enqueue()
    return posted
