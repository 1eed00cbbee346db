"""Which host names a paper answers to, as Django's ``ALLOWED_HOSTS`` writes them."""
from __future__ import annotations

from collections.abc import Iterable

MOST = 256  # headers remembered; more would be someone trying names


class Hosts:
    """``*`` is any host; one that begins with a dot is a domain and all that is under it."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = [name.lower() for name in names]
        self.admitted: set[str] = set()

    def admit(self, header: str | None) -> bool:
        """Whether a ``Host`` header is one of the paper's; if so it is remembered as it was written."""
        if header is None or not any(_is(name, _bare(header)) for name in self.names):
            return False
        if len(self.admitted) < MOST:
            self.admitted.add(header)
        return True


def _bare(header: str) -> str:
    """The host of a header without its port and its last dot."""
    host, colon, port = header.lower().rpartition(":")
    bare = host if colon and port.isdecimal() and (host.endswith("]") or ":" not in host) else header.lower()
    return bare.removesuffix(".")


def _is(name: str, host: str) -> bool:
    return name in ("*", host) or (name.startswith(".") and (host == name[1:] or host.endswith(name)))
