"""The link of a letter that ends such letters: for a mail program with one click (RFC 8058), for a person with one button.

No cookie, session or token of a form is needed: the link is the authority, and it can do this one thing. Looking at it ends nothing,
for scanners of mail look at every link.
"""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from rotative.masthead.readers.notices import kinds, links, wishes
from rotative.masthead.readers.pages import EndingPage, framed, show


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, token: str) -> HttpResponse:
    ending = links.read(token)
    if request.method != "POST":
        return _page(request, ending)
    if ending is None:
        return _page(request, None) if _is_person(request) else HttpResponse(status=404)
    wishes.end(ending.user, ending.wish, ending.kinds)
    return _page(request, ending, is_ended=True) if _is_person(request) else HttpResponse(status=200)


def _is_person(request: HttpRequest) -> bool:
    """Who pressed the button of the page, and reads what comes of it."""
    return "button" in request.POST


def _page(request: HttpRequest, ending: links.Ending | None, is_ended: bool = False) -> HttpResponse:
    """It names the kinds of letters, and nobody."""
    if ending is None:
        return show(request, EndingPage(**framed(request, _("This link ends nothing"))), 404)
    title = _("No more of these letters") if is_ended else _("End these letters?")
    return show(request, EndingPage(**framed(request, title), kinds=kinds.known(ending.kinds), is_ended=is_ended, has_page=ending.user is not None))
