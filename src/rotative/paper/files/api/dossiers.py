"""A dossier for programs: what happened, who is in it, which texts."""
from __future__ import annotations

from rotative.newsroom import queries as newsroom
from rotative.paper.addresses import Address
from rotative.paper.files.api import parts
from rotative.paper.printing import file
from rotative.press.documents import Missing
from rotative.press.pieces import facts, made_by, taken
from rotative.record import company, queries


@file("api-dossier")
def dossier(address: Address) -> tuple[bytes, str]:
    """What is recorded in a dossier that has stories; where nothing is, there is no file."""
    found = newsroom.dossier_at(address.slug, address.language)
    recorded = found and taken(f"recorded:{found.pk}:{address.language}", lambda: _recorded(found.pk))
    if not (found and recorded and newsroom.has_stories(found.pk)):
        raise Missing(address.path)
    facts(found, "headline", "standfirst")
    told = {"language": address.language, **parts.dossier(found), "headline": found.headline, "standfirst": found.standfirst or None}
    return parts.written({**told, **recorded})


@made_by("recorded", is_plain=True)
def _again(rest: str) -> None:
    taken(f"recorded:{rest}", lambda: _recorded(int(rest.partition(":")[0])))


def _recorded(dossier: int) -> parts.Object:
    """What a dossier, by its primary key, holds, a piece: a story that adds nothing to it leaves the file as it is. Nothing where all is empty."""
    events, actors, texts = queries.timeline(dossier), company.actors_in(dossier), queries.texts_of(dossier)
    with_page = parts.known(each.pk for each, _count in actors)
    found = {
        "events": parts.events(events),
        "actors": [{"actor": parts.actor(each, with_page), "articles": count} for each, count in actors],
        "texts": [parts.text(each) for each in texts],
    }
    return found if any(found.values()) else {}
