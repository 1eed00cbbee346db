"""A text under negotiation: its page, and its card for other sites."""
from __future__ import annotations

from typing import Any

from django.utils.html import escape

from rotative.newsroom.queries import has_stories
from rotative.paper import contexts, setter
from rotative.paper.addresses import Address, api, card_path
from rotative.paper.glance import card_height, glance
from rotative.paper.head import head
from rotative.paper.negotiation import Negotiation, Told, legend
from rotative.paper.printing import page
from rotative.paper.site import absolute, paths, site
from rotative.press.documents import Missing
from rotative.press.rendering import current
from rotative.record import queries
from rotative.record.models import NegotiatedText


@page("text")
def text(address: Address) -> contexts.TextPage:
    """A text that the desk shows, and where each party stands on each of its points."""
    row = _at(address)
    found = Negotiation(row)
    told, path = Told(found), paths().listed("text", row.slug)
    dossier = _dossier(row)
    return contexts.TextPage(
        site=site(),
        head=head(setter.text(row.name), path, setter.text(row.standfirst), data=[_data(found, path, dossier)], programs=api(row.language, "text", row.slug)),
        name=setter.headline(row.name),
        standfirst=setter.text(row.standfirst),
        dossier=dossier,
        parties=list(found.parties.values()),
        legend=legend(),
        axes=told.axes(),
        contested=told.contested(),
        versions=told.versions(),
        points=len(found.rows),
        embed=_snippet(found),
    )


@page("embed-text")
def card(address: Address) -> contexts.TextCardPage:
    """The card of a text, which any site may frame."""
    row = _at(address)
    title, path = setter.text(row.name), paths().listed("text", row.slug)
    return contexts.TextCardPage(site=site(), head=head(title, path, robots="noindex"), glance=glance(row))


def _at(address: Address) -> NegotiatedText:
    row = queries.text_at(address.slug, address.language)
    if row is None or address.number:
        raise Missing(address.path)
    return row


def _dossier(row: NegotiatedText) -> contexts.Link | None:
    """The dossier that it is in, once readers find it."""
    if not has_stories(row.dossier_id):
        return None
    return contexts.Link(setter.text(row.dossier.name), paths().listed("dossier", row.dossier.slug))


def _snippet(found: Negotiation) -> str:
    """What another site puts in a page of its own; markup that our page shows as text, so it is not safe there as it stands."""
    frame = '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" style="border:0"></iframe>'
    return frame.format(escape(absolute(card_path(found.text.language, found.text.slug))), escape(setter.text(found.text.name)), card_height(found))


def _data(found: Negotiation, path: str, dossier: contexts.Link | None) -> dict[str, Any]:
    """The text for machines: a work in parts, by its last version."""
    last = found.versions[0][0] if found.versions else None
    return {
        "@type": "CreativeWork",
        "@id": f"{absolute(path)}#text",
        "url": absolute(path),
        "name": found.text.name,
        "description": found.text.standfirst,
        "inLanguage": current().language,
        "version": last.name if last else "",
        "dateModified": last.dated.isoformat() if last else "",
        "isPartOf": {"@type": "CreativeWorkSeries", "name": found.text.dossier.name, "url": absolute(dossier.url)} if dossier else None,
        "hasPart": [{"@type": "CreativeWork", "position": row.point.number, "name": row.point.title} for row in found.rows],
    }
