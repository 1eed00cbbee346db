"""Another address for one's account: asked for, proven by a code, taken back by who has the former one."""
from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rotative.masthead import rates
from rotative.masthead.languages import first
from rotative.masthead.readers import arriving, erasing, moving, visits
from rotative.masthead.readers.models import AddressChange, Entry
from rotative.masthead.readers.pages import AddressPage, TakeBackPage, framed, show

PAGES = require_http_methods(["GET", "HEAD", "POST"])
SENT = "readers.entry"  # in the session: the number of the letter that this browser has asked for


@PAGES
@visits.signed
def change(request: HttpRequest) -> HttpResponse:
    """Where another address is written. Who signed in long ago shows first that it is still them."""
    if erasing.works_here(request.user):
        return _show(request)
    if not arriving.is_fresh(request):
        return HttpResponseRedirect(visits.to("account_reauthenticate", next=visits.to("account_address")))
    return _ask(request, request.POST.get("address", "")) if request.method == "POST" else _show(request)


def _ask(request: HttpRequest, typed: str) -> HttpResponse:
    """The answer is the same whoever has the address, and takes as long."""
    if rates.is_too_fast(request, "letter"):
        return _show(request, typed, _("That is a great deal at once. Please wait a minute and try again."), 429)
    try:
        entry = moving.ask(request.user, typed, get_language() or first(), visits.to("reader"))
    except ValidationError as problem:
        return _show(request, typed, problem.messages[0], 400)
    if entry is None:
        return _show(request, typed, _("Several letters are on their way to this address. Open the latest, or wait an hour."), 429)
    request.session[SENT] = entry.pk
    return HttpResponseRedirect(visits.to("account_code"))


def _show(request: HttpRequest, typed: str = "", problem: str = "", status: int = 200) -> HttpResponse:
    user: Any = request.user
    page = AddressPage(**framed(request, _("Another address")), problem=problem, address=user.email, typed=typed[:300], days=moving.DAYS, works_here=erasing.works_here(user))
    return show(request, page, status)


def changed(request: HttpRequest, entry: Entry) -> HttpResponse:
    """The code of the letter to the new address was given by who asked for it."""
    try:
        moving.move(request.user, entry.address)
    except moving.Taken:
        return _show(request, entry.address, _("Another account has this address. Sign in to it, erase it there, and ask again."), 409)
    messages.success(request, _("Letters come to %(address)s from now on.") % {"address": entry.address})
    return HttpResponseRedirect(visits.to("reader"))


@PAGES
def take_back(request: HttpRequest, link: str) -> HttpResponse:
    """What the letter to the former address opens: one button, which a program that looks at mail does not press."""
    found = moving.by_link(link)
    if found is None or request.method != "POST":
        return _show_back(request, found)
    try:
        moving.take_back(found)
    except moving.Taken:
        return _show_back(request, found, _("Another account has this address by now. Sign in to it, erase it there, and press again."), 409)
    if request.user == found.user:
        request.session.flush()
    page = TakeBackPage(**framed(request, _("Your address is as it was")), address=found.before, is_done=True)
    return show(request, page)


def _show_back(request: HttpRequest, found: AddressChange | None, problem: str = "", status: int = 200) -> HttpResponse:
    title = _("Is it not you?") if found else _("This link opens nothing any more")
    page = TakeBackPage(**framed(request, title), problem=problem, address=found.before if found else "", is_open=found is not None)
    return show(request, page, status if found else 410)
