"""What the paper answers at a path, whatever it is: a page, a file, or why there is none.

The press prints this, and Django serves it where nothing is printed.
"""
from __future__ import annotations

from datetime import datetime

from rotative.masthead.languages import first, languages
from rotative.paper import redirects
from rotative.paper.pages import errors
from rotative.press.documents import Gone, Missing, NotAPage, Print, TakenOff, render
from rotative.press.rendering import rendering


def answer(path: str, now: datetime) -> Print:
    """The print of a path, its status told: 200, 301, 302, 404, 410 or 503."""
    try:
        kind, address = redirects.kind_of(path)
        return render(kind, address, now)
    except Missing as missing:
        return _elsewhere(path, now, missing)
    except Gone as gone:
        return _refused(410, path, now, gone, gone.reason)
    except TakenOff as off:
        return _refused(503, path, now, off, headers={"Retry-After": str(off.retry_after)})


def missing_page(language: str, now: datetime) -> Print:
    """What any address answers where there is nothing, in one language."""
    return errors.error(404, language, now)


def language_of(path: str) -> str:
    start = path.strip("/").split("/")[0]
    return start if start in languages() else first()


def _elsewhere(path: str, now: datetime, missing: Missing) -> Print:
    """The present address of what was at a path, else 404."""
    with rendering(now, language_of(path)) as page:
        to, status = redirects.moved_to(path)
    moved = Print(b"", status=status, headers={"Location": to}) if to else missing_page(language_of(path), now)
    return moved.standing_on(missing.keys | page.keys, {**missing.pieces, **page.pieces})


def _refused(status: int, path: str, now: datetime, why: NotAPage, reason: str = "", headers: dict[str, str] | None = None) -> Print:
    return errors.error(status, language_of(path), now, reason, headers).standing_on(why.keys, why.pieces)
