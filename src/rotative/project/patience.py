"""How long requests wait for a database that is away or held by another, and what they are told then.

SQLite has one writer at a time. The desk waits long for its turn, since what it holds is
worth it; a reader who likes a story is told within a few seconds to come again.
"""
from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from rotative.paper import refusals
from rotative.press.outages import is_of_the_database

OF_READERS = 2.5  # seconds
DESK = "/desk/"
READS = ("GET", "HEAD")


class PatienceMiddleware(MiddlewareMixin):
    """Answers 503 in place of an error that the database will not make a second time, and that soon to readers who write."""

    def process_request(self, request: HttpRequest) -> None:
        if _is_of_a_reader(request):
            with suppress(DatabaseError):  # The view meets it again, and is answered for.
                connection.ensure_connection()
                _wait_at_most(OF_READERS)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return refusals.later(request) if is_of_the_database(problem) else None

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        """What is asked next on this connection may be the desk's."""
        if _is_of_a_reader(request) and connection.connection is not None:
            _wait_at_most(connection.settings_dict["OPTIONS"].get("timeout", 5.0))
        return response


def _is_of_a_reader(request: HttpRequest) -> bool:
    """Whether a reader writes, where there is one writer at a time."""
    return request.method not in READS and not request.path.startswith(DESK) and connection.vendor == "sqlite"


def _wait_at_most(seconds: float) -> None:
    connection.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
