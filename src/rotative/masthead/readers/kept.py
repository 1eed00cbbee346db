"""What the masthead itself keeps of a reader: shown on their page, exported, erased."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from rotative.masthead import resetting
from rotative.masthead.models import Letter
from rotative.masthead.readers import browsers, follows
from rotative.masthead.readers.models import AddressChange, Entry, Reader
from rotative.masthead.readers.notices import kept as notices
from rotative.masthead.readers.pages import Following, Passkey, Visit
from rotative.masthead.wording import words_of


def export(user: Any) -> dict[str, Any]:
    """Everything of the account, whole; keys and secrets are digests, and of no use to anybody."""
    reader = Reader.objects.filter(user=user).first()
    return {
        "email": user.email,
        "name": reader.name if reader else user.name,
        "language": reader.language if reader else "",
        "since": _told(user.date_joined),
        "last_signed_in": _told(user.last_login),
        "following": [{"kind": each.kind, "title": each.title, "address": each.url} for each in following(user)],
        "sessions": [
            {"browser": each.user_agent, "network": each.ip, "since": _told(each.created_at), "last_seen": _told(each.last_seen_at)}
            for each in UserSession.objects.filter(user=user).order_by("pk")
        ],
        "passkeys": [{"name": each.name, "since": _told(each.since), "last_used": _told(each.used)} for each in passkeys(user)],
        "providers": [
            {"provider": each.provider, "identifier": each.uid, "since": _told(each.date_joined), **each.extra_data} for each in SocialAccount.objects.filter(user=user).order_by("pk")
        ],
        **notices.export(user),
        "address_changes": [{"before": each.before, "after": each.after, "at": _told(each.at), "until": _told(each.until)} for each in AddressChange.objects.filter(user=user).order_by("pk")],
        "letters_that_wait": _waiting(user),
    }


def erase(user: Any, keep_words: bool) -> None:
    """Sessions end at once; what else hangs on the account goes with it. That the desk changed it stays noted, without its name."""
    for session in UserSession.objects.filter(user=user):
        session.end()
    addresses = {user.email, *AddressChange.objects.filter(user=user).values_list("before", flat=True)}
    Entry.objects.filter(address=user.email).delete()
    Letter.objects.filter(to__in=addresses).delete()
    ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(user), object_id=str(user.pk)).update(label="", data={})
    notices.erase(user.email)


def _waiting(user: Any) -> list[dict[str, str]]:
    """The letters that wait, as they would leave now. Not a link to a new password: a session is no key to one."""
    found = (words_of(letter) for letter in Letter.objects.filter(to=user.email).exclude(kind=resetting.KIND).order_by("pk"))
    return [{"subject": words.subject, "text": words.text} for words in found if words]


def following(user: Any) -> list[Following]:
    """What is still there of what an account follows."""
    found = ((each, follows.find(each.kind, each.key)) for each in follows.of(user))
    return [Following(each.kind, each.key, thing.title, thing.url) for each, thing in found if thing]


def visits(user: Any, session_key: str | None) -> list[Visit]:
    """The browsers in which someone is signed in, this one first, then the latest."""
    sessions = UserSession.objects.purge_and_list(user)
    shown = [Visit(each.pk, browsers.called(each.user_agent) or _("A browser"), each.ip, timezone.localtime(each.created_at), each.session_key == session_key) for each in sessions]
    return sorted(shown, key=lambda each: (each.is_this, each.since), reverse=True)


def passkeys(user: Any) -> list[Passkey]:
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).order_by("created_at", "pk")
    return [Passkey(each.pk, each.data["name"], each.created_at, each.last_used_at) for each in found]


def _told(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
