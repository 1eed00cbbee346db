"""What is shown when a page is missing, gone, off for now, or failed."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from rotative.masthead.languages import locale_id_of
from rotative.masthead.queries import zone
from rotative.newsroom import queries
from rotative.paper import contexts, setter
from rotative.paper.cards import deal
from rotative.paper.head import head
from rotative.paper.printing import render
from rotative.paper.site import paths, site
from rotative.press.documents import Print
from rotative.press.rendering import rendering, stand_on


def error(status: int, language: str, now: datetime, reason: str = "", headers: Mapping[str, str] | None = None) -> Print:
    """The page of an error, in the paper's frame."""
    with rendering(now, language) as printed, timezone.override(zone()):
        stand_on("build")
        rows = queries.in_language.newest(str(locale_id_of(language)), 5) if status == 404 else []
        body = render(
            contexts.ErrorPage(
                site=site(),
                head=head(_title(status), "/", robots="noindex"),
                status=status,
                reason=setter.text(reason),
                latest=deal(rows, "brief"),
                ways=_ways() if status == 410 or (status == 503 and not reason) else [],
            )
        )
    return Print(body, status=status, headers=headers or {}, keys=frozenset(printed.keys), pieces=printed.pieces, until=printed.until)


def _ways() -> list[contexts.Link]:
    """Where a reader goes from a story that is not there: the news, and how the paper corrects itself."""
    return [contexts.Link(_("All the news, day by day"), paths().single("latest")), contexts.Link(_("Corrections"), paths().single("corrections"))]


def _title(status: int) -> str:
    return {
        400: _("The question was not understood"),
        403: _("This cannot be done"),
        404: _("Page not found"),
        410: _("This article was withdrawn"),
        503: _("This page is off for now"),
    }.get(status, _("Something went wrong"))
