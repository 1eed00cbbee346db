"""A text under negotiation for programs: its axes and points, its versions, and where each party stands."""
from __future__ import annotations

from rotative.newsroom.queries import has_stories
from rotative.paper.addresses import Address
from rotative.paper.files.api import parts
from rotative.paper.printing import file
from rotative.press.documents import Missing
from rotative.record import queries
from rotative.record.models import Change, NegotiatedText, Position, Version
from rotative.record.queries import Cell, Row


@file("api-text")
def text(address: Address) -> tuple[bytes, str]:
    """A text that readers may see."""
    found = queries.text_at(address.slug, address.language)
    if found is None:
        raise Missing(address.path)
    table = queries.positions_of(found)
    with_page = parts.known(party.pk for party in table.parties)
    return parts.written(
        {
            "language": address.language,
            **parts.text(found),
            "standfirst": found.standfirst or None,
            "dossier": parts.dossier(found.dossier) if has_stories(found.dossier_id) else None,
            "parties": [parts.actor(party, with_page) for party in table.parties],
            "axes": [{"name": axis.name if axis else None, "points": [_point(row, with_page) for row in rows]} for axis, rows in table.axes],
            "versions": _versions(found),
        }
    )


def _point(row: Row, with_page: set[int]) -> parts.Object:
    cells = sorted(row.cells.values(), key=lambda cell: (cell.position.party.name, cell.position.party_id))
    return {"number": row.point.number, "title": row.point.title, "positions": [_position(cell, with_page) for cell in cells]}


def _position(cell: Cell, with_page: set[int]) -> parts.Object:
    return {
        "party": parts.actor(cell.position.party, with_page),
        **_stance(cell.position),
        "statements": [parts.statement_at(row) for row in cell.statements],
        "earlier": [_stance(position) for position in cell.earlier],
    }


def _stance(position: Position) -> parts.Object:
    return {"stance": position.stance, "condition": position.condition or None, "date": position.dated.isoformat()}


def _versions(found: NegotiatedText) -> list[parts.Object]:
    versions = queries.versions_of(found)
    told = parts.stories(version.article_id for version, _changes in versions if version.article_id)
    return [_version(version, changes, told) for version, changes in versions]


def _version(version: Version, changes: list[Change], told: dict[int, parts.Object]) -> parts.Object:
    return {
        "name": version.name,
        "date": version.dated.isoformat(),
        "article": told.get(version.article_id or 0),
        "changes": [{"point": each.point.number, "kind": each.kind, "was": each.was or None, "now": each.now or None} for each in changes],
    }
