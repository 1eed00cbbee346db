"""How fast one address may do something. It is counted for a minute, for all processes, under a digest that the day makes void."""
from __future__ import annotations

import hashlib
import hmac
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from rotative.masthead import tallies
from rotative.masthead.asking import address_of

LINE = 64  # of an IPv6 address, what one line has: its holder may write from any address in it
A_MINUTE = {"letter": 20, "code": 30, "passkey": 10, "instance": 20}  # what is asked of the masthead itself


def is_too_fast(request: HttpRequest, what: str, most: int = 0) -> bool:
    """Whether this is more of it than one address may do in a minute; ``most``, where A_MINUTE does not say it."""
    told = f"{timezone.now():%Y-%m-%d}:{line_of(address_of(request))}".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), told, hashlib.sha256).hexdigest()
    return tallies.add(f"{what}:{digest}", 60) > (most or A_MINUTE[what])


def line_of(address: str) -> str:
    """An address whole: readers who share a network do not wait for each other. Of IPv6 what belongs to one line."""
    try:
        found = ip_address(address.strip().strip("[]").partition("%")[0])
    except ValueError:
        return address
    found = getattr(found, "ipv4_mapped", None) or found
    return str(found) if found.version == 4 else str(ip_network((found, LINE), strict=False))
