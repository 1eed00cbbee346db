"""A statement for programs."""
from __future__ import annotations

from rotative.paper.addresses import Address
from rotative.paper.files.api import parts
from rotative.paper.printing import file
from rotative.press.documents import Missing
from rotative.record import queries


@file("api-statement")
def statement(address: Address) -> tuple[bytes, str]:
    """Something somebody said, while its words stand in a story that readers may see."""
    row = queries.statement(int(address.slug)) if address.slug.isdecimal() and len(address.slug) < 19 else None
    if row is None or row.language != address.language or address.slug != str(row.pk):
        raise Missing(address.path)
    return parts.written(parts.statements([row])[0])
