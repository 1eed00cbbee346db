"""Signing in with a provider: off to it, back from it, and the address that it may not have told."""
from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.facebook import views as facebook
from allauth.socialaccount.providers.google import views as google
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from requests import RequestException

from rotative.masthead import rates
from rotative.masthead.languages import first
from rotative.masthead.readers import apple, arriving, entries, failing, joining, nonces, visits
from rotative.masthead.readers.instances import Unreachable
from rotative.masthead.readers.pages import JoinPage, OutboundPage, framed, show
from rotative.masthead.readers.views.entering import SENT
from rotative.masthead.readers.ways import called, provider_of

# What a provider that answers nonsense makes of a callback.
TROUBLE = (KeyError, ValueError, TypeError, OAuth2Error, RequestException, ValidationError, Unreachable)

log = logging.getLogger(__name__)


@require_POST
def start(request: HttpRequest, name: str) -> HttpResponse:
    """Off to a provider; with ``process=connect``, to link it to who is signed in."""
    provider = provider_of(request, name)
    process = AuthProcess.CONNECT if request.user.is_authenticated else AuthProcess.LOGIN
    if process == AuthProcess.CONNECT and not arriving.is_fresh(request):
        return HttpResponseRedirect(visits.to("account_reauthenticate", next=visits.to("reader")))
    try:
        answer = provider.redirect(request, process=process, next_url=visits.goes_to(request) or None, **nonces.sent_with(provider))
    except TROUBLE as problem:
        return _failed(name, problem, visits.goes_to(request))
    return outbound(request, str(provider.name), answer["Location"])


def outbound(request: HttpRequest, name: str, url: str) -> HttpResponse:
    """A page that goes on by itself: the policy lets no form of the paper end at another site."""
    response = show(request, OutboundPage(**framed(request, _("Off to %(name)s") % {"name": name}), name=name, url=url))
    response["Refresh"] = f"0; url={url}"
    return response


def back(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What a provider sends its visitors back to: whatever it says, the reader gets a page that goes on."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        goes_to = failing.goes_to(request)  # an answer is used up by looking at it
        try:
            return view(request, *args, **kwargs)
        except SocialApp.DoesNotExist:
            raise Http404 from None
        except TROUBLE as problem:
            return _failed(request.path, problem, goes_to)

    return guarded


class GoogleAdapter(google.GoogleOAuth2Adapter):
    """What Google says of someone, under its signature, though it came straight from there."""

    def _decode_id_token(self, app: Any, id_token: str) -> Any:
        return google._verify_and_decode(app, id_token)


back_from_oidc = back(openid_connect.callback)
back_from_google = back(OAuth2CallbackView.adapter_view(GoogleAdapter))
back_from_facebook = back(facebook.oauth2_callback)
back_from_apple = back(OAuth2CallbackView.adapter_view(apple.AppleAdapter))


@csrf_exempt
def post_from_apple(request: HttpRequest) -> HttpResponse:
    """What Apple has the browser post from its own site, without our cookies, goes on to where it is checked."""
    provider_of(request, "apple")
    return apple.pass_on(request) if request.method == "POST" else HttpResponseNotAllowed(["POST"])


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """A provider that told no verified address: the reader's own is asked for, and proven by a letter."""
    login = joining.waiting(request)
    if login is None:
        return HttpResponseRedirect(visits.to("account_login"))
    if request.method != "POST":
        return _show_join(request, login, login.user.email)
    try:
        address = entries.clean_address(request.POST.get("address", ""))
    except ValidationError as problem:
        return _show_join(request, login, request.POST.get("address", ""), problem.messages[0])
    if rates.is_too_fast(request, "letter"):
        return _show_join(request, login, address, _("That is a great deal at once. Please wait a minute and try again."), 429)
    entry = entries.send(address, get_language() or first(), visits.within(login.state.get("next") or ""))
    if entry is None:
        return _show_join(request, login, address, _("Several letters are on their way to this address. Open the latest, or wait an hour."), 429)
    request.session[SENT] = entry.pk
    joining.bind(request, entry.pk)
    return HttpResponseRedirect(visits.to("account_code"))


def _show_join(request: HttpRequest, login: Any, address: str, problem: str = "", status: int = 400) -> HttpResponse:
    name = str(login.provider.name)
    page = JoinPage(**framed(request, _("Your e-mail address")), provider=name, called=called(login.account) or login.user.name, address=address, problem=problem)
    return show(request, page, status if problem else 200)


@require_POST
@visits.signed
def unlink(request: HttpRequest, pk: str) -> HttpResponse:
    """Take a provider off one's account; a letter always opens it."""
    if not arriving.is_fresh(request):
        return HttpResponseRedirect(visits.to("account_reauthenticate", next=visits.to("reader")))
    if SocialAccount.objects.filter(user=request.user, pk=int(pk)).delete()[0]:
        messages.success(request, _("The link is taken off."))
    return HttpResponseRedirect(visits.to("reader"))


def _failed(where: str, problem: Exception, goes_to: str) -> HttpResponse:
    log.warning("Signing in through %s failed: %s.", where, type(problem).__name__)
    return failing.failed(failing.PROVIDER, goes_to)
