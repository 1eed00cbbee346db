"""The moment someone signs in, or shows again that they are themselves."""
from __future__ import annotations

import time
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse

from rotative.masthead.readers import accounts
from rotative.masthead.readers.models import Entry

FRESH = 600  # seconds in which nobody is asked twice who they are


def enter(request: HttpRequest, user: Any, way: str, goes_to: str = "") -> HttpResponse:
    """Sign in; the session gets a new key, and what it held of somebody else is gone."""
    if user.is_active:
        record_authentication(request, user, way)
    return perform_login(request, Login(user=user, redirect_url=goes_to))


def enter_by(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Sign in with a letter that has just been opened: it has proven the address."""
    return enter(request, accounts.at(entry.address), "code", entry.goes_to)


def confirm(request: HttpRequest, way: str) -> None:
    """Who is signed in has shown it again."""
    record_authentication(request, request.user, way, reauthenticated=True)


def is_fresh(request: HttpRequest) -> bool:
    """Whether who is signed in has shown it lately."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < FRESH
