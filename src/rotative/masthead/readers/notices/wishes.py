"""How somebody wishes to be told: an account of each kind, with a default; an address without one only of what it asked for."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from rotative.masthead.readers.notices.kinds import kinds
from rotative.masthead.readers.notices.models import How, Notice, Wish, whose


def of(user: Any, address: str = "") -> dict[str, How]:
    """By kind. ``user``: an account or its number; without one, those of an address."""
    said = {kind: How(how) for kind, how in Wish.objects.filter(whose(user, address)).values_list("kind", "how")}
    return {kind.name: said.get(kind.name, kind.default if user else How.NEVER) for kind in kinds()}


def say(user: Any, kind: str, how: How) -> None:
    """An account's wish; what waits for a letter is looked at again. Raises LookupError for a kind that there is not."""
    if kind not in {each.name for each in kinds()}:
        raise LookupError(kind)
    Wish.objects.update_or_create(user=user, address="", kind=kind, defaults={"how": how, "at": timezone.now()})
    Notice.objects.filter(user=user, kind=kind, due_at__isnull=False).update(due_at=timezone.now())


def ask(address: str, kind: str, language: str, now: datetime) -> None:
    """Who has no account and has shown that an address is theirs asks to be told there, in a language: at once, for they have no page to look at."""
    Wish.objects.update_or_create(user=None, address=address, kind=kind, defaults={"how": How.AT_ONCE, "language": language, "at": now})


def end(user: int | None, wish: int | None, names: Sequence[str]) -> None:
    """No more letters of some kinds: to an account, or of what an address once asked for. Where there was nothing, nothing happens."""
    if user is None:
        Wish.objects.filter(pk=wish, user=None).update(how=How.NEVER, at=timezone.now())
        return
    for name in names if get_user_model().objects.filter(pk=user).exists() else ():
        Wish.objects.update_or_create(user_id=user, address="", kind=name, defaults={"how": How.NEVER, "at": timezone.now()})
