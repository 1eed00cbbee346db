"""How fast one address may write. The count is kept in memory for a minute, under a digest that the day makes void."""
from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from rotative.masthead.asking import address_of

A_MINUTE = {"write": 10, "respect": 60, "report": 5}


def is_too_fast(request: HttpRequest, what: str) -> bool:
    """Whether this is more of it than one address may do in a minute."""
    told = f"{timezone.now():%Y-%m-%d}:{address_of(request)}".encode()
    key = f"pace:{what}:{hmac.new(settings.SECRET_KEY.encode(), told, hashlib.sha256).hexdigest()}"
    if cache.add(key, 1, 60):
        return False
    try:
        return bool(cache.incr(key) > A_MINUTE[what])
    except ValueError:  # The minute has just ended.
        return False
