"""What can be followed. Rooms above say, for each kind, what a key stands for and whether it is there.

The paper registers ``author``, ``topic``, ``dossier`` and ``section``; letters and alerts ask who follows.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import get_language

from rotative.masthead.languages import first
from rotative.masthead.readers.models import Follow


class Followed(NamedTuple):
    """A thing as a reader finds it: its title, its address and its language."""

    title: str
    url: str
    language: str


Find = Callable[[str, str], Followed | None]

_kinds: dict[str, Find] = {}


def register(kind: str, find: Find) -> None:
    """``find`` gives what a key of the kind stands for, in a language where it has several; None where readers find nothing."""
    _kinds[kind] = find


def find(kind: str, key: str) -> Followed | None:
    """What a key stands for, in the language of the visit."""
    return _kinds[kind](key, get_language() or first()) if kind in _kinds else None


def follow(user: Any, kind: str, key: str) -> None:
    """Follow a thing; once more changes nothing. Raises LookupError for what is not there."""
    if find(kind, key) is None:
        raise LookupError(f"{kind}:{key}")
    Follow.objects.get_or_create(user=user, kind=kind, key=key)


def unfollow(user: Any, kind: str, key: str) -> None:
    """Where nothing was followed, nothing happens."""
    Follow.objects.filter(user=user, kind=kind, key=key).delete()


def is_followed(user: Any, kind: str, key: str) -> bool:
    return bool(user.is_authenticated) and Follow.objects.filter(user=user, kind=kind, key=key).exists()


def of(user: Any) -> QuerySet[Follow]:
    """What an account follows, the latest first."""
    return Follow.objects.filter(user=user).order_by("-created_at", "-pk")


def followers(kind: str, key: str) -> QuerySet[Follow]:
    """Who follows a thing, in the order in which they began."""
    return Follow.objects.filter(kind=kind, key=key).select_related("user").order_by("pk")
