"""The preview of a page in the desk: the paper, which is above this room, says how to make it."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

Previewer = Callable[[Any, HttpRequest], HttpResponse]

previewer: Previewer | None = None


def serve(page: Any, request: HttpRequest) -> HttpResponse:
    """The page as readers would see it, or a sentence when nothing prints it yet."""
    if previewer is None:
        return HttpResponse(_("Nothing prints this page yet."), content_type="text/plain; charset=utf-8")
    return previewer(page, request)
