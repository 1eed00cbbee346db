"""Sections, and the kind ``page``: what stands at a place in the tree."""
from __future__ import annotations

from django.utils.translation import gettext as _

from rotative.newsroom import queries, translations
from rotative.newsroom.models import Article, Section
from rotative.paper import contexts, jsonld, setter
from rotative.paper.addresses import Address, follow, numbered
from rotative.paper.cards import deal, load
from rotative.paper.head import head, list_feeds
from rotative.paper.pages import articles
from rotative.paper.pages.pagers import pager, rows_of
from rotative.paper.printing import page
from rotative.paper.site import site
from rotative.press.documents import Missing
from rotative.press.rendering import stand_on

LEADING = 5  # stories of a section that may lead it


@page("page")
def at_place(address: Address) -> contexts.Page:
    """The section or the story at an address."""
    found = place(address)
    if isinstance(found, Section):
        return section(found, address.number)
    if address.number:
        raise Missing(address.path)
    return articles.build(found)


def place(address: Address) -> Section | Article:
    """The section or story that an address names. Raises Missing."""
    tree = queries.tree(address.language)
    if tree.front is None:
        raise Missing(address.path)
    url_path = tree.front.url_path + "/".join(address.parts) + "/"
    section = next((each for each in tree.sections if each.url_path == url_path), None)
    found = section or queries.article_at(url_path)
    if found is None:
        raise Missing(address.path)
    return found


def section(shown: Section, number: int) -> contexts.SectionPage:
    """A section's newest page, or an older one."""
    tree = queries.tree(shown.language)
    rows = rows_of(queries.in_section, shown.path, number)
    rows = rows if number else _led_by_a_picture(rows)
    stand_on(f"section:{shown.pk}")
    lead, seconds = (rows[:1], rows[1:4]) if not number else ([], [])
    load(("lead", lead), ("second", seconds[:1]), ("plain", seconds[1:]), ("row", rows[len(lead) + len(seconds) :]))
    above, name, path = tree.above(shown), setter.text(shown.title), shown.address
    crumbs = [contexts.Link(setter.text(each.title), each.address) for each in (above, shown) if each]
    feeds = list_feeds(name, path)
    versions = {code: there for code, there in translations.sections_like(str(shown.translation_key)) if code != shown.language}
    return contexts.SectionPage(
        site=site(shown.path, versions=versions),
        head=head(
            title=_numbered_title(name, number),
            path=numbered(path, number),
            description=setter.text(shown.description),
            versions={} if number else versions,
            feeds=feeds,
            data=[jsonld.crumbs(crumbs)],
        ),
        crumbs=crumbs[:-1],
        name=name,
        description=setter.text(shown.description),
        parent=crumbs[0] if above else None,
        subsections=[contexts.Link(setter.text(each.title), each.address) for each in tree.under(shown)],
        lead=deal(lead, "lead", ready=True)[0] if lead else "",
        seconds=deal(seconds[:1], "second", ready=True) + deal(seconds[1:], "plain", ready=True),
        cards=deal(rows[len(lead) + len(seconds) :], "row", ready=True),
        pager=pager(queries.in_section, shown.path, path, number),
        feeds=feeds,
        follow_url=follow("section", shown.pk, shown.language),
    )


def _led_by_a_picture(rows: list[Article]) -> list[Article]:
    """The newest of the first stories that has a picture, before the others; what was paid for leads nothing."""
    ours = [row for row in rows[:LEADING] if row.genre != "sponsored"]
    lead = next((row for row in ours if row.picture_id), next(iter(ours), None))
    return [lead, *(row for row in rows if row is not lead)] if lead else rows


def _numbered_title(name: str, number: int) -> str:
    return _("%(name)s, page %(number)s") % {"name": name, "number": number} if number else name
