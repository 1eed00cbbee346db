"""Of a reader's address no more is kept than its network."""
from __future__ import annotations

from ipaddress import ip_address, ip_network
from typing import Any

V4, V6 = 24, 48


def shortened(address: str) -> str:
    """The first address of its network: the last number is 0."""
    found = ip_address(address)
    found = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network((found, V4 if found.version == 4 else V6), strict=False).network_address)


def keep_network(instance: Any, **_: Any) -> None:
    """Before a session is noted."""
    instance.ip = shortened(str(instance.ip))
    instance.user_agent = instance.user_agent[:200]
