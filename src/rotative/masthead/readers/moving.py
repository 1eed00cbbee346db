"""A reader has another address: once its mail was read, and not for good before the former one has been told.

A code goes to the new address, for the browser that asked: a link would let whoever is sent one give their address to
somebody else's account. The former address gets a letter whose link takes everything back for some days.
"""
from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from rotative.masthead import posting
from rotative.masthead.queries import masthead
from rotative.masthead.readers import entries
from rotative.masthead.readers.models import AddressChange, Entry, Reader

DAYS = 7  # in which it is taken back
SALT = "rotative.masthead.readers.moving"


class Taken(Exception):
    """Another account has the address."""


def ask(user: Any, typed: str, language: str, goes_to: str) -> Entry | None:
    """Send a code to the new address. None when it has had too many letters. Raises ValidationError, with what to do.

    Whether an account has it already is not looked up: who does not read its mail learns nothing.
    """
    address = entries.clean_address(typed)
    if address == user.email:
        raise ValidationError(_("This is your address already."))
    return entries.send(address, language, goes_to, user, is_new=True)


def move(user: Any, address: str) -> AddressChange:
    """The address, which was proven, is the account's; the former one is told. Raises Taken."""
    link, now, before = secrets.token_urlsafe(32), timezone.now(), user.email
    try:
        with transaction.atomic():
            _lock(user)
            _give(user, address)
            change = AddressChange.objects.create(user=user, before=before, after=address, link=_digest(link), at=now, until=now + timedelta(days=DAYS))
            _tell(change, link)
    except IntegrityError:
        raise Taken from None
    return change


def by_link(link: str) -> AddressChange | None:
    """What a link would take back; looking at it does nothing."""
    return AddressChange.objects.filter(link=_digest(link), until__gt=timezone.now()).select_related("user").first()


def take_back(change: AddressChange) -> None:
    """The former address is the account's again. Whoever came in since is out: sessions, passkeys and providers. Raises Taken."""
    user = change.user
    try:
        with transaction.atomic():
            _lock(user)
            _give(user, change.before)
            _shut_out(user, change.at)
    except IntegrityError:
        raise Taken from None


def forget(now: datetime | None = None) -> int:
    """Delete what can be taken back no more. How many."""
    return int(AddressChange.objects.filter(until__lte=now or timezone.now()).delete()[0])


def _lock(user: Any) -> None:
    """Two changes of one account follow each other; each sees the address as it is then."""
    found: Any = get_user_model().objects.select_for_update().get(pk=user.pk)
    user.email = found.email


def _give(user: Any, address: str) -> None:
    """Letters on their way to either address open nothing any more."""
    Entry.objects.filter(address__in=[user.email, address]).delete()
    Entry.objects.filter(user=user).delete()
    user.email = address
    user.save(update_fields=["email", "username"])


def _shut_out(user: Any, since: datetime) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()
    Authenticator.objects.filter(user=user, created_at__gte=since).delete()
    SocialAccount.objects.filter(user=user, date_joined__gte=since).delete()
    AddressChange.objects.filter(user=user, at__gte=since).delete()


def _tell(change: AddressChange, link: str) -> None:
    language = Reader.objects.filter(user=change.user).values_list("language", flat=True).first() or ""
    with override(language):
        subject = _("Your account with %(paper)s has another address") % {"paper": masthead().name}
        url = f"{settings.ROTATIVE_URL}{reverse('account_address_back', args=[link])}?in={language}"
    posting.send(change.before, language, subject, "masthead/letters/moved", {"url": url, "days": DAYS}, until=change.until)


def _digest(link: str) -> str:
    return str(salted_hmac(SALT, link, algorithm="sha256").hexdigest())
