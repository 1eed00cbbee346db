"""Whoever asks something of Django while the database is away or held by another is told when to come again."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from rotative.paper import refusals
from rotative.press.outages import is_of_the_database


class PatienceMiddleware(MiddlewareMixin):
    """Answers 503 in place of an error that the database will not make a second time."""

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return refusals.later(request) if is_of_the_database(problem) else None
