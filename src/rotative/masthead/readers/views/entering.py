"""Signing in by mail: an address, then a code in this browser or a link in any other; and signing out."""
from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rotative.masthead import rates
from rotative.masthead.languages import first, prefix
from rotative.masthead.readers import arriving, entries, failing, joining, visits
from rotative.masthead.readers.models import Entry
from rotative.masthead.readers.pages import ClosedPage, CodePage, EnterPage, SignInPage, framed, show
from rotative.masthead.readers.views import addresses
from rotative.masthead.readers.views.addresses import SENT
from rotative.masthead.readers.ways import ways

PAGES = require_http_methods(["GET", "HEAD", "POST"])


@PAGES
def sign_in(request: HttpRequest) -> HttpResponse:
    """The ways in, of which the first is a letter."""
    failed = failing.sentence(request.GET.get("failed", ""))
    if request.user.is_authenticated:
        return _is_in(request, failed)
    if request.method == "POST":
        return ask_by_mail(request, request.POST.get("address", ""))
    return show_sign_in(request, failed)


def _is_in(request: HttpRequest, failed: str) -> HttpResponse:
    """Who has signed in goes on; if they could not link an account, they are told so on their page."""
    if failed:
        messages.error(request, failed)
        return HttpResponseRedirect(visits.to("reader"))
    return HttpResponseRedirect(visits.goes_to(request) or visits.to("reader"))


def show_sign_in(request: HttpRequest, problem: str = "", status: int = 200, **typed: str) -> HttpResponse:
    """The ways in; beside the field that something was typed into, what is wrong with it."""
    page = SignInPage(**framed(request, _("Sign in")), problem=problem, beside=next(iter(typed), ""), next=visits.goes_to(request), ways=ways(request), mastodon=settings.MASTODON, **typed)
    return show(request, page, status)


def ask_by_mail(request: HttpRequest, typed: str) -> HttpResponse:
    """Send a letter to what was typed; the answer is the same for every address, and takes as long."""
    try:
        address = entries.clean_address(typed)
    except ValidationError as problem:
        return show_sign_in(request, problem.messages[0], 400, address=typed)
    if rates.is_too_fast(request, "letter"):
        return show_sign_in(request, _("That is a great deal at once. Please wait a minute and try again."), 429, address=typed)
    return _sent(request, entries.send(address, get_language() or first(), visits.goes_to(request)), typed)


def _sent(request: HttpRequest, entry: Entry | None, typed: str) -> HttpResponse:
    if entry is None:
        return show_sign_in(request, _("Several letters are on their way to this address. Open the latest, or wait an hour."), 429, address=typed)
    request.session[SENT] = entry.pk
    return HttpResponseRedirect(visits.to("account_code"))


@PAGES
def code(request: HttpRequest) -> HttpResponse:
    """Where the code is written. Five wrong ones void the letter."""
    entry = Entry.objects.filter(pk=request.session.get(SENT)).first()
    if entry is None:
        return HttpResponseRedirect(visits.to("account_login"))
    if request.method != "POST":
        return _show_code(request, entry)
    if rates.is_too_fast(request, "code"):
        return _show_code(request, entry, _("That is a great deal at once. Please wait a minute and try again."), 429)
    if opened := entries.open_by_code(entry.pk, request.POST.get("code", "")):
        return _open(request, opened)
    return _show_code(request, entry, _("This is not the code of the latest letter. Look at it once more."), 400)


def _show_code(request: HttpRequest, entry: Entry, problem: str = "", status: int = 200) -> HttpResponse:
    if not entries.is_open(entry.pk):
        problem = _("This code has been used, or is too old. Ask for another.")
    title = _("Look in your mail") if problem == "" else _("The code of the letter")
    page = CodePage(
        **framed(request, title), problem=problem, address=entry.address, minutes=entries.MINUTES, digits=entries.DIGITS,
        is_confirming=bool(entry.user_id), is_new=entry.is_new, next=entry.goes_to,
    )  # fmt: skip
    return show(request, page, status)


def _open(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Go in; or, for who was asked whether they are still themselves, go on."""
    del request.session[SENT]
    if entry.user_id is None:
        return joining.after(request, entry, arriving.enter_by(request, entry))
    if entry.user_id != request.user.pk:
        return HttpResponseRedirect(visits.to("account_login"))
    if entry.is_new:  # it proves the address, and says nothing of who asked for it
        return addresses.changed(request, entry)
    arriving.confirm(request, "code")
    return HttpResponseRedirect(entry.goes_to or visits.to("reader"))


@PAGES
def enter(request: HttpRequest, link: str) -> HttpResponse:
    """The link of a letter: looking at it uses nothing up, the button does."""
    if request.method == "POST" and (opened := entries.open_by_link(link)):
        return arriving.enter_by(request, opened)
    entry = entries.by_link(link)
    title = _("Sign in") if entry else _("This link opens nothing any more")
    page = EnterPage(**framed(request, title), address=entry.address if entry else "", is_open=entry is not None)
    return show(request, page, 200 if entry else 410)


def closed(request: HttpRequest) -> HttpResponse:
    """The account was closed by the paper."""
    return show(request, ClosedPage(**framed(request, _("This account is closed"))), 403)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponseRedirect(visits.goes_to(request) or f"{prefix(get_language() or first())}/")

