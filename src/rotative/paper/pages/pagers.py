"""Lists cut into pages: the newest one, and older ones numbered from the oldest."""
from __future__ import annotations

from django.db.models import Model

from rotative.paper.addresses import numbered
from rotative.paper.contexts import Pager
from rotative.press.documents import Missing
from rotative.press.listings import Listing, M


def rows_of(listing: Listing[M], part: str, number: int) -> list[M]:
    """The rows of the newest page (0) or of an older one. Raises Missing past the end."""
    if not number:
        return listing.newest(part)
    if number > listing.older(part):
        raise Missing(f"{listing.name} {part} {number}")
    return listing.numbered(part, number)


def pager(listing: Listing[Model], part: str, path: str, number: int) -> Pager:
    """Where the newer and the older page are.

    An older page says nothing that moves when something is published: neither how many
    pages there are nor its place from the newest. Once full, it stays as it is.
    """
    oldest = listing.older(part)
    older = number - 1 if number else oldest
    newer = "" if not number else numbered(path, number + 1) if number < oldest else path
    return Pager(newer=newer, older=numbered(path, older) if older else "", number=number, total=0 if number else oldest + 1)
