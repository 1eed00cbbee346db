"""A story's discussion for one reader, without those whom they do not read: for a browser without script.

Printed pages are the same for everybody, and script takes out of them whom its reader does not read.
Without script there is this page, made when it is asked for, for its reader alone, and kept by nobody.
Printing a page for each reader would undo the press; a style sheet of each reader's own would be asked
for by everybody, on every visit, and would still send the words that one does not want. This costs
something only where somebody hides somebody, and who hides nobody is sent to what is printed.
"""
from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import addresses, queries
from rotative.discussion import quiet as reading
from rotative.masthead.readers.visits import signed

PART = re.compile(rf"[1-9]\d{{0,6}}|{addresses.RESPECTED}|")


@require_http_methods(["GET", "HEAD"])
@signed
@cache_control(private=True, no_store=True)
def quiet(request: HttpRequest, article_id: str) -> HttpResponse:
    """A page of it; ``part``: a number, or ``respected``."""
    story, part = queries.story(int(article_id)), request.GET.get("part", "")
    if story is None or not PART.fullmatch(part):
        raise Http404
    response = _read(story, part, queries.muted(request.user))
    patch_vary_headers(response, ["Cookie"])
    return response


def _read(story: queries.Article, part: str, voices: set[str]) -> HttpResponse:
    if not voices:
        return HttpResponseRedirect(addresses.page_named(story, part))
    try:
        body = reading.read(story, part, voices, timezone.now())
    except LookupError:
        raise Http404 from None
    return HttpResponse(body, headers={"X-Robots-Tag": "noindex"})
