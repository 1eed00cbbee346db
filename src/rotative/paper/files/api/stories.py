"""A story for programs: who is in it, who says what, what happened."""
from __future__ import annotations

from django.utils import timezone

from rotative.newsroom import queries as newsroom
from rotative.paper.addresses import Address
from rotative.paper.files.api import parts
from rotative.paper.printing import file
from rotative.press.documents import Missing
from rotative.press.pieces import facts
from rotative.record import company, queries


@file("api-article")
def article(address: Address) -> tuple[bytes, str]:
    """What is recorded of a story that readers may see; where nothing is, there is no file."""
    pk = int(address.slug) if address.slug.isdecimal() and len(address.slug) < 19 and not address.slug.startswith("0") else 0
    found = newsroom.stories([pk]).get(pk) if pk else None
    if found is None or found.language != address.language:
        raise Missing(address.path)
    who, said, events = company.seen_in.newest(str(pk)), queries.said_in.newest(str(pk)), queries.events_in(pk)
    if not (who or said or events):
        raise Missing(address.path)
    for row in who:
        facts(row, "name", "role", "kind", "actor_id")
    facts(found, "updated_at")
    with_page = parts.known(row.actor_id for row in who)
    return parts.written(
        {
            "language": address.language,
            **parts.story(found),
            "updated": found.updated_at and timezone.localtime(found.updated_at).isoformat(timespec="seconds"),
            "actors": [parts.appearance(row, with_page) for row in who],
            "statements": parts.statements(said),
            "events": parts.events(events),
        }
    )
