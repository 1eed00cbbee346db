"""Who asks: a person who will read a page, or a script that wants data."""
from __future__ import annotations

from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    """Whether JSON is preferred to a page (RFC 9110, 12.5.1); a browser that takes anything gets the page."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
