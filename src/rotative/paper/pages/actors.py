"""An actor: who it is, what it said and where it stands, as far as readers may know."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rotative.masthead.languages import languages
from rotative.paper import contexts, jsonld, setter
from rotative.paper.addresses import Address, api, numbered
from rotative.paper.head import head, list_feeds
from rotative.paper.images import show
from rotative.paper.negotiation import Negotiation
from rotative.paper.pages.pagers import pager, rows_of
from rotative.paper.printing import page
from rotative.paper.site import paths, site
from rotative.paper.telling import told
from rotative.paper.tenures import present
from rotative.press.documents import Missing
from rotative.press.rendering import current
from rotative.record import company, queries
from rotative.record.company import SeenRole
from rotative.record.models import Actor, Position

COMPANY = 24
WIKIDATA = "https://www.wikidata.org/wiki/"


@page("actor")
def actor(address: Address) -> contexts.ActorPage:
    """An actor's page in a language: its newest page, or an older one of what was said."""
    found, number = known(address), address.number
    part, path, name = f"{found.pk}-{address.language}", paths().listed("actor", found.slug), setter.text(found.name)
    rows, versions = rows_of(queries.said_by, part, number), _versions(found)
    title = _("%(name)s, page %(number)s") % {"name": name, "number": number} if number else name
    programs = api(address.language, "actor", found.slug)
    made = contexts.ActorPage(
        site=site(versions=versions),
        head=head(title, numbered(path, number), versions={} if number else versions, feeds=list_feeds(name, path), kind="profile", programs=programs),
        name=name,
        kind=kind_name(found),
        said=[_of(path, said) for said in told(rows)],
        pager=pager(queries.said_by, part, path, number),
        feeds=list_feeds(name, path),
        json_url=programs,
        report_error_url=paths().single("contact"),
    )
    return made if number else _with_all(made, found, path)


def known(address: Address) -> Actor:
    """The actor of an address, whom readers may know. Raises Missing."""
    found = queries.actor_at(address.slug)
    if found is None or found.merged_into_id or not company.has_page(found.pk, address.language):
        raise Missing(address.path)
    return found


def kind_name(shown: Actor) -> str:
    return {"person": pgettext("actor", "Person"), "body": pgettext("actor", "Organisation"), "place": pgettext("actor", "Place")}[shown.kind]


# ── Helpers ────────────────────────────────────────────────────────────────────


def _of(path: str, said: contexts.Said) -> contexts.Said:
    """A statement as an actor's own page shows it: nobody's name leads to where the reader is."""
    url = "" if said.who_url == path else said.who_url
    return replace(said, who_url=url, denials=[_of(path, denial) for denial in said.denials])


def _with_all(made: contexts.ActorPage, found: Actor, path: str) -> contexts.ActorPage:
    """The newest page, with all that older ones leave out."""
    here, roles = current().language, company.roles_of(found.pk, current().language)
    role, names = setter.text(present(roles)), [setter.text(each) for each in company.other_names_of(found.pk, here)]
    portrait = show(queries.portrait_of(found.pk), "face")
    return replace(
        made,
        head=replace(made.head, description=role, json_ld=[jsonld.dump(jsonld.actor(found, path, role, names, portrait))]),
        portrait=portrait,
        role=role,
        other_names=names,
        wikidata_url=f"{WIKIDATA}{found.wikidata}" if found.wikidata else "",
        statements=queries.said_by.count(f"{found.pk}-{here}"),
        stories=len(company.stories_of(found.pk, here)),
        denials=queries.denials_by(found.pk, here),
        roles=[contexts.Tenure(setter.text(role.role), _years(role)) for role in reversed(roles)],
        are_said=any(role.is_said for role in roles),
        positions=list(_positions(found)),
        company=_company(found),
        dossiers=_dossiers(found),
    )


def _versions(found: Actor) -> dict[str, str]:
    """The actor's page in the other languages in which readers know it."""
    there = [code for code in languages() if code != current().language and company.has_page(found.pk, code)]
    return {code: paths(code).listed("actor", found.slug) for code in there}


def _years(role: SeenRole) -> str:
    since, until = role.since and role.since.year, role.until and role.until.year
    if since and until:
        return str(since) if since == until else f"{since}–{until}"
    if since:
        return pgettext("role", "since %(year)s") % {"year": since}
    return pgettext("role", "until %(year)s") % {"year": until} if until else ""


def _positions(found: Actor) -> Iterator[contexts.Stands]:
    for text in queries.texts_with(found.pk, current().language):
        told_in = Negotiation(text)
        counted = stances(told_in, found.pk)
        if counted:
            newest = next((version for version, _changes in told_in.versions), None)
            yield contexts.Stands(
                text=setter.text(text.name),
                url=paths().listed("text", text.slug),
                version=setter.text(newest.name) if newest else "",
                points=counted.total(),
                accepts=counted[Position.Stance.ACCEPTS],
                conditional=counted[Position.Stance.CONDITIONAL],
                rejects=counted[Position.Stance.REJECTS],
                silent=counted[Position.Stance.SILENT],
            )


def stances(found: Negotiation, party: int) -> Counter[str]:
    """On how many points that are in a text a party stands how, silent where it has not said; nothing when readers see none of its positions."""
    if party not in found.parties:
        return Counter()
    cells = [row.cells.get(party) for row in found.rows]
    return Counter(cell.position.stance if cell else Position.Stance.SILENT for cell in cells)


def _company(found: Actor) -> list[contexts.Counted]:
    others = company.company_of(found.pk, current().language)[:COMPANY]
    seen = company.with_pages([other.pk for other, _count in others], current().language)
    return [contexts.Counted(setter.text(other.name), paths().listed("actor", other.slug) if other.pk in seen else "", count) for other, count in others]


def _dossiers(found: Actor) -> list[contexts.Counted]:
    shown = company.dossiers_of(found.pk, current().language)
    return [contexts.Counted(setter.text(dossier.name), paths().listed("dossier", dossier.slug), count) for dossier, count in shown]
