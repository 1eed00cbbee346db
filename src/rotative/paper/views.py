"""Serves the paper's documents through Django, until the press prints them to files."""
from __future__ import annotations

from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.http import http_date

from rotative.masthead.languages import first, languages
from rotative.masthead.queries import masthead
from rotative.paper import addresses, assets, redirects
from rotative.paper.pages import errors, search
from rotative.paper.site import stylesheet
from rotative.press.documents import Gone, Missing, Moved, Print, TakenOff, render

FRESH = "public, max-age=10, stale-while-revalidate=60, stale-if-error=864000"
FOR_EVER = "public, max-age=31536000, immutable"
TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "woff2": "font/woff2", "svg": "image/svg+xml"}


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Whatever anyone may read at an address."""
    path = f"/{path}"
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    try:
        return _serve(request, path)
    except Missing:
        return _elsewhere(path, request.META.get("QUERY_STRING", ""))
    except Gone as gone:
        return _error(410, path, gone.reason)
    except TakenOff as off:
        return _error(503, path, headers={"Retry-After": str(off.retry_after)})


def _serve(request: HttpRequest, path: str) -> HttpResponse:
    kind, address = redirects.kind_of(path)
    if kind == "search":
        return _searched(request, address)
    return _answer(request, render(kind, address, timezone.now()))


def _answer(request: HttpRequest, printed: Print) -> HttpResponse:
    """The print with its validator: the same bytes, the same tag (RFC 9110, 8.8.3)."""
    tag = f'"{blake2b(printed.body, digest_size=12).hexdigest()}"'
    headers = {"Cache-Control": FRESH, "ETag": tag, **printed.headers}
    if tag in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(printed.body, printed.content_type, printed.status, headers=headers)


def _searched(request: HttpRequest, address: addresses.Address) -> HttpResponse:
    asked, number = request.GET.get("q", ""), request.GET.get("page", "1")
    body = search.answer(address, asked, int(number) if number.isdecimal() and len(number) < 5 else 1, timezone.now())
    return HttpResponse(body, headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"})


def _elsewhere(path: str, asked: str) -> HttpResponse:
    """The present address of a page that was moved, renamed or mistyped a little, else 404."""
    try:
        redirects.follow(path)
        _follow_tidied(path)
    except Moved as moved:
        return HttpResponsePermanentRedirect(f"{moved.address}?{asked}" if asked else moved.address)
    return _error(404, path)


def _follow_tidied(path: str) -> None:
    """Raises Moved when only a slash or capitals keep a path from its page."""
    tidied = redirects.tidy(path)
    if tidied == path:
        return
    try:
        kind, address = redirects.kind_of(tidied)
        if kind != "search":
            render(kind, address, timezone.now())
    except (Missing, Gone, TakenOff):
        return
    raise Moved(tidied)


def _error(status: int, path: str, reason: str = "", headers: dict[str, str] | None = None) -> HttpResponse:
    body = errors.error(status, language_of(path), timezone.now(), reason)
    return HttpResponse(body, status=status, headers={"Cache-Control": "public, max-age=10", **(headers or {})})


def failed(request: HttpRequest) -> HttpResponse:
    """500: in the paper's frame when it can be made, else in plain words."""
    try:
        return _error(500, request.path)
    except Exception:  # noqa: BLE001 (the frame itself may be what failed)
        return HttpResponse("500: the paper could not make this page. It has been told.", "text/plain", 500)


def language_of(path: str) -> str:
    start = path.strip("/").split("/")[0]
    return start if start in languages() else first()


def asset(request: HttpRequest, name: str) -> HttpResponse:
    """The stylesheet, the script, the fonts and the icon; an old name gets the present one."""
    paper = masthead()
    every = [stylesheet(paper), assets.script(), *assets.fonts(), assets.icon(paper.accent)]
    exact = next((each for each in every if each.name == name), None)
    near = exact or next((each for each in every if _stem(each.name) == _stem(name)), None)
    if near is None:
        return _error(404, "/")
    return _asset(near, FOR_EVER if exact else "public, max-age=60")


def _asset(found: assets.Asset, caching: str) -> HttpResponse:
    headers = {"Cache-Control": caching, "Last-Modified": http_date(0)} if caching == FOR_EVER else {"Cache-Control": caching}
    return HttpResponse(found.body, TYPES[found.name.rsplit(".", 1)[1]], headers=headers)


def _stem(name: str) -> tuple[Any, Any]:
    parts = name.split(".")
    return parts[0], parts[-1]


def icon(request: HttpRequest) -> HttpResponse:
    return _asset(assets.icon(masthead().accent), "public, max-age=86400")
