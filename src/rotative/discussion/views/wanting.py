"""What a reader wants of a contribution, or wants no more (``want``: 1 or 0): by whom it may be said, and how."""
from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from rotative.discussion import pace


def refused(request: HttpRequest, what: str, say: str) -> tuple[str, int] | None:
    """Why it is not done, for who asks, and the status. what: of ``pace``; say: what ``want`` may be, in a sentence."""
    if pace.is_too_fast(request, what):
        return _("That is a great deal at once. Please wait a minute and try again."), 429
    if not request.user.is_authenticated:
        return _("Sign first, then say it."), 401
    return None if request.POST.get("want") in ("0", "1") else (say, 400)
