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
    if not listing.reaches(part, number):
        raise Missing(f"{listing.name} {part} {number}")
    return listing.numbered(part, number)


def pager(listing: Listing[Model], part: str, path: str, number: int) -> Pager:
    """Where the newer and the older page are.

    An older page says nothing that moves when something is published: neither how many
    pages there are nor its place from the newest. Once full, it stays as it is.
    """
    if number:
        newer = numbered(path, number + 1) if listing.reaches(part, number + 1) else path
        return Pager(newer=newer, older=numbered(path, number - 1) if number > 1 else "", number=number, total=0)
    oldest = listing.older(part)
    return Pager(newer="", older=numbered(path, oldest) if oldest else "", number=0, total=oldest + 1)
