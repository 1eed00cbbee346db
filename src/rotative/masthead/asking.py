"""Who asks: a person who will read a page, or a script that wants data; and from where."""
from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    """Whether JSON is preferred to a page (RFC 9110, 12.5.1); a browser that takes anything gets the page."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def address_of(request: HttpRequest) -> str:
    """The reader's address: the last one that the paper's own proxy wrote, if there is a proxy."""
    if settings.BEHIND_PROXY:
        last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        return last or str(request.META.get("REMOTE_ADDR", ""))
    return str(request.META.get("REMOTE_ADDR", ""))
