"""A text under negotiation in one look: for its dossier, and for the card that other sites show."""
from __future__ import annotations

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rotative.paper import contexts, matrix, setter
from rotative.paper.negotiation import Negotiation, legend
from rotative.paper.numbers import count
from rotative.paper.site import paths
from rotative.press.rendering import current
from rotative.record.models import NegotiatedText

CARD = 220  # pixels of the card beside its drawing: name, legend, whose it is


def glance(text: NegotiatedText) -> contexts.Glance:
    found = Negotiation(text)
    version = found.versions[0][0] if found.versions else None
    drawn = matrix.drawings(_axes(found), _names(found), _alt(found)) if found.parties and found.rows else []
    return contexts.Glance(
        name=setter.headline(text.name),
        url=paths().listed("text", text.slug),
        standfirst=setter.text(text.standfirst),
        drawings=[mark_safe(each) for each in drawn],  # noqa: S308
        legend=legend(),
        version=setter.text(version.name) if version else "",
        when=version.dated if version else None,
        points=len(found.rows),
        contested=len(found.contested),
    )


def card_height(found: Negotiation) -> int:
    """How high a frame must be to show the card whole, however wide it is."""
    return CARD + (matrix.height_of(_axes(found), _names(found)) if found.parties and found.rows else 0)


def _axes(found: Negotiation) -> list[matrix.Axis]:
    axes = []
    for axis, rows in found.table.axes:
        points = [(row.point.number, found.marks(row)) for row in rows if not found.is_dropped(row.point)]
        axes += [matrix.Axis(setter.text(axis.name) if axis else "", points)] if points else []
    return axes


def _names(found: Negotiation) -> list[str]:
    return [party.short for party in found.parties.values()]


def _alt(found: Negotiation) -> str:
    """What the drawing shows, in words."""
    language = current().language
    parties = ngettext("%(number)s party", "%(number)s parties", len(found.parties)) % {"number": count(len(found.parties), language)}
    points = ngettext("%(number)s point", "%(number)s points", len(found.rows)) % {"number": count(len(found.rows), language)}
    contested = ngettext("%(number)s is contested", "%(number)s are contested", len(found.contested)) % {"number": count(len(found.contested), language)}
    return setter.text(_("Where %(parties)s stand on %(points)s; %(contested)s. The page of the text has it in words.") % {"parties": parties, "points": points, "contested": contested})
