"""Whose turn it is: a contribution is before one moderator at a time, for some minutes, longer while its page is open."""
from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from rotative.discussion import permissions
from rotative.discussion.models import Contribution, Turn
from rotative.masthead.models import User

LENGTH = timedelta(minutes=3)


class Taken(Exception):
    """Another moderator has it before them."""

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        self.turn = turn


def take(contribution: Contribution, moderator: User, now: datetime) -> Turn:
    """Have a contribution for oneself; once more has it longer. Raises Taken while another has it.

    One statement decides, so two at the same instant never both have it.
    """
    permissions.check(moderator)
    if not _take_over(contribution, moderator, now):
        try:
            with transaction.atomic():
                return Turn.objects.create(contribution=contribution, moderator=moderator, until=now + LENGTH, known_at=now)
        except IntegrityError:  # somebody has it, or took it just now
            if not _take_over(contribution, moderator, now):
                raise Taken(Turn.objects.select_related("moderator").get(contribution=contribution)) from None
    return Turn.objects.get(contribution=contribution)


def leave(contribution: Contribution, moderator: User, now: datetime) -> None:
    """Let others have it."""
    Turn.objects.filter(contribution=contribution, moderator=moderator, until__gt=now).update(until=now)


def check(contribution: Contribution, moderator: User, now: datetime) -> None:
    """Raises Taken while another has it."""
    turn = Turn.objects.select_related("moderator").filter(contribution=contribution, until__gt=now).exclude(moderator=moderator).first()
    if turn is not None:
        raise Taken(turn)


def _take_over(contribution: Contribution, moderator: User, now: datetime) -> bool:
    is_free = Q(moderator=moderator) | Q(until__lte=now)
    return bool(Turn.objects.filter(is_free, contribution=contribution).update(moderator=moderator, until=now + LENGTH))
