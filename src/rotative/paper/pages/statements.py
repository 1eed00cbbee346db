"""A statement by itself: an address for who quotes it, and where it stands in its story."""
from __future__ import annotations

from django.utils.translation import gettext as _

from rotative.paper import contexts
from rotative.paper.addresses import Address, api
from rotative.paper.head import head
from rotative.paper.printing import page
from rotative.paper.saying import address_of, say
from rotative.paper.site import site
from rotative.press.documents import Missing
from rotative.record import queries


@page("statement")
def statement(address: Address) -> contexts.StatementPage:
    """Something somebody said, while its words stand in a story that readers may see."""
    row = queries.statement(int(address.slug)) if address.slug.isdecimal() and len(address.slug) < 19 else None
    if row is None or row.language != address.language or address.number:
        raise Missing(address.path)
    said = say([row])[0]
    title = _("%(who)s %(act)s") % {"who": said.who, "act": said.act}
    return contexts.StatementPage(site=site(), head=head(title, address_of(row), said.said, programs=api(row.language, "statement", row.pk)), said=said)
