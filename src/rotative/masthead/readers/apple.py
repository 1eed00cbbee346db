"""Apple for django-allauth. It has the browser post its answer from its own site, so none of our cookies come with it.

The answer is sent on to an address where the session is known. The name, which Apple tells the
first time only and never signs, goes along in a cookie of a few minutes, for whom it was told of:
if something fails, it is there when they try again, and nothing is stored for whoever posts here.
"""
from __future__ import annotations

import json
from typing import Any

import jwt
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.apple.views import AppleOAuth2Adapter
from allauth.utils import get_request_param
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rotative.masthead.readers import visits

MINUTES = 10
LONGEST, LONGEST_NAME, LONGEST_TOLD = 1000, 100, 4000  # characters: of a code, of a part of a name, of all that Apple tells of someone
PASSED_ON = ("code", "state", "error")
SALT = "rotative.masthead.readers.apple"


def cookie_name() -> str:
    return "__Host-apple" if settings.SECURE_COOKIES else "apple"


def pass_on(request: HttpRequest) -> HttpResponse:
    """Send the browser on with what Apple had it post. It is checked there."""
    told = {key: request.POST.get(key, "")[:LONGEST] for key in PASSED_ON}
    answer = HttpResponseRedirect(visits.to("apple_finish_callback", **told))
    name, whose = name_of(request.POST.get("user", "")), _whose(request.POST.get("id_token", ""))
    if name and whose:
        kept = signing.dumps([whose, name], salt=SALT)
        answer.set_cookie(cookie_name(), kept, max_age=60 * MINUTES, path="/", secure=settings.SECURE_COOKIES, httponly=True, samesite="Lax")
    return answer


def name_of(user: str) -> dict[str, str]:
    """The first name and the last of what Apple tells of someone; nothing of what is not told as it does."""
    try:
        name = json.loads(user[:LONGEST_TOLD])["name"]
        told = {part: str(name.get(part) or "").strip()[:LONGEST_NAME] for part in ("firstName", "lastName")}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return told if any(told.values()) else {}


def _whose(id_token: str) -> str:
    """Whom Apple tells of, by what the browser says: it is checked before the name is used."""
    try:
        return str(jwt.decode(id_token[:LONGEST_TOLD], options={"verify_signature": False})["sub"])[:LONGEST_NAME]
    except (jwt.PyJWTError, KeyError, ValueError, RecursionError):
        return ""


class AppleAdapter(AppleOAuth2Adapter):  # type: ignore[misc]
    """What Apple itself says of someone when it is asked, and the name that came with the browser."""

    login_cancelled_error = "user_cancelled_authorize"

    def get_access_token_data(self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None) -> dict[str, Any]:
        told: dict[str, Any] = client.get_access_token(get_request_param(request, "code"))
        return told

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> SocialLogin:
        claims = {key: value for key, value in token._verified_identity_data.items() if key != "name"}
        login = self.get_provider().sociallogin_from_response(request, {**claims, **_name_that_came(request, claims["sub"])})
        login.account.extra_data = {**claims, "name": login.user.name}
        return login


def _name_that_came(request: HttpRequest, sub: str) -> dict[str, Any]:
    try:
        whose, name = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=60 * MINUTES)
    except signing.BadSignature:
        return {}
    return {"name": name} if whose == sub else {}
