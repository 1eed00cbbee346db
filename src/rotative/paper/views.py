"""Serves the paper's documents through Django, where the press has not printed them."""
from __future__ import annotations

from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone, translation
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from rotative.masthead.languages import languages
from rotative.masthead.queries import masthead
from rotative.paper import addresses, assets
from rotative.paper.answers import answer, language_of
from rotative.paper.files import assets as printed_assets
from rotative.paper.pages import errors, search
from rotative.press.documents import Print
from rotative.press.front.paths import location, tidied
from rotative.press.front.policy import BRIEFLY, FOR_EVER, FRESH


@csrf_exempt  # It writes nothing: what is not a reading is told so, token or not.
def page(request: HttpRequest, path: str) -> HttpResponse:
    """Whatever anyone may read at an address."""
    path = f"/{path}"
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    if found := _search_at(path):
        return _searched(request, found)
    printed = answer(path, timezone.now())
    if printed.status == 404:
        return _at_its_address(path, request.META.get("QUERY_STRING", "")) or _sent(request, printed)
    if printed.status == 301:
        return _moved(printed.headers["Location"], request.META.get("QUERY_STRING", ""))
    return _sent(request, printed)


def _search_at(path: str) -> addresses.Address | None:
    found = addresses.read(path, languages()) if path.endswith("/") else None
    return found if found and found.kind == "search" else None


def _sent(request: HttpRequest, printed: Print) -> HttpResponse:
    """The print with its validator: the same bytes, the same tag (RFC 9110, 8.8.3)."""
    if printed.status != 200:
        return HttpResponse(printed.body, printed.content_type, printed.status, headers={"Cache-Control": BRIEFLY, **printed.headers})
    tag = f'"{blake2b(printed.body, digest_size=12).hexdigest()}"'
    headers = {"Cache-Control": FRESH, "ETag": tag, **printed.headers}
    if tag in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(printed.body, printed.content_type, headers=headers)


def _searched(request: HttpRequest, address: addresses.Address) -> HttpResponse:
    asked, number = request.GET.get("q", ""), request.GET.get("page", "1")
    body = search.answer(address, asked, int(number) if number.isdecimal() and len(number) < 5 else 1, timezone.now())
    return HttpResponse(body, headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"})


def _at_its_address(path: str, asked: str) -> HttpResponse | None:
    """The address itself, where only a slash or capitals kept a path from its page."""
    tidy = tidied(path)
    if tidy == path or not (_search_at(tidy) or answer(tidy, timezone.now()).status == 200):
        return None
    return _moved(tidy, asked)


def _moved(to: str, asked: str) -> HttpResponse:
    return HttpResponsePermanentRedirect(location(to, asked))


def _error(status: int, path: str) -> HttpResponse:
    made = errors.error(status, language_of(path), timezone.now())
    return HttpResponse(made.body, status=status, headers={"Cache-Control": BRIEFLY})


def failed(request: HttpRequest) -> HttpResponse:
    """500: in the paper's frame when it can be made, else in plain words."""
    try:
        return _error(500, request.path)
    except Exception:  # noqa: BLE001 (the frame itself may be what failed)
        with translation.override(language_of(request.path)):
            return HttpResponse(_("The paper could not make this page. It has been told of it; please try again in a moment."), "text/plain; charset=utf-8", 500)


def asset(request: HttpRequest, name: str) -> HttpResponse:
    """The stylesheet, the script, the fonts and the icon; an old name gets the present one."""
    every = printed_assets.every()
    exact = next((each for each in every if each.name == name), None)
    near = exact or next((each for each in every if _stem(each.name) == _stem(name)), None)
    if near is None:
        return _error(404, "/")
    return _asset(near, FOR_EVER if exact else "public, max-age=60")


def _asset(found: assets.Asset, caching: str) -> HttpResponse:
    headers = {"Cache-Control": caching, "Last-Modified": http_date(0)} if caching == FOR_EVER else {"Cache-Control": caching}
    return HttpResponse(found.body, printed_assets.TYPES[found.name.rsplit(".", 1)[1]], headers=headers)


def _stem(name: str) -> tuple[Any, Any]:
    parts = name.split(".")
    return parts[0], parts[-1]


def icon(request: HttpRequest) -> HttpResponse:
    return _asset(assets.icon(masthead().accent), "public, max-age=86400")
