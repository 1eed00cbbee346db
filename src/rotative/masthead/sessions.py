"""Sessions in the database, as Django keeps them; what each request asks of them is put together once."""
from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from rotative.press.prepared import Prepared

_alive = Prepared(lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now))


class SessionStore(db.SessionStore):
    """Django's own, also in its name: what one has signed the other reads."""

    def _get_session_from_db(self) -> Any:
        return next(iter(_alive(self.session_key, timezone.now())), None) or super()._get_session_from_db()
