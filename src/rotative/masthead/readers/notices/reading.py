"""A reader's notices as they stand on their page: those not seen yet first."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from rotative.masthead.readers.notices.models import Notice


def of(user: Any) -> QuerySet[Notice]:
    """What was not seen, then what was, each from the newest."""
    is_seen = ExpressionWrapper(Q(seen_at__isnull=False), output_field=BooleanField())
    return Notice.objects.filter(user=user).annotate(is_seen=is_seen).order_by("is_seen", "-at", "-pk")


def unseen(user: Any) -> int:
    """How many are not seen yet. Nobody has any, nor who has just left."""
    return Notice.objects.filter(user=user, seen_at=None).count() if user.pk else 0


def see(user: Any, pk: int, now: datetime) -> Notice | None:
    """One of a reader's own, which is seen from now on."""
    found = Notice.objects.filter(user=user, pk=pk).first()
    if found is not None and found.seen_at is None:
        Notice.objects.filter(pk=pk, seen_at=None).update(seen_at=now)
    return found


def see_all(user: Any, until: int, now: datetime) -> int:
    """All that were there when a reader looked: up to a primary key. What came since stays new. How many."""
    return int(Notice.objects.filter(user=user, pk__lte=until, seen_at=None).update(seen_at=now))
