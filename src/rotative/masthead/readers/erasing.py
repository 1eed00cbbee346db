"""How an account is erased, and how it is erased again when a backup has brought it back."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.crypto import salted_hmac

from rotative.masthead.readers import persons
from rotative.masthead.readers.models import Erased

SALT = "rotative.masthead.readers.erased"


class WorksHere(Exception):
    """Who works for the paper is erased by the publisher, not by themselves."""


@transaction.atomic
def erase(user: Any, keep_words: bool) -> None:
    """Everything a room keeps, then the account; or, when one part fails, nothing.

    keep_words: what was written stays without a name. Raises WorksHere for staff.
    """
    if works_here(user):
        raise WorksHere
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
        erase(user, keep_words)
    return len(found)
