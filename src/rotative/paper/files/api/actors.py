"""An actor for programs: who, what it said, with whom, in which dossiers, where it stands."""
from __future__ import annotations

from collections.abc import Iterator

from rotative.paper.addresses import Address, feed
from rotative.paper.files.api import parts
from rotative.paper.negotiation import Negotiation
from rotative.paper.pages.actors import known, stances
from rotative.paper.printing import file
from rotative.paper.site import absolute, paths
from rotative.record import company, queries
from rotative.record.models import Actor, Position

MOST = 200  # statements, stories, others


@file("api-actor")
def actor(address: Address) -> tuple[bytes, str]:
    """An actor whom readers know, as far as a language tells of it."""
    found, here = known(address), address.language
    path, part = paths().listed("actor", found.slug), f"{found.pk}-{here}"
    others = company.company_of(found.pk, here)[:MOST]
    with_page = parts.known(other.pk for other, _count in others)
    return parts.written(
        {
            "language": here,
            **parts.actor(found, {found.pk}),
            "other_names": company.other_names_of(found.pk, here),
            "wikidata": found.wikidata or None,
            "feeds": {form: absolute(feed(path, form)) for form in ("atom", "rss")},
            "roles": [{"role": role.role, "since": parts.day(role.since), "until": parts.day(role.until)} for role in company.roles_of(found.pk, here)],
            "statements_count": queries.said_by.count(part),
            "statements": parts.statements(queries.said_by.newest(part, MOST)),
            "articles": list(parts.stories(company.stories_of(found.pk, here)[:MOST]).values()),
            "company": [{"actor": parts.actor(other, with_page), "articles": count} for other, count in others],
            "dossiers": [{**parts.dossier(dossier), "articles": count} for dossier, count in company.dossiers_of(found.pk, here)],
            "positions": list(_positions(found, here)),
        }
    )


def _positions(found: Actor, language: str) -> Iterator[parts.Object]:
    """On how many points of each text it stands how."""
    for text in queries.texts_with(found.pk, language):
        counted = stances(Negotiation(text), found.pk)
        if counted:
            yield {"text": parts.text(text), "points": counted.total(), **{stance: counted[stance] for stance in Position.Stance.values}}
