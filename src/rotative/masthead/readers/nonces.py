"""What a provider repeats in what it signs of someone: so that it is told for this visit, and for no other."""
from __future__ import annotations

import secrets
from typing import Any

from allauth.socialaccount.models import SocialLogin
from django.utils.crypto import constant_time_compare

REPEATING = ("openid_connect", "google", "apple")  # those that speak OpenID Connect
SAID = "_nonce"


def sent_with(provider: Any) -> dict[str, Any]:
    """What a provider is asked to repeat, and what is kept of it for the way back."""
    if provider.id not in REPEATING:
        return {}
    nonce = secrets.token_urlsafe(24)
    return {"auth_params": {**provider.get_auth_params(), "nonce": nonce}, "nonce": nonce}


def note(login: SocialLogin) -> None:
    """Keep what was repeated, before little is kept of what was told."""
    told = login.account.extra_data
    signed = told.get("id_token", told) if isinstance(told, dict) else {}
    setattr(login, SAID, str(signed.get("nonce", "")) if isinstance(signed, dict) else "")


def is_repeated(login: SocialLogin) -> bool:
    """Whether it is what was asked for; where nothing was, there is nothing to repeat."""
    return constant_time_compare(getattr(login, SAID, ""), str(login.state.get("nonce", "")))
