"""How many respect each contribution of a part: a small file, which a script fetches."""
from __future__ import annotations

import json

from rotative.discussion import queries
from rotative.newsroom.queries import stories
from rotative.paper.addresses import Address
from rotative.paper.files.counts import JSON
from rotative.paper.printing import file
from rotative.press.documents import Missing


@file("respects")
def of(address: Address) -> tuple[bytes, str]:
    """``{"respects": {"12": 3}}``; contributions that nobody respects are left out."""
    pk = int(address.slug)
    if pk not in stories([pk]) or not queries.is_begun(pk, address.number):
        raise Missing(address.path)
    found = queries.respects(pk, address.number)
    return json.dumps({"respects": {str(each): found[each] for each in sorted(found)}}, separators=(",", ":")).encode(), JSON
