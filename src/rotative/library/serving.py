"""Serves files to readers: sizes of pictures, the paper's logo, documents; nothing else of the media.

Originals and half-done uploads lie in the same folder and have no address.
"""
from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe
from wagtail import hooks

from rotative.library.models import SourceDocument
from rotative.press.front.media import ABSENT, SHELVES, TYPES, find
from rotative.press.front.policy import ALONE


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """A file of one of the open shelves. Its name changes with its bytes, so it may be kept."""
    shelf, _, name = path.partition("/")
    file = find(Path(settings.MEDIA_ROOT), shelf, name)
    if file is None:
        return _guarded(HttpResponseNotFound(ABSENT, content_type="text/plain"))
    tag = quote_etag(f"{file.stat().st_mtime_ns:x}-{file.stat().st_size:x}")
    if tag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = FileResponse(file.open("rb"), content_type=TYPES[file.suffix.lower()])  # type: ignore[assignment]
        response["Last-Modified"] = http_date(file.stat().st_mtime)
    response["ETag"] = tag
    response["Cache-Control"] = SHELVES[shelf]
    return _guarded(response)


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponse:
    """A document, to be saved and opened by a program of the reader's own, never by the browser."""
    found = get_object_or_404(SourceDocument, pk=document_id)
    if found.filename != document_filename:
        raise Http404
    for ask in hooks.get_hooks("before_serve_document"):  # Whether this reader may have it.
        answer = ask(found, request)
        if isinstance(answer, HttpResponseBase):
            return answer  # type: ignore[return-value]
    return _document(found)


def _document(found: SourceDocument) -> HttpResponse:
    response = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.filename, content_type=found.content_type)
    response["Cache-Control"] = "no-cache"
    return _guarded(response)  # type: ignore[arg-type]


def _guarded(response: HttpResponse) -> HttpResponse:
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = ALONE
    return response
