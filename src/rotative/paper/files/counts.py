"""The numbers that readers move, in small files of their own: no page shows them, a script fetches them."""
from __future__ import annotations

import json

from rotative.audience.queries import counts
from rotative.discussion.queries import number_shown
from rotative.newsroom import queries
from rotative.paper.addresses import Address
from rotative.paper.printing import file
from rotative.press.documents import Missing

JSON = "application/json; charset=utf-8"


@file("counts")
def of(address: Address) -> tuple[bytes, str]:
    """The numbers of a story that readers may see, or of the paper."""
    pk = int(address.slug) if address.slug else None
    if pk is not None and pk not in queries.stories([pk]):
        raise Missing(address.path)
    numbers = {**counts(pk), **({"comments": number_shown(pk)} if pk else {})}
    return json.dumps(numbers, separators=(",", ":")).encode(), JSON
