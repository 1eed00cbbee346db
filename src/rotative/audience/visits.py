"""What a request tells of where it comes from, and no more of it than is needed.

An address is used and let go: it is stored nowhere and written in no log.
"""
from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from rotative.audience import marks
from rotative.masthead import rates

NAME = "mark"
HOST_NAME = "__Host-mark"
THIRTEEN_MONTHS = 34_128_000  # Seconds; CNIL: thirteen months at most, not renewed.
WRITES_A_MINUTE = 60


def mark_of(request: HttpRequest) -> str:
    """The mark that the reader's browser keeps, or nothing."""
    found = request.COOKIES.get(HOST_NAME) or request.COOKIES.get(NAME) or ""
    return found if marks.is_mark(found) else ""


def keep_mark(request: HttpRequest, response: HttpResponse, mark: str) -> None:
    """Have the browser keep a mark: out of reach of scripts and of other sites."""
    name = HOST_NAME if _may_be_secure(request) else NAME
    response.set_cookie(name, mark, max_age=THIRTEEN_MONTHS, path="/", secure=name == HOST_NAME, httponly=True, samesite="Lax")


def too_many(request: HttpRequest, what: str) -> bool:
    """Whether this is more than sixty such writes a minute from one address."""
    return rates.is_too_fast(request, what, WRITES_A_MINUTE)


def is_of_this_paper(request: HttpRequest) -> bool:
    """Whether a page of the paper sent the request: by its Origin, or as the browser says it."""
    origin = request.headers.get("Origin")
    if origin:
        return origin in {_own_origin(request), settings.ROTATIVE_URL}
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


def _own_origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _may_be_secure(request: HttpRequest) -> bool:
    """Over HTTPS, and on the reader's own machine, where browsers keep such cookies over HTTP."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    loopback = host in ("localhost", "127.0.0.1", "::1") or host.endswith(".localhost")
    return settings.SECURE_COOKIES or request.is_secure() or loopback
