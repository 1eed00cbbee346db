"""What holds for every page of a reader's, and the door of the desk, which a reader's session does not open."""
from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from rotative.masthead.languages import languages
from rotative.masthead.queries import zone
from rotative.masthead.readers import backend, visits

DESK = "/desk/"
OWN = ("/_/account/", "/_/follow/", "/_/unsubscribe/")
SIGNED = ("/_/account/", "/_/follow/", "/_/comment/", "/_/mute/", "/_/mutes/", "/_/respect/")  # where it is asked who somebody is, and so said
Answer = Callable[[HttpRequest], HttpResponse]


class ReadersMiddleware:
    """In the visitor's language, never kept, in no index; and nobody at the desk who did not sign in there."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(DESK):
            _close_desk(request)
        response = self._answer(request) if request.path.startswith(OWN) else self.get_response(request)
        if request.path.startswith(SIGNED):
            _mark(request, response)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        language = visits.language_of(request)
        with translation.override(language), timezone.override(zone()):
            response = self.get_response(request)
        _keep_language(request, response)
        response["Cache-Control"], response["X-Robots-Tag"] = "no-store", "noindex"
        response["Referrer-Policy"] = "same-origin"
        patch_vary_headers(response, ["Cookie", "Accept-Language"])
        return response


def _close_desk(request: HttpRequest) -> None:
    """A letter or a provider says who a reader is; who works here gives the desk's password as well."""
    if request.session.get(BACKEND_SESSION_KEY) == backend.NAME:
        request.user = AnonymousUser()


def _mark(request: HttpRequest, response: HttpResponse) -> None:
    """A cookie that says only that somebody has signed: printed pages cannot, and their script asks nothing for who has not."""
    name, is_signed = visits.mark_name(), request.user.is_authenticated
    if is_signed and name not in request.COOKIES:
        response.set_cookie(name, "1", max_age=settings.SESSION_COOKIE_AGE, path="/", secure=settings.SECURE_COOKIES, samesite="Lax")
    elif not is_signed and name in request.COOKIES:
        response.set_cookie(name, "", max_age=0, path="/", secure=settings.SECURE_COOKIES, samesite="Lax")


def _keep_language(request: HttpRequest, response: HttpResponse) -> None:
    """For the visit: the cookie says one word, and goes with the browser's window. A follow on a page of the paper asks for none."""
    if request.path.startswith(OWN[0]) and (asked := request.GET.get("in", "")) in languages():
        response.set_cookie(visits.cookie_name(), asked, path="/", secure=settings.SECURE_COOKIES, httponly=True, samesite="Lax")
