"""What somebody said, as feeds hold it: an entry a statement, with what denies it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import gettext as _

from rotative.masthead.printable import all_printable
from rotative.masthead.queries import masthead
from rotative.newsroom.queries import bounds
from rotative.paper.files import outside
from rotative.paper.files.feed_forms import tag, written
from rotative.paper.saying import address_of
from rotative.paper.site import absolute
from rotative.paper.telling import told
from rotative.press.pieces import made_by, taken
from rotative.press.rendering import current
from rotative.record.models import Statement
from rotative.record.queries import statement


def entries(rows: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    """The entries of some statements: each a piece, so that what a feed does not show leaves the feed as it is."""
    for row in rows:
        yield taken(f"said:{row.pk}:{current().language}", lambda row=row: _entry(row))


@made_by("said", is_plain=True)
def _again(rest: str) -> None:
    row = statement(int(rest.partition(":")[0]))
    if row:
        taken(f"said:{rest}", lambda: _entry(row))


def _entry(row: Statement) -> dict[str, Any]:
    said = told([row])
    own = next(each for claim in said for each in (claim, *claim.denials) if each.number == row.pk)
    on = bounds(row.dated, 1)[0]
    made = {
        "title": _("%(who)s %(act)s") % {"who": own.who, "act": own.act} if own.act else own.who,
        "link": absolute(address_of(row)),
        "description": escape(own.said),
        "unique_id": tag("statement", row.pk),
        "unique_id_is_permalink": False,
        "pubdate": on,
        "updateddate": on,
        "categories": [own.act] if own.act else [],
        "authors": [masthead().name],
        "html": outside.absolute(render_to_string("record/said_in_feed.html", {"said": said}), absolute(address_of(row))),
        "picture": None,
        "credit": "",
        "caption": "",
    }
    return written(dict(all_printable(made)))
