"""What a reader's browser may do with a page, in headers: one list for the front and for Django.

Plain words only: the settings, Django's middleware and the front all read it here, so that a
printed page and the same page made on demand can not differ.
"""
from __future__ import annotations

SELF, NONE = "'self'", "'none'"

# Nothing inline, nothing from elsewhere.
DIRECTIVES = {
    "default-src": NONE,
    "script-src": SELF,
    "style-src": SELF,
    "img-src": SELF,
    "font-src": SELF,
    "connect-src": SELF,
    "manifest-src": SELF,
    "worker-src": SELF,
    "media-src": SELF,
    "form-action": SELF,
    "base-uri": NONE,
    "frame-ancestors": NONE,
}
CONTENT = "; ".join(f"{name} {source}" for name, source in DIRECTIVES.items())
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
REFERRER = "strict-origin-when-cross-origin"
PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()"
TRANSPORT = "max-age=63072000; includeSubDomains; preload"

FRESH = "public, max-age=10, stale-while-revalidate=60, stale-if-error=864000"
FOR_EVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=10"


OPEN = "/api/"  # what programs of other sites may read
ANY_SITE = [("access-control-allow-origin", "*"), ("cross-origin-resource-policy", "cross-origin")]


def at(path: str) -> list[tuple[str, str]]:
    """The headers of what is printed at a path."""
    if not path.startswith(OPEN):
        return for_readers()
    names = {name for name, _ in ANY_SITE}
    return [*(header for header in for_readers() if header[0] not in names), *ANY_SITE]


def for_readers(content: str = CONTENT) -> list[tuple[str, str]]:
    """The headers of everything that readers get; ``TRANSPORT`` comes with them over HTTPS."""
    return [
        ("content-security-policy", content),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", REFERRER),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", PERMISSIONS),
    ]
