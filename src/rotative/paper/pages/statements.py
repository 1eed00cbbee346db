"""A statement by itself: an address for who quotes it, and where it stands in its story."""
from __future__ import annotations

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from rotative.masthead.queries import masthead
from rotative.newsroom import queries as newsroom
from rotative.newsroom.models import Article
from rotative.paper import claims, contexts, dates, jsonld, setter
from rotative.paper.addresses import Address, api
from rotative.paper.cards import deal, section_link
from rotative.paper.head import head
from rotative.paper.passages import around
from rotative.paper.printing import page
from rotative.paper.saying import address_of, denied_by, say
from rotative.paper.site import absolute, site
from rotative.press.documents import Missing
from rotative.press.rendering import current, hold_until
from rotative.record import queries
from rotative.record.models import Statement

FEW_WORDS = 12  # of what was said, in the page's title


@page("statement")
def statement(address: Address) -> contexts.StatementPage:
    """Something somebody said, while its words stand in a story that readers may see."""
    row = queries.statement(int(address.slug)) if address.slug.isdecimal() and len(address.slug) < 19 else None
    if row is None or row.language != address.language or address.slug != str(row.pk) or address.number:
        raise Missing(address.path)
    story = newsroom.stories([row.article_id]).get(row.article_id)
    if story is None:
        raise Missing(address.path)
    hold_until(story.expire_at)
    return _page(row, story)


def _page(row: Statement, story: Article) -> contexts.StatementPage:
    said = say([row])[0]
    link = section_link(story)
    crumbs = [contexts.Link(link.text, link.url), contexts.Link(setter.text(story.title), story.address)] if link else []
    data = [claims.alone(row, said, story), jsonld.crumbs(crumbs)] if crumbs else [claims.alone(row, said, story)]
    return contexts.StatementPage(
        site=site(story.section_path),
        head=head(_title(said), address_of(row), said.said, kind="article", data=data, programs=api(row.language, "statement", row.pk)),
        crumbs=crumbs,
        said=said,
        passage=around(row),
        card=deal([story], "row")[0],
        denied=denied_by(row),
        address=absolute(address_of(row)),
        citation=_citation(said, story),
    )


def _title(said: contexts.Said) -> str:
    """Who says what, in a line."""
    words = Truncator(said.said).words(FEW_WORDS, truncate="…")
    return _("%(who)s %(act)s: %(words)s") % {"who": said.who, "act": said.act, "words": words} if said.act else f"{said.who}: {words}"


def _citation(said: contexts.Said, story: Article) -> str:
    """As a footnote has it."""
    day = dates.day(timezone.localtime(story.first_published_at).date(), current().language)
    return setter.text(_("%(who)s, %(words)s, quoted in “%(story)s”, %(paper)s, %(day)s") % {"who": said.who, "words": said.said, "story": story.title, "paper": masthead().name, "day": day})
