"""A way in that did not work: the reader is told so, and goes on to where they meant to by another."""
from __future__ import annotations

from typing import Any

from allauth.socialaccount.internal import statekit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from rotative.masthead.readers import visits

CANCELLED, PROVIDER, INSTANCE = "cancelled", "provider", "instance"


def failed(why: str, goes_to: str = "") -> HttpResponse:
    """To the ways in; who is signed in already is told on their own page."""
    return HttpResponseRedirect(visits.to("account_login", failed=why, next=visits.within(goes_to)))


def goes_to(request: HttpRequest, state: Any = None) -> str:
    """Where the reader meant to go when they left for a provider; looking at it uses nothing up."""
    stashed = statekit.get_states(request).get(request.GET.get("state", ""))
    kept = state or (stashed[0] if stashed else {})
    return visits.kept_in(kept) or visits.goes_to(request)


def sentence(why: str) -> str:
    """What is said of it; nothing for a reason that is none."""
    return {
        CANCELLED: _("Nothing was done: you turned back. Choose another way if you like."),
        PROVIDER: _("That way did not work. Try again in a moment, or choose another."),
        INSTANCE: _("This instance does not answer as Mastodon does. Check its name."),
    }.get(why, "")
