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
# A card that other sites show in a frame: no script, no form, and anybody may frame it.
FRAMED = {**DIRECTIVES, **dict.fromkeys(("script-src", "connect-src", "manifest-src", "worker-src", "media-src", "form-action"), NONE), "frame-ancestors": "*"}
CARD = "; ".join(f"{name} {source}" for name, source in FRAMED.items())
CARDS = "/_/embed/"
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
REFERRER = "strict-origin-when-cross-origin"
PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()"
TRANSPORT = "max-age=63072000; includeSubDomains; preload"

FRESH = "public, max-age=10, stale-while-revalidate=60, stale-if-error=864000"
FOR_EVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=10"


OPEN = "/api/"  # what programs of other sites may read
ANY_SITE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
IN_FRAMES = {"cross-origin-resource-policy": "cross-origin", "x-frame-options": ""}


def for_page(path: str, is_there: bool = True) -> list[tuple[str, str]]:
    """The headers of what is at a path: a card may be framed by any site, what is for programs may be read by any.

    is_there: false for what answers where nothing is, which nobody may frame.
    """
    framed = is_there and is_card(path)
    said = dict(for_readers(CARD if framed else CONTENT))
    said |= ANY_SITE if path.startswith(OPEN) else IN_FRAMES if framed else {}
    return [(name, value) for name, value in said.items() if value]


def is_card(path: str) -> bool:
    return path.startswith(CARDS)


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
