"""The inside of the drawers, loaded when a reader opens one."""
from __future__ import annotations

from collections import Counter

from rotative.masthead.languages import locale_id_of
from rotative.newsroom import queries
from rotative.newsroom.models import Dossier, Topic
from rotative.paper import contexts, setter
from rotative.paper.addresses import Address
from rotative.paper.cards import deal
from rotative.paper.pages.days import ranked
from rotative.paper.printing import page
from rotative.paper.site import paths
from rotative.press.reads import derived, named_read
from rotative.press.rendering import current, stand_on

COUNT = 7
SUBJECTS = 6


@page("panel-latest")
def latest(address: Address) -> contexts.LatestPanel:
    rows = queries.in_language.newest(str(locale_id_of(address.language)), COUNT)
    return contexts.LatestPanel(cards=deal(rows, "brief"), url=paths().single("latest"))


@page("panel-most-read")
def most_read(address: Address) -> contexts.MostReadPanel:
    return contexts.MostReadPanel(cards=deal(ranked(address.language, COUNT), "rank"), url=paths().single("most_read"))


@page("panel-search")
def search(address: Address) -> contexts.SearchPanel:
    return contexts.SearchPanel(suggestions=subjects_of_the_day())


def subjects_of_the_day() -> list[contexts.Link]:
    """The dossiers and topics of the newest stories, most frequent first."""
    found = _subjects(current().language)
    return [contexts.Link(setter.text(name), paths().listed(kind, slug)) for kind, slug, name in found]


@derived(is_late=True)
@named_read(lambda language: [])
def _subjects(language: str) -> list[tuple[str, str, str]]:
    rows = queries.in_language.newest(str(locale_id_of(language)))
    pks = [row.pk for row in rows]
    stand_on(*(f"article:{pk}" for pk in pks))
    dossiers = Dossier.objects.filter(articles__in=pks).values_list("pk", "slug", "name")
    topics = Topic.objects.filter(articles__in=pks).values_list("pk", "slug", "name")
    named = [("dossier", *row) for row in dossiers] + [("topic", *row) for row in topics]
    stand_on(*(f"{kind}:{pk}" for kind, pk, _slug, _name in named))
    counted = Counter((kind, slug, name) for kind, _pk, slug, name in named)
    return sorted(counted, key=lambda each: (-counted[each], each))[:SUBJECTS]
