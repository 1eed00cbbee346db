"""How a like or a reading is told from another without knowing who it was.

Pure. A mark is a random value that the reader's own browser keeps; only its hash is
stored. A source is a shortened address, hashed with the salt of the day: it says
whether two acts of one day came from the same network, and nothing the day after.
"""
from __future__ import annotations

import hmac
import re
import secrets
from hashlib import sha256
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

MARK = re.compile(r"[A-Za-z0-9_-]{22}")
BOTS = re.compile(
    r"(?<!cu)bot\b|bot[/_]|crawl|spider|slurp|archiver|preview|monitor|uptime|headless|lighthouse|python|curl|wget|libwww|httpx?[/-]|"
    r"go-http|java/|okhttp|axios|node-fetch|scrapy|feed|facebookexternalhit|embedly|validator|pingdom|phantom",
    re.I,
)


def new_mark() -> str:
    """A mark of 128 random bits."""
    return secrets.token_urlsafe(16)


def is_mark(text: str) -> bool:
    return MARK.fullmatch(text) is not None


def hashed(mark: str) -> str:
    """What is stored of a mark."""
    return sha256(mark.encode()).hexdigest()


def new_salt() -> str:
    return secrets.token_hex(32)


def shortened(address: str, v4: int = 24, v6: int = 48) -> str:
    """The network of an address: /24, or /48 for IPv6; nothing for what is no address."""
    try:
        found = ip_address(address.strip().strip("[]").partition("%")[0])
    except ValueError:
        return ""
    found = _unmapped(found)
    return str(ip_network((found, v4 if found.version == 4 else v6), strict=False))


def source(address: str, salt: str) -> str:
    """The digest of an address's network under the salt of a day."""
    return hmac.new(salt.encode(), shortened(address).encode(), sha256).hexdigest()


def is_bot(agent: str) -> bool:
    """Whether a User-Agent says it is a program, or says nothing."""
    return not agent.strip() or BOTS.search(agent) is not None


def _unmapped(found: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    return getattr(found, "ipv4_mapped", None) or found
