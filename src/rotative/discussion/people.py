"""Who writes: a reader with an account or a guest, how they sign, and what the paper knows of them."""
from __future__ import annotations

import hashlib
import hmac
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from rotative.discussion.models import Contribution, Guest, Standing
from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from rotative.newsroom.models import Article


def signature(by: User | Guest, article: Article) -> dict[str, Any]:
    """The fields of a contribution that say who wrote it."""
    if isinstance(by, Guest):
        return {"guest": by, "name": name_of(by), "voice": voice_of(by), "standing": Standing.READER}
    return {"writer": by, "name": name_of(by), "voice": voice_of(by), "standing": standing_of(by, article)}


def name_of(by: User) -> str:
    """The name that readers see: the one a reader chose, or of staff, their own. Nothing where there is none yet."""
    return str(Reader.objects.filter(user=by).values_list("name", flat=True).first() or "") or by.name


def standing_of(by: User, article: Article) -> Standing:
    """What an account is to the paper, and to a story."""
    if article.bylines.filter(author__user=by).exists():
        return Standing.AUTHOR
    return Standing.STAFF if by.is_active and by.has_perm("wagtailadmin.access_admin") else Standing.READER


def take_name(by: User, typed: str, language: str) -> bool:
    """Have a reader who has no name yet be known under one. Says whether it is one."""
    name = " ".join(typed.split())[:60]
    if name:
        Reader.objects.update_or_create(user=by, defaults={"name": name}, create_defaults={"name": name, "language": language})
    return bool(name)


def wrote(by: Any, contribution: Contribution) -> bool:
    """Whether somebody wrote a contribution."""
    return bool(by.is_authenticated and contribution.writer_id == by.pk)


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
