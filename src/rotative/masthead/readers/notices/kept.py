"""What is kept of somebody's notices and wishes: exported, erased with them, and forgotten in time."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from rotative.masthead.readers.notices.models import Notice, Wish

YEAR, MONTH = timedelta(days=365), timedelta(days=30)


def export(user: Any) -> dict[str, Any]:
    """Whole: a notice is a reference, and what it refers to is exported by the room that keeps it."""
    return {
        "notices": [
            {"kind": each.kind, "about": each.subject, "cause": each.cause, "at": _told(each.at), "seen": _told(each.seen_at), "by_letter": _told(each.mailed_at)}
            for each in Notice.objects.filter(user=user).order_by("pk")
        ],
        "letters_of_notices": [{"kind": each.kind, "how": each.how, "since": _told(each.at)} for each in Wish.objects.filter(user=user).order_by("pk")],
    }


def erase(address: str) -> None:
    """What an address without an account asked for, and was told; an account's own go with it."""
    Notice.objects.filter(user=None, address=address).delete()
    Wish.objects.filter(user=None, address=address).delete()


def forget(now: datetime) -> int:
    """A reader's after a year; an address's a month after it is settled, for it is shown nowhere. How many."""
    gone = Notice.objects.filter(at__lt=now - YEAR).delete()[0] + Notice.objects.filter(user=None, due_at=None, at__lt=now - MONTH).delete()[0]
    return int(gone)


def _told(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
