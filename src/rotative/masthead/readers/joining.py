"""A provider that has verified no address: the account is joined once a letter has come back from the reader's own.

What the provider has said waits in the session, bound to the one letter that was asked for from
its page: somebody else's, left in a shared browser, is joined to nobody.
"""
from __future__ import annotations

from allauth.socialaccount.internal.flows.signup import clear_pending_signup, get_pending_signup
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.http import HttpRequest, HttpResponse

from rotative.masthead.readers.models import Entry

JOINING = "readers.joining"  # in the session: the number of the letter


def waiting(request: HttpRequest) -> SocialLogin | None:
    """Who a provider has said is here, while it waits for an address."""
    return get_pending_signup(request)


def bind(request: HttpRequest, entry_pk: int) -> None:
    request.session[JOINING] = entry_pk


def drop(request: HttpRequest) -> None:
    request.session.pop(JOINING, None)
    clear_pending_signup(request)


def after(request: HttpRequest, entry: Entry, response: HttpResponse) -> HttpResponse:
    """Join what waits for this letter to who has just signed in with it."""
    login = waiting(request) if request.session.get(JOINING) == entry.pk else None
    drop(request)
    if login and request.user.is_authenticated and not _is_taken(login):
        login.connect(request, request.user)
    return response


def _is_taken(login: SocialLogin) -> bool:
    return SocialAccount.objects.filter(provider=login.account.provider, uid=login.account.uid).exists()
