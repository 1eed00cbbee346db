"""The stylesheet, the script, the fonts and the mark, printed like everything else."""
from __future__ import annotations

from rotative.masthead.queries import masthead
from rotative.paper import assets
from rotative.paper.addresses import Address
from rotative.paper.printing import file
from rotative.paper.site import card, stylesheet
from rotative.press.documents import Missing

TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "woff2": "font/woff2", "svg": "image/svg+xml", "png": "image/png"}


def every() -> list[assets.Asset]:
    """The assets that pages name today."""
    paper = masthead()
    asked = [assets.writing(), assets.proof(), assets.discussion(), assets.quote(), assets.account_style(), assets.account_script()]
    return [stylesheet(paper), assets.script(), *asked, *assets.fonts(), *assets.rare_fonts(), assets.icon(paper.accent), card()]


@file("asset")
def asset(address: Address) -> tuple[bytes, str]:
    """An asset by its exact name. One of an earlier build is missing, and stays printed while pages name it."""
    found = next((each for each in every() if each.url == address.path), None)
    if found is None:
        raise Missing(address.path)
    return found.body, TYPES[found.name.rsplit(".", 1)[1]]
