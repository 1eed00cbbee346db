"""Who writes: a reader with an account or a guest, how they sign, and what the paper knows of them."""
from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from rotative.discussion.models import Contribution, Guest, Standing, Trust
from rotative.masthead.models import User
from rotative.masthead.readers import accounts
from rotative.newsroom.models import Article, Byline
from rotative.press.prepared import Prepared

GUEST = "discussion.guest"  # in the session: the guest who confirmed their address in this browser


class Known(NamedTuple):
    """What the paper knows of somebody who writes. trust: nothing, or one of ``Trust``'s; until: when a suspension ends."""

    standing: Standing
    trust: str | None = None
    until: datetime | None = None


def signature(by: User | Guest, standing: Standing) -> dict[str, Any]:
    """The fields of a contribution that say who wrote it."""
    if isinstance(by, Guest):
        return {"guest": by, "name": by.name, "voice": voice_of(by), "standing": standing}
    return {"writer": by, "name": name_of(by), "voice": voice_of(by), "standing": standing}


def name_of(by: User) -> str:
    """The name that readers see: the one a reader chose, or of staff, their own. Nothing where there is none yet."""
    reader = getattr(by, "reader", None)  # none in the database
    return str(reader.name if reader else "") or by.name


def known(by: User | Guest, article: Article) -> Known:
    """What somebody is to the paper and to a story, and whether the paper trusts them."""
    if isinstance(by, Guest):
        return Known(Standing.READER, *(Trust.objects.filter(guest=by).values_list("state", "until").first() or ()))
    author, group, *trust = _known(by.pk)[0]
    if author and Byline.objects.filter(article=article, author=author).exists():
        return Known(Standing.AUTHOR, *trust)
    # Rights come of groups, which a reader has none of.
    is_staff = by.is_active and (by.is_superuser or (group and by.has_perm("wagtailadmin.access_admin")))
    return Known(Standing.STAFF if is_staff else Standing.READER, *trust)


_known = Prepared(lambda pk: User.objects.filter(pk=pk).values_list("author", "groups", "trust__state", "trust__until")[:1])


def take_name(by: User, typed: str, language: str) -> None:
    """Have a reader who has no name yet be known under one. Raises ValidationError, with what to do, for what is no name."""
    reader = accounts.reader_of(by, language)
    accounts.rename(reader, typed, reader.language)


def wrote(request: HttpRequest, contribution: Contribution) -> bool:
    """Whether who asks wrote a contribution: with an account, or as the guest that this browser confirmed."""
    if contribution.writer_id:
        return bool(request.user.is_authenticated and contribution.writer_id == request.user.pk)
    return contribution.guest_id is not None and contribution.guest_id == request.session.get(GUEST)


def guest_at(request: HttpRequest) -> Guest | None:
    """The guest who confirmed their address in this browser."""
    pk = request.session.get(GUEST)
    return Guest.objects.filter(pk=pk, confirmed_at__isnull=False).first() if pk else None


def sign_in_url(then: str, language: str) -> str:
    """Where to sign, and come back."""
    return f"{reverse('account_login')}?{urlencode({'next': then, 'in': language})}"


def voice_of(by: User | Guest) -> str:
    """What is the same for all that somebody writes; nobody can tell from it who that is."""
    kind = "guest" if isinstance(by, Guest) else "account"
    return hmac.new(settings.SECRET_KEY.encode(), f"voice:{kind}:{by.pk}".encode(), hashlib.sha256).hexdigest()[:12]


def is_confirmed(by: User | Guest) -> bool:
    """Whether they have shown that their address is theirs. Who signs in has."""
    return by.confirmed_at is not None if isinstance(by, Guest) else True


def writer_of(contribution: Contribution) -> User | Guest | None:
    return contribution.writer or contribution.guest
