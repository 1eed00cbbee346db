"""What somebody is today, of the roles that they have had, and until when that holds."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from rotative.newsroom.queries import bounds
from rotative.press.rendering import current, hold_until
from rotative.record.company import SeenRole


def present(roles: Iterable[SeenRole]) -> str:
    """What somebody is today: the last role that has begun and is not over; of what stories say, the last."""
    today, last = timezone.localtime(current().now).date(), ""
    for role in roles:
        if role.is_said:
            _hold(role)
        if not role.is_said or (role.since or today) <= today <= (role.until or today):
            last = role.role
    return last


def _hold(role: SeenRole) -> None:
    """Until the role begins, and until it is over; after the last of all days comes none."""
    since, until = (day if day and day < date.max else None for day in (role.since, role.until))
    hold_until(bounds(since, 1)[0] if since else None)
    hold_until(bounds(until, 1)[1] if until else None)
