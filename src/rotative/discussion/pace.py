"""How fast one address may write."""
from __future__ import annotations

from django.http import HttpRequest

from rotative.masthead import rates

A_MINUTE = {"write": 10, "respect": 60, "report": 5, "mute": 30}


def is_too_fast(request: HttpRequest, what: str) -> bool:
    """Whether this is more of it than one address may do in a minute."""
    return rates.is_too_fast(request, what, A_MINUTE[what])
