"""What a visit to a reader's pages has: its language, where it goes next, and who it is."""
from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

from rotative.masthead.languages import first, languages
from rotative.masthead.readers.models import Reader

View = Callable[..., HttpResponse]
LONGEST = 400  # characters of an address to go to


def language_of(request: HttpRequest) -> str:
    """What was asked for on this visit, then the reader's own, then the browser's, of those that the paper has."""
    asked = (request.GET.get("in", ""), request.COOKIES.get(cookie_name(), ""))
    return next((code for code in (*asked, _own(request)) if code in languages()), None) or _preferred(request)


def cookie_name() -> str:
    return "__Host-in" if settings.SECURE_COOKIES else "in"


def mark_name() -> str:
    return "__Host-signed" if settings.SECURE_COOKIES else "signed"


def within(path: str) -> str:
    """An address to go to, when it is a page of this paper that readers may see; otherwise nothing."""
    is_ours = path.startswith("/") and len(path) <= LONGEST and path.isprintable() and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours and not path.startswith(("/desk", "/_/account/enter/")) else ""


def goes_to(request: HttpRequest) -> str:
    """Where the visitor wants to go afterwards."""
    return within(str(request.POST.get("next") or request.GET.get("next") or ""))


def kept_in(state: dict[str, Any]) -> str:
    """Where somebody wanted to go who left for a provider."""
    return within(str(state.get("next") or ""))


def to(name: str, *args: Any, **query: str) -> str:
    """The address of a reader's page, with what it is told."""
    told = {key: value for key, value in query.items() if value}
    return reverse(name, args=args) + (f"?{urlencode(told)}" if told else "")


def signed(view: View) -> View:
    """For readers who have signed in; others do so first, and come back to what they asked for."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        back = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("reader")
        return HttpResponseRedirect(to("account_login", next=within(back)))

    return guarded


def _own(request: HttpRequest) -> str:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return str(Reader.objects.filter(user=user).values_list("language", flat=True).first() or "")


def _preferred(request: HttpRequest) -> str:
    """The browser's first language that the paper has; else the paper's own first."""
    for code, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return first()
