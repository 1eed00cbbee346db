"""What the worker does for readers once a day: forgets what has had its time."""
from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import task

from rotative.masthead.readers import entries


@task()
def forget() -> int:
    """Forget the ways in of yesterday, and where readers were signed in once their sessions are over. How many."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    over = UserSession.objects.exclude(session_key__in=alive).delete()[0]
    return entries.forget() + int(over)
