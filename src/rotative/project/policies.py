"""What a browser may do with a page: the strict policy for readers, the desk's for staff."""
from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings

from rotative.press.front import policy

# The strictest that Wagtail's desk works under (docs/decisions/0011-desk-policy.md): its
# editor sets inline styles, its previews are frames of the paper itself, and a picture
# about to be uploaded is shown as a blob.
DESK: dict[str, Any] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}


class PolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, with the desk's own policy under its address."""

    def process_response(self, request: Any, response: Any) -> Any:
        if getattr(request, "is_preview", False):
            self._preview(response)
        elif request.path.startswith("/desk/"):
            response._csp_replace = {**{name: None for name in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]}, **DESK}
        elif policy.is_card(request.path) and response.status_code in (200, 304):
            self._card(response)
        else:
            response.headers["X-Frame-Options"] = "DENY"
            response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
            if request.path.startswith(policy.OPEN):
                for name, value in policy.ANY_SITE.items():
                    response.headers[name] = value
        response.headers["Permissions-Policy"] = policy.PERMISSIONS
        return super().process_response(request, response)

    @staticmethod
    def _card(response: Any) -> None:
        """A card under its own policy, in a frame of any site."""
        response._csp_replace = {name: [source] for name, source in policy.FRAMED.items()}
        del response.headers["X-Frame-Options"]
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"

    @staticmethod
    def _preview(response: Any) -> None:
        """A reader's page under a reader's policy, in a frame of the desk."""
        response._csp_replace = {"frame-ancestors": [SELF]}
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
