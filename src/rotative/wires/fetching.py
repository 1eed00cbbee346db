"""A page or a picture fetched from the public web: never from a private network, never without end."""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rotative.masthead.public import Address, is_public
from rotative.wires.reading.wording import gettext_noop

LIMIT = 10 * 1024 * 1024
MOST_REDIRECTS = 5
TO_CONNECT, IN_ALL = 10.0, 20.0
PORTS = frozenset({80, 443})
AGENT = "Mozilla/5.0 (compatible; Rotative; reads one page at the request of an editor)"
A_PAGE = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"
A_PICTURE = "image/avif,image/webp,image/jpeg,image/png,image/*;q=0.8"

SENTENCES = {
    "address": gettext_noop("This is not the address of a web page: {address}"),
    "scheme": gettext_noop("Only http and https addresses can be fetched."),
    "credentials": gettext_noop("An address that holds a name or a password cannot be fetched."),
    "port": gettext_noop("Only the ports of the web, 80 and 443, can be reached."),
    "private": gettext_noop("{host} is on a private network; nothing is fetched from there."),
    "unknown_host": gettext_noop("There is no site by the name of {host}."),
    "redirects": gettext_noop("The site sends the reader on more than five times."),
    "too_large": gettext_noop("What is there is larger than 10 MB."),
    "too_slow": gettext_noop("The site took too long to answer."),
    "status": gettext_noop("The site answered {status}."),
    "connection": gettext_noop("The site could not be reached."),
    "compression": gettext_noop("What is there is compressed in a way that cannot be read."),
}


class Unreachable(Exception):
    """Nothing was fetched; `code` is for callers who translate the `sentence`."""

    def __init__(self, code: str, **details: str):
        self.code = code
        self.details = details
        self.sentence = SENTENCES[code].format(**details)
        super().__init__(self.sentence)


def resolve(host: str, port: int) -> list[Address]:
    """Every address a name has; the seam where tests put another resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ipaddress.ip_address(entry[4][0]) for entry in found))


def fetch(
    address: str, *, accept: str = A_PAGE, allow: Callable[[Address], bool] = is_public, ports: frozenset[int] = PORTS
) -> tuple[bytes, str, str]:
    """The bytes at an address, their media type and the final address; raises Unreachable."""
    deadline = time.monotonic() + IN_ALL
    for _ in range(MOST_REDIRECTS + 1):
        target = _target(address, ports)
        answer = _ask(target, _chosen(target, allow, deadline), deadline, accept)
        if answer.next is None:
            return answer.body, answer.media_type, address
        address = urljoin(address, answer.next)
    raise Unreachable("redirects")


@dataclass
class _Target:
    scheme: str
    host: str
    port: int
    path: str
    headed: str


@dataclass
class _Answer:
    body: bytes = b""
    media_type: str = ""
    next: str | None = None


def _target(address: str, ports: frozenset[int]) -> _Target:
    """The parts of an address, each checked before any name is looked up."""
    parts, port = _split(address)
    if parts.scheme not in ("http", "https"):
        raise Unreachable("scheme")
    if "@" in parts.netloc:
        raise Unreachable("credentials")
    port = port or (443 if parts.scheme == "https" else 80)
    if port not in ports:
        raise Unreachable("port")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    )
    return _Target(
        parts.scheme,
        _host(parts, address),
        port,
        path,
        parts.netloc.encode("idna").decode() if parts.netloc.isascii() else _host(parts, address),
    )


def _split(address: str) -> tuple[SplitResult, int | None]:
    try:
        if any(c.isspace() or ord(c) < 33 or c == "\\" for c in address.strip()) or len(address) > 4000:
            raise ValueError
        parts = urlsplit(address.strip())
        return parts, parts.port
    except ValueError as error:
        raise Unreachable("address", address=address[:100]) from error


def _host(parts: SplitResult, address: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        if not host or "%" in host:
            raise ValueError
        return host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise Unreachable("address", address=address[:100]) from error


def _chosen(target: _Target, allow: Callable[[Address], bool], deadline: float) -> Address:
    """The one address to connect to; a name with any forbidden address is refused."""
    found = _resolved(target, deadline)
    if not found:
        raise Unreachable("unknown_host", host=target.host)
    if not all(allow(ip) for ip in found):
        raise Unreachable("private", host=target.host)
    return sorted(found, key=lambda ip: ip.version)[0]


def _resolved(target: _Target, deadline: float) -> list[Address]:
    """The name is asked in a thread, since the system's resolver knows no deadline."""
    answers: list[list[Address]] = []

    def ask() -> None:
        try:
            answers.append(resolve(target.host, target.port))
        except (OSError, ValueError, UnicodeError):
            answers.append([])

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(0.1, min(TO_CONNECT, deadline - time.monotonic())))
    if not answers:
        raise Unreachable("too_slow")
    return answers[0]


def _ask(target: _Target, ip: Address, deadline: float, accept: str) -> _Answer:
    """One request, to this very address, cut off at the deadline whatever the site does."""
    connection = _Pinned(target, ip, deadline)
    watch = threading.Timer(max(0.1, deadline - time.monotonic()), connection.cut)
    watch.daemon = True
    watch.start()
    try:
        connection.request(
            "GET",
            target.path,
            headers={
                "Host": target.headed,
                "User-Agent": AGENT,
                "Accept": accept,
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "fr,en;q=0.8",
                "Connection": "close",
            },
        )
        with contextlib.closing(connection.getresponse()) as response:
            return _answer(response, deadline)
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = isinstance(error, TimeoutError) or time.monotonic() >= deadline
        raise Unreachable("too_slow" if late else "connection") from error
    finally:
        watch.cancel()
        connection.close()


class _Pinned(http.client.HTTPConnection):
    """Connects to an address already checked; the name serves for TLS and the Host line only."""

    def __init__(self, target: _Target, ip: Address, deadline: float):
        super().__init__(target.host, target.port, timeout=TO_CONNECT)
        self.target, self.ip, self.deadline = target, ip, deadline

    def connect(self) -> None:
        wait = max(0.1, min(TO_CONNECT, self.deadline - time.monotonic()))
        self.sock = socket.create_connection((str(self.ip), self.target.port), timeout=wait)
        if self.target.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.target.host)

    def cut(self) -> None:
        with contextlib.suppress(OSError):
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)


def _answer(response: http.client.HTTPResponse, deadline: float) -> _Answer:
    if response.status in (301, 302, 303, 307, 308) and response.getheader("Location"):
        return _Answer(next=response.getheader("Location"))
    if response.status != 200:
        raise Unreachable("status", status=str(response.status))
    if int(response.getheader("Content-Length") or 0) > LIMIT:
        raise Unreachable("too_large")
    return _Answer(_body(response, deadline), response.getheader("Content-Type") or "")


def _body(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """The body piece by piece: neither it nor what it unpacks to may pass the limit."""
    unpack = _unpacker((response.getheader("Content-Encoding") or "identity").strip().lower())
    body = bytearray()
    while piece := response.read1(65536):
        body += unpack(piece, LIMIT + 1 - len(body))
        if len(body) > LIMIT:
            raise Unreachable("too_large")
        if time.monotonic() >= deadline:
            raise Unreachable("too_slow")
    if time.monotonic() >= deadline:
        raise Unreachable("too_slow")
    return bytes(body)


def _unpacker(name: str) -> Callable[[bytes, int], bytes]:
    if name in ("identity", ""):
        return lambda piece, room: piece
    if name not in ("gzip", "x-gzip", "deflate"):
        raise Unreachable("compression")
    packed = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def unpack(piece: bytes, room: int) -> bytes:
        try:
            return packed.decompress(packed.unconsumed_tail + piece, max(1, room))
        except zlib.error as error:
            raise Unreachable("compression") from error

    return unpack
