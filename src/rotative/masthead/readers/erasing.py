"""How an account is erased, and how it is erased again when a backup has brought it back."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.crypto import salted_hmac
from wagtail.users.utils import user_can_delete_user

from rotative.masthead.readers import persons
from rotative.masthead.readers.models import Erased

SALT = "rotative.masthead.readers.erased"


class WorksHere(Exception):
    """Who works for the paper is erased by the publisher, not by themselves."""


def erase(user: Any, keep_words: bool, by: Any = None) -> None:
    """Everything a room keeps, then the account; or, when one part fails, nothing.

    keep_words: what was written stays without a name. by: who does it, where it is not the person themselves: a publisher.
    Raises WorksHere for staff who would erase themselves, PermissionDenied for who may not erase others.
    """
    if by is not None and not user_can_delete_user(by, user):
        raise PermissionDenied
    if by is None and works_here(user):
        raise WorksHere
    _erase(user, keep_words)


@transaction.atomic
def _erase(user: Any, keep_words: bool) -> None:
    digest = digest_of(user)
    for part in persons.parts():
        part.erase(user, keep_words)
    user.delete()
    Erased.objects.update_or_create(digest=digest, defaults={"keep_words": keep_words})


def works_here(user: Any) -> bool:
    return bool(user.is_superuser or user.has_perm("wagtailadmin.access_admin"))


def digest_of(user: Any) -> str:
    """What is remembered of an erased account: of its number and the instant it began, under the paper's secret.

    The number alone would not do: a restored backup may give it to somebody else.
    """
    return salted_hmac(SALT, f"{user.pk} {user.date_joined.timestamp()}", algorithm="sha256").hexdigest()


@transaction.atomic
def erase_again(listed: Iterable[tuple[str, bool]]) -> int:
    """Erase the accounts of a list (digest, whether the words stay) that are there again. How many."""
    wanted = dict(listed)
    users = get_user_model().objects.order_by("pk").iterator()
    found = [(user, wanted[digest]) for user in users if (digest := digest_of(user)) in wanted]
    for user, keep_words in found:
        _erase(user, keep_words)
    return len(found)
