"""Passkeys: to sign in with one, to show that it is still oneself, to add, name and remove them. All need script but the last two."""
from __future__ import annotations

import json
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rotative.masthead import rates
from rotative.masthead.readers import arriving, visits

LONGEST_NAME, MOST = 60, 20
ASK_AND_ANSWER = require_http_methods(["GET", "POST"])
# What a browser that sends nonsense makes of a credential.
TROUBLE = (ValidationError, ValueError, KeyError, TypeError, AttributeError, InvalidSignature)


@ASK_AND_ANSWER
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey; or, for who is signed in, show that it is still them."""
    if request.method != "POST":
        return JsonResponse({"token": get_token(request), "options": auth.begin_authentication()})
    if rates.is_too_fast(request, "passkey"):
        return _refused(_("That is a great deal at once. Please wait a minute and try again."), 429)
    try:
        credential = json.loads(request.POST.get("credential", ""))
        user = auth.extract_user_from_response(credential)
        passkey = auth.complete_authentication(user, credential)
    except TROUBLE:
        return _refused(_("This passkey does not belong to an account here."))
    passkey.record_usage()
    return _entered(request, user)


def _entered(request: HttpRequest, user: Any) -> HttpResponse:
    goes_to = visits.goes_to(request)
    if not request.user.is_authenticated:
        return JsonResponse({"url": arriving.enter(request, user, "passkey", goes_to)["Location"]})
    if request.user != user:
        return _refused(_("This passkey is another account's."))
    arriving.confirm(request, "passkey")
    return JsonResponse({"url": goes_to or visits.to("reader")})


@ASK_AND_ANSWER
@visits.signed
def add(request: HttpRequest) -> HttpResponse:
    """Add a passkey to one's account; who signed in long ago shows first that it is still them."""
    if not arriving.is_fresh(request):
        return JsonResponse({"url": visits.to("account_reauthenticate", next=visits.to("reader"))})
    if request.method != "POST":
        return JsonResponse({"token": get_token(request), "options": auth.begin_registration(request.user, passwordless=True)})
    if _own(request).count() >= MOST:
        return _refused(_("Twenty passkeys are enough: remove one first."))
    try:
        credential = json.loads(request.POST.get("credential", ""))
        auth.complete_registration(auth.parse_registration_response(credential))
    except TROUBLE:
        return _refused(_("The passkey could not be made. Try again."))
    auth.WebAuthn.add(request.user, _name(request), credential)
    messages.success(request, _("The passkey is added."))
    return JsonResponse({"url": visits.to("reader")})


@require_POST
@visits.signed
def change(request: HttpRequest, pk: str) -> HttpResponse:
    """Name a passkey, or remove it. Removing asks who signed in long ago to show that it is still them."""
    passkey = _own(request).filter(pk=int(pk)).first()
    if passkey and "remove" in request.POST:
        if not arriving.is_fresh(request):
            return HttpResponseRedirect(visits.to("account_reauthenticate", next=visits.to("reader")))
        passkey.delete()
        messages.success(request, _("The passkey is removed here. Remove it from your device, too."))
    elif passkey:
        passkey.wrap().name = _name(request)
        passkey.save(update_fields=["data"])
        messages.success(request, _("It is changed."))
    return HttpResponseRedirect(visits.to("reader"))


def _own(request: HttpRequest) -> Any:
    return Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)


def _name(request: HttpRequest) -> str:
    return " ".join(request.POST.get("name", "").split())[:LONGEST_NAME] or _("Passkey")


def _refused(why: str, status: int = 400) -> JsonResponse:
    return JsonResponse({"problem": why}, status=status)
