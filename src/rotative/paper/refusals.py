"""What readers are told when Django refuses: a page of the paper that says what to do, or JSON for a script.

Whatever is at no address of ours, a form that no page of ours sent, a question that makes
no sense: ``project/urls.py`` and the settings name these.
"""
from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from rotative.audience.queries import story
from rotative.masthead.asking import wants_json
from rotative.masthead.languages import languages
from rotative.paper.answers import language_of
from rotative.paper.pages import errors

OF_A_STORY = re.compile(r"/_/(?:like/article|read)/(\d{1,18})/")
NEVER_KEPT = "no-store"
A_MOMENT = "10"  # seconds


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser asked something that makes no sense."""
    return refuse(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: it may not be seen or done."""
    return refuse(request, 403)


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without its token, most often because the browser keeps no cookies."""
    with translation.override(_language(request)):
        todo = _(
            "Nothing was kept of what you sent. Your browser must keep one cookie for it, which says nothing of you: "
            "allow cookies for this site, load the page again, and send it once more."
        )
    return refuse(request, 403, todo)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is nothing at the address, or no more."""
    return refuse(request, 404)


def later(request: HttpRequest) -> HttpResponse:
    """503: the database is away, or held by another; the frame of the paper may be out of reach as well."""
    language = _language_of_address(request)
    with translation.override(language):
        todo = _("Nothing was kept of what you sent. Please go back and send it once more in a moment.") if request.method == "POST" else _("Please try again in a moment.")
        try:
            answer = _refused(request, 503, language, todo)
        except Error:
            answer = HttpResponse(render_to_string("paper/later.html", {"language": language, "todo": todo}), status=503)
    answer["Cache-Control"], answer["Retry-After"] = NEVER_KEPT, A_MOMENT
    return answer


def refuse(request: HttpRequest, status: int, todo: str = "") -> HttpResponse:
    """The answer for whoever asked: a script is told in JSON, a reader in the paper's frame."""
    answer = _refused(request, status, _language(request), todo)
    answer["Cache-Control"] = NEVER_KEPT
    return answer


def _refused(request: HttpRequest, status: int, language: str, todo: str) -> HttpResponse:
    if request.path.endswith(".json") or wants_json(request):
        return JsonResponse({"error": status}, status=status)
    made = errors.error(status, language, timezone.now(), todo)
    return HttpResponse(made.body, made.content_type, status)


def _language(request: HttpRequest) -> str:
    """The language of what was asked for; where an address has none, that of the story or of the page one came from."""
    asked = request.GET.get("in", "")
    if asked in languages():
        return asked
    if (found := OF_A_STORY.fullmatch(request.path)) and (liked := story(int(found[1]))):
        return liked.language
    return _language_of_address(request)


def _language_of_address(request: HttpRequest) -> str:
    came_from: Any = urlsplit(request.headers.get("Referer", "")).path
    return language_of(came_from if request.path.startswith("/_/") else request.path)
