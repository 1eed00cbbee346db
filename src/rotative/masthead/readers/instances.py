"""What is asked of an instance of Mastodon: over HTTPS, at a public address, without being sent on, and never without end.

A stranger names the host. So it is a name with a dot and no port, each of its addresses is public,
and the connection goes to the address that was looked at, not to one that the name has a moment later.
"""
from __future__ import annotations

import json
import re
import socket
import ssl
import time
from http.client import HTTPException, HTTPSConnection
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlencode

from rotative.masthead.public import is_public

PORT = 443
PATIENCE = 5.0  # seconds, for each step
IN_ALL = 12.0
LIMIT = 256 * 1024
HOST = re.compile(r"(?=.{4,200}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")


class Unreachable(Exception):
    """Nothing of use was answered. ``status``: what there was of an answer."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


def host_of(typed: str) -> str:
    """The host that a reader means: of a name, an address or ``@me@instance``; nothing for what is none."""
    name = re.sub(r"\Ahttps://", "", typed.strip().lower()).rstrip("/").rpartition("@")[2]
    try:
        name = name.encode("idna").decode("ascii") if not name.isascii() else name
    except UnicodeError:
        return ""
    return name if HOST.fullmatch(name) else ""


def ask(host: str, path: str, told: dict[str, str] | None = None, token: str = "") -> dict[str, Any]:
    """What an instance answers, an object of JSON. Raises Unreachable."""
    connection = _Pinned(host, public_address(host))
    headers = {"Accept": "application/json", "User-Agent": "Rotative", **({"Authorization": f"Bearer {token}"} if token else {})}
    body = urlencode(told) if told is not None else None
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request("POST" if body is not None else "GET", path, body, headers)
        return _read(connection)
    except (OSError, HTTPException, ValueError) as problem:
        raise Unreachable(type(problem).__name__) from None
    finally:
        connection.close()


def public_address(host: str) -> str:
    """One address of a name of which all are public. Raises Unreachable."""
    try:
        found = [ip_address(entry[4][0]) for entry in socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)]
    except (OSError, ValueError, UnicodeError):
        raise Unreachable("name") from None
    if not found or not all(map(is_public, found)):
        raise Unreachable("private")
    return str(found[0])


def trust() -> ssl.SSLContext:
    return ssl.create_default_context()


class _Pinned(HTTPSConnection):
    """A connection to an address that was looked at, under the certificate of its name."""

    def __init__(self, host: str, address: str) -> None:
        self.trust = trust()
        super().__init__(host, PORT, timeout=PATIENCE, context=self.trust)
        self.address = address

    def connect(self) -> None:
        plain = socket.create_connection((self.address, PORT), PATIENCE)
        self.sock = self.trust.wrap_socket(plain, server_hostname=self.host)


def _read(connection: HTTPSConnection) -> dict[str, Any]:
    answer = connection.getresponse()
    if answer.status != 200:  # one that sends on is not followed
        raise Unreachable(f"status {answer.status}", answer.status)
    body, until = b"", time.monotonic() + IN_ALL
    while piece := answer.read1(16 * 1024):
        body += piece
        if len(body) > LIMIT or time.monotonic() > until:
            raise Unreachable("without end")
    told = json.loads(body)
    if not isinstance(told, dict):
        raise Unreachable("no object")
    return told
